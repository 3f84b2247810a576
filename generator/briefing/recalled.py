"""A page that was parsed before, from the same text and against the same sources, is recalled.

Which sources a page depends on is found out by parsing it, and depends on nothing but its text and
what those sources say. So two things are remembered: for the text, the ids that were asked for;
for the text and those sources as they are now, the page.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.briefing.reading import Reading
from generator.codec import Home, codec_of
from generator.memo import Task, digest
from generator.model.page import Page, PageText

_ASKED: Task[tuple[str, ...]] = Task("sources of a page", list, tuple)


def recalled(text: PageText, reading: Reading, parse: Callable[[PageText, Reading], Page]) -> Page:
    """The page that `parse` makes, from memory where that is possible."""
    memo, own, task = reading.bodies.memo, _own_inputs(text, reading), _task(text)
    asked = memo.recall(_ASKED, own)
    if asked is not None:
        inputs = _all_inputs(own, asked, reading)
        page = memo.recall(task, inputs)
        if page is not None:
            reading.bodies.pages[text.file.path] = inputs
            return page if page.text is text else replace(page, text=text)
    watched = replace(reading, asked=set())
    page = parse(text, watched)
    asked = tuple(sorted(watched.asked))
    memo.keep(_ASKED, own, asked)
    inputs = _all_inputs(own, asked, reading)
    memo.keep(task, inputs, page)
    reading.bodies.pages[text.file.path] = inputs
    return page


def _task(text: PageText) -> Task[Page]:
    codec, home = codec_of(Page), Home(text.file, text)
    return Task("page", lambda page: codec.write(page, home), lambda value: codec.read(value, home))


def _own_inputs(text: PageText, reading: Reading) -> bytes:
    """The digest of what is at hand before parsing. `origins` only says where the text is from."""
    return digest(
        *(text.kind, text.path, text.file.path, text.file.text, str(text.start)),
        *(text.title, text.standfirst, str(text.assembled), reading.language),
        *(digest(*reading.terms), digest(*sorted(reading.block_names)), reading.names.digest),
    )


def _all_inputs(own: bytes, asked: Iterable[str], reading: Reading) -> bytes:
    return digest(own, *(reading.bodies.digest(source_id) for source_id in asked))
