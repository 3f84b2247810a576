"""Reads a page of invented Markdown, and says what was found by the words that stand there.

The library: `harbour` and `quay` are articles, `ministry` an abstract, `arena` a data source,
`jiaobao` a Chinese article.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.briefing import Bodies, Reading, parse_page
from generator.model.page import Page, PageKind, PageText, Quotation, Sentence
from generator.model.passage import Match
from generator.model.source import Library, Source, TextKind
from generator.model.span import Span, TextFile

HARBOUR = """\
# Clips lift shares

Shares of one film company rose 20 percent on Monday, dealers said.

The regulator did not approve the rule. Users made synthetic clips.

Synthetic clips are cheap, a dealer said. “They went “viral” at once.”
"""
QUAY = "A second paper saw a wager on licences.\n\nShares of one film company rose 20 percent."
JIAOBAO = "周一，一家影视公司股价上涨两成。\n\n监管部门没有批准这项规定。"


def source(source_id: str, body: str, title: str, text: TextKind = TextKind.ARTICLE) -> Source:
    """A source of the library, without its front matter."""
    return Source(source_id, TextFile(f"sources/{source_id}.md", body), body, 0, title, text=text)


LIBRARY = Library(
    (
        source("arena", "Scores by month.", "Arena scores", TextKind.DATA),
        source("harbour", HARBOUR, "Clips lift shares"),
        source("jiaobao", JIAOBAO, "短片带动股价"),
        source("ministry", "In short: labels are required.", "Rules", TextKind.ABSTRACT),
        source("quay", QUAY, "A wager on licences"),
    )
)


@dataclass(frozen=True)
class Found:
    """A parsed page, seen through the words at its spans."""

    page: Page

    def at(self, span: Span) -> str:
        """The words of the file at `span`."""
        assert span.path == self.page.text.file.path
        return self.page.text.file.text[span.start : span.end]

    def all_at(self, spans: Iterable[Span]) -> list[str]:
        """The words at each of the spans."""
        return [self.at(span) for span in spans]

    @property
    def sentences(self) -> list[str]:
        """The words of the file at each sentence."""
        return self.all_at(sentence.span for sentence in self.page.sentences)

    @property
    def groups(self) -> list[str]:
        """The words of the file at each citation group."""
        return self.all_at(group.span for group in self.page.groups)

    @property
    def cited(self) -> list[str]:
        """The ids of all citations, each found again at its place."""
        for citation in self.page.citations:
            assert self.at(citation.span) == f"@{citation.source_id}"
        return [citation.source_id for citation in self.page.citations]

    @property
    def quotations(self) -> list[str]:
        """The words of the file at each quotation."""
        return self.all_at(quotation.span for quotation in self.page.quotations)

    @property
    def locators(self) -> list[tuple[str, str]]:
        """Kind and text of each locator; the text stands at its place."""
        found = [locator for citation in self.page.citations for locator in citation.locators]
        for locator in found:
            assert self.at(locator.span) == locator.text
        return [(locator.kind, locator.text) for locator in found]

    @property
    def unbalanced(self) -> list[tuple[str, int]]:
        """Each quotation mark without a partner, with its column."""
        file = self.page.text.file
        return [(self.at(span), file.position(span.start).column) for span in self.page.unbalanced]

    def sentence(self, words: str) -> Sentence:
        """The sentence in which these words stand."""
        return next(it for it in self.page.sentences if words in self.at(it.span))

    def quotation(self, words: str) -> Quotation:
        """The quotation with these words."""
        return next(it for it in self.page.quotations if words in it.text)

    def cites(self, words: str) -> list[str]:
        """What the sentence with these words cites."""
        return [citation.source_id for citation in self.sentence(words).citations]

    def match(self, words: str) -> Match:
        """The match of the quotation with these words, which was sought somewhere."""
        match = self.quotation(words).match
        assert match is not None
        return match

    @property
    def matches(self) -> list[Match]:
        """The match of each quotation, all of which were sought."""
        found = [quotation.match for quotation in self.page.quotations]
        assert None not in found
        return [match for match in found if match]

    def sought(self, words: str) -> list[str]:
        """The sources in which the quotation with these words is sought."""
        return [citation.source_id for citation in self.quotation(words).citations]


def read(
    markdown: str,
    *,
    language: str = "en",
    terms: tuple[str, ...] = (),
    kind: PageKind = PageKind.TREND,
    start: int = 0,
) -> Found:
    """Parse a page as one of a briefing with this library."""
    file = TextFile("docs/briefings/clips/trend.md", markdown)
    reading = Reading(LIBRARY, Bodies(LIBRARY), terms, language, frozenset({"chart", "timeline"}))
    return Found(parse_page(PageText(kind, "briefings/clips/trend", file, start), reading))
