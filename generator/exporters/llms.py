"""`llms.txt`: the published briefings in short, for language models (llmstxt.org).

It says where the evidence is, so that a model can cite a source and not only the briefing. Drafts
are left out. Addresses are absolute where mkdocs.yml has a `site_url`. An `llms.txt` of the
author's own in docs/ stays as it is.
"""

from collections.abc import Iterator

from generator.briefing.field_text import field_text
from generator.exporters import Published
from generator.model.briefing import Briefing
from generator.model.build import Asset, Build
from generator.pages import page_makers
from generator.text.markdown import escape_markdown
from generator.text.urls import absolute_url

_HOW = """\
Each briefing cites its sources sentence by sentence. Words in quotation marks stand in the source
that is cited beside them. `evidence.json` has the sources with their grades, every quotation with
the passage it was found at, the judgements with likelihood and confidence, and the forecasts.
"""


def _export(published: Published) -> Iterator[Asset]:
    if published.file("llms.txt") is not None:
        return
    build = published.build
    briefings = [briefing for briefing in build.briefings if not briefing.is_draft]
    parts = [f"# {escape_markdown(build.site_name)}\n", _HOW]
    parts += [_briefing(build, briefing) for briefing in briefings]
    yield Asset("llms.txt", "\n".join(parts).encode())


def _briefing(build: Build, briefing: Briefing) -> str:
    makers = page_makers()
    lines = [f"## {escape_markdown(briefing.title)}\n"]
    standfirst = field_text(briefing, "standfirst")
    if standfirst:
        lines.append(f"> {escape_markdown(standfirst)}\n")
    names = ("evidence.json", "sources.csl.json", f"{briefing.slug}.pdf")
    linked = [
        (makers[page.kind].title(briefing.language), build.addresses.of(page.path))
        for page in briefing.pages
    ]
    linked += [(name, f"{briefing.path}/{name}") for name in names]
    lines += [f"- [{name}]({absolute_url(build.site_url, path) or path})" for name, path in linked]
    return "\n".join(lines) + "\n"


EXPORT = _export
