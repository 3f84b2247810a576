"""A curated article: its metadata as the curator wrote it, its text, and how it was captured.

Field names follow CSL-JSON where it has one. Defaults are those of the handbook's reference.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.span import Span, TextFile


class TextKind(StrEnum):
    """What the body of a source is."""

    ARTICLE = "article"
    EXCERPT = "excerpt"
    ABSTRACT = "abstract"
    DATA = "data"


class Rights(StrEnum):
    """What of a source may be published beside its metadata and notes."""

    QUOTE = "quote"
    FULL = "full"
    NONE = "none"


class Section(StrEnum):
    """The page of a briefing that a note belongs to."""

    TREND = "trend"
    CONTEXT = "context"
    OUTLOOK = "outlook"


class Reliability(StrEnum):
    """Admiralty code, first letter: the source. F means unknown, not worst (FM 2-22.3)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Admiralty code, second figure: the information. 6 means unknown, not worst (FM 2-22.3)."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes as captured: their hash, and the hash of the text taken out of them."""

    sha256: str
    media_type: str
    retrieved: str
    text_sha256: str
    extractor: str
    pages: tuple[int, ...] = ()
    """Where each page begins, as offsets of the body; empty for documents without pages."""
    first_page: int = 1
    """The number that the first of them carries in print; the others count on from it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as data: what was measured, of whom, when, and how much in which unit."""

    metric: str
    entity: str
    value: str
    """As written: digits with a decimal point, or a date where the metric is one."""
    date: str | None = None
    unit: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A finding of the curator: what the source says, and the words that bear it out."""

    section: Section
    says: str
    id: str | None = None
    quote: str | None = None
    date: str | None = None
    event: str | None = None
    """The id of what happened on `date`, the same in every note about it."""
    values: tuple[Value, ...] = ()
    span: Span | None = None
    """The note in the front matter."""
    quote_span: Span | None = None
    """The words of `quote` in the front matter."""


@dataclass(frozen=True, slots=True)
class Source:
    """One curated article of the library. `id` is its file's name, `body` its plain text."""

    id: str
    file: TextFile
    body: str
    body_start: int
    """Offset of `body` in `file.text`."""
    title: str
    type: str = "document"
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    accessed: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str = "en"
    text: TextKind = TextKind.ARTICLE
    origin: str = ""
    """The reporting this text goes back to; the loader puts the source's own id where empty."""
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.UNKNOWN
    grade_reason: str | None = None
    confirmed_by: tuple[str, ...] = ()
    """Ids of sources of another origin that report the same; credibility 1 needs one."""
    rights: Rights = Rights.QUOTE
    licence: str | None = None
    descriptor: str | None = None
    data: str | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    snapshot: Snapshot | None = None

    @property
    def grade(self) -> str:
        """Both axes of the Admiralty code, as in `B2`."""
        return f"{self.reliability}{self.credibility}"

    @property
    def head(self) -> Span:
        """The first line of the file: where a fault of the whole source is shown."""
        return self.file.span(0, max(1, self.file.text.find("\n")))


@dataclass(frozen=True, slots=True)
class Library:
    """All sources of a project, ordered by id, with the rows of their data files."""

    sources: tuple[Source, ...] = ()
    tables: tuple["Table", ...] = ()
    _by_id: dict[str, Source] = field(init=False, repr=False, compare=False)
    _by_path: dict[str, "Table"] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {source.id: source for source in self.sources})
        object.__setattr__(self, "_by_path", {table.path: table for table in self.tables})

    def get(self, source_id: str) -> Source | None:
        """The source with this id, or None."""
        return self._by_id.get(source_id)

    def table(self, path: str) -> "Table | None":
        """The data file at `path` (relative to the project), or None."""
        return self._by_path.get(path)


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: `path` relative to the project, header and rows of text."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
