"""What to advise where a name is none of those that are known."""

from collections.abc import Iterable

_SHOWN = 5
_NEAR = 60.0
_LONGEST = 60


def advice(name: str, known: Iterable[str]) -> str:
    """`Did you mean …?` with the nearest, else some of those that there are."""
    from rapidfuzz import process  # 10 ms, and only needed for a fault

    names = sorted(set(known))
    near = process.extract(name, names, limit=3, score_cutoff=_NEAR)
    if near:
        return f"Did you mean {_listed([one for one, _, _ in near], ' or ')}?"
    rest = ", …" if len(names) > _SHOWN else ""
    return f"There are {_listed(names[:_SHOWN], ', ')}{rest}." if names else ""


def _listed(names: list[str], joined: str) -> str:
    return joined.join(f"`{name[:_LONGEST]}`" for name in names)
