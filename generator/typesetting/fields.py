"""Text fields of briefing.yml as runs of text, citations as marks."""

from dataclasses import dataclass, replace

from markupsafe import escape

from generator.model.page import Page
from generator.render import PageWriter
from generator.typesetting.html import parse_html
from generator.typesetting.inline import inline
from generator.typesetting.legible import Json
from generator.typesetting.manuscript import Manuscript
from generator.typesetting.setting import Setting


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads fields by their place in briefing.yml (`judgements/0/says`)."""

    pages: dict[str, Page]
    writer: PageWriter
    setting: Setting

    def run(self, place: str, written: str | None, *, explained: bool = False) -> list[Json]:
        """The field as compiled; the text as `written` where it has not been. What a name stands
        for is `explained` at its first use.
        """
        page = self.pages.get(place)
        if not written:
            return []
        html = self.writer.field(page, names=explained) if page else escape(written)
        return inline(parse_html(str(html)).children, self.setting)

    def cite(self, place: str, written: tuple[str, ...]) -> list[Json]:
        """The marks of a `cite:` list, as one group."""
        runs = [self.run(f"{place}/{number}", text) for number, text in enumerate(written)]
        nodes = [node for run in runs for node in run]
        marks = [node for node in nodes if isinstance(node, dict) and node.get("k") == "cite"]
        items = [mark["items"] for mark in marks]
        if len(marks) < len(nodes) or not nodes:
            return nodes
        return [{"k": "cite", "items": [item for part in items for item in _listed(part)]}]


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def fields_of(manuscript: Manuscript, setting: Setting) -> Fields:
    """The fields of a briefing."""
    briefing = manuscript.briefing
    return Fields(
        {page.text.file.path.partition("#")[2]: page for page in briefing.field_pages},
        PageWriter(
            briefing.path,
            manuscript.library,
            briefing,
            (briefing,),
            language=briefing.language,
            addresses=manuscript.addresses,
        ),
        replace(setting, page=briefing.path),
    )
