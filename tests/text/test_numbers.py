"""Numbers in text: what is found, what it means, and what bears it out."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.source import Note, Section, Source, Table
from generator.model.span import TextFile
from generator.text.numbers.comparing import Missing, asked_numbers, missing_numbers
from generator.text.numbers.evidence import Evidence
from generator.text.numbers.reading import read_numbers
from generator.text.numbers.records import Day, Hedge, Mention, Name, Quantity
from generator.text.numbers.source_numbers import evidence_of, names_in

CASES = Path(__file__).parent / "cases"
SIZE = 1_000_000
DENSE_SIZE = 50_000
"""For texts that are a number every few characters."""


def source(body: str, language: str = "en", **fields: object) -> Evidence:
    file = TextFile("sources/s.md", body)
    made = Source("s", file, body, 0, "Untitled", language=language, **fields)  # type: ignore[arg-type]  # fields of many types
    return evidence_of(made)


def missing(page: str, *sources: Evidence, language: str = "en") -> list[str]:
    return [
        page[one.start : one.end] for one in missing_numbers(asked_numbers(page, language), sources)
    ]


def only(page: str, body: str) -> Missing:
    (one,) = missing_numbers(asked_numbers(page, "en"), [source(body)])
    return one


def scores(name: str) -> tuple[float, float]:
    """Precision and recall of what is reported over the labelled pairs."""
    right = wrong = missed = 0
    for language, spoken, page, body, *expected in yaml.safe_load(
        (CASES / name).read_text("utf-8")
    ):
        for words in missing(page, source(body, spoken), language=language):
            hit = next((it for it in expected if it in words or words in it), None)
            right, wrong = (right + 1, wrong) if hit else (right, wrong + 1)
            expected = [it for it in expected if it != hit]
        missed += len(expected)
    return right / (right + wrong), right / (right + missed)


@pytest.mark.parametrize("name", ["numbers.yaml", "numbers_held_out.yaml"])
def test_what_is_reported_is_wrong_and_what_is_wrong_is_reported(name: str) -> None:
    precision, recall = scores(name)
    assert precision >= 0.97
    assert recall >= 0.95


def test_the_labelled_pairs_are_many() -> None:
    sets = [
        yaml.safe_load((CASES / name).read_text("utf-8"))
        for name in ("numbers.yaml", "numbers_held_out.yaml")
    ]
    assert sum(map(len, sets)) >= 200
    assert min(map(len, sets)) >= 100


def amounts(text: str, language: str = "en") -> list[tuple[str, Decimal, str]]:
    """Words, value and dimension of the first amount of each number."""
    found = []
    for mention in read_numbers(text, language):
        first = next((it for it in mention.readings if isinstance(it, Quantity)), None)
        if first:
            words = text[mention.start : mention.end]
            found.append((words, first.value, first.unit.dimension))
    return found


@pytest.mark.parametrize(
    ("text", "language", "value", "dimension"),
    [
        ("1,234.5", "en", "1234.5", ""),
        ("1.234,5", "de", "1234.5", ""),
        ("1.234", "de", "1234", ""),
        ("1.234", "en", "1.234", ""),
        ("12 345", "fr", "12345", ""),
        ("1’234’567", "de", "1234567", ""),
        ("$1.2bn", "en", "1200000000", "money"),
        ("RMB 300 million", "en", "300000000", "money"),
        ("1,5 Mrd. Euro", "de", "1500000000", "money"),
        ("6.19亿美元", "zh", "619000000", "money"),
        ("1亿2000万", "zh", "120000000", ""),
        ("1.6万亿元", "zh", "1600000000000", "money"),
        ("39万余条", "zh", "390000", ""),
        ("会员1.23萬人", "zh", "12300", ""),
        ("一千二百零五张", "zh", "1205", ""),
        ("一亿二千万人", "zh", "120000000", ""),
        ("百分之三十五点五", "zh", "35.5", "percent"),
        ("两成五", "zh", "25", "percent"),
        ("12.5 per cent", "en", "12.5", "percent"),
        ("3 percentage points", "en", "3", "points"),
        ("2.5个百分点", "zh", "2.5", "points"),
        ("1.2 times", "en", "1.2", "times"),
        ("15-second", "en", "15", "time"),
        ("twenty-one", "en", "21", ""),
        ("two and a half million", "en", "2500000", ""),
        ("one hundred and five", "en", "105", ""),
        ("einundzwanzig", "de", "21", ""),
        ("a fifth", "en", "20", "percent"),
        ("one in four", "en", "25", "percent"),
        ("第十二届", "zh", "12", ""),
        ("１２艘", "zh", "12", ""),
    ],
)
def test_an_amount_is_read(text: str, language: str, value: str, dimension: str) -> None:
    (found,) = amounts(text, language)
    assert (found[1], found[2]) == (Decimal(value), dimension)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 February 2026", Day(2026, 2, 9)),
        ("Feb. 9, 2026", Day(2026, 2, 9)),
        ("9th of February", Day(None, 2, 9)),
        ("2026-02-09", Day(2026, 2, 9)),
        ("09.02.2026", Day(2026, 2, 9)),
        ("9. Februar 2026", Day(2026, 2, 9)),
        ("February 2026", Day(2026, 2)),
        ("2026-02", Day(2026, 2)),
        ("2026年2月9日", Day(2026, 2, 9)),
        ("二〇二六年二月九日", Day(2026, 2, 9)),
        ("26年2月", Day(2026, 2)),
        ("Q3 2025", Day(2025, quarter=3)),
        ("third quarter of 2025", Day(2025, quarter=3)),
        ("2025年第三季度", Day(2025, quarter=3)),
        ("2025", Day(2025)),
        ("Monday 9 February 2026", Day(2026, 2, 9, weekday=0)),
        ("2月9日（周一）", Day(None, 2, 9, weekday=0)),
        ("30 February 2026", Day(2026, 2, 30)),
    ],
)
def test_a_date_is_read(text: str, day: Day) -> None:
    days = [it for one in read_numbers(text) for it in one.readings if isinstance(it, Day)]
    assert days == [day]


def test_days_that_share_a_month_are_dates_each() -> None:
    found = [one.readings[0] for one in read_numbers("on 13, 14 and 16 May 2026")]
    assert found == [Day(2026, 5, 13), Day(2026, 5, 14), Day(2026, 5, 16)]


@pytest.mark.parametrize(
    "text", ["at 10:30", "https://h.example/2026/7", "(1) pay", "in 5G and 4K"]
)
def test_times_addresses_lists_and_standards_are_no_numbers(text: str) -> None:
    assert missing(text, source("Nothing.")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Puffin 4", Name("puffin", "4")),
        ("Puffin4", Name("puffin", "4")),
        ("Puffin-4", Name("puffin", "4")),
        ("GB 45438-2025", Name("gb", "45438-2025")),
        ("720p", Name("#p", "720")),
    ],
)
def test_a_figure_in_a_name_is_read_with_its_word(text: str, name: Name) -> None:
    (mention,) = read_numbers(text)
    assert name in mention.readings


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("more than 5", Hedge.ABOVE),
        ("no more than 5", Hedge.BELOW),
        ("no fewer than 5", Hedge.ABOVE),
        ("about $5", Hedge.ABOUT),
        ("nearly a fifth", Hedge.NEARLY),
        ("近5万", Hedge.NEARLY),
        ("5万余", Hedge.ABOVE),
        ("5万人左右", Hedge.ABOUT),
        ("rund 5", Hedge.ABOUT),
        ("the other 5", Hedge.NONE),
    ],
)
def test_words_around_a_number_leave_it_room(text: str, hedge: Hedge) -> None:
    assert [mention.hedge for mention in read_numbers(text, "de")] == [hedge]


def test_a_slip_of_a_power_of_ten_is_named() -> None:
    slip = only("It plans 1.6 trillion yuan.", "计划投入1600亿元。").slip
    assert slip
    assert (slip.times, slip.nearest.words, slip.nearest.english) == (
        "ten times",
        "1600亿元",
        "160 billion",
    )


def test_the_same_figure_of_another_currency_is_no_slip() -> None:
    one = only("It made 1.5 billion euros.", "It made $1.5 billion after 1,482 complaints.")
    assert one.slip is None
    assert [near.words for near in one.nearest] == ["$1.5 billion"]


def test_the_nearest_number_is_named_where_there_is_no_slip() -> None:
    one = only("It has 421 boats.", "It has 412 boats and 3 crews.")
    assert one.slip is None
    assert [near.words for near in one.nearest] == ["412"]


def test_the_nearest_date_is_named() -> None:
    one = only("On 8 May 2026 it closed.", "It closed on 9 May 2026, not in 2025.")
    assert [near.words for near in one.nearest] == ["9 May 2026"]


def test_notes_title_and_date_of_publication_bear_out_numbers() -> None:
    note = Note(Section.TREND, "Some 14 boats left.", quote="15 crews", date="2026-03-04")
    evidence = source("A body.", published="2026-02-10", notes=(note,))
    page = "On 4 March and 10 February 2026, 14 boats had 15 crews."
    assert missing(page, evidence) == []


def test_a_weekday_is_that_of_the_days_around_publication() -> None:
    evidence = source("It closed on Sunday.", published="2026-02-10")
    assert missing("It closed on 8 February 2026.", evidence) == []
    assert missing("It closed on 7 February 2026.", evidence) == ["7 February 2026"]


def test_a_cell_is_of_the_unit_that_the_page_says_and_the_header_multiplies() -> None:
    table = Table("d.csv", ("date", "users_million", "share"), (("2025-06", "515", "36.5"),))
    file = TextFile("s.md", "Counts.")
    evidence = evidence_of(Source("s", file, "Counts.", 0, "Counts"), table)
    assert missing("In June 2025, 515 million used it, 36.5 per cent.", evidence) == []
    assert missing("In June 2025, 551 million used it.", evidence) == ["551 million"]


def test_one_of_several_sources_is_enough() -> None:
    assert missing("It has 412 boats.", source("None."), source("412 boats.")) == []


def test_names_of_titles_leave_years_out() -> None:
    assert names_in(["Puffin 4 and Budget 2026"], "en") == {Name("puffin", "4")}


def _whole(mentions: tuple[Mention, ...], text: str) -> bool:
    places = [0, *(place for one in mentions for place in (one.start, one.end)), len(text)]
    return places == sorted(places)


ODD = st.text("0123456789.,%$€万亿一二十年月日成分之 -–/:()ABMayQkmn\n", max_size=80)
WORDY = st.lists(
    st.sampled_from(["a third", "May", "13", "and", "2026年", "1.2", "million", "GB-", "成", "to"]),
    max_size=12,
).map(" ".join)


@given(ODD | WORDY, st.sampled_from(["en", "de", "zh"]))
def test_numbers_stand_apart_and_in_order(text: str, language: str) -> None:
    mentions = read_numbers(text, language)
    assert _whole(mentions, text)
    assert all(one.start < one.end for one in mentions)


@given(ODD | WORDY, st.sampled_from(["en", "de", "zh"]))
def test_a_text_bears_out_its_own_numbers(text: str, language: str) -> None:
    assert missing(text, source(text, language), language=language) == []


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_whole_number_is_borne_out_by_itself_alone(ours: int, theirs: int) -> None:
    found = missing(f"There are {ours:,} of them.", source(f"There are {theirs:,} of them."))
    assert bool(found) == (ours != theirs)


@pytest.mark.parametrize("text", ["5 mıllıon", "sıx men", "three thırds", "half a mİllion"])
def test_a_dotless_i_makes_no_word_of_a_number(text: str) -> None:
    assert all(one.readings[0] != Quantity(Decimal(6)) for one in read_numbers(text))


def test_a_number_is_read_the_same_wherever_its_line_stands() -> None:
    line = "about $5, 3 more than 20\nSora 2, in 2026, minus 7, 8"
    alone = [(one.readings, one.hedge) for one in read_numbers(line)]
    twice = [(one.readings, one.hedge) for one in read_numbers(f"{line}\n\n{'x' * 50}\n{line}")]
    assert twice == alone * 2


@pytest.mark.parametrize("unit", ["7", ",", "1,", "111,", "1.", "万", "一", "$", "ein", "x", " "])
def test_a_million_characters_of_one_kind_are_read(unit: str) -> None:
    text = unit * (SIZE // len(unit))
    assert _whole(read_numbers(text, "de"), text)


DENSE = [
    "1万",
    " 1",
    "1:",
    "5% ",
    "周一",
    "1亿2",
    "1\n",
    "2026年",
    "May 1, ",
    "13 and ",
    "1/",
    "20-",
]


@pytest.mark.parametrize("unit", DENSE)
def test_a_text_of_nothing_but_numbers_is_read(unit: str) -> None:
    text = unit * (DENSE_SIZE // len(unit))
    assert _whole(read_numbers(text, "de"), text)


@pytest.mark.long
@pytest.mark.parametrize("unit", DENSE)
def test_a_million_characters_of_nothing_but_numbers_are_read(unit: str) -> None:
    text = unit * (SIZE // len(unit))
    assert _whole(read_numbers(text, "de"), text)
