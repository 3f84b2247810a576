"""The pages of editions of the past, and those that show what changed between two of them."""

from collections.abc import Iterator
from dataclasses import replace

from generator.briefing.history import corrected_since
from generator.editions.prose import Redline
from generator.model.addresses import Addresses
from generator.model.briefing import Briefing
from generator.model.edition import edition_path, redline_path
from generator.model.page import PageKind
from generator.past import Past, PastEdition, PastRedline
from generator.render import Prepared
from generator.site import Banner, RedlineView, SitePage, site_pages
from generator.text.dates.curated import written
from generator.words import words_for


def past_pages(past: Past, addresses: Addresses) -> Iterator[tuple[SitePage, PastEdition | None]]:
    """Each page, with the edition that it is of; the pages of redlines are of none."""
    for edition in past.editions:
        there = replace(edition.build.addresses, is_flat=addresses.is_flat)
        build = replace(edition.build, addresses=there)
        for page in site_pages(build):
            yield _past_page(page, edition, addresses), replace(edition, build=build)
    for redline in past.redlines:
        yield _redline_page(redline, addresses), None


def _past_page(page: SitePage, edition: PastEdition, addresses: Addresses) -> SitePage:
    """The page, out of lists and search, with the way to the newest state."""
    root = edition.briefing.path
    if page.chrome is None:  # evidence: its address is that of a page of the whole site
        page = replace(page, src=f"{root}/{page.src}", path=f"{root}/{page.path}")
    return replace(page, is_hidden=True, edited=None, banner=_banner(page, edition, addresses))


def _banner(page: SitePage, edition: PastEdition, addresses: Addresses) -> Banner:
    newest, own = edition.newest, edition.edition
    language = edition.briefing.language
    words = words_for("site", language)
    number = newest.edition or own.number
    count = len(corrected_since(newest, own))
    changes = newest.page(PageKind.CHANGES)
    told = count and changes
    return Banner(
        says=words.say("past_is", number=own.number, date=written(own.date, language)),
        newest=words["past_is_newest"]
        if number == own.number
        else words.say("past_newest", number=number),
        href=addresses.between(page.path, _counterpart(page, edition)),
        corrected=words.say("past_corrected", n=count) if told else "",
        corrections=f"{addresses.between(page.path, changes.path)}#corrections"
        if told and changes
        else "",
    )


def _counterpart(page: SitePage, edition: PastEdition) -> str:
    """The same page as it stands today, else the overview."""
    newest, root = edition.newest, edition.briefing.path
    path = f"{newest.path}{page.path.removeprefix(root)}"
    return path if any(each.path == path for each in newest.pages) else newest.path


def _redline_page(redline: PastRedline, addresses: Addresses) -> SitePage:
    newest = redline.newest
    before, after = redline.before, redline.after
    path = redline_path(newest.slug, before.number, after.number)
    words = words_for("site", newest.language)
    numbers = (before.number, after.number)
    pages = tuple(
        (
            words.say("edition_n", n=number),
            addresses.between(path, edition_path(newest.slug, number)),
        )
        for number in numbers
    )
    return SitePage(
        src=f"{path}.md",
        path=path,
        template="redline.html",
        title=newest.title,
        language=newest.language,
        prepared=Prepared("", ()),
        view=RedlineView(
            heading=words.say("redline_of", before=before.number, after=after.number),
            title=newest.title,
            changes=addresses.between(path, f"{newest.path}/{PageKind.CHANGES}"),
            pages=pages,
            redlines=tuple(_titled(each, newest) for each in redline.comparison.redlines),
        ),
        is_hidden=True,
    )


def _titled(redline: Redline, newest: Briefing) -> Redline:
    page = newest.page(PageKind(redline.kind))
    return replace(redline, title=redline.title or (page.text.title if page else redline.kind))
