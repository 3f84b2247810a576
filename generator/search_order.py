"""Puts the search index of Pagefind in order, so that the same pages have the same index.

Pagefind writes languages, filters and the values of a filter (`filter/*.pf_filter`) in a random
order, and names these files and the one that lists them (`*.pf_meta`) by what is in them. Both are
gzip around a mark and CBOR, of which lists, texts and small numbers are used. What has another form
stays as it is.
"""

import gzip
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

_MARK = b"pagefind_dcd"
_VALUES, _FILTERS = 1, 3
"""Places in `[filter, [[value, [page, …]], …]]` and in `[version, pages, parts, filters, …]`."""
_ARRAY, _TEXT, _NUMBER = 4, 3, 0
_SIZES = {24: 1, 25: 2, 26: 4}
_NAME = re.compile(r"(.+[_.])([0-9a-f]+)\.(pf_filter|pf_meta)")
_Value = Any  # CBOR: lists, texts and numbers, in lists


def settle_order(folder: Path) -> None:
    """Settle the index in `folder`, that of Pagefind in a finished site."""
    renamed: dict[bytes, bytes] = {}
    for path in sorted(folder.glob("filter/*.pf_filter")):
        content = _content(path)
        if content is not None:
            renamed |= _renamed(path, _sorted(content, _VALUES))
    for path in sorted(folder.glob("*.pf_meta")):
        content = _content(path)
        if content is not None:
            renamed |= _renamed(path, _sorted(_replaced(content, renamed), _FILTERS))
    entry = folder / "pagefind-entry.json"
    if entry.is_file():
        entry.write_bytes(_with_languages_sorted(_replaced(entry.read_bytes(), renamed)))


def _with_languages_sorted(entry: bytes) -> bytes:
    """The file that lists the languages, which come in a random order too."""
    try:
        value = json.loads(entry)
        value["languages"] = dict(sorted(value["languages"].items()))
    except (ValueError, TypeError, KeyError, AttributeError):
        return entry
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _content(path: Path) -> bytes | None:
    """What is packed in the file, without its mark."""
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError):
        return None
    return content.removeprefix(_MARK) if content.startswith(_MARK) else None


def _renamed(path: Path, content: bytes) -> dict[bytes, bytes]:
    """Write the content to a file named by it; the old and the new name, which are equally long."""
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return {}
    digest = sha256(content).hexdigest()[: len(parts[2])]
    packed = gzip.compress(_MARK + content, compresslevel=0, mtime=0)
    path.unlink()
    path.with_name(f"{parts[1]}{digest}.{parts[3]}").write_bytes(packed)
    language = parts[1].removeprefix("pagefind.")
    return {f"{language}{parts[2]}".encode(): f"{language}{digest}".encode()}


def _replaced(content: bytes, names: dict[bytes, bytes]) -> bytes:
    for old, new in sorted(names.items()):
        content = content.replace(old, new)
    return content


def _sorted(content: bytes, index: int) -> bytes:
    """The same with the list at `index` in order; what cannot be read is left as it is."""
    try:
        value, end = _read(content, 0)
        value[index].sort()
        written = b"".join(_written(value))
    except (ValueError, IndexError, TypeError, AttributeError):
        return content
    return written if end == len(content) == len(written) else content


def _read(content: bytes, at: int) -> tuple[_Value, int]:
    """The value at a place, and the place behind it."""
    kind, size = content[at] >> 5, content[at] & 31
    at += 1
    if size >= min(_SIZES):
        width = _SIZES.get(size, 0)
        if not width:
            raise ValueError("not a size that is used here")
        size, at = int.from_bytes(content[at : at + width], "big"), at + width
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return content[at : at + size].decode("utf-8"), at + size
    if kind != _ARRAY:
        raise ValueError("not a kind that is used here")
    values: list[_Value] = []
    for _ in range(size):
        value, at = _read(content, at)
        values.append(value)
    return values, at


def _written(value: _Value) -> Iterator[bytes]:
    if isinstance(value, int):
        yield _head(_NUMBER, value)
    elif isinstance(value, str):
        text = value.encode("utf-8")
        yield _head(_TEXT, len(text)) + text
    else:
        yield _head(_ARRAY, len(value))
        for one in value:
            yield from _written(one)


def _head(kind: int, size: int) -> bytes:
    if size < min(_SIZES):
        return bytes([kind << 5 | size])
    mark, width = next((mark, width) for mark, width in _SIZES.items() if size < 1 << 8 * width)
    return bytes([kind << 5 | mark]) + size.to_bytes(width, "big")
