"""Which characters the PDF's fonts have, read from their `cmap` tables.

Typst stops at a character that no font has. We know before it runs, and put a visible mark there.
Fonts that a project adds to the folder are used after the bundled ones.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.plugins import template_folder

_FAMILY = 1  # name ids of OpenType: family, and the family that several styles share
_SHARED_FAMILY = 16
_WINDOWS_UNICODE = (1, 10)
BUNDLED = ("Source Serif 4", "Source Sans 3", "Standfirst Sans SC")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What can be set. `together` has one set of code points for each group of faces that are
    drawn from as one, so that a letter and its accent are only kept where both are in one set.
    `families` are the names of added fonts.
    """

    together: tuple[frozenset[int], ...]
    families: tuple[str, ...] = ()

    def has(self, character: str) -> bool:
        """Whether some font has the character."""
        return any(ord(character) in points for points in self.together)

    def join(self, base: str, mark: str) -> bool:
        """Whether one font has both a letter and the mark that is set upon it."""
        return any(ord(base) in points and ord(mark) in points for points in self.together)


def font_folder() -> Path:
    """The folder with the PDF's fonts."""
    return template_folder() / "pdf" / "fonts"


@cache
def coverage(folder: Path) -> Coverage:
    """What the fonts of `folder` have: Latin faces only as far as all of them go."""
    latin: list[frozenset[int]] = []
    others: list[frozenset[int]] = []
    added: list[str] = []
    for path in sorted([*folder.glob("*.ttf"), *folder.glob("*.otf")]):
        family, points = _read_font(path.read_bytes())
        (latin if family in BUNDLED[:2] else others).append(points)
        if family not in BUNDLED:
            added.append(family)
    common = frozenset.intersection(*latin) if latin else frozenset()
    return Coverage((common, *others), tuple(dict.fromkeys(added)))


def _read_font(data: bytes) -> tuple[str, frozenset[int]]:
    tables = _tables(data)
    return _family(tables["name"]), frozenset(_code_points(tables["cmap"]))


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
    """Code points of the Unicode subtables in formats 4 and 12, which are those in use."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        if platform == 0 or (platform == 3 and encoding in _WINDOWS_UNICODE):
            (kind,) = struct.unpack_from(">H", cmap, offset)
            if kind == 4:
                yield from _segments(cmap[offset:])
            elif kind == 12:
                yield from _groups(cmap[offset:])


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
