import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.exporters.layout import Pages
from tests.exporters.test_pdf import faults, pdf_of
from tests.typesetting.example import published

WORDS = ("water", "harbour", "clips", "market", "label", "rule", "court", "model", "screen", "wave")


def long_page(seed: int) -> str:
    """A page on which headings, charts, tables, notes and timelines fall at any height."""
    chance = random.Random(seed)  # noqa: S311 (for variety)
    parts = [part for number in range(24) for part in section(number, chance)]
    notes = "".join(
        f'<li id="fn:{number}"><p>note{number} {prose(chance, 24)}</p></li>' for number in range(24)
    )
    return "".join(parts) + f'<div class="footnote"><ol>{notes}</ol></div>'


def prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def section(number: int, chance: random.Random) -> Iterator[str]:
    yield f"<h{2 + number % 2}>Heading {number}</h{2 + number % 2}>"
    yield (
        f"<p>first{number} {prose(chance, chance.randrange(12, 90))} mark{number}<sup>"
        f'<a class="footnote-ref" href="#fn:{number}">1</a></sup></p>'
    )
    yield chance.choice(
        [
            f'<figure class="sf-chart" data-scene="0"><figcaption><b>top{number}</b></figcaption>'
            f'<p class="sf-from">foot{number}</p></figure>',
            f"<table><thead><tr><th>A</th><th>B</th></tr></thead>{rows(number, 30)}</table>",
            f"<table><thead><tr><th>A</th><th>B</th></tr></thead>{rows(number, 6)}</table>",
            f"<blockquote><p>{prose(chance, 40)}</p></blockquote>",
            f"<ul>{''.join(f'<li>{prose(chance, 20)}</li>' for _ in range(5))}</ul>",
            f'<ol class="sf-rail">{events(chance)}</ol>',
            "",
        ]
    )
    yield f"<p>{prose(chance, chance.randrange(20, 160))}</p>"


def rows(number: int, count: int) -> str:
    return "".join(
        f"<tr><td>row{number}a{each}<br>row{number}b{each}</td><td>x</td></tr>"
        for each in range(count)
    )


def events(chance: random.Random) -> str:
    return "".join(
        f'<li><time>{day} May</time><div class="t">{prose(chance, 16)}</div></li>'
        for day in range(1, 15)
    )


@pytest.fixture(scope="module", params=range(3))
def pages(request: pytest.FixtureRequest) -> Pages:
    contents = {
        f"briefings/clips/{name}": long_page(request.param * 10 + place)
        for place, name in enumerate(("trend", "context", "outlook"))
    }
    return Pages(pdf_of(published(contents=contents)))


def test_nothing_stands_in_the_margins(pages: Pages) -> None:
    assert pages.outside() == []


def test_no_heading_is_the_last_line_of_a_page(pages: Pages) -> None:
    assert len(pages.headings) > 70
    assert pages.lonely_headings() == []


def test_each_footnote_stands_on_the_page_of_its_mark(pages: Pages) -> None:
    for number in range(24):
        marks = pages.pages_of(f"mark{number}")
        assert len(marks) == 3  # one in each chapter
        assert marks == pages.pages_of(f"note{number}")


def test_no_chart_is_cut(pages: Pages) -> None:
    ends = [pages.pages_of(f"foot{number}") for number in range(24)]
    assert sum(map(len, ends)) > 5
    for number, found in enumerate(ends):
        assert set(found) <= set(pages.pages_of(f"top{number}"))


def test_no_row_of_a_table_is_cut(pages: Pages) -> None:
    for number in range(24):
        for each in range(30):
            first, second = (pages.pages_of(f"row{number}{line}{each}") for line in "ab")
            assert first == second


def test_pages_are_full_but_for_the_ends_of_parts(pages: Pages) -> None:
    white = [pages.white(page) for page in range(3, pages.count - 1)]

    assert sum(white) / len(white) < 0.1


def contents(sections: int) -> tuple[Pages, range]:
    """A PDF whose contents have so many lines and a few more, and the pages of the contents."""
    html = "".join(f"<h2>Heading {number}</h2><p>text</p>" for number in range(sections))
    pages = Pages(pdf_of(published(contents={"briefings/clips/trend": html})))
    begin = {heading.title: heading.page for heading in pages.headings}
    return pages, range(begin["Contents"], begin["Key judgements"])


@pytest.mark.parametrize("sections", [26, 29, 32])
def test_the_lines_of_the_contents_stand_closer_where_that_spares_a_page(sections: int) -> None:
    _, of_contents = contents(sections)

    assert len(of_contents) == 1


@pytest.mark.parametrize("sections", range(20, 66, 5))
def test_what_marks_mean_stands_at_the_foot_of_the_first_page_of_the_contents(
    sections: int,
) -> None:
    pages, of_contents = contents(sections)

    first, last = pages.body(of_contents[0]), pages.body(of_contents[-1])
    assert "Citations" in [line.text.strip() for line in first]
    assert any(line.text.startswith(("Heading", "Sources")) for line in last)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The PDF of the desk's own briefing, as the command writes it."""
    target = tmp_path_factory.mktemp("pdf") / "sample.pdf"
    program = Path(sys.executable).parent / "standfirst"
    arguments = [str(program), "pdf", "bytedance-video", "--output", str(target)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target.read_bytes()


def test_the_sample_holds_when_measured(sample: bytes) -> None:
    pages = Pages(sample)

    assert pages.outside() == []
    assert pages.lonely_headings() == []
    assert pages.count < 30


def test_the_sample_satisfies_the_standards(sample: bytes) -> None:
    assert faults(sample) == []
