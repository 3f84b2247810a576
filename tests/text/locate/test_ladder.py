import doctest

import pytest

import generator.text.locate.ladder as locate_module
import generator.text.locate.normalise as normalise_module
from generator.model.passage import Match, MatchKind
from generator.text.locate.ladder import MAX_PLACES, Body, locate

TEXT = """\
# Clips lift shares

“Clip engine 2.0” went viral; the company’s shares rose 1.5 percent on Tuesday.

The regulator did not approve the rule. It may, however, not stop there.

Officials can’t say … [yet] what “the rule” covers. Shares rose again.
"""


def found(quotation: str, text: str = TEXT) -> Match:
    return locate(quotation, Body("harbour", text))


def test_the_same_characters_are_exact() -> None:
    match = found("shares rose 1.5 percent")
    assert match.kind is MatchKind.EXACT
    assert match.differences == ()
    (passage,) = match.passages
    assert TEXT[passage.start : passage.end] == passage.exact == "shares rose 1.5 percent"
    assert passage.prefix == " 2.0” went viral; the company’s "
    assert passage.suffix == " on Tuesday.\n\nThe regulator did "
    assert (passage.source_id, passage.paragraph) == ("harbour", 1)


def test_an_ellipsis_and_a_bracket_of_the_source_are_exact() -> None:
    assert found("Officials can’t say … [yet] what").kind is MatchKind.EXACT


def test_an_ellipsis_and_a_bracket_of_the_source_may_have_other_forms() -> None:
    assert found("Officials can't say ... [yet] what").kind is MatchKind.NORMALISED


def test_straight_marks_match_curly_ones_and_are_named() -> None:
    match = found('It\'s "the rule"', "It’s “the rule”")
    assert match.kind is MatchKind.NORMALISED
    assert "quotation marks or apostrophes differ" in match.differences


def test_a_passage_includes_the_marks_that_both_have() -> None:
    (passage,) = found('"Clip engine 2.0" went viral').passages
    assert passage.exact == "“Clip engine 2.0” went viral"


def test_words_that_stand_twice_have_two_places_in_order() -> None:
    match = found("the rule")
    assert [passage.exact for passage in match.passages] == ["the rule", "the rule"]
    assert match.passages[0].start < match.passages[1].start


def test_normalised_words_that_stand_twice_have_two_places() -> None:
    match = found("The rule", "say the rule and the rule again")
    assert match.kind is MatchKind.NORMALISED
    assert [passage.start for passage in match.passages] == [4, 17]


def test_a_stretch_narrows_where_words_are_sought() -> None:
    second = TEXT.rindex("the rule")
    match = locate("the rule", Body("a", TEXT), within=(second - 5, len(TEXT)))
    assert [passage.start for passage in match.passages] == [second]
    folded = locate("“the rule’", Body("a", TEXT), within=(second - 5, len(TEXT)))
    assert folded.passages[0].start == second - 1


def test_outside_the_stretch_words_are_not_found() -> None:
    match = locate("shares rose 1.5 percent", Body("a", TEXT), within=(0, 30))
    assert not match.is_found


def test_places_are_bounded() -> None:
    assert len(found("word", "word " * 500).passages) == MAX_PLACES


@pytest.mark.parametrize("quotation", ["", "  ", "…", "[…]", "—", "“”", "?!", "[...] …"])
def test_nothing_but_punctuation_is_missing(quotation: str) -> None:
    assert found(quotation) == Match(MatchKind.MISSING, "harbour")


def test_words_of_another_text_are_missing() -> None:
    match = found("Zebras graze quietly beyond Kilimanjaro")
    assert match == Match(MatchKind.MISSING, "harbour")


def test_an_altered_quotation_comes_with_passage_and_redline() -> None:
    match = found("shares rose 25 percent on Tuesday")
    assert match.kind is MatchKind.ALTERED
    assert match.passages[0].exact == "shares rose 1.5 percent on Tuesday"
    assert match.redline == "shares rose [-25-]{+1.5+} percent on Tuesday"


def test_a_redline_does_not_mark_typography() -> None:
    match = found("the company's shares fell 1.5 percent")
    assert match.redline == "the company’s shares [-fell-]{+rose+} 1.5 percent"


def test_the_altered_part_of_an_elided_quotation_is_shown() -> None:
    match = found("“Clip engine 2.0” […] shares fell 1.5 percent on Tuesday")
    assert match.kind is MatchKind.ALTERED
    assert match.redline == "shares [-fell-]{+rose+} 1.5 percent on Tuesday"


def test_a_similar_sentence_is_weak() -> None:
    match = found("the regulator would never endorse that rule")
    assert match.kind is MatchKind.WEAK
    assert "regulator" in match.passages[0].exact


def test_a_word_in_two_is_refused_with_the_reason() -> None:
    match = found("gulator did not approve")
    assert match.kind is MatchKind.ALTERED
    assert match.differences == ("words or numbers are cut in two, or stand in another order",)


def test_segments_in_another_order_are_refused() -> None:
    assert not found("rose again […] went viral").is_found


def test_an_ellipsis_may_leave_out_words() -> None:
    match = found(
        "“Clip engine 2.0” went viral […] on Tuesday",
        "“Clip engine 2.0” went viral here on Tuesday",
    )
    assert match.kind is MatchKind.NORMALISED
    assert match.differences == ("words are left out at an ellipsis",)


def test_an_ellipsis_across_a_negation_needs_a_look() -> None:
    match = found("The regulator did … approve the rule")
    assert match.kind is MatchKind.REVIEW
    assert match.differences[0] == "the ellipsis leaves out a negation: “not”"
    assert match.passages[0].exact == "The regulator did not approve the rule"


def test_a_trailing_ellipsis_that_hides_a_negation_needs_a_look() -> None:
    assert found("The regulator did […]").kind is MatchKind.REVIEW


def test_an_aside_between_commas_does_not_end_the_clause() -> None:
    assert found("It may […]").kind is MatchKind.REVIEW


def test_a_bracket_before_a_negation_left_out_needs_a_look() -> None:
    assert found("[They] approve the rule").kind is MatchKind.REVIEW


def test_sic_is_dropped() -> None:
    assert found("The regulator [sic] did not approve").kind is MatchKind.NORMALISED


def test_an_insertion_in_brackets_is_a_declared_edit() -> None:
    match = found("The regulator did not approve the [label] rule")
    assert match.kind is MatchKind.NORMALISED
    assert match.differences == ("words in brackets are the author’s: “label”",)


def test_a_bracket_replaces_at_most_120_characters() -> None:
    text = "Start here {} and end there."
    assert found("Start here [so] and end there", text.format("x" * 110)).is_found
    assert not found("Start here [so] and end there", text.format("x " * 70)).is_found


def test_an_ellipsis_leaves_out_at_most_1500_characters() -> None:
    text = "Start here {}and end there."
    assert found("Start here […] and end there", text.format("word " * 290)).is_found
    assert not found("Start here […] and end there", text.format("word " * 310)).is_found


def test_a_part_of_a_word_in_brackets_needs_a_look() -> None:
    match = found("The regulat[ion] did not approve")
    assert match.kind is MatchKind.REVIEW
    assert "brackets change a part of a word" in match.differences


def test_a_declared_change_of_case_is_no_other_change() -> None:
    assert found("The regulator did not approve the rule. [i]t may").is_found
    assert found("The regulator did not approve the rule. it may").kind is MatchKind.REVIEW


def test_a_sound_place_wins_over_a_doubtful_one() -> None:
    text = "The rule did not hold. Later The rule did hold."
    match = found("The rule did […] hold.", text)
    assert match.kind is MatchKind.NORMALISED
    assert [passage.start for passage in match.passages] == [text.rindex("The")]


def test_a_number_without_its_scale_needs_a_look() -> None:
    match = found("shares rose 1.5")
    assert match.kind is MatchKind.REVIEW
    assert match.differences == ("the number goes on in the source: “percent”",)


def test_a_place_with_the_whole_number_wins() -> None:
    match = found("rose 15", "It rose 15 percent. It rose 15.")
    assert match.kind is MatchKind.EXACT
    assert [passage.start for passage in match.passages] == [23]


def test_the_examples_of_the_manual_hold() -> None:
    assert not any(doctest.testmod(module).failed for module in (locate_module, normalise_module))


def test_more_than_fifty_pieces_are_no_quotation() -> None:
    text = "a b " * 100
    assert found(" […] ".join("a" * 50), text).is_found
    assert not found(" […] ".join("a" * 51), text).is_found


@pytest.mark.parametrize(
    "body", ["a" * 20_000, "a " * 10_000, "[" * 20_000, " " * 20_000, "1." * 9_000]
)
def test_hostile_texts_come_to_an_end(body: str) -> None:
    assert locate(" […] ".join("a" * 21), Body("x", body)).source_id == "x"
    assert locate("A " * 300, Body("x", body)).source_id == "x"
