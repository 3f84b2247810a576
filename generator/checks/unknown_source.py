r"""A citation names a source that the library does not have.

A reader who follows the citation finds nothing, and no quotation can be compared with the source.

Correct the id, or take the article into the library with `standfirst add`. A handle that is no
citation is written with a backslash: `\@name`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.page import Citation
from generator.model.source import Library
from generator.model.span import Span

_NEAR = 80  # of 100; below it the dates in two ids are most of what they share


def unknown_source(node: Citation | Briefing, scope: Scope) -> Iterator[Finding]:
    """Find a citation, or an entry of `sources:`, that names no source."""
    named = _listed(node) if isinstance(node, Briefing) else [(node.source_id, node.span)]
    for source_id, span in named:
        if scope.library.get(source_id) is None:
            advice = _help(source_id, scope.library)
            yield Finding(span, f"no source is called `{source_id}`", advice)


def _listed(briefing: Briefing) -> Iterator[tuple[str, Span]]:
    for index, source_id in enumerate(briefing.sources):
        spans = briefing.source_spans
        yield source_id, spans[index] if index < len(spans) else field_span(briefing)


def _help(source_id: str, library: Library) -> str:
    from rapidfuzz import fuzz, process  # 10 ms, only where something is wrong

    ids = [source.id for source in library.sources]
    nearest = process.extractOne(source_id, ids, scorer=fuzz.WRatio, score_cutoff=_NEAR)
    if nearest:
        return f"did you mean `{nearest[0]}`?"
    return f"take the article into the library, as sources/{source_id}.md"


CHECK = Check(Citation | Briefing, Severity.ERROR, unknown_source)

EXAMPLES = Examples(
    passes=(
        "Film shares rose that Monday [@harbour-2026-02-09].\n",
        "Write to desk@harbour.example for the figures [@harbour-2026-02-09].\n",
    ),
    fails=(
        "Film shares rose that Monday [@harbor-2026-02-09].\n",
        """Film shares rose that Monday [@harbour-2026-02-09].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09, no-such-source]
""",
    ),
)
