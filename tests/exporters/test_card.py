"""The picture for link previews. What it says is read from the same page, set as PDF."""

import struct
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.errors import EngineError
from generator.exporters import Published
from generator.exporters.card import EXPORT, card_job
from generator.fonts import font_folders
from generator.model.briefing import Briefing, Status
from generator.typesetting.compile import typesetter
from tests.exporters.test_hostile_pdf import PAYLOADS
from tests.exporters.test_pdf import letters, text_of
from tests.typesetting.example import briefing, published

PATH = "briefings/clips/card.png"
ORDINARY = ("panic", "panic-in-brackets", "panic-in-quotes", "labels", "json", "html", "math")
"""Payloads of letters that the fonts have, short enough to stand whole."""


def picture(given: Published) -> bytes:
    (asset,) = EXPORT(given)
    assert (asset.path, asset.notices) == (PATH, ())
    return asset.content


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    across, down = struct.unpack_from(">II", png, 16)
    return across, down


def words(**changes: object) -> str:
    """What the card of the example says with other fields of the briefing."""
    shown: Briefing = replace(briefing(), **changes)  # type: ignore[arg-type]  # fields by name
    job = replace(card_job(shown, published()), format="pdf")
    return " ".join(text_of(typesetter(font_folders()).printed(job).content).split())


def test_a_card_has_the_size_that_previews_want_and_the_same_bytes_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STANDFIRST_CACHE", "")
    first = picture(published())
    typesetter(font_folders()).close()

    assert size(first) == (1200, 630)
    assert picture(published()) == first


def test_a_card_says_what_the_cover_says() -> None:
    said = words()

    assert "Harbour desk · Briefing TLP:AMBER+STRICT Video clips go viral" in said
    assert "A weekend test went to first place in two months." in said
    assert "2 sources 1 independent origin 9 March 2026 As of" in said
    assert "DRAFT" not in said
    assert "DRAFT" in words(status=Status.DRAFT)


def test_a_chinese_card_is_in_chinese() -> None:
    said = words(title="港湾视频模型的短片：从热潮到竞赛", language="zh")

    assert "港湾视频模型的短片： 从热潮到竞赛" in said
    assert "个来源" in said


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_any_title_gives_a_card_of_the_same_size(payload: str) -> None:
    hostile = replace(briefing(), title=payload, standfirst=payload)

    assert size(picture(published((hostile,)))) == (1200, 630)


@pytest.mark.parametrize("name", ORDINARY)
def test_titles_are_shown_letter_for_letter(name: str) -> None:
    assert letters(PAYLOADS[name]) in letters(words(title=PAYLOADS[name]))


@pytest.mark.parametrize("title", ["many words " * 50, "w" * 500, "短片" * 250])
def test_what_is_too_long_is_cut_and_all_the_rest_stands(title: str) -> None:
    said = words(title=title, standfirst=title)

    assert said.count("…") == 2
    assert "2 sources 1 independent origin 9 March 2026 As of" in said


def test_without_a_briefing_there_is_no_card() -> None:
    empty = published()

    assert list(EXPORT(replace(empty, build=replace(empty.build, briefings=())))) == []


def test_a_picture_of_the_author_s_own_is_left_in_its_place() -> None:
    own = picture(published())

    assert list(EXPORT(replace(published(), file={PATH: own}.get))) == []
    with pytest.raises(EngineError, match=r"card\.png among the docs: .* 1200 × 630 .* rename it"):
        list(EXPORT(replace(published(), file={PATH: own[:20]}.get)))


def test_a_template_with_another_page_is_refused() -> None:
    small: Callable[[str], bytes] = lambda _: b"#set page(width: 40pt, height: 40pt)"  # noqa: E731

    with pytest.raises(EngineError, match=r"card\.png: .*1200 × 630 .*card\.typ"):
        list(EXPORT(replace(published(), template=small)))
