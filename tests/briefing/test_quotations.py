import pytest

from generator.model.page import PageKind
from generator.model.passage import MatchKind
from tests.read_page import read


@pytest.mark.parametrize(
    "quoted",
    ['"{}"', "“{}”", "„{}“", "„{}”", "«{}»", "»{}«", "「{}」", "『{}』"],
)
def test_these_marks_quote(quoted):
    found = read(f"Shares {quoted.format('rose 20 percent')} [@harbour].")
    assert found.quotations == ["rose 20 percent"]
    assert found.match("rose").kind is MatchKind.EXACT
    assert found.unbalanced == []


@pytest.mark.parametrize("quoted", ["‘{}’", "'{}'", "‹{}›", "《{}》", "〈{}〉"])
def test_these_marks_do_not_quote(quoted):
    assert read(f"Shares {quoted.format('rose 20 percent')} [@harbour].").quotations == []


def test_double_corner_brackets_are_titles_in_japanese():
    assert read("『本』と「声」。", language="ja").quotations == ["声"]


def test_only_the_outermost_pair_is_the_quotation():
    found = read('It says “a “b” c” and „d “e” f“ and «g "h" i» [@harbour].')
    assert found.quotations == ["a “b” c", "d “e” f", 'g "h" i']
    assert found.unbalanced == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no.', [('"', 9)]),
        ("He said no”.", [("”", 11)]),
        ("“a 「b” c", [("「", 4)]),
        ('A word" here', [('"', 7)]),
    ],
)
def test_a_mark_without_partner_is_unbalanced(text, expected):
    assert read(text).unbalanced == expected


def test_a_pair_does_not_reach_over_blocks():
    found = read('- "one\n- two"\n\n| a "b | c" |\n|---|---|\n')
    assert [mark for mark, _ in found.unbalanced] == ['"', '"', '"', '"']
    assert found.quotations == []


def test_an_inch_mark_is_no_quotation_mark():
    found = read('A 27" screen and a 5.5" one "rose 20 percent" [@harbour].')
    assert (found.quotations, found.unbalanced) == (["rose 20 percent"], [])


@pytest.mark.parametrize(
    "text",
    [
        'Code `"a` and <b title=\'"\'>b</b> and [x](y "t") and <!-- " --> end',
        'Code\n\n    "indented\n\n```\n"fenced\n```\n\n!!! note "A "title"\n    x\n',
        '[r]: http://x.example "title"\n',
    ],
)
def test_masked_marks_are_not_read(text):
    found = read(text)
    assert (found.quotations, found.unbalanced) == ([], [])


def test_what_is_compared_is_what_the_reader_sees():
    text = (
        'Shares "**rose** [20](x.html "t") per&shy;cent[^1] \\& up" [@harbour].\n\n[^1]: A note.\n'
    )
    found = read(text)
    assert found.page.quotations[0].text == "rose 20 per\xadcent \\& up"


def test_the_span_leads_to_the_words_through_markup():
    assert read('Shares "**rose** 20 percent" [@harbour].').quotations == ["**rose** 20 percent"]


def test_a_quotation_over_two_lines_is_read_as_one_line():
    found = read('> x\n\n- Shares "rose\n  20 percent" [@harbour].')
    assert found.quotation("rose").text == "rose 20 percent"
    assert found.match("rose").is_found


def test_the_group_after_the_closing_mark_is_sought_first():
    text = 'As @quay has it, shares "rose 20 percent", [@harbour] and so on [@jiaobao].'
    assert read(text).sought("rose") == ["harbour"]


def test_else_all_citations_of_the_sentence_are_sought_the_closest_first():
    text = 'As @quay has it, shares "rose 20 percent" that day [@harbour], they say [@jiaobao].'
    assert read(text).sought("rose") == ["harbour", "quay", "jiaobao"]


def test_a_group_of_the_next_sentence_is_not_sought():
    found = read('It "rose 20 percent". @quay says so.')
    assert found.sought("rose") == []
    assert found.quotation("rose").match is None


def test_a_group_after_the_full_stop_is_sought():
    assert read('"The regulator did not approve." [@harbour] More.').sought("did") == ["harbour"]


def test_a_quotation_in_a_heading_is_sought_in_its_section():
    assert read('# "rose 20 percent"\n\nShares [@harbour].\n').sought("rose") == ["harbour"]


def test_a_quotation_is_sought_in_what_its_footnote_cites():
    found = read('They "rose 20 percent".[^1]\n\n[^1]: See [@harbour].\n')
    assert found.sought("rose") == ["harbour"]


def test_a_quotation_in_a_row_is_sought_in_the_other_cells():
    found = read('| a | b |\n|---|---|\n| "rose 20 percent" | [@harbour] |\n')
    assert found.sought("rose") == ["harbour"]


def test_names_and_titles_are_no_quotations():
    text = 'The “清朗” campaign in "Clips lift shares," [@harbour] and "clips" too [@harbour].'
    assert read(text, terms=("清朗",)).quotations == ["clips"]


def test_the_first_source_that_has_the_words_matches():
    text = "Shares “rose 20 percent” [@ministry; @jiaobao; @quay; @harbour]."
    assert read(text).match("rose").source_id == "quay"


def test_without_words_found_the_nearest_source_is_kept():
    found = read("Shares “of one film company rose 25 percent” [@jiaobao; @harbour].")
    match = found.match("rose")
    assert (match.source_id, match.kind) == ("harbour", MatchKind.ALTERED)


@pytest.mark.parametrize("name", ["ministry", "arena", "nobody"])
def test_nothing_is_sought_where_nothing_can_be_quoted(name):
    assert read(f"It says “labels are required” [@{name}].").quotation("labels").match is None


def test_a_locator_narrows_where_a_quotation_is_sought():
    found = read('They made "synthetic clips" [@harbour, ¶2] or "Synthetic clips" [@harbour, ¶3].')
    places = [match.passages[0].paragraph for match in found.matches]
    assert places == [2, 3]
    assert [len(match.passages) for match in found.matches] == [1, 1]


def test_quoted_words_as_locator_narrow_to_their_paragraph():
    found = read('It is "clips" [@harbour, "cheap"].')
    passages = found.match("clips").passages
    assert [passage.paragraph for passage in passages] == [3]


def test_of_a_translation_the_original_is_sought():
    found = read('Shares "rose by two tenths" [@jiaobao, "股价上涨两成", tr].')
    quotation = found.quotation("tenths")
    assert (quotation.text, quotation.original) == ("rose by two tenths", "股价上涨两成")
    assert found.match("tenths").passages[0].exact == "股价上涨两成"


def test_a_block_quote_is_a_quotation():
    found = read("> Shares of one film company *rose* 20 percent\n> on Monday.\n> [@harbour]\n")
    (quotation,) = found.page.quotations
    assert quotation.is_block
    assert quotation.text == "Shares of one film company rose 20 percent on Monday."
    assert found.quotations == ["Shares of one film company *rose* 20 percent\n> on Monday."]
    assert found.sought("rose") == ["harbour"]


@pytest.mark.parametrize("dash", ["—", "--"])
def test_the_last_line_of_a_block_quote_may_say_who_is_quoted(dash):
    found = read(f"> The regulator did not approve the rule.\n> {dash} Harbour Times [@harbour]\n")
    assert found.page.quotations[0].text == "The regulator did not approve the rule."
    assert found.matches[0].is_found


def test_an_attribution_may_be_a_paragraph_of_its_own():
    found = read("> The regulator did not approve.\n>\n> — Harbour Times [@harbour]\n")
    assert found.quotations == ["The regulator did not approve."]
    assert found.sought("regulator") == ["harbour"]


def test_a_block_quote_of_two_paragraphs_is_one_quotation():
    found = read("> It rose.\n>\n> It fell. [@quay]\n\n> Next. [@harbour]\n")
    assert [it.text for it in found.page.quotations] == ["It rose.\n\nIt fell.", "Next."]


def test_a_block_quote_is_only_sought_where_its_citation_closes_it():
    found = read("As [@harbour] has it:\n\n> As [@quay] has it, it rose.\n")
    assert found.page.quotations[0].citations == ()


def test_marks_inside_a_block_quote_are_part_of_it():
    assert len(read('> He said "it rose" then. [@harbour]\n').page.quotations) == 1


def test_a_sentence_in_a_block_quote_cites_what_closes_the_quote():
    found = read("> It rose by 20. It fell.\n> [@harbour]\n")
    assert found.cites("rose") == ["harbour"]


def test_chinese_quotations_are_found_and_sought():
    found = read(
        "据报道，股价“上涨两成”[@jiaobao]，监管部门「没有批准」。[@jiaobao]", language="zh"
    )
    assert found.quotations == ["上涨两成", "没有批准"]
    assert all(match.is_found for match in found.matches)


def test_text_in_raw_html_is_read_too():
    text = '<figure>\n<figcaption>Shares "rose 20 percent" [@harbour]</figcaption>\n</figure>\n'
    found = read(text)
    assert found.quotations == ["rose 20 percent"]
    assert found.sought("rose") == ["harbour"]


def test_in_a_field_tags_are_text():
    found = read('Shares <b title="rose 20 percent"> [@harbour]', kind=PageKind.FIELD)
    assert found.quotations == ["rose 20 percent"]
