"""Which briefings are the same text in different languages.

A translation is a briefing of its own that names its original in `translation_of`.
"""

from collections.abc import Iterable, Sequence

from generator.model.briefing import Briefing


def original_of(briefing: Briefing, briefings: Iterable[Briefing]) -> str:
    """The slug of the text that `briefing` goes back to: its own where it is the original."""
    by_slug = {each.slug: each for each in briefings}
    seen = [briefing.slug]
    while (named := briefing.translation_of) and named in by_slug and named not in seen:
        seen.append(named)
        briefing = by_slug[named]
    return briefing.slug


def versions(briefing: Briefing, briefings: Sequence[Briefing]) -> tuple[Briefing, ...]:
    """`briefing` and its other versions, the original first; drafts only if it is one itself."""
    root = original_of(briefing, briefings)
    found = [
        each
        for each in briefings
        if original_of(each, briefings) == root
        and (not each.is_draft or each.slug == briefing.slug)
    ]
    return tuple(sorted(found, key=lambda each: (each.slug != root, each.slug)))


def in_the_language(briefing: Briefing, briefings: Sequence[Briefing], language: str) -> Briefing:
    """The version of `briefing` in a language, else its original."""
    found = versions(briefing, briefings)
    fitting = (each for each in found if _primary(each.language) == _primary(language))
    return next(fitting, found[0])


def _primary(language: str) -> str:
    return language.lower().split("-")[0]
