"""The one way of curated text into Markdown.

After Python-Markdown has read the result with the extensions of a Standfirst project, the reader
sees the text letter for letter: every character that could begin a construct is written as a
character reference. A reference is plain text to every extension we support, where a backslash is
not (Python-Markdown has no escape for `@`, `"`, `'`, `$`, `&` or `<`). What is only punctuation
where it stands (a full stop after a word, the hyphen and the apostrophe inside one) stays as it
is, so that a draft can be read and edited.
"""

import re

_SPACES = re.compile(r"\s+")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls, and what YAML may not hold; `\\x85` is white space."""
_INSIDE_A_WORD = re.compile(r"(?<=[^\W_])['-](?=[^\W_])|(?<=\d)\.(?=\d)")
_AFTER_A_WORD = re.compile(r"(?<=[^\W_])[.?!:)](?= |$)|(?<= )\((?=\w{3})")
"""Not in the first word, where a full stop or a colon may begin a list, a definition, a field."""
_ACTIVE = re.compile(r"[^\w\s,;%\u0080-\U0010FFFF]|_|\ufeff")


def escape_markdown(text: str) -> str:
    """`text` on one line, inert: white space becomes single spaces, control characters go."""
    line = _SPACES.sub(" ", _DROPPED.sub("", text)).strip()
    first_space = line.find(" ")

    def escaped(match: re.Match[str]) -> str:
        start = match.start()
        harmless = _INSIDE_A_WORD.match(line, start) or (
            0 < first_space < start and _AFTER_A_WORD.match(line, start)
        )
        return match.group() if harmless else f"&#{ord(match.group())};"

    return _ACTIVE.sub(escaped, line)
