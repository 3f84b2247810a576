"""What the bytes of a published file say, in every way that they can be read.

Text is read as it stands, for attributes and comments, and without its tags. JSON is read value
after value, as a program reads it. Of PDFs the text is read. What is packed (gzip, as sitemaps and
search indexes are; zip, as EPUB and DOCX are) is unpacked first.
"""

import json
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from generator.errors import CaptureError
from generator.pdf_reading.extract import extract_words

_MOST = 256 * 1024 * 1024
"""Bytes that are unpacked of one file: a bomb is not followed to its end."""
_DEPTH = 3
_TAG = re.compile(r"<[^>]*>")
_Json = object


def unpacked(name: str, content: bytes, depth: int = _DEPTH) -> Iterator[tuple[str, bytes]]:
    """The file itself and what is packed in it, each with a name that leads there."""
    yield name, content
    if depth and content.startswith(b"\x1f\x8b"):
        yield from unpacked(name.removesuffix(".gz"), _gunzipped(content), depth - 1)
    elif depth and content.startswith(b"PK\x03\x04"):
        for member, part in _members(content):
            yield from unpacked(f"{name}/{member}", part, depth - 1)


def _gunzipped(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content, _MOST)
    except zlib.error:
        return b""


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            for member in archive.infolist():
                with archive.open(member) as stream:
                    yield member.filename, stream.read(_MOST)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, zlib.error):
        return  # broken or encrypted: nobody can read what we cannot


def readings(name: str, content: bytes) -> Iterator[str]:
    """The texts that the file holds; of pictures, fonts and the like none."""
    if content.startswith(b"%PDF"):
        yield from _pdf(name, content)
        return
    text = _decoded(content)
    if name.endswith((".json", ".webmanifest", ".map")):
        values = _json_texts(text)
        yield from (reading for value in values for reading in _marked_up(value))
    yield from _marked_up(text)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    is_binary = b"\0" in content[:1024]
    return "" if is_binary else content.decode("utf-8", "replace")


def _pdf(name: str, content: bytes) -> Iterator[str]:
    try:
        yield from extract_words(content, name)
    except CaptureError:
        return  # encrypted or broken: passed over


def _marked_up(text: str) -> Iterator[str]:
    """The text as it stands, then without its tags."""
    yield text
    if "<" in text:
        yield _TAG.sub("", text)


def _json_texts(text: str) -> tuple[str, ...]:
    """All string values one after the other, as a text may be spread over them; then all keys."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    values: list[str] = []
    keys: list[str] = []
    waiting: list[_Json] = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            values.append(one)
        elif isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            keys.extend(one)
            waiting.extend(reversed(one.values()))
    return "".join(values), "".join(keys)
