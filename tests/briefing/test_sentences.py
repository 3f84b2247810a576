import pytest

from tests.read_page import read


def test_a_sentence_ends_before_a_capital_a_digit_or_an_opening_mark():
    text = 'Shares rose. Dealers cheered! 20 percent? "Really," they said… (So it went.) End'
    assert read(text).sentences == [
        "Shares rose.",
        "Dealers cheered!",
        "20 percent?",
        '"Really," they said…',
        "(So it went.)",
        "End",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mr. Smith met Dr. Jones at No. 5 in the U.S. Senate."),
        ("en", "J. Smith wrote e.g. Rules and fell by 3.5 percent."),
        ("en", "It rose. and fell (so. It. Went) again."),
        ("de", "Am 14. März traf sie Prof. Kurz, z. B. Abends."),
        ("fr", "Le rapport de M. Dupont, p. 3, est paru."),
        ("es", "El Sr. Gil de EE.UU. Habla de art. 5 hoy."),
    ],
)
def test_these_full_stops_end_no_sentence(language, text):
    assert read(text, language=language).sentences == [text]


def test_an_abbreviation_that_needs_a_digit_ends_a_sentence_without_one():
    assert read("They said no. Then they left.").sentences == ["They said no.", "Then they left."]


def test_a_number_ends_a_sentence_before_a_word_that_is_no_month():
    text = "Es waren 14. Mehr kamen nicht."
    assert read(text, language="de").sentences == ["Es waren 14.", "Mehr kamen nicht."]


def test_chinese_sentences_need_no_space():
    text = "股价上涨。[@jiaobao]监管部门没有批准！“是吗？是。”他说。"
    assert read(text, language="zh").sentences == [
        "股价上涨。[@jiaobao]",
        "监管部门没有批准！",
        "“是吗？是。”他说。",
    ]


def test_a_citation_after_the_full_stop_belongs_to_the_sentence_before():
    found = read("Shares rose. [@harbour] [@quay] Dealers cheered.[@jiaobao] End.")
    assert found.sentences == [
        "Shares rose. [@harbour] [@quay]",
        "Dealers cheered.[@jiaobao]",
        "End.",
    ]
    assert found.cites("Shares") == ["harbour", "quay"]
    assert found.cites("End") == []


def test_a_source_named_in_running_text_begins_a_sentence():
    assert read("Shares rose. @harbour says so.").sentences == ["Shares rose.", "@harbour says so."]


def test_a_quotation_of_several_sentences_is_in_one_sentence():
    text = 'He said "It rose. It fell. It rose" and left [@harbour]. Then more.'
    assert len(read(text).sentences) == 2


def test_a_sentence_may_end_inside_its_closing_marks():
    assert read('"It rose." Then it fell.').sentences == ['"It rose."', "Then it fell."]


def test_the_text_of_a_sentence_is_what_the_reader_sees():
    found = read("**Shares** of [one *film*](x.html) company&nbsp;rose \\*20 `percent` [@harbour].")
    assert found.page.sentences[0].text == "Shares of one film company rose *20 percent."
    assert found.sentences == [found.page.text.file.text]


def test_a_table_row_is_one_sentence():
    found = read("| a | b |\n|---|---|\n| It rose. It fell | [@harbour] |\n| `a|b` | c [@quay] |\n")
    assert [it.text for it in found.page.sentences] == ["a | b", "It rose. It fell", "a|b | c"]
    assert found.cites("It rose") == ["harbour"]
    assert found.cites("c [") == ["quay"]


def test_a_list_item_is_a_block():
    text = "- one [@harbour]\n- two\n    - three [@quay]\n\n    four\n"
    assert read(text).sentences == ["one [@harbour]", "two", "three [@quay]", "four"]


def test_a_heading_takes_the_citations_of_its_section():
    found = read("# A\n\nx [@harbour]\n\n## B\n\ny [@quay]\n\n# C\n\nz [@jiaobao]\n")
    assert found.cites("A") == ["harbour", "quay"]
    assert found.cites("B") == ["quay"]
    assert found.cites("C") == ["jiaobao"]


def test_a_citation_in_a_footnote_belongs_to_the_sentence_with_its_mark():
    found = read("Shares rose.[^1] Dealers cheered.\n\n[^1]: See [@harbour].\n    And [@quay].\n")
    assert found.cites("Shares") == ["harbour", "quay"]
    assert found.cites("Dealers") == []


def test_headings_have_level_text_and_id():
    found = read("# One *two* {#one}\n\nThree\n=====\n\n### Four ###\n")
    assert [(it.level, it.text, it.id) for it in found.page.headings] == [
        (1, "One two", "one"),
        (1, "Three", None),
        (3, "Four", None),
    ]
    assert found.all_at(it.span for it in found.page.headings) == ["One *two*", "Three", "Four"]


def test_an_id_on_the_last_line_is_no_text():
    assert read("Shares rose [@harbour].\n{#kj-1}\n").sentences == ["Shares rose [@harbour]."]


def test_titles_of_boxes_are_no_prose():
    text = '!!! note "Title [@quay]"\n    Body [@harbour].\n\n=== "Tab [@quay]"\n\n    More.\n'
    found = read(text)
    assert found.sentences == ["Body [@harbour].", "More."]
