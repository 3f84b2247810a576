"""What a run of the compiler has made of a project: the one value that exporters read."""

from dataclasses import dataclass

from generator.model.actor import NO_GLOSSARY, Glossary
from generator.model.addresses import FOLDERS, Addresses
from generator.model.briefing import Briefing
from generator.model.diagnostic import Diagnostic
from generator.model.page import Page
from generator.model.source import Library
from generator.model.span import TextFile


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish: `path` relative to the site, and its bytes."""

    path: str
    content: bytes
    notices: tuple[str, ...] = ()
    """What the one who builds should know of it, each in one line."""


@dataclass(frozen=True, slots=True)
class Build:
    """A compiled project. `files` are the texts that spans point into, by path."""

    site_name: str
    site_url: str
    language: str
    library: Library
    briefings: tuple[Briefing, ...]
    free_pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    allowed: tuple[Diagnostic, ...]
    """What comments in the pages allow: counted and shown, never hidden."""
    files: dict[str, TextFile]
    publisher: tuple[tuple[str, str], ...] = ()
    """What the desk says of itself for search engines, by property of schema.org."""
    addresses: Addresses = FOLDERS
    glossary: Glossary = NO_GLOSSARY
    """The actors and terms that all briefings may name."""

    @property
    def has_errors(self) -> bool:
        """Whether publishing stops."""
        return any(diagnostic.is_error for diagnostic in self.diagnostics)
