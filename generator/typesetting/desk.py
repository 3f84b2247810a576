"""What the parts of one document share, and what every part begins with."""

from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.typesetting import records
from generator.typesetting.fields import Fields, fields_of
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Node
from generator.typesetting.manuscript import Manuscript
from generator.typesetting.passages import passage_notes
from generator.typesetting.setting import Setting
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class Desk:
    """What the parts of one document share."""

    manuscript: Manuscript
    words: dict[str, str]
    labels: Labels
    setting: Setting
    fields: Fields
    judgements: list[Node]
    forecasts: list[Node]
    placed: set[str]
    """Ids of the forecasts that a chapter has shown."""

    @property
    def briefing(self) -> Briefing:
        """The briefing that is set."""
        return self.manuscript.briefing

    def records(self, kind: str, ids: frozenset[str]) -> list[Node]:
        """What a chapter shows where its page has a block of judgements, forecasts or sources."""
        if kind == "sources":
            return [{"b": kind, "to": self.labels.name(f"{self.briefing.path}/sources")}]
        known = self.judgements if kind == "judgements" else self.forecasts
        chosen = [item for item in known if item["id"] in ids] or known
        if kind == "judgements":
            return [{"b": kind, "items": [self._listed(item) for item in chosen]}]
        fresh = [item for item in chosen if item["id"] not in self.placed]
        self.placed.update(str(item["id"]) for item in fresh)
        return [{"b": kind, "items": [self.anchored(item) for item in fresh]}] if fresh else []

    def anchored(self, item: Node) -> Node:
        """A record that links of any page may lead to by its id."""
        pages = sorted(self.labels.page_paths)
        names = [self.labels.define(page, str(item["id"])) for page in pages]
        return item | {"anchors": [name for name in names if name]}

    def _listed(self, item: Node) -> Node:
        to = self.labels.name(self.briefing.path, str(item["id"]))
        return {
            "n": item["n"],
            "to": to,
            "says": item["says"],
            "said": records.said(item, self.words),
        }


def desk_of(manuscript: Manuscript) -> Desk:
    """The desk for one manuscript, its judgements and forecasts read."""
    briefing = manuscript.briefing
    paths = {briefing.path, f"{briefing.path}/sources"}
    paths |= {chapter.page.path for chapter in manuscript.chapters}
    labels = Labels(manuscript.site_url, frozenset(paths), manuscript.addresses)
    words = dict(words_for("pdf", briefing.language))
    evidence = manuscript.evidence
    setting = Setting(
        briefing.path,
        labels,
        sources=f"{briefing.path}/sources",
        words=words,
        passages=passage_notes(
            evidence.passages if evidence else (), briefing, manuscript.library, labels
        ),
        picture=manuscript.picture,
    )
    fields = fields_of(manuscript, setting)
    return Desk(
        manuscript,
        words,
        labels,
        setting,
        fields,
        records.judgements(briefing, fields, words),
        records.forecasts(briefing, fields, words),
        set(),
    )


def part_of(desk: Desk, kind: str, page: str, title: str) -> Node:
    """A part with its title and the label that links to `page` lead to."""
    to = desk.labels.define(page) or desk.labels.name(page)
    return {
        "kind": kind,
        "to": to,
        "title": title,
        "heading": [title],
        "lede": [],
        "kicker": "",
        "anchors": [],
        "long": False,
    }
