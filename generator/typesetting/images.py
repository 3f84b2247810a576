"""Images of the project for the PDF: PNG, JPEG, and SVG that is drawn anew from what is safe in it.

All go to Typst as SVG with a name of our making: its binding takes text files only, and a
photograph within a drawing comes out byte for byte. What is of another kind, broken, too large,
or not there gives no file; the page then says what the image would have shown.
"""

import struct
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from zlib import crc32

from generator.typesetting.svg import rebuilt

_MOST_PIXELS = 40_000_000
"""Pixels of an image: more than print has on an A3 page; a small file can claim any number."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_NO_FRAME = (0xC4, 0xC8, 0xCC)  # markers between C0 and CF that do not begin a frame
_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
    '<image width="{w}" height="{h}" href="data:image/{kind};base64,{content}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Collects the images that a document shows. `read` gives a file of the site by its path."""

    read: Callable[[str], bytes | None]
    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, str | None] = field(default_factory=dict)

    def name(self, path: str) -> str | None:
        """The name of the image at `path` among the files; None where it cannot be set."""
        if path not in self._names:
            self._names[path] = self._take(path)
        return self._names[path]

    def _take(self, path: str) -> str | None:
        content = self.read(unquote(path))
        drawing = as_drawing(content) if content else None
        if drawing is None:
            return None
        name = f"picture-{len(self.files)}.svg"
        self.files[name] = drawing
        return name


def as_drawing(content: bytes) -> bytes | None:
    """An image as SVG that may be set; None where it is none, or none that may."""
    if content.startswith(_PNG):
        return _framed("png", content, _png_size(content))
    if content.startswith(_JPEG):
        return _framed("jpeg", content, next(_jpeg_sizes(content), None))
    return rebuilt(content)


def _framed(kind: str, content: bytes, size: tuple[int, int] | None) -> bytes | None:
    if size is None or not 0 < size[0] * size[1] <= _MOST_PIXELS:
        return None
    packed = b64encode(content).decode()
    return _FRAME.format(kind=kind, w=size[0], h=size[1], content=packed).encode()


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height; None where a chunk is cut or damaged."""
    at, size, kind = len(_PNG), None, b""
    while at + 12 <= len(content) and kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        proof = content[at + 8 + length : at + 12 + length]
        if proof != crc32(kind + body).to_bytes(4, "big"):
            return None
        if kind == b"IHDR" and length >= 8:
            size = struct.unpack_from(">II", body)
        at += 12 + length
    return size if kind == b"IEND" else None


def _jpeg_sizes(content: bytes) -> Iterator[tuple[int, int]]:
    """Width and height as the first frame says; none where the file is cut."""
    if _JPEG_END not in content[-64:]:
        return
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = struct.unpack_from(">HH", content, at + 5)
            yield width, height
            return
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
