"""Charts whose figures are the values of notes."""

from dataclasses import replace

from generator.blocks import Surroundings, blocks
from generator.blocks.chart import ChartOptions
from generator.charts.scene import Dot
from generator.model.source import Note, Section, Source, Value
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_OPTIONS = ChartOptions("notes", "Users grew", metric="users")


def _noted(source_id: str, *values: Value, **fields: object) -> Source:
    return source(source_id, notes=(Note(Section.TREND, "Noted.", values=values),), **fields)


def _users(
    value: str, entity: str = "Tidal", date: str | None = "2025-12", unit: str = "million users"
) -> Value:
    return Value("users", entity, value, date, unit)


def _place(*sources: Source) -> Surroundings:
    return around(briefing(used=tuple(one.id for one in sources)), sources)


_TWO = _place(
    _noted("alpha", _users("22", date="2025-03"), _users("60"), publisher="Alpha"),
    _noted("beta", _users("45", "tidal"), _users("41.5", "Rival", "2025-Q3"), publisher="Beta"),
)


def test_the_table_cites_the_source_of_each_figure_and_has_both_where_sources_differ() -> None:
    rows = [
        [text_of(cell) for cell in row]
        for row in parsed(written("chart", _OPTIONS, _TWO)).iter("tr")
    ]
    assert rows == [
        ["Date", "Tidal, million users", "Rival, million users"],
        ["March 2025", "22@alpha", "no figure"],
        ["Q3 2025", "no figure", "41.5@beta"],
        ["December 2025", "60@alpha; 45@beta", "no figure"],
    ]


def test_each_point_says_whose_figure_it_is() -> None:
    block = written("chart", _OPTIONS, _TWO)
    dots = [mark.title for mark in block.scenes[0].marks if isinstance(mark, Dot)]
    assert sorted(dot.replace("\N{NO-BREAK SPACE}", " ") for dot in dots) == [
        "Rival · Q3 2025 · 41.5 million users · Beta",
        "Tidal · December 2025 · 45 million users · Beta",
        "Tidal · December 2025 · 60 million users · Alpha",
        "Tidal · March 2025 · 22 million users · Alpha",
    ]
    titles = [each.text for each in parsed(block).iter("title")]
    assert set(dots) < set(titles)


def test_the_source_line_lists_all_sources_and_the_block_cites_them() -> None:
    tree = parsed(written("chart", _OPTIONS, _TWO))
    assert text_of(tree.find(".//p[@class='sf-from']")) == "Sources: Alpha, Beta@alpha@beta"
    assert list(blocks()["chart"].cites(_OPTIONS, _TWO)) == ["alpha", "beta"]


def test_entities_picks_some() -> None:
    options = ChartOptions("notes", "Rivals", metric="users", entities=("rival",))
    tree = parsed(written("chart", options, _TWO))
    assert [text_of(head) for head in tree.find(".//thead/tr")] == ["Date", "Rival, million users"]
    assert list(blocks()["chart"].cites(options, _TWO)) == ["beta"]


def test_figures_stand_in_the_order_of_their_dates() -> None:
    newest_first = _place(_noted("alpha", _users("60"), _users("22", date="2025-Q1")))
    options = ChartOptions("notes", "Users grew", metric="users", mark="bar")
    rows = parsed(written("chart", options, newest_first)).iter("tr")
    assert [text_of(next(iter(row))) for row in rows] == ["Date", "Q1 2025", "December 2025"]


def test_what_a_source_gives_is_left_out_where_the_author_says_so() -> None:
    options = replace(_OPTIONS, without=("@beta",))
    assert "Rival" not in text_of(parsed(written("chart", options, _TWO)))
    (fault,) = faults("chart", replace(_OPTIONS, without=("@gamma",)), _TWO)
    assert fault.message == "“@gamma” gives no value of `users`"
    assert fault.help == 'Leave out one of "@alpha", "@beta".'


def test_bars_by_entity_need_no_dates() -> None:
    place = _place(_noted("alpha", _users("60", date=None), _users("41.5", "Rival", None)))
    options = ChartOptions("notes", "Users", metric="users", mark="bar", x="entity")
    tree = parsed(written("chart", options, place))
    rows = [[text_of(cell) for cell in row] for row in tree.iter("tr")]
    assert rows[1:] == [["Tidal", "60@alpha"], ["Rival", "41.5@alpha"]]


def test_sources_that_the_briefing_does_not_use_are_left_out() -> None:
    alpha, beta = _noted("alpha", _users("60")), _noted("beta", _users("45"))
    place = around(briefing(used=("alpha",)), [alpha, beta])
    assert "45" not in text_of(parsed(written("chart", _OPTIONS, place)))


def _fault(options: ChartOptions, place: Surroundings) -> tuple[str, str, tuple[str | int, ...]]:
    (fault,) = faults("chart", options, place)
    return fault.message, fault.help, fault.place


def test_a_metric_that_no_note_has_is_a_fault_with_the_nearest() -> None:
    assert _fault(ChartOptions("notes", "Users", metric="user"), _TWO) == (
        "no note of this briefing's sources has the metric `user`",
        "Did you mean `users`?",
        ("metric",),
    )
    assert _fault(_OPTIONS, _place(source("alpha"))) == (
        "no note of this briefing's sources has the metric `users`",
        "Give a note `values:` with this metric.",
        ("metric",),
    )


def test_a_chart_of_notes_needs_a_metric() -> None:
    assert _fault(ChartOptions("notes", "Users"), _TWO) == (
        "`data: notes` needs `metric`",
        "There are `users`.",
        ("data",),
    )


def test_an_entity_that_has_no_value_is_a_fault() -> None:
    options = ChartOptions("notes", "Users", metric="users", entities=("Tide", "Rival"))
    assert _fault(options, _TWO) == (
        "no value of `users` is for “Tide”",
        "Did you mean `Tidal`?",
        ("entities",),
    )


def test_values_with_different_units_are_not_drawn_together() -> None:
    place = _place(_noted("alpha", _users("60"), _users("60000", date="2025-11", unit="k users")))
    message, advice, where = _fault(_OPTIONS, place)
    assert (message, where) == ("these values have different units", ("metric",))
    assert "60000 k users in `alpha`; 60 million users in `alpha`" in advice


def test_values_without_a_date_cannot_stand_on_an_axis_of_dates() -> None:
    message, advice, _ = _fault(_OPTIONS, _place(_noted("alpha", _users("60", date=None))))
    assert message == "none of these values has a date"
    assert "x: entity" in advice


def test_metric_and_entities_are_for_notes_alone_and_x_for_files() -> None:
    found = faults("chart", ChartOptions("d.csv", "Users", metric="users"), _TWO)
    assert [each.message for each in found] == ["there is no data file `d.csv` beside the briefing"]


def test_a_metric_of_dates_is_no_chart() -> None:
    place = _place(_noted("alpha", Value("launch_date", "Tidal", "2026-02-09")))
    message, advice, _ = _fault(ChartOptions("notes", "x", metric="launch_date"), place)
    assert (message, advice) == (
        "the values of `launch_date` are dates",
        "Draw them with a timeline.",
    )


def test_hostile_names_stay_text() -> None:
    hostile = '"><script>alert(1)</script>'
    place = _place(
        _noted("alpha", _users("22", hostile, "2025-03", hostile), publisher=hostile),
        _noted("beta", _users("45", hostile, unit=hostile), publisher=hostile),
    )
    tree = parsed(written("chart", _OPTIONS, place))
    assert not list(tree.iter("script"))
    assert hostile in text_of(tree.find(".//thead"))
    assert any(hostile in (each.text or "") for each in tree.iter("title"))
