"""One PDF for each briefing: PDF/UA-1 and PDF/A-3a, with contents, bookmarks and alt texts.

The evidence and the sources that other exporters write beside the pages are attached to it, so
that they travel with the document.
"""

from collections.abc import Iterator

from generator.evidence import evidence_of
from generator.exporters import Content, Published
from generator.fonts import coverage, font_folders
from generator.model.briefing import Briefing
from generator.model.build import Asset
from generator.typesetting.compile import FENCE, Job, as_data, typesetter
from generator.typesetting.document import document
from generator.typesetting.images import Pictures
from generator.typesetting.manuscript import Attachment, Chapter, Manuscript
from generator.typesetting.shelf import open_shelf

_TEMPLATES = {"main.typ": "pdf/report.typ", "lib.typ": "pdf/lib.typ"}
_ATTACHED = (
    Attachment("evidence.json", "application/json", "data", "attached_evidence"),
    Attachment(
        "sources.csl.json",
        "application/vnd.citationstyles.csl+json",
        "supplement",
        "attached_sources",
    ),
)
"""What is attached where an exporter has made it, with its relationship to the document."""


def export_pdf(published: Published) -> Iterator[Asset]:
    """`<slug>.pdf` beside the overview of each briefing."""
    folders = (*font_folders(), *published.fonts)
    shelf = open_shelf()
    if shelf.folder is None and published.build.briefings:
        typesetter(folders).start()  # there will be something to set
    for briefing in published.build.briefings:
        yield shelf.printed(_job(briefing, published), folders)


def _job(briefing: Briefing, published: Published) -> Job:
    folders = (*font_folders(), *published.fonts)
    attached = _attached(briefing, published)
    pictures = Pictures(published.file)
    manuscript = _manuscript(briefing, published, tuple(attached), pictures)
    data = as_data(document(manuscript, coverage(folders)))
    templates = {name: published.template(path) for name, path in _TEMPLATES.items()}
    fence = FENCE.encode()
    files = templates | {item.name: fence + content for item, content in attached.items()}
    return Job(
        f"{briefing.path}/{briefing.slug}.pdf",
        files | pictures.files | {"data.json": data},
        published.timestamp,
        tuple(sorted(pictures.files)),
    )


def _attached(briefing: Briefing, published: Published) -> dict[Attachment, bytes]:
    found = {item: published.made.get(f"{briefing.path}/{item.name}") for item in _ATTACHED}
    return {item: content for item, content in found.items() if content is not None}


def _manuscript(
    briefing: Briefing,
    published: Published,
    attached: tuple[Attachment, ...],
    pictures: Pictures,
) -> Manuscript:
    build = published.build
    chapters = []
    for page in briefing.pages:
        content = published.contents.get(page.path, Content(""))
        chapters.append(Chapter(page, content.html, content.scenes))
    return Manuscript(
        briefing,
        build.library,
        tuple(chapters),
        build.site_name,
        build.site_url,
        evidence_of(build, briefing),
        attached,
        build.addresses,
        pictures.name,
    )


EXPORT = export_pdf
