"""The corrections of the briefing: what was wrong, what is right, why, and since which edition.

Key, optional: `of` is a list of ids (of judgements, forecasts, claims, headings, pages); then only
the corrections that name one of them are shown, which puts each where the error stood. They are
written in `corrections:` of briefing.yml. Minor ones are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.model.briefing import Briefing, Correction
from generator.model.page import PageKind
from generator.text.dates.curated import written
from generator.text.plain import one_line
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class CorrectionsOptions:
    """The keys of the block."""

    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """A correction as written."""

    anchor: str
    kind: str
    date: str
    shown_date: str
    edition: str
    lines: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    """What it is of: names and addresses."""


def write_corrections(options: CorrectionsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list, the newest first."""
    briefing = surroundings.briefing
    chosen = _chosen(options, briefing) if briefing else []
    items = [_item(each, surroundings) for each in chosen]
    has_anchors = not options.of
    html = surroundings.writer.template("corrections.html", items=items, anchors=has_anchors)
    return BlockHtml(html)


def corrections_faults(
    _options: CorrectionsOptions, surroundings: Surroundings
) -> Iterator[BlockFault]:
    """A page outside the briefings."""
    if surroundings.briefing is None:
        yield BlockFault("corrections belong to a briefing", "Move the block to its pages.")


def _chosen(options: CorrectionsOptions, briefing: Briefing) -> list[Correction]:
    wanted = set(options.of)
    found = [
        each
        for each in briefing.corrections
        if not each.minor and (not wanted or wanted & set(each.ids))
    ]
    return sorted(found, key=lambda each: each.date, reverse=True)


def _item(correction: Correction, surroundings: Surroundings) -> _Item:
    words = words_for("site", surroundings.language)
    number = correction.edition
    parts = (
        (words["correction_wrong"], correction.wrong),
        (words["correction_right"] if correction.wrong else "", correction.right),
        (words["correction_why"], correction.why),
        (words["correction_reported"], correction.reported_by),
    )
    return _Item(
        anchor=f"correction-{one_line(correction.id)}",
        kind=words[f"kind_of_{correction.kind}"],
        date=correction.date,
        shown_date=written(correction.date, surroundings.language),
        edition=words.say("correction_since", number=number) if number else "",
        lines=tuple((name, one_line(text)) for name, text in parts if text),
        places=tuple(_places(correction, surroundings)),
    )


def _places(correction: Correction, surroundings: Surroundings) -> Iterator[tuple[str, str]]:
    """Where the error stood, as far as the ids still lead somewhere."""
    briefing = surroundings.briefing
    if briefing is None:
        return
    held = {each.id: one_line(each.says) for each in briefing.judgements}
    held |= {each.id: one_line(each.question) for each in briefing.forecasts}
    outlook = surroundings.writer.link(f"{briefing.path}/{PageKind.OUTLOOK}")
    for name in correction.ids:
        if name in held:
            yield str(surroundings.writer.uncited(held[name]).striptags()), f"{outlook}#{name}"
            continue
        for page in briefing.pages:
            link = surroundings.writer.link(page.path)
            if name == page.kind:
                yield page.text.title, link
            for heading in page.headings:
                if heading.id == name:
                    yield heading.text, f"{link}#{name}"


BLOCK = BlockKind(CorrectionsOptions, write_corrections, corrections_faults)

EXAMPLE = """\
of: [kj-rules]
"""
