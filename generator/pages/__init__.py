"""The contract of this folder: one file is one page kind of a briefing, and its name is the kind.

A file has a docstring, `TITLES` (the page's name in the navigation, by language) and `PAGE`, which
writes the Markdown that stands for the page when the author wrote none: through a template of
`templates/pages/`, in the same language that authors write, so that it is parsed, checked and
rendered like any other page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.page import PageText
from generator.model.source import Library
from generator.plugins import implementations


@dataclass(frozen=True, slots=True)
class Templates:
    """Fills in a template of `templates/pages/`; a project's own comes before the bundled one."""

    fill: Callable[..., str]


@dataclass(frozen=True, slots=True)
class PageMaker:
    """A page kind as registered. `order` is its place among the tabs."""

    order: int
    titles: dict[str, str]
    assemble: Callable[[Briefing, Library, Templates], PageText]
    authored: bool = True
    """Whether an author may write the page (`trend.md`); else it is always assembled."""
    wanted: Callable[[Briefing], bool] = lambda _briefing: True
    """Whether a briefing has the page, where no author wrote it."""

    def title(self, language: str) -> str:
        """The page's name in the language, in English where there is none."""
        return self.titles.get(language.split("-")[0], self.titles["en"])


def page_makers() -> dict[str, PageMaker]:
    """All page kinds by name, in the order of the tabs."""
    makers: dict[str, PageMaker] = implementations("pages", "PAGE")
    return dict(sorted(makers.items(), key=lambda item: item[1].order))
