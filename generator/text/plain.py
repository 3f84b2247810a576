"""The library's plain text: how lines of an article become paragraphs, headings and a body.

A body is one paragraph a line with blank lines between; a line that begins with `# ` is a heading
and nothing else is markup. Articles may hold such lines as text, so they pass through here.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_SPACES = re.compile(r"\s+")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are no white space
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides: they show a text as another one
    "\ufeff\ufffe\uffff]"  # byte order mark and noncharacters, not allowed in YAML
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_RULE = re.compile(r"(?:[-*_=~#] ?){3,}")
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


def one_line(text: str) -> str:
    """`text` on one line: single spaces, no control or override characters, no half characters."""
    whole = _SURROGATES.sub("\ufffd", _UNWANTED.sub("", text))
    return _SPACES.sub(" ", whole).strip()


def paragraph_line(text: str) -> str:
    """A paragraph of a body; empty where `text` is a mere rule (`---`, `* * *`).

    A `# ` at the start is text here, so its space becomes a no-break space: it looks the same and
    is compared as the same, but is no heading.
    """
    line = one_line(text)
    if _RULE.fullmatch(line):
        return ""
    return f"#\u00a0{line[2:]}" if line.startswith("# ") else line


def heading_line(text: str) -> str:
    """A heading of a body; empty where `text` is."""
    line = one_line(text)
    return f"# {line}" if line else ""


def body_of(lines: Iterable[str]) -> str:
    """The body made of paragraph and heading lines; empty lines are left out."""
    return "\n\n".join(line for line in lines if line)


def has_text(body: str) -> bool:
    """Whether the body has a paragraph, not headings alone."""
    return any(line and not line.startswith("# ") for line in body.split("\n"))


def without_title(lines: Sequence[str], title: str) -> Sequence[str]:
    """The lines of a body without those at its start that only repeat the title."""
    start = 0
    while start < len(lines) and (
        not lines[start] or is_same_line(lines[start].removeprefix("# "), title)
    ):
        start += 1
    return lines[start:]


def is_same_line(one: str, other: str) -> bool:
    """Whether two lines differ in white space, case or width of letters only."""
    return _folded(one) == _folded(other)


def joined(lines: Iterable[str]) -> str:
    """Wrapped lines as one: with a space, but none between Chinese characters or after a hyphen."""
    text = ""
    for line in filter(None, (line.strip() for line in lines)):
        tight = _CJK.match(text[-1:]) and _CJK.match(line)
        hyphen = text[-1:] == "-" and text[-2:-1].isalpha()
        text += line if not text or tight or hyphen else f" {line}"
    return text


def _folded(line: str) -> str:
    return unicodedata.normalize("NFKC", one_line(line)).casefold()
