"""What is handed to the typesetter: a briefing, its library, its pages' content."""

from dataclasses import dataclass

from generator.charts.scene import Scene
from generator.model.briefing import Briefing
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
class Manuscript:
    """All that goes into one PDF."""

    briefing: Briefing
    library: Library
    chapters: tuple[Chapter, ...]
    site_name: str = ""
    site_url: str = ""
