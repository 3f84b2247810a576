"""The child process: reads a PDF on standard input, answers with a line of JSON for each page.

With the argument `words` the line has the page's text as a whole, else its lines and their places.
It is run as a script and imports nothing of the package. The first line that it writes tells of
the document, or what is wrong with it: `{"error": "password"}`, `{"error": "broken"}`.
"""

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from statistics import median_low
from typing import Any, Protocol

MEMORY = 2 * 2**30
"""Address space in bytes where the system can limit it."""
_LINE_END_HYPHEN = "\x02"  # pdfium writes it for a hyphen and the line break after it
_TURNED = (0.2, 6.0)
"""Angles in radians between which letters do not stand upright."""


class TextPage(Protocol):
    """What is used of pypdfium2's own class, which has no types."""

    def count_chars(self) -> int:
        """How many characters pdfium sees."""

    def get_charbox(self, index: int, loose: bool) -> tuple[float, float, float, float]:  # noqa: FBT001 (theirs)
        """Left, bottom, right and top of a character in points."""


def main() -> None:
    """Read the document and write its lines, page by page; a page that cannot be read is empty."""
    _limit_memory()
    import pypdfium2 as pdfium  # native code, wanted in this process only

    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
    except pdfium.PdfiumError as error:
        _write({"error": "password" if "password" in str(error).lower() else "broken"})
        return
    _write({"metadata": document.get_metadata_dict(), "pages": len(document)})
    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
            if sys.argv[1:] == ["words"]:
                _write({"words": textpage.get_text_range()})
            else:
                _write({"label": document.get_page_label(number), "lines": _lines(textpage)})
            page.close()
        except pdfium.PdfiumError:
            _write({"label": "", "lines": [], "words": ""})


def _write(answer: dict[str, Any]) -> None:  # Any: whatever JSON can say
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _lines(textpage: TextPage) -> list[dict[str, Any]]:  # Any: JSON
    """The page's lines in the order of the document; turned ones only where all of them are."""
    found = [_line(textpage, text, inked) for text, inked in _parts(textpage) if inked]
    upright = [line for line in found if not line.pop("turned")]
    return upright or found


def _parts(textpage: TextPage) -> Iterator[tuple[str, list[int]]]:
    """The text of each line, and the indices of its characters that leave ink on the page."""
    from pypdfium2 import raw

    text, inked = "", []
    for index in range(textpage.count_chars()):
        unit = chr(raw.FPDFText_GetUnicode(textpage, index))
        if unit not in "\r\n":
            text += unit
        if unit > " ":
            inked.append(index)
        if unit in ("\r", "\n", _LINE_END_HYPHEN):
            yield text, inked
            text, inked = "", []
    yield text, inked


def _line(textpage: TextPage, text: str, inked: list[int]) -> dict[str, Any]:  # Any: JSON
    """A line in points, the origin at the bottom left of the page."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, inked[0], x, y)
    angle = raw.FPDFText_GetCharAngle(textpage, inked[0])
    return {
        "text": text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        "size": median_low(_size(textpage, index) for index in inked[:: len(inked) // 8 + 1]),
        "left": round(textpage.get_charbox(inked[0], loose=True)[0], 1),
        "right": round(textpage.get_charbox(inked[-1], loose=True)[2], 1),
        "y": round(y.value, 1),
        "turned": _TURNED[0] < angle < _TURNED[1],
    }


def _size(textpage: TextPage, index: int) -> float:
    """The size of the letter's font as it stands on the page, in points."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return round(float(raw.FPDFText_GetFontSize(textpage, index)) * scale, 1)


def _limit_memory() -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (OSError, ValueError):
        sys.stderr.write("the memory of pdfium could not be limited\n")  # macOS refuses


if __name__ == "__main__":
    main()
