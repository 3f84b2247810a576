"""The evidence of a briefing: which words of which source bear out which sentence and judgement.

Everything in these records may be published: they hold no text of a source but quoted passages
that its rights allow. They point at each other by id: a source by its own; a passage as
`source#start-end`; a page by its path, a field of briefing.yml as `path#field`; a sentence, a
citation and a quotation as `page#s1`, `page#c1` and `page#q1`, counted by place, and a sentence
whose block has an id written (`{#shares}`) as `page#shares`. Judgements and forecasts have theirs.
"""

from dataclasses import dataclass

from generator.model.disagreement import DisagreementRecord, ValueRecord
from generator.model.page import PageKind
from generator.model.passage import MatchKind


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as readers may see it: all about it but its text."""

    id: str
    type: str
    title: str
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    accessed: str | None
    url: str | None
    archive_url: str | None
    language: str
    text: str
    """What was read of it: article, excerpt, abstract or data."""
    origin: str
    reliability: str
    credibility: str
    grade_reason: str | None
    rights: str
    licence: str | None
    descriptor: str | None
    snapshot_sha256: str | None
    text_sha256: str | None


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A stretch of a source that is quoted; `start` and `end` count code points of its body.

    `withheld` says why the words are not given: `rights: none`, or `elision` (the quotation leaves
    out words that stand between). `exact`, `prefix` and `suffix` are empty then.
    """

    id: str
    source: str
    paragraph: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    withheld: str


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page that is read for evidence, or a text field of briefing.yml."""

    id: str
    kind: PageKind
    title: str
    assembled: bool
    """Whether it is written out of the curator's notes and not by an author."""
    claims: int
    """Sentences that state a fact."""
    cited_claims: int
    """Those of them that cite a source."""


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """A sentence of the author's, with what it cites (its footnotes included) and quotes."""

    id: str
    page: str
    text: str
    sources: tuple[str, ...]
    citations: tuple[str, ...]
    quotations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """One `@id`, with its locators as (kind, text); `sentence` is empty in lists of `cite:`."""

    id: str
    page: str
    sentence: str
    source: str
    prefix: str
    locators: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """Words in quotation marks; `passages` are where they stand, if they were found.

    `source` is where they were found, or sought in vain; None where nothing is cited.
    `differences` say what was folded: quotation marks, spaces, declared edits.
    """

    id: str
    page: str
    sentence: str
    text: str
    original: str | None
    sources: tuple[str, ...]
    source: str | None
    match: MatchKind | None
    found: bool
    differences: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BandRecord:
    """What a degree of likelihood is called, its usual word first, and its bounds in per cent."""

    words: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class LikelihoodRecord:
    """The profile that the words for likelihood follow, in the language of the briefing."""

    name: str
    title: str
    source: str
    edges: str
    bands: tuple[BandRecord, ...]


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """An assessment, the sources it cites, and the sentences of its fields."""

    id: str
    says: str
    likelihood: str | None
    confidence: str | None
    because: str | None
    assumptions: tuple[str, ...]
    alternatives: tuple[str, ...]
    would_change: tuple[str, ...]
    affects: tuple[str, ...]
    sources: tuple[str, ...]
    citations: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldProbability:
    """What was held of a question on a day: the probability of yes, or that of each outcome."""

    date: str
    p: float | dict[str, float]
    because: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class ForecastRecord:
    """A question, what was held of it over time, and how it came out."""

    id: str
    question: str
    criteria: str | None
    opened: str
    closes: str | None
    resolves: str
    outcomes: tuple[str, ...]
    probabilities: tuple[HeldProbability, ...]
    outcome: str | None
    resolved: str | None
    sources: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatedRecord:
    """A dated fact of an actor, as in `in force`, and the sources that it cites."""

    kind: str
    date: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """Who or what a briefing speaks of; `pages` are those that name it.

    Names are by language, the one to use first. `is_shared`: all briefings of the desk have it.
    """

    id: str
    kind: str
    names: dict[str, tuple[str, ...]]
    description: dict[str, str]
    links: dict[str, str]
    dates: tuple[DatedRecord, ...]
    number: str | None
    issued_by: str | None
    is_shared: bool
    sources: tuple[str, ...]
    citations: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermRecord:
    """A term or an abbreviation and what it means; `pages` are those that use it."""

    id: str
    names: dict[str, tuple[str, ...]]
    description: dict[str, str]
    is_shared: bool
    sources: tuple[str, ...]
    citations: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllowanceRecord:
    """A finding that the author allows in the block it stands before, and why.

    `page` is the path of the briefing where a comment in briefing.yml allows it.
    """

    page: str
    code: str
    because: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of one briefing. `sources` are those it uses, in the order of their numbers."""

    briefing: str
    title: str
    language: str
    status: str
    marking: str | None
    published: str | None
    updated: str | None
    sources: tuple[SourceRecord, ...]
    passages: tuple[PassageRecord, ...]
    pages: tuple[PageRecord, ...]
    sentences: tuple[SentenceRecord, ...]
    citations: tuple[CitationRecord, ...]
    quotations: tuple[QuotationRecord, ...]
    likelihood_words: LikelihoodRecord
    judgements: tuple[JudgementRecord, ...]
    forecasts: tuple[ForecastRecord, ...]
    allowances: tuple[AllowanceRecord, ...]
    disagreements: tuple[DisagreementRecord, ...] = ()
    values: tuple[ValueRecord, ...] = ()
    actors: tuple[ActorRecord, ...] = ()
    glossary: tuple[TermRecord, ...] = ()

    @property
    def claims(self) -> int:
        """How many sentences of its pages state a fact."""
        return sum(page.claims for page in self.pages)

    @property
    def cited_claims(self) -> int:
        """How many of them cite a source."""
        return sum(page.cited_claims for page in self.pages)
