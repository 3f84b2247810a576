"""The argued pages of a briefing: trend, context, outlook, and any other that has an author."""

from dataclasses import replace

from generator.model.page import PageKind
from generator.typesetting.blocks import blocks
from generator.typesetting.desk import Desk, part_of
from generator.typesetting.floats import floating, is_long
from generator.typesetting.headings import levelled, titled
from generator.typesetting.html import Element, parse_html
from generator.typesetting.inline import plain
from generator.typesetting.legible import Json, Node
from generator.typesetting.manuscript import ARGUED, Chapter
from generator.typesetting.setting import Setting


def chapters(desk: Desk) -> list[Node]:
    """The chapters in reading order."""
    chosen = [
        chapter
        for chapter in desk.manuscript.chapters
        if chapter.page.kind in ARGUED or not chapter.page.text.assembled
    ]
    return [_chapter(chapter, desk) for chapter in chosen]


def crossed_blocks(desk: Desk) -> list[Json]:
    """What the overview says of indicators that have crossed their thresholds."""
    for chapter in desk.manuscript.chapters:
        if chapter.page.kind is PageKind.OVERVIEW:
            found = parse_html(chapter.html).first(name="sf-crossed")
            setting = replace(desk.setting, page=chapter.page.path)
            return levelled(blocks(found, setting)) if found else []
    return []


def _chapter(chapter: Chapter, desk: Desk) -> Node:
    page, words = chapter.page, desk.words
    root = parse_html(chapter.html)
    name = words.get(str(page.kind), "") or str(page.kind).capitalize()
    setting = replace(
        desk.setting,
        page=page.path,
        scenes=chapter.scenes,
        notes=_footnotes(root),
        told=set(),
        records=desk.records,
    )
    content = blocks(root, setting)
    content += _left_notes(setting)
    own_title, content = titled(content)
    heading: list[Json] = own_title or [page.text.title.strip() or name]
    title = plain(heading).strip() or name
    part = part_of(desk, "chapter", page.path, title)
    lede = page.text.standfirst.strip()
    return part | {
        "heading": heading,
        "kicker": words.get(f"{page.kind}_kicker", "") if title == name else name,
        "lede": [lede] if lede else [],
        "blocks": levelled(floating(content)),
        "long": is_long(content),
    }


def _footnotes(root: Element) -> dict[str, Element]:
    notes: dict[str, Element] = {}
    for element in root.walk():
        if "footnote" in element.classes:
            for item in element.walk():
                if item.tag == "li" and "id" in item.attributes:
                    notes.setdefault(item.attributes["id"], item)
    return notes


def _left_notes(setting: Setting) -> list[Node]:
    """Footnotes that nothing refers to, at the end of the chapter."""
    left = [blocks(note, setting, 1) for note in setting.notes.values()]
    items: list[Json] = [list(item) for item in left if item]
    return [{"b": "list", "ordered": True, "start": 1, "items": items}] if items else []
