"""A redline for readers: the same texts without their Markdown, compared again.

Citations become names (`[Harbour Times, 9 February 2026]`), for their numbers differ from edition
to edition. A block becomes its name and the lines in it. What differs in markup alone is no change
here; reviewers see it in `standfirst diff`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.briefing.reported import named
from generator.editions.paragraphs import Paragraph
from generator.editions.prose import Passage, Redline
from generator.model.source import Library
from generator.text.dates.curated import written
from generator.text.plain import joined
from generator.text.redline import compared

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([\w-]*)")
_CITED = re.compile(r"(?<![\w@/.])-?@([A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)", re.ASCII)
_UNSEEN = re.compile(
    r"<!--[^<>]*-->|\{:? ?[#.][^{}\n]*\}[ \t]*$|\[\^[\w-]+\](?!:)", re.DOTALL | re.MULTILINE
)
_OPENING = re.compile(r"^[ \t]*(?:(?:>[ \t]?)+|#{1,6}[ \t]+|\[\^[\w-]+\]:[ \t]*)", re.MULTILINE)
_ADMONITION = re.compile(
    r"^(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)[^\"\n]*(?:\"([^\"\n]*)\")?", re.MULTILINE
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|`+)(?=\S)([^*`\n]+?)(?<=\S)\1(?![\w*])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

Name = Callable[[str], str]


def readable(
    redlines: Iterable[Redline], libraries: Iterable[Library], language: str
) -> tuple[Redline, ...]:
    """The redlines without markup; sources have the name of the first library that knows them."""
    known = tuple(libraries)

    def name(source_id: str) -> str:
        found = (source for library in known if (source := library.get(source_id)))
        source = next(found, None)
        if source is None:
            return f"@{source_id}"
        who, when = named(source), source.published
        return f"{who}, {written(when, language)}" if when else who

    shown = (_readable(redline, name) for redline in redlines)
    return tuple(redline for redline in shown if redline.passages)


def readable_text(text: str, name: Name) -> str:
    """The text of one paragraph as it reads; of a block, one line for each of its own."""
    fence = _FENCE.match(text)
    if fence:
        lines = text.split("\n")[1:]
        if lines and lines[-1].strip().startswith(fence[1]):
            lines.pop()
        lines = [fence[2].replace("-", " "), *lines]
        return _named("\n".join(line for line in lines if line.strip()), name)
    text = _ADMONITION.sub(lambda found: found[2] or found[1], _UNSEEN.sub("", text))
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _OPENING.sub("", text)))
    return _ESCAPED.sub(r"\1", joined(_named(text, name).split("\n")))


def _named(text: str, name: Name) -> str:
    return _CITED.sub(lambda found: name(found[1]), text)


def _readable(redline: Redline, name: Name) -> Redline:
    passages = (_passage(passage, name) for passage in redline.passages)
    kept = tuple(each for each in passages if _text(each.before) != _text(each.after))
    return replace(redline, passages=kept)


def _passage(passage: Passage, name: Name) -> Passage:
    before, after = (
        replace(side, text=readable_text(side.text, name)) if side else None
        for side in (passage.before, passage.after)
    )
    return Passage(before, after, compared(_text(before), _text(after)))


def _text(paragraph: Paragraph | None) -> str:
    return paragraph.text if paragraph else ""
