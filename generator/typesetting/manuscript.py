"""What is handed to the typesetter: a briefing, its library, its pages' content."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.charts.scene import Scene
from generator.model.addresses import FOLDERS, Addresses
from generator.model.briefing import Briefing
from generator.model.evidence import Evidence
from generator.model.page import Page, PageKind
from generator.model.source import Library

ARGUED = (PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)
"""The pages that are chapters whether a person or a template wrote them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the briefing with its content HTML and the scenes that it refers to."""

    page: Page
    html: str
    scenes: tuple[Scene, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels in the PDF. `relationship` is one of PDF/A-3's: data, source,
    alternative, supplement. `description` is the key of the words that say what it is.
    """

    name: str
    media_type: str
    relationship: str
    description: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All that goes into one PDF.

    `picture` gives the name that an image of the project has among the PDF's files, by its path
    in the site; None where there is none that can be set.
    """

    briefing: Briefing
    library: Library
    chapters: tuple[Chapter, ...]
    site_name: str = ""
    site_url: str = ""
    evidence: Evidence | None = None
    attachments: tuple[Attachment, ...] = ()
    addresses: Addresses = FOLDERS
    picture: Callable[[str], str | None] = lambda _path: None
