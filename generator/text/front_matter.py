"""Where the front matter of a Markdown file stands."""

import re
from dataclasses import dataclass

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML at `start` to `end`, and the offset at which the text after it begins."""

    start: int
    end: int
    body: int


def front_matter(text: str) -> FrontMatter | None:
    """Where the front matter of `text` stands; None where it has none."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    return FrontMatter(opening.end(), closing.start(), closing.end())
