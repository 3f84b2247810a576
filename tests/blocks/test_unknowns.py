from generator.blocks.unknowns import Unknown, UnknownsOptions
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_PLACE = around(briefing(), [source("quay")])
_USE = Unknown("Use", "Nobody counts it [@quay].", "A figure from the maker.")


def test_each_gap_is_a_term_with_what_is_said_of_it() -> None:
    tree = parsed(written("unknowns", UnknownsOptions((_USE, Unknown("<b>", "No list."))), _PLACE))
    assert [text_of(term) for term in tree.iter("dt")] == ["Use", "<b>"]
    assert [text_of(said) for said in tree.iter("dd")] == [
        "Nobody counts it@quay.",
        "What would settle it: A figure from the maker.",
        "No list.",
    ]


def test_a_list_without_an_entry_is_a_fault() -> None:
    (fault,) = faults("unknowns", UnknownsOptions(()), _PLACE)
    assert fault.place == ("items",)


def test_an_entry_that_says_nothing_is_a_fault_at_its_key() -> None:
    found = faults("unknowns", UnknownsOptions((_USE, Unknown(" ", ""))), _PLACE)
    assert [fault.place for fault in found] == [("items", 1, "what"), ("items", 1, "text")]
