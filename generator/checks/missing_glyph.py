"""No font of the PDF has a character.

The PDF prints `〓` in the place of such a letter, and the name of a symbol or an emoji in brackets;
the website is shown with the fonts of the reader. The bundled fonts have Latin, Greek and Cyrillic
letters and the usual Chinese and Japanese ones.

For more Chinese and Japanese, and for Korean, install the extra: `pip install "standfirst[cjk]"`.
For other scripts, put an open font into `templates/pdf/fonts/`. Write an emoji in words.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.page import Page
from generator.model.source import Source
from generator.model.span import TextFile
from generator.text.glyphs import Loss, losses

_CJK = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC")
_SHOWN_OF_SOURCE = ("title", "publisher", "grade_reason", "descriptor")


def missing_glyph(node: Page | Source, scope: Scope) -> Iterator[Finding]:
    """Find the first character of each script that no font has, and each symbol."""
    if isinstance(node, Page):
        yield from _lost(node.text.file, 0, len(node.text.file.text), scope)
    elif any(node.id in briefing.used for briefing in scope.briefings):
        for key in _SHOWN_OF_SOURCE:
            if getattr(node, key):
                span = field_span(node, key)
                yield from _lost(node.file, span.start, span.end, scope)


def _lost(file: TextFile, start: int, end: int, scope: Scope) -> Iterator[Finding]:
    found = sorted(losses(file.text[start:end], scope.coverage), key=_script)
    for script, group in groupby(found, key=_script):
        first, *others = sorted(group, key=lambda loss: loss.start)
        more = f", nor {len(others)} more of its script" if others else ""
        yield Finding(
            file.span(start + first.start, start + first.start + 1),
            f"no font of the PDF has `{first.character}` ({first.name}){more}; it prints"
            f" `{first.shown}`",
            _advice(script, first),
        )


def _script(loss: Loss) -> str:
    """The first word of a letter's name says its script; a symbol stands for itself."""
    is_letter = unicodedata.category(loss.character)[0] in "LM"
    return unicodedata.name(loss.character, "").split(" ")[0] if is_letter else loss.character


def _advice(script: str, loss: Loss) -> str:
    if script in _CJK:
        return "install the fonts of the extra: pip install 'standfirst[cjk]'"
    if unicodedata.category(loss.character)[0] in "LM":
        return "put a font that has it into templates/pdf/fonts/"
    return "write it in words, or put a font that has it into templates/pdf/fonts/"


CHECK = Check(Page | Source, Severity.WARNING, missing_glyph)

EXAMPLES = Examples(
    passes=("Film shares rose in 上海, Łódź and Київ [@harbour-2026-02-09].\n",),
    fails=(
        "Film shares rose 🎬 that Monday [@harbour-2026-02-09].\n",
        "Film shares rose in תל אביב that Monday [@harbour-2026-02-09].\n",
    ),
)
