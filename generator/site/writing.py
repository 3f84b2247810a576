"""The writer of a page of the site."""

from generator.blocks import blocks
from generator.briefing import Bodies, Reading
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.render import PageWriter


def writer_for(build: Build, path: str, briefing: Briefing | None) -> PageWriter:
    """The writer of the page at `path`, which belongs to `briefing` if to any."""
    language = briefing.language if briefing else build.language
    reading = Reading(
        library=build.library,
        bodies=Bodies(build.library),
        terms=briefing.terms if briefing else (),
        language=language,
        block_names=frozenset(blocks()),
    )
    return PageWriter(path, build.library, briefing, build.briefings, reading, language)
