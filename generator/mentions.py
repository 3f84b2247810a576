"""Every place of a project's files that names a source: citations, and the lists of ids in YAML.

Citations are those that the compiler found, so what only looks like one (in code, in an address)
is none here either.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.briefing import Bodies, parse_page
from generator.briefing.load import AUTHORED
from generator.briefing.yaml_fields import field_places
from generator.errors import UsageError
from generator.library.load import FOLDER
from generator.model.build import Build
from generator.model.page import Block, Page, PageKind, PageText
from generator.model.span import Span, TextFile
from generator.parsing import reading_of
from generator.text.front_matter import front_matter
from generator.text.strict_yaml import Place, YamlDocument, read_yaml

_LISTS = ("sources", "confirmed_by", "origin")
"""Fields whose entries are ids, in briefing.yml and in the front matter of sources."""


def mentions(build: Build, files: Iterable[TextFile], source_id: str) -> tuple[Span, ...]:
    """The places of the id, without `@`, ordered.

    `files` are those of the library and the briefings, whether they could be compiled or not.
    Raises UsageError where one of them names the source and cannot be read for its places.
    """
    finder = _Finder(build, source_id)
    found = {span for page in _authored(build) for span in finder.in_page(page)}
    for file in files:
        found.update(finder.in_file(file))
    return tuple(sorted(found))


def _authored(build: Build) -> Iterator[Page]:
    for briefing in build.briefings:
        yield from (page for page in briefing.pages if not page.text.assembled)
    yield from build.free_pages


@dataclass(frozen=True, slots=True)
class _Finder:
    build: Build
    source_id: str

    @property
    def written(self) -> re.Pattern[str]:
        """The id where it is not part of a longer one."""
        goes_on = r"\w|(?:(?!\.\.)[.-])+\w"
        return re.compile(rf"(?<![\w.-]){re.escape(self.source_id)}(?!{goes_on})", re.ASCII)

    def in_page(self, page: Page) -> Iterator[Span]:
        """In the citations of a page, of its blocks, and of its own opening paragraph.

        What a block cites without naming it (BlockKind.cites) has no id to find.
        """
        file = page.text.file
        for block in page.blocks:
            self._refuse_faulty(block)
        yield from (
            _id_span(file, citation.span)
            for citation in page.citations
            if citation.source_id == self.source_id
            and file.text.startswith(f"@{self.source_id}", citation.span.start)
        )
        matter = front_matter(file.text)
        if matter:
            document = read_yaml(file, matter.start, matter.end)
            yield from self._in_prose(file, document, [("standfirst",)])

    def in_file(self, file: TextFile) -> Iterator[Span]:
        """In the YAML of a source or of a briefing.yml; pages are looked at as compiled."""
        if not file.path.startswith(f"{FOLDER}/"):
            self._refuse_uncompiled(file)
            if file.path.endswith(".md"):
                return
        matter = front_matter(file.text) if file.path.endswith(".md") else None
        start, end = (matter.start, matter.end) if matter else (0, len(file.text))
        document = read_yaml(file, start, end)
        if document.faults and self.written.search(file.text, start, end):
            raise _mend(file, document.faults[0].span.start)
        yield from self._in_lists(file, document)
        yield from self._in_prose(file, document, [place for place, _, _ in field_places(document)])

    def _in_lists(self, file: TextFile, document: YamlDocument) -> Iterator[Span]:
        for place, value, span in document.scalars():
            is_id = place[:1] and place[0] in _LISTS and len(place) <= 2
            if is_id and value.removeprefix("@") == self.source_id:
                yield from self._occurrences(file, span, value)

    def _in_prose(
        self, file: TextFile, document: YamlDocument, places: Iterable[Place]
    ) -> Iterator[Span]:
        """In the citations of texts in YAML. What YAML folds or indents is white space, which no id
        has: so the first id in the text is the first in the file, and so on.
        """
        for place in places:
            value, span = document.at(place), document.spans.get(place)
            if not isinstance(value, str) or span is None or not self._cites(value):
                continue
            all_places = list(self._occurrences(file, span, value))
            cited = self._cited_in(value, is_cite="cite" in place)
            for match, found in zip(self.written.finditer(value), all_places, strict=True):
                if match.start() in cited:
                    yield found

    def _cites(self, text: str) -> bool:
        return re.search(f"@{self.written.pattern}", text, re.ASCII) is not None

    def _cited_in(self, value: str, *, is_cite: bool) -> set[int]:
        """Where in a text the id stands that a citation names; `cite:` is read as in brackets."""
        text = f"[{value}]" if is_cite else value
        file = TextFile("field", text)
        reading = reading_of(Bodies(self.build.library), None, "en")
        page = parse_page(PageText(PageKind.FIELD, "field", file), reading)
        return {
            citation.span.end - len(self.source_id) - is_cite
            for citation in page.citations
            if citation.source_id == self.source_id
        }

    def _occurrences(self, file: TextFile, span: Span, value: str) -> Iterator[Span]:
        """The places in the file of each time that the id stands in a YAML text."""
        start = span.start
        if file.text[start : start + 1] in ("|", ">"):
            start = file.text.find("\n", start)
        found = list(self.written.finditer(file.text, start, span.end))
        if len(found) != len(list(self.written.finditer(value))):
            raise _mend(file, span.start)
        yield from (file.span(*match.span()) for match in found)

    def _refuse_uncompiled(self, file: TextFile) -> None:
        """A page or briefing.yml that is too faulty to be compiled has no citations to go by."""
        compiled = {page.text.file.path for page in _authored(self.build)}
        compiled.update(briefing.file.path for briefing in self.build.briefings)
        is_left_alone = PurePosixPath(file.path).stem not in ("briefing", *AUTHORED)
        if file.path not in compiled and not is_left_alone and self.written.search(file.text):
            raise _mend(file, 0)

    def _refuse_faulty(self, block: Block) -> None:
        document = read_yaml(block.body, block.body_start, block.body_end)
        if document.faults and self._cites(block.body.text[block.body_start : block.body_end]):
            raise _mend(block.body, document.faults[0].span.start)


def _id_span(file: TextFile, span: Span) -> Span:
    """The id in the span of a citation, which begins with `@`."""
    return file.span(span.start + 1, span.end)


def _mend(file: TextFile, offset: int) -> UsageError:
    position = file.position(offset)
    return UsageError(
        f"{file.path}:{position.line}: names the source where it cannot be read for certain; run "
        "`standfirst check`, mend this place, and rename again"
    )
