"""The Markdown of a page with its code and comments blanked out, place for place."""

import re
from functools import lru_cache

_FENCE = re.compile(
    r"^(?P<mark>[ \t>]*(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=mark)[`~]*[ \t]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SPAN = re.compile(r"(?<!`)(?P<mark>`+)(?!`).+?(?<!`)(?P=mark)(?!`)", re.DOTALL)
_LETTER = re.compile(r"[^\n]")


@lru_cache(maxsize=8)  # one check after another asks for the same page
def without_code(text: str) -> str:
    """`text` with spaces for fenced code, code spans and comments; offsets stay true."""
    for sign, pattern in (("\n", _FENCE), ("<!--", _COMMENT), ("`", _SPAN)):
        if sign in text:
            text = pattern.sub(lambda found: _LETTER.sub(" ", found[0]), text)
    return text
