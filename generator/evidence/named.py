"""The sentences, citations and quotations of a page, each with an id that others can cite.

`page#s3` is the third sentence of the page. A sentence whose paragraph, list item or heading has an
id written keeps that one, `page#shares`, wherever it moves; a second sentence of the same paragraph
is `page#shares.2`. Fields of a judgement or forecast go by its id: `page#judgements/kj-rules/says`.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model.briefing import Briefing
from generator.model.page import Citation, Page, Quotation, Sentence
from generator.model.span import Span

# `{#id}` alone on the line after a paragraph or list item, as Python-Markdown reads it.
_ID_LINE = re.compile(r"^[ \t>]*\{:?[^}\n]*?#([\w.:-]+)[^}\n]*\}[ \t]*$", re.MULTILINE)
_BLOCK_START = re.compile(r"^[ \t>]*\n|^[ \t>]*(?:[-*+]|\d+\.)[ \t]", re.MULTILINE)
_COUNTED = re.compile(r"[scq]\d+(?:\.\d+)?")


class NamedPage:
    """A page of a briefing, or a field of briefing.yml that is compiled like one."""

    def __init__(self, page: Page, briefing: Briefing) -> None:
        self.page = page
        self.field = _field(page, briefing)
        """Which field it is, `judgements/kj-rules/says`; empty for a page."""
        self.id = f"{page.path}#{self.field}" if self.field else page.path
        self.sentences: list[tuple[str, Sentence]] = list(self._sentences())
        self.citations: list[tuple[str, Citation]] = [
            (f"{self.id}#c{number}", one) for number, one in enumerate(page.citations, 1)
        ]
        self.quotations: list[tuple[str, Quotation]] = [
            (f"{self.id}#q{number}", one) for number, one in enumerate(page.quotations, 1)
        ]
        self._citation_ids = {citation.span: name for name, citation in self.citations}
        self._sentence_places = _Places([(one.span, name) for name, one in self.sentences])
        self._quotation_places = _Places([(one.span, name) for name, one in self.quotations])

    def citation_id(self, citation: Citation) -> str:
        """The id of one of its citations."""
        return self._citation_ids[citation.span]

    def quotation_ids(self, sentence: Sentence) -> tuple[str, ...]:
        """The ids of the quotations in a sentence, or that the sentence is in."""
        return tuple(self._quotation_places.at(sentence.span))

    def sentences_at(self, span: Span) -> tuple[str, ...]:
        """The ids of the sentences that stand at least partly in `span`."""
        return tuple(self._sentence_places.at(span))

    def sentence_at(self, span: Span) -> str:
        """The id of the sentence that begins `span`; empty in lists of `cite:`."""
        return next(self._sentence_places.at(span), "")

    def _sentences(self) -> Iterator[tuple[str, Sentence]]:
        """Sentences with their ids; an entry of `cite:` has no words and is none."""
        written = _Places(sorted(_written_ids(self.page)))
        taken: Counter[str] = Counter()
        told = (sentence for sentence in self.page.sentences if sentence.text)
        for number, sentence in enumerate(told, 1):
            name = next(written.at(sentence.span), f"s{number}")
            taken[name] += 1
            again = f".{taken[name]}" if taken[name] > 1 else ""
            yield f"{self.id}#{name}{again}", sentence


class _Places:
    """Names by place; the places are in order and do not overlap."""

    def __init__(self, places: Sequence[tuple[Span, str]]) -> None:
        self._places = places
        self._ends = [span.end for span, _ in places]

    def at(self, span: Span) -> Iterator[str]:
        """The names of the places that share a character with `span`, in order."""
        for index in range(bisect_right(self._ends, span.start), len(self._places)):
            place, name = self._places[index]
            if place.start >= span.end:
                return
            yield name


def _field(page: Page, briefing: Briefing) -> str:
    """The place of the field in briefing.yml, with the id of its record for the number."""
    kind, number, *rest = [*page.text.file.path.partition("#")[2].split("/"), ""]
    names = {
        "judgements": record_names([judgement.id for judgement in briefing.judgements]),
        "forecasts": record_names([forecast.id for forecast in briefing.forecasts]),
    }.get(kind, [])
    if number.isdecimal() and int(number) < len(names):
        number = names[int(number)]
    return "/".join((kind, number, *rest)).rstrip("/")


def record_names(ids: list[str]) -> list[str]:
    """What records go by: their id, or their number from 0 where several have the same."""
    return [one if ids.count(one) == 1 else str(index) for index, one in enumerate(ids)]


def _written_ids(page: Page) -> Iterator[tuple[Span, str]]:
    """The ids that authors wrote on headings, paragraphs and list items, with their block.

    One that looks like an id of our counting is passed over.
    """
    file, first = page.text.file, page.text.start
    for heading in page.headings:
        if heading.id and not _COUNTED.fullmatch(heading.id):
            yield heading.span, heading.id
    starts = [first, *(found.end() for found in _BLOCK_START.finditer(file.text, first))]
    for line in _ID_LINE.finditer(file.text, first):
        if not _COUNTED.fullmatch(line[1]):
            start = starts[bisect_right(starts, line.start()) - 1]
            yield file.span(start, line.start()), line[1]
