"""Our style sheets as they are published: what helps their authors alone stays here."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

_OURS = "assets/standfirst/"
_PART = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
    r"""|[ \t]*/\*.*?\*/(?:[ \t]*\n)*"""
    r"""|([{};,])\n\s*""",
    re.DOTALL,
)


def lighten(files: "Files") -> None:
    """Take comments and breaks out of the own style sheets of the theme, a tenth of them."""
    for file in files.css_files():
        if file.src_uri.startswith(_OURS):
            file.content_string = lightened(file.content_string)


def lightened(style: str) -> str:
    """A style sheet without its comments and breaks; what stands in quotation marks is neither."""
    return _PART.sub(lambda part: part[1] or part[2] or "", style)
