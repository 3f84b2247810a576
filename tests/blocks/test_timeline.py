from generator.blocks.timeline import Event, TimelineOptions
from tests.block_page import around, briefing, faults, parsed, text_of, written

_PLACE = around(briefing())


def _lanes(*events: Event) -> TimelineOptions:
    return TimelineOptions(events, lanes=("Model", "Regulators"))


def test_events_stand_in_order_of_their_dates_and_share_a_row_on_one_day() -> None:
    options = _lanes(
        Event("2026-02-12", "Released", "Model"),
        Event("2026-02-07", "Tested", "Model"),
        Event("2026-02-12", "Accounts closed", "Regulators"),
    )
    tree = parsed(written("timeline", options, _PLACE))
    rows = [row for row in tree.findall("figure/ol/li") if row.find("time") is not None]
    assert [row.find("time").get("datetime") for row in rows] == ["2026-02-07", "2026-02-12"]
    assert [text_of(row.find("time")) for row in rows] == ["7 Feb 2026", "12 Feb"]
    assert [event.get("class") for event in rows[1].find("ul")] == ["l1", "l2"]


def test_a_lane_is_named_in_each_of_its_events() -> None:
    tree = parsed(written("timeline", _lanes(Event("2026", "Tested", "Model")), _PLACE))
    assert text_of(tree.find(".//ul/li/span")) == "Model"


def test_a_long_silence_is_a_row_of_its_own() -> None:
    dates = ("2025-09-01", "2026-02-07", "2026-02-09", "2026-02-10")
    tree = parsed(written("timeline", _lanes(*(Event(d, "x", "Model") for d in dates)), _PLACE))
    assert [text_of(row) for row in tree.find_class("gap")] == ["five months"]


def test_events_that_are_evenly_far_apart_have_no_gap() -> None:
    dates = ("2023", "2024", "2025")
    tree = parsed(written("timeline", _lanes(*(Event(d, "x", "Model") for d in dates)), _PLACE))
    assert tree.find_class("gap") == []


def test_without_lanes_a_rail_marks_the_kinds() -> None:
    options = TimelineOptions(
        (
            Event("2022", "Rules issued", kind="issued"),
            Event("2023", "They bind", kind="in force"),
            Event("2024", "Accounts closed", kind="action"),
            Event("2025", "An inquiry", kind="disputed"),
        )
    )
    tree = parsed(written("timeline", options, _PLACE))
    rows = tree.findall("figure/ol/li")
    assert tree.find("figure/ol").get("class") == "sf-rail"
    assert [row.get("class") for row in rows] == [None, "force", "act", "disputed"]
    assert [text_of(row.find("div")) for row in rows] == [
        "Rules issued",
        "In force: They bind",
        "Action: Accounts closed",
        "Disputed: An inquiry",
    ]


def test_text_keeps_its_citations_and_stays_text() -> None:
    options = TimelineOptions((Event("2026", "<b>It</b> opened [@harbour]"),), title="<i>T</i>")
    tree = parsed(written("timeline", options, _PLACE))
    assert text_of(tree.find(".//div")) == "<b>It</b> opened@harbour"
    assert text_of(tree.find(".//figcaption")) == "<i>T</i>"


def test_a_date_that_is_none_is_a_fault_at_its_event() -> None:
    options = TimelineOptions((Event("2026-02-07", "x"), Event("2026-02-30", "y")))
    found = faults("timeline", options, _PLACE)
    assert [(fault.message, fault.place) for fault in found] == [
        ("“2026-02-30” is no date", ("events", 1, "date"))
    ]


def test_an_event_needs_one_of_the_lanes() -> None:
    found = faults("timeline", _lanes(Event("2026", "x", "Markets"), Event("2026", "y")), _PLACE)
    assert [(fault.message, fault.place) for fault in found] == [
        ("no lane is called `Markets`", ("events", 0, "lane")),
        ("this event has no lane", ("events", 1)),
    ]


def test_five_lanes_do_not_fit_and_none_is_no_timeline() -> None:
    lanes = TimelineOptions((Event("2026", "x", "a"),), lanes=tuple("abcde"))
    assert [fault.place for fault in faults("timeline", lanes, _PLACE)] == [("lanes",)]
    assert faults("timeline", TimelineOptions(()), _PLACE)
