"""A briefing quotes more of a source than it should without permission.

Short quotations are evidence; long stretches replace the article. The budget per briefing and
source is 20 % of its words and 300 words; mkdocs.yml may set `quotation_share` and
`quotation_words`. Every Chinese or Japanese character counts as a word. The same words
quoted twice count once, and sources with `rights: full` have no budget.

Report some of it in your own words.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.source import Rights, Source
from generator.model.span import Span
from generator.text.words import word_count


def quotation_budget(briefing: Briefing, scope: Scope) -> Iterator[Finding]:
    """Find the sources of which a briefing quotes too much."""
    for source_id, texts in sorted(_quoted(briefing).items()):
        source = scope.library.get(source_id)
        if source is None or source.rights is Rights.FULL:
            continue
        words, total = sum(map(word_count, _distinct(texts))), word_count(source.body)
        allowed = min(scope.project.quotation_share * total, scope.project.quotation_words)
        if words > allowed:
            yield Finding(
                _place(briefing, source),
                f"{words} of the {total} words of `{source_id}` are quoted, {_share(words, total)}",
                f"quote at most {int(allowed)} of its words, and report the rest",
            )


def _quoted(briefing: Briefing) -> dict[str, list[str]]:
    """The texts of the quotations found, by source id."""
    quoted: dict[str, list[str]] = {}
    for page in (*briefing.pages, *briefing.field_pages):
        for quotation in page.quotations:
            if quotation.match and quotation.match.is_found:
                text = quotation.original or quotation.text
                quoted.setdefault(quotation.match.source_id, []).append(text)
    return quoted


def _distinct(texts: list[str]) -> list[str]:
    """The texts, each once, without those that stand inside another."""
    kept: list[str] = []
    for text in sorted(set(texts), key=lambda text: (-len(text), text)):
        if not any(text in other for other in kept):
            kept.append(text)
    return kept


def _share(words: int, total: int) -> str:
    return f"{100 * words / total:.0f} %" if total else "all"


def _place(briefing: Briefing, source: Source) -> Span:
    """The source's entry in briefing.yml where it is listed, else the head of the file."""
    listed = dict(zip(briefing.sources, briefing.source_spans, strict=False))
    return listed.get(source.id, field_span(briefing))


CHECK = Check(Briefing, Severity.WARNING, quotation_budget)

EXAMPLES = Examples(
    passes=(
        'Shares "rose 20 percent" that day [@harbour-2026-02-09].\n\n'
        'Once more: shares "rose 20 percent" [@harbour-2026-02-09].\n',
    ),
    fails=(
        """It said "shares of Meridian Pictures rose 20 percent" [@other-2026-02-11].
>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
---
On Monday shares of Meridian Pictures rose 20 percent. Others fell a little.
""",
    ),
)
