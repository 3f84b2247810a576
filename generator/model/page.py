"""A page of a briefing: its Markdown, and what the compiler found in it, with places."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.model.passage import Match
from generator.model.source import Section
from generator.model.span import Span, TextFile


class PageKind(StrEnum):
    """What a page of a briefing is."""

    OVERVIEW = "overview"
    TREND = "trend"
    CONTEXT = "context"
    OUTLOOK = "outlook"
    SOURCES = "sources"
    CHANGES = "changes"
    """The editions and corrections, where there are any."""
    FIELD = "field"
    """A text field of briefing.yml (`standfirst`, `says`, `because`), compiled like a page."""
    FREE = "free"
    """A page outside the briefings whose front matter says `standfirst: true`."""


SECTION_KINDS = {section: PageKind(section.value) for section in Section}


@dataclass(frozen=True, slots=True)
class Origin:
    """Which stretch of an assembled page came from which place of the author's files."""

    start: int
    end: int
    span: Span


@dataclass(frozen=True, slots=True)
class PageText:
    """Markdown before parsing: authored (its file) or assembled (a text of our making).

    `path` is where the page is published, without leading or closing slash
    (`briefings/video-clips/trend`). `start` is where the Markdown begins in `file.text`, after
    any front matter.
    """

    kind: PageKind
    path: str
    file: TextFile
    start: int = 0
    title: str = ""
    """Title from the front matter; empty where the page does not say."""
    standfirst: str = ""
    """The page's own opening paragraph, from its front matter."""
    assembled: bool = False
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source: `kind` is page, chapter, section, paragraph, time, words, translation
    or other; `text` is what the author wrote (for `words`, without the quotation marks).
    """

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One `@id` with its locators; `prefix` is what stands before it (`see`)."""

    source_id: str
    span: Span
    prefix: str = ""
    locators: tuple[Locator, ...] = ()
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """`[@a; @b, p. 3]`, or a bare `@a [p. 3]` in running text (`narrative`)."""

    span: Span
    citations: tuple[Citation, ...]
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, or a block quote, as the reader sees them.

    `text` is what is compared: marks outside, emphasis, links and escapes resolved. `citations`
    are those it is sought in, the closest group first. `original` is the text in the source's
    language where the quotation is a translation. `match` is the best result over `citations`,
    None where there is nothing to compare with.
    """

    text: str
    span: Span
    citations: tuple[Citation, ...] = ()
    is_block: bool = False
    original: str | None = None
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an actor or a term in the text, as the reader sees it; `id` is that of its entry.

    `is_plain`: it stands in running text, and not in a heading, a link, or the YAML of a block.
    """

    id: str
    text: str
    span: Span
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as format.md defines it, with what it cites (its footnotes' included).

    `claim` names what makes its words a claim (generator.text.claims), None where nothing does.
    """

    text: str
    span: Span
    citations: tuple[Citation, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 to 6, text as the reader sees it, its id if it has one written."""

    level: int
    text: str
    span: Span
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block with a name we know. `span` covers the fences, `body` is its YAML."""

    name: str
    span: Span
    body: TextFile
    body_start: int
    body_end: int
    options: Any = None
    """The block's own record, validated by its schema; None where that failed."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """`<!-- standfirst: allow CODE because … -->`: it counts for `scope`, the block after it."""

    code: str
    reason: str
    span: Span
    scope: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. Everything in it is ordered by place."""

    text: PageText
    headings: tuple[Heading, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    groups: tuple[CitationGroup, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    blocks: tuple[Block, ...] = ()
    handles: tuple[Span, ...] = ()
    r"""The backslashes of `\@name`, which the writer drops."""
    proposals: tuple[Span, ...] = ()
    """The marks `<!-- standfirst: proposed -->`."""
    includes: tuple[Span, ...] = ()
    """Places of `--8<--`."""
    unbalanced: tuple[Span, ...] = ()
    """Quotation marks without a partner in their block."""
    allowances: tuple[Allowance, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """Where the actors and terms of the briefing, and those shared by all, are named."""

    @property
    def path(self) -> str:
        """Where the page is published."""
        return self.text.path

    @property
    def kind(self) -> PageKind:
        """What the page is."""
        return self.text.kind

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations, in order of place."""
        return tuple(citation for group in self.groups for citation in group.citations)
