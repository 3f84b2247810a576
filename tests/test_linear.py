"""Hostile text takes no longer than its length asks for; what is quadratic would not end here."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from generator import compile_project
from generator.briefing import Bodies, Reading, parse_page
from generator.charts.scene import Line
from generator.charts.values import Spot, value_labels
from generator.model.page import PageKind, PageText
from generator.model.source import Library
from generator.model.span import TextFile
from generator.text.claims.kinds import claim_in
from generator.text.figures import is_figure
from generator.text.locate.ladder import Body, locate
from generator.text.markdown import escape_markdown
from generator.text.numbers.reading import read_numbers
from generator.text.redline import redline
from generator.text.strict_yaml import read_yaml
from tests.examples import example_project

SIZE = 300_000
PIECES = ("[", "\u200b", '"', "“", "`", ">", "(", "*", "\\", "<", "1", "不", "[](", '"a" ')
READING = Reading(Library(), Bodies(Library()), block_names=frozenset({"chart"}))
WORDS = "Some words [of no] weight … stand here, it said"


def _parse(text: str) -> object:
    file = TextFile("docs/briefings/a/trend.md", text)
    return parse_page(PageText(PageKind.TREND, "briefings/a/trend", file), READING)


READERS: dict[str, Callable[[str], object]] = {
    "parse_page": _parse,
    "locate in it": lambda text: locate(WORDS, Body("a", text)),
    "locate it": lambda text: locate(text, Body("a", f"{WORDS}. " * 50)),
    "locate it in itself": lambda text: locate(f"{text[: SIZE // 2]}x", Body("a", text)),
    "escape_markdown": escape_markdown,
    "strict_yaml": lambda text: read_yaml(TextFile("a.yml", f"title: {text}\n")),
    "is_figure": is_figure,
}


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("reader", READERS)
def test_a_long_text_of_one_sign_is_read(reader: str, piece: str) -> None:
    text = (piece * SIZE)[:SIZE]
    READERS[reader](text)


@pytest.mark.parametrize("piece", ["1", "1,", "1 ", "1年", "一", "百", "one ", "hundert", "%", "-"])
def test_a_sentence_of_figures_is_read(piece: str) -> None:
    text = (piece * 40_000)[:40_000]
    for language in ("en", "de", "zh"):
        read_numbers(text, language)
        claim_in(text, language)


def test_a_redline_of_long_texts_is_drawn() -> None:
    assert "[-" in redline("one two " * 5_000, "two one " * 5_000)


def test_a_crowded_chart_keeps_its_labels_apart() -> None:
    places = [(index / 20_000, float(index * 7 % 200)) for index in range(20_000)]
    spots = [Spot(x, y, "1.5", "line", rises=True, first=False) for x, y in places]
    lines = [
        Line(before[0], before[1], after[0], before[1], "line")
        for before, after in pairwise(places)
    ]
    assert len(list(value_labels(spots, lines))) < len(spots)


@pytest.mark.parametrize(
    "piece", ["1万", "perhaps ", "last Monday ", "likely 20 % ", "Up 5 %. ", "“"]
)
def test_a_page_with_a_fault_in_every_word_is_checked(piece: str) -> None:
    sentence = f"Rules bind {piece * 10_000} [@harbour-2026-02-09].\n"
    text = f">>> docs/briefings/example/outlook.md\n{sentence}"
    assert compile_project(example_project(text)).diagnostics
