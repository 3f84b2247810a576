"""Who and what a briefing speaks of: actors with their names, and terms with what they mean."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from generator.model.page import Allowance
from generator.model.span import Span, TextFile

SHARED = "glossary.yml"
"""The file in docs/ whose actors and terms all briefings may name."""


class ActorKind(StrEnum):
    """What an actor is. A `law` has a number, an issuing body and dates of issue and effect."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PRODUCT = "product"
    LAW = "law"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Wording:
    """A name or a description in one language (BCP 47)."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class ActorLink:
    """A page about an actor: `label` as written (`wikidata`, `official`), a web address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ActorDate:
    """A dated fact of an actor: `kind` as written (`founded`, `issued`, `in force`)."""

    kind: str
    date: str
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation, person, product, law or place, under one id in every language."""

    id: str
    kind: ActorKind
    names: tuple[Wording, ...]
    """In the order written; the first of each language is the one to use, the others are known."""
    description: tuple[Wording, ...] = ()
    links: tuple[ActorLink, ...] = ()
    dates: tuple[ActorDate, ...] = ()
    number: str | None = None
    """The number of a law or standard, as in `GB 45438-2025`."""
    issued_by: str | None = None
    """The id of the body that issued a law, or its name."""
    cite: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def is_shared(self) -> bool:
        """Whether it comes from docs/glossary.yml."""
        return _is_shared(self.span)

    def name(self, language: str) -> str:
        """The name to use in this language, else the first name there is."""
        return _wording(self.names, language) or self.names[0].text

    def described(self, language: str) -> str:
        """The description in this language, else the first there is, else nothing."""
        first = self.description[0].text if self.description else ""
        return _wording(self.description, language) or first


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation or a term of the field, with what it means."""

    id: str
    names: tuple[Wording, ...]
    """The short form first where there is one: `CAC`, `Cyberspace Administration of China`."""
    description: tuple[Wording, ...] = ()
    cite: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def is_shared(self) -> bool:
        """Whether it comes from docs/glossary.yml."""
        return _is_shared(self.span)

    def name(self, language: str) -> str:
        """The name to use in this language, else the first name there is."""
        return _wording(self.names, language) or self.names[0].text

    def described(self, language: str) -> str:
        """The description in this language, else the first there is, else nothing."""
        first = self.description[0].text if self.description else ""
        return _wording(self.description, language) or first


Entry = Actor | Term


@dataclass(frozen=True, slots=True)
class Glossary:
    """What docs/glossary.yml has for all briefings; empty where there is no such file."""

    file: TextFile
    actors: tuple[Actor, ...] = ()
    glossary: tuple[Term, ...] = ()
    allowances: tuple[Allowance, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its actors, then its terms."""
        return (*self.actors, *self.glossary)


NO_GLOSSARY = Glossary(TextFile("", ""))
"""That of a project without shared actors and terms."""


def _is_shared(span: Span | None) -> bool:
    return span is not None and PurePosixPath(span.path).name == SHARED


def _wording(wordings: tuple[Wording, ...], language: str) -> str | None:
    main = language.split("-")[0].lower()
    same = (word.text for word in wordings if word.language.split("-")[0].lower() == main)
    return next(same, None)
