"""The site map: every page with an address, drafts aside, dated by its metadata."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.briefing.state_date import state_date
from generator.model.build import Build
from generator.site import SitePage


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the site map; `modified` is empty where its metadata has no date."""

    url: str
    modified: str = ""


def site_map(
    build: Build, pages: Mapping[str, SitePage], addresses: Mapping[str, str]
) -> tuple[Place, ...]:
    """The places at `addresses`, which are named by source file, as `pages` are."""
    dates = {
        page.path: state_date(briefing) for briefing in build.briefings for page in briefing.pages
    }
    ours = {src: pages.get(src) for src in addresses}
    return tuple(
        Place(addresses[src], dates.get(page.path, "") if page else "")
        for src, page in ours.items()
        if page is None or not page.is_hidden
    )
