"""An old state of a project with one of its briefings alone, at the address of an edition."""

from dataclasses import replace

from generator.model.build import Build
from generator.model.edition import Edition, Rebuilding, edition_path
from generator.model.page import Page


def moved(past: Build, edition: Edition, today: Build) -> Build:
    """The build of the edition: its content, and what the site says of itself today."""
    briefing = next(one for one in past.briefings if one.slug == edition.briefing)
    newest = next(one for one in today.briefings if one.slug == edition.briefing)
    root = edition_path(edition.briefing, edition.number)
    there = replace(
        briefing,
        rebuilding=Rebuilding(number=edition.number),
        marking=newest.marking or briefing.marking,
        status=newest.status,
        translation_of=None,
        pages=tuple(_at(page, briefing.path, root) for page in briefing.pages),
        field_pages=tuple(_at(page, briefing.path, root) for page in briefing.field_pages),
    )
    addresses = replace(today.addresses, indexes=frozenset({"", root}), root=root)
    return replace(
        past,
        site_name=today.site_name,
        site_url=today.site_url,
        publisher=today.publisher,
        briefings=(there,),
        free_pages=(),
        addresses=addresses,
    )


def _at(page: Page, here: str, there: str) -> Page:
    path = f"{there}{page.text.path.removeprefix(here)}"
    return replace(page, text=replace(page.text, path=path))
