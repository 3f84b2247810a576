"""The fonts of the PDF and which characters they have, read from their `cmap` tables.

Fonts never come from the system: they are those of our own, those of the extra `[cjk]` where it
is installed, and those that a project brings in `templates/pdf/fonts/`, in this order.
"""

import struct
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

from generator.plugins import template_folder
from generator.text.glyphs import Coverage
from generator.workspace import Workspace

OWN_FONTS = "templates/pdf/fonts"
"""Where a project's own fonts are."""
BUNDLED = ("Source Serif 4", "Source Sans 3", "Standfirst Sans SC")
_CJK_PACKAGE = "justmytype_intl_cjk"
"""The distribution that the extra `[cjk]` installs: Noto Sans SC, TC, JP and KR, variable."""
_SUFFIXES = (".ttf", ".otf")
_FAMILY = 1  # name ids of OpenType: family, and the family that several styles share
_SHARED_FAMILY = 16
_WINDOWS_UNICODE = (1, 10)


@cache
def font_folders() -> tuple[Path, ...]:
    """The folders with fonts that every project has."""
    spec = find_spec(_CJK_PACKAGE)
    places = (
        [Path(place) / "fonts" for place in (spec.submodule_search_locations or ())] if spec else []
    )
    return (template_folder() / "pdf" / "fonts", *places)


@cache
def coverage(folders: tuple[Path, ...]) -> Coverage:
    """What the fonts of the folders have together."""
    return coverage_of(path.read_bytes() for folder in folders for path in _font_files(folder))


def bundled_coverage() -> Coverage:
    """What the fonts have that every project has."""
    return coverage(font_folders())


class ProjectFonts:
    """The fonts of a project. Called, they say what they have, which takes 15 ms to read."""

    def __init__(self, workspace: Workspace | None = None) -> None:
        self._workspace = workspace

    @cached_property
    def _own(self) -> tuple[bytes, ...]:
        workspace = self._workspace
        if workspace is None:
            return ()
        return tuple(workspace.read(path) for path in workspace.files(OWN_FONTS) if is_font(path))

    @cached_property
    def _coverage(self) -> Coverage:
        bundled = bundled_coverage()
        return coverage_of(self._own, beside=bundled) if self._own else bundled

    def __call__(self) -> Coverage:
        """What they have together."""
        return self._coverage

    def stamp(self) -> tuple[str | bytes, ...]:
        """What changes when the fonts do, without reading ours."""
        ours = (path for folder in font_folders() for path in _font_files(folder))
        marks = ((path, path.stat()) for path in ours)
        return (*(f"{path} {mark.st_size} {mark.st_mtime_ns}" for path, mark in marks), *self._own)


def coverage_of(fonts: Iterable[bytes], *, beside: Coverage | None = None) -> Coverage:
    """What font files have: Latin faces of ours only as far as all of them go.

    `beside` are fonts that come before them.
    """
    latin: list[frozenset[int]] = []
    others: list[frozenset[int]] = []
    added: list[str] = [*beside.families] if beside else []
    for content in fonts:
        family, points = _read_font(content)
        (latin if family in BUNDLED[:2] else others).append(points)
        if family not in BUNDLED:
            added.append(family)
    common = [frozenset.intersection(*latin)] if latin else []
    before = beside.together if beside else ()
    return Coverage((*before, *common, *others), tuple(dict.fromkeys(added)))


def is_font(path: str) -> bool:
    """Whether a file is taken for a font."""
    return path.lower().endswith(_SUFFIXES)


def _font_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if is_font(path.name))


def _read_font(data: bytes) -> tuple[str, frozenset[int]]:
    """Family and code points; a file that is no font has none."""
    try:
        tables = _tables(data)
        return _family(tables["name"]), frozenset(_code_points(tables["cmap"]))
    except (struct.error, KeyError, ValueError):
        return "", frozenset()


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found: dict[str, bytes] = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag in (b"cmap", b"name"):
            found[tag.decode()] = data[offset : offset + length]
    return found


def _family(name: bytes) -> str:
    _, count, strings = struct.unpack_from(">HHH", name)
    families: dict[int, str] = {}
    for number in range(count):
        platform, _, _, name_id, length, offset = struct.unpack_from(">6H", name, 6 + 12 * number)
        if platform == 3 and name_id in (_FAMILY, _SHARED_FAMILY):
            start = strings + offset
            families.setdefault(name_id, name[start : start + length].decode("utf-16-be"))
    return families.get(_SHARED_FAMILY) or families.get(_FAMILY, "")


def _code_points(cmap: bytes) -> Iterator[int]:
    """Code points of the Unicode subtables in formats 4 and 12, which are those in use.

    Where there is one of format 12, it has all that those of format 4 have (OpenType, `cmap`).
    """
    (count,) = struct.unpack_from(">H", cmap, 2)
    tables: dict[int, set[int]] = {4: set(), 12: set()}
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        if platform == 0 or (platform == 3 and encoding in _WINDOWS_UNICODE):
            (kind,) = struct.unpack_from(">H", cmap, offset)
            tables.setdefault(kind, set()).add(offset)
    for offset in tables[12]:
        yield from _groups(cmap[offset:])
    for offset in tables[4] if not tables[12] else ():
        yield from _segments(cmap[offset:])


def _segments(table: bytes) -> Iterator[int]:
    (double,) = struct.unpack_from(">H", table, 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + double)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * double)
    ranges_at = 16 + 3 * double
    ranges = struct.unpack_from(f">{count}H", table, ranges_at)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if ranges[number]:
                at = ranges_at + 2 * number + ranges[number] + 2 * (point - start)
                (glyph,) = struct.unpack_from(">H", table, at)
            if ranges[number] and glyph == 0:
                continue
            if (glyph + deltas[number]) & 0xFFFF:
                yield point


def _groups(table: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", table, 12)
    for number in range(count):
        start, end, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
        yield from range(start + (glyph == 0), end + 1)
