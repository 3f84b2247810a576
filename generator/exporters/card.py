"""A picture for each briefing, which other sites and messengers show beside a link to it.

A `card.png` of the author's own, in the folder of the briefing, is published instead.
"""

import struct
from collections.abc import Iterator

from generator.errors import EngineError
from generator.exporters import Published
from generator.fonts import coverage, font_folders
from generator.model.briefing import Briefing
from generator.model.build import Asset
from generator.model.card import CARD, CARD_SIZE
from generator.typesetting.card import card
from generator.typesetting.compile import Job, as_data
from generator.typesetting.shelf import open_shelf

_TEMPLATES = {"main.typ": "pdf/card.typ", "lib.typ": "pdf/lib.typ"}
_SIZE = " × ".join(map(str, CARD_SIZE))
_HEADER = struct.Struct(">8s4x4sII")
"""How a PNG begins: its mark, and the first chunk with width and height."""


def export_card(published: Published) -> Iterator[Asset]:
    """`card.png` beside the overview of each briefing."""
    folders = (*font_folders(), *published.fonts)
    shelf = open_shelf()
    for briefing in published.build.briefings:
        path = f"{briefing.path}/{CARD}"
        own = published.file(path)
        if own is not None:
            _require_size(own, f"{path} among the docs", "give it that size, or rename it")
            continue
        asset = shelf.printed(card_job(briefing, published), folders)
        _require_size(asset.content, path, "let templates/pdf/card.typ have a page of 480 × 252 pt")
        yield asset


def card_job(briefing: Briefing, published: Published) -> Job:
    """What Typst is given."""
    build = published.build
    fonts = coverage((*font_folders(), *published.fonts))
    shown = card(briefing, build.library, build.site_name, fonts)
    files = {name: published.template(path) for name, path in _TEMPLATES.items()}
    files["data.json"] = as_data(shown)
    return Job(f"{briefing.path}/{CARD}", files, 0, format="png")


def _require_size(content: bytes, name: str, advice: str) -> None:
    """What the head of each page says of the picture must be so."""
    start = content[: _HEADER.size].ljust(_HEADER.size)
    mark, chunk, *size = _HEADER.unpack(start)
    if mark != b"\x89PNG\r\n\x1a\n" or chunk != b"IHDR" or tuple(size) != CARD_SIZE:
        raise EngineError(
            f"{name}: the picture for link previews is a PNG of {_SIZE} pixels, and this is not; "
            f"{advice}"
        )


EXPORT = export_card
