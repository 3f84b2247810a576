"""The writer of a page of the site."""

from generator.blocks import blocks
from generator.briefing import Bodies, Reading
from generator.memo import HeldMemo
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.render import PageWriter

_PARSED = HeldMemo()
"""Texts of blocks and fields as parsed, for the next page that shows them and the next build of a
preview.
"""


def writer_for(build: Build, path: str, briefing: Briefing | None) -> PageWriter:
    """The writer of the page at `path`, which belongs to `briefing` if to any."""
    language = briefing.language if briefing else build.language
    reading = Reading(
        library=build.library,
        bodies=Bodies(build.library, _PARSED),
        terms=briefing.terms if briefing else (),
        language=language,
        block_names=frozenset(blocks()),
    )
    return PageWriter(
        path,
        build.library,
        briefing,
        build.briefings,
        reading,
        language,
        addresses=build.addresses,
    )


def evidence_language(build: Build, source_id: str) -> str:
    """The language of the briefings that use a source, where they have one; else the site's."""
    languages = {each.language for each in build.briefings if source_id in each.used}
    return languages.pop() if len(languages) == 1 else build.language
