"""One PDF for each briefing: PDF/UA-1 and PDF/A-3a, with contents, bookmarks and alt texts."""

from collections.abc import Iterator

from generator.exporters import Content, Published
from generator.model.briefing import Briefing
from generator.model.build import Asset
from generator.typesetting.compile import compile_documents
from generator.typesetting.document import document
from generator.typesetting.fonts import coverage, font_folder
from generator.typesetting.manuscript import Chapter, Manuscript

_TEMPLATES = {"main.typ": "pdf/report.typ", "lib.typ": "pdf/lib.typ"}


def export_pdf(published: Published) -> Iterator[Asset]:
    """`<slug>.pdf` beside the overview of each briefing."""
    folder = font_folder()
    documents = [
        (f"{briefing.path}/{briefing.slug}.pdf", document(manuscript, coverage(folder)))
        for briefing in published.build.briefings
        if (manuscript := _manuscript(briefing, published))
    ]
    templates = {name: published.template(path) for name, path in _TEMPLATES.items()}
    pdfs = compile_documents(documents, templates, folder, published.timestamp)
    for (path, _), pdf in zip(documents, pdfs, strict=True):
        yield Asset(path, pdf)


def _manuscript(briefing: Briefing, published: Published) -> Manuscript:
    build = published.build
    chapters = []
    for page in briefing.pages:
        content = published.contents.get(page.path, Content(""))
        chapters.append(Chapter(page, content.html, content.scenes))
    return Manuscript(briefing, build.library, tuple(chapters), build.site_name, build.site_url)


EXPORT = export_pdf
