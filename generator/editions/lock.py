"""`editions.lock`: the editions released, as JSON, committed with the project."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.edition import Edition
from generator.model.span import TextFile
from generator.schema import read_plain
from generator.workspace import Workspace

LOCK = "editions.lock"
_FORMAT = 1
_KEPT = frozenset({"before", "after"})
"""Fields whose empty text says something."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The editions of all briefings, and what is wrong with the file."""

    editions: tuple[Edition, ...] = ()
    file: TextFile | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def of(self, slug: str) -> tuple[Edition, ...]:
        """The editions of one briefing, the first one first."""
        return tuple(edition for edition in self.editions if edition.briefing == slug)


def read_lock(workspace: Workspace) -> Lock:
    """The lock of the project; no editions where there is none. Faults become diagnostics."""
    if not workspace.exists(LOCK):
        return Lock()
    file = TextFile(LOCK, workspace.read(LOCK).decode("utf-8", "replace"))
    try:
        editions = _editions(file.text)
    except (ValueError, RecursionError) as error:
        return Lock((), file, (_unreadable(file, _first_line(error)),))
    counts = Counter((edition.briefing, edition.number) for edition in editions)
    twice = sorted(key for key, count in counts.items() if count > 1)
    if twice:
        slug, number = twice[0]
        return Lock((), file, (_unreadable(file, f"{slug} has two editions {number}"),))
    return Lock(editions, file)


def lock_text(editions: Iterable[Edition]) -> str:
    """The text of the file, in the order of briefing and number."""
    written = [_written(edition) for edition in sorted(editions, key=_order)]
    return json.dumps({"format": _FORMAT, "editions": written}, ensure_ascii=False, indent=1) + "\n"


def _order(edition: Edition) -> tuple[str, int]:
    return edition.briefing, edition.number


def _editions(text: str) -> tuple[Edition, ...]:
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise ValueError(f"it is not of format {_FORMAT}, which this version of Standfirst reads")
    entries = content.get("editions")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("inputs"), dict):
            entry["inputs"] = list(entry["inputs"].items())
    if not isinstance(entries, list):
        raise ValueError("`editions` is no list")  # noqa: TRY004 (a fault of the file, as others)
    return tuple(sorted((read_plain(Edition, entry) for entry in entries), key=_order))


def _written(edition: Edition) -> dict[str, Any]:  # Any: JSON of several depths
    entry = _without_nothing(asdict(edition))
    assert isinstance(entry, dict)  # noqa: S101 (a record is written as a mapping)
    return {**entry, "inputs": dict(edition.inputs)}


def _without_nothing(value: object) -> object:
    """Without what is as it is by default, so that the file says only what there is."""
    if isinstance(value, dict):
        kept = {key: _without_nothing(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if _says_something(key, item)}
    if isinstance(value, list | tuple):
        return [_without_nothing(item) for item in value]
    return value


def _says_something(key: str, value: object) -> bool:
    return value is not None and (bool(value) or key in _KEPT)


def _unreadable(file: TextFile, why: str) -> Diagnostic:
    advice = "take it from the history again (`git checkout editions.lock`), or settle the merge"
    message = f"the editions cannot be read: {why}"
    return Diagnostic("bad-metadata", Severity.ERROR, message, file.span(0, 1), help=advice)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or ["nested too deeply"])[0]
