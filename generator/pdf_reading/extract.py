"""The lines of a PDF, page by page, as pdfium finds them."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import CaptureError

SECONDS = 60
"""For the whole document; a page takes some 20 ms."""
MOST_PAGES = 2000
_WORKER = Path(__file__).with_name("worker.py")
_HYPHEN = re.compile("\x02$|(?<=[^\\W\\d_])[-\u2010\u00ad]$")
_TEXT_INSTEAD = "save its text as a plain text file and add that"
_REFUSALS = {
    "password": "is encrypted; save a copy without the password and add that",
    "broken": f"is a broken PDF; download it again, or {_TEXT_INSTEAD}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page in points, the origin at the bottom left; `y` is where its letters stand,
    `size` that of their font. `is_cut`: a hyphen ends it, which `text` leaves out.
    """

    text: str
    size: float
    left: float
    right: float
    y: float
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of a page in the order of the document, and what the document calls the page."""

    lines: tuple[Line, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a PDF says of itself (`Title`, `Author`, `CreationDate`, …), and its pages."""

    metadata: Mapping[str, str]
    pages: tuple[PdfPage, ...]


def extract(content: bytes, location: str, *, seconds: float = SECONDS) -> Pdf:
    """Read a PDF. Raises CaptureError, naming `location`, for one that cannot be read."""
    head, pages = _answers(content, location, seconds)
    if head["pages"] > MOST_PAGES:
        raise CaptureError(f"{location}: has more than {MOST_PAGES} pages; add the part you cite")
    if len(pages) < head["pages"]:
        raise CaptureError(f"{location}: page {len(pages) + 1} cannot be read; {_TEXT_INSTEAD}")
    return Pdf(_metadata(head), tuple(_page(page) for page in pages))


def extract_words(content: bytes, location: str, *, seconds: float = SECONDS) -> tuple[str, ...]:
    """All that a PDF says, without its places, which takes less than half the time: the text of
    its pages in one, then what the document says of itself. Raises CaptureError like `extract`.
    """
    head, pages = _answers(content, location, seconds, "words")
    return "".join(page["words"] for page in pages), *_metadata(head).values()


def _answers(
    content: bytes, location: str, seconds: float, *options: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:  # Any: JSON of our own making
    """What the child process says of the document, and of each page that it came to."""
    try:
        # -P: a module of the working folder must not stand in for one of the library's.
        done = subprocess.run(
            [sys.executable, "-P", str(_WORKER), *options],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CaptureError(
            f"{location}: takes longer than {seconds:g} s to read; {_TEXT_INSTEAD}"
        ) from error
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.endswith(b"}")]
    if not answers:
        raise CaptureError(f"{location}: {_REFUSALS['broken']}")
    head, pages = answers[0], answers[1:]
    if "error" in head:
        raise CaptureError(f"{location}: {_REFUSALS[head['error']]}")
    if done.returncode and len(pages) == head["pages"]:
        pages.pop()
    return head, pages


def _metadata(head: Mapping[str, Any]) -> dict[str, str]:  # Any: JSON of our own making
    return {str(key): str(value) for key, value in head["metadata"].items()}


def _page(answer: Mapping[str, Any]) -> PdfPage:  # Any: JSON of our own making
    return PdfPage(tuple(_line(line) for line in answer["lines"]), answer["label"])


def _line(answer: Mapping[str, Any]) -> Line:  # Any: JSON of our own making
    written = answer["text"].strip()
    text = _HYPHEN.sub("", written)
    return Line(
        text=text,
        size=answer["size"],
        left=answer["left"],
        right=answer["right"],
        y=answer["y"],
        is_cut=text != written,
    )
