from generator.blocks.positions import About, Position, PositionsOptions
from generator.model.source import Note, Section, Source, Value
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_SIDES = (
    Position("Harbour Times", "It had 60 million users.", ("@harbour",)),
    Position("The Quay", "It had 45 million users [@quay].", ("@quay, ¶4",)),
)
_PLACE = around(briefing())


def _noted(source_id: str, value: str, event: str | None = None) -> Source:
    values = (Value("users_m", "Tidal", value, "2025-12"),)
    note = Note(Section.TREND, "Noted.", date="2026-02-07", event=event, values=values)
    return source(source_id, notes=(note,))


_KNOWN = around(briefing(used=("harbour", "quay")), [_noted("harbour", "60", "launch")])


def _about(*about: About, events: tuple[str, ...] = ()) -> PositionsOptions:
    return PositionsOptions("How many?", _SIDES, about=about, events=events)


def test_each_position_is_an_item_of_a_list_with_who_says_it() -> None:
    tree = parsed(written("positions", PositionsOptions("How many?", _SIDES), _PLACE))
    assert text_of(tree.find("figure/figcaption/b")) == "How many?"
    items = tree.findall(".//ul/li")
    assert [text_of(item.find("b")) for item in items] == ["Harbour Times", "The Quay"]
    assert [text_of(item.find("div")) for item in items] == [
        "It had 60 million users.@harbour",
        "It had 45 million users@quay.@quay, ¶4",
    ]


def test_what_would_settle_it_and_the_assessment_stand_below() -> None:
    options = PositionsOptions("How many?", _SIDES, "A count.", "They count different things.")
    tree = parsed(written("positions", options, _PLACE))
    assert [text_of(each) for each in tree.findall(".//p")] == [
        "What would settle it: A count.",
        "Our assessment: They count different things.",
    ]


def test_without_an_assessment_it_is_shown_as_open() -> None:
    tree = parsed(written("positions", PositionsOptions("How many?", _SIDES), _PLACE))
    assert text_of(tree.find(".//p")) == "Open: we have no assessment yet."
    chinese = around(briefing(language="zh-Hans"))
    tree = parsed(written("positions", PositionsOptions("多少？", _SIDES), chinese))
    assert text_of(tree.find(".//p")) == "尚无定论：我们还没有评估。"


def test_one_position_is_no_disagreement() -> None:
    (fault,) = faults("positions", PositionsOptions("How many?", _SIDES[:1]), _PLACE)
    assert (fault.message, fault.place) == (
        "a disagreement has two positions or more",
        ("positions",),
    )


def test_what_it_is_about_must_be_a_value_of_a_note() -> None:
    assert faults("positions", _about(About("users_m", "tidal", "2025-12")), _KNOWN) == []
    wrong = _about(
        About("user_m"), About("users_m", "Tidel"), About("users_m", date="2024"), events=("lunch",)
    )
    assert [
        (each.message, each.help, each.place) for each in faults("positions", wrong, _KNOWN)
    ] == [
        (
            "no note of this briefing's sources has the metric `user_m`",
            "Did you mean `users_m`?",
            ("about", 0, "metric"),
        ),
        (
            "no value of `users_m` is for “Tidel”",
            "Did you mean `Tidal`?",
            ("about", 1, "entity"),
        ),
        ("no value of `users_m` is for 2024", "Did you mean `2025-12`?", ("about", 2, "date")),
        (
            "no note of this briefing's sources has the event `lunch`",
            "Did you mean `launch`?",
            ("events", 0),
        ),
    ]


def test_hostile_names_stay_text() -> None:
    hostile = '"><script>alert(1)</script>'
    sides = (Position(hostile, hostile), Position("b", "c"))
    tree = parsed(written("positions", PositionsOptions(hostile, sides, hostile, hostile), _PLACE))
    assert not list(tree.iter("script"))
    assert text_of(tree.find("figure/figcaption/b")) == hostile
    assert text_of(tree.find(".//li/b")) == hostile
