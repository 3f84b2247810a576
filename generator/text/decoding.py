"""Bytes of an article to characters: by byte order mark, UTF-8, or the charset that it declares.

UTF-8 goes before the declaration: bytes with non-ASCII characters that are valid UTF-8 are UTF-8,
while declarations are often left over from an earlier form of the page.
"""

import codecs
import re

from generator.errors import CaptureError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
# What browsers read under a label that older pages use for more than it says (WHATWG Encoding).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_READ = frozenset(
    (
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in (*range(2, 9), 10, *range(13, 17))),
        *("cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
        *("gb18030", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949"),
    )
)


def decode(content: bytes, location: str, *, charset: str = "") -> str:
    r"""The text of `content` with `\n` line ends. Raises CaptureError where it is no text."""
    text = _characters(content, charset)
    if text is None and b"\0" not in content:
        raise CaptureError(
            f"{location}: the characters cannot be read: they are neither UTF-8 nor in a charset "
            "that the file declares; save it as UTF-8 and add it again"
        )
    if text is None or "\0" in text:
        raise CaptureError(
            f"{location}: this is binary data, not text; save the article as HTML, Markdown or "
            "plain text and add that"
        )
    return _BREAKS.sub("\n", text).replace("\u2029", "\n\n")


def declared_charset(text: str) -> str:
    """The charset named in a media type or a `meta` element; empty where there is none."""
    match = _CHARSET.search(text)
    return match.group(1) if match else ""


def _characters(content: bytes, charset: str) -> str | None:
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _decoded(content, codec)
    text = _decoded(content, "utf-8")
    codec = _codec(charset)
    if codec and (text is None or content.isascii()):
        return _decoded(content, codec)
    return text


def _codec(charset: str) -> str:
    try:
        name = codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""
    name = _WIDER.get(name, name)
    return name if name in _READ else ""


def _decoded(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None
