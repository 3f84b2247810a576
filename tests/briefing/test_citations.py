import pytest

from tests.read_page import read


@pytest.mark.parametrize(
    "text",
    [
        "[@harbour]",
        "[see @harbour]",
        "[-@harbour]",
        "[@harbour, p. 3]",
        "(as in [@harbour])",
        "They won![@harbour]",
        "**Bold** [@harbour]",
    ],
)
def test_a_group_is_found_in_brackets(text):
    found = read(f"Shares rose {text}.")
    assert found.cited == ["harbour"]
    assert not found.page.groups[0].narrative


def test_a_group_holds_several_citations_with_prefix_and_locators():
    found = read("Shares rose [see @harbour; @quay, ¶4; -@jiaobao].")
    assert found.groups == ["[see @harbour; @quay, ¶4; -@jiaobao]"]
    assert found.cited == ["harbour", "quay", "jiaobao"]
    first, second, third = found.page.citations
    assert (first.prefix, second.prefix, third.prefix) == ("see", "", "")
    assert [it.suppress_author for it in (first, second, third)] == [False, False, True]
    assert found.locators == [("paragraph", "¶4")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("p. 3", [("page", "p. 3")]),
        ("pp. 3–5", [("page", "pp. 3–5")]),
        ("pp. 3, 5", [("page", "pp. 3, 5")]),
        ("ch. 2", [("chapter", "ch. 2")]),
        ("§2", [("section", "§2")]),
        ("¶4", [("paragraph", "¶4")]),
        ("1:02:30", [("time", "1:02:30")]),
        ('"rose 20 percent"', [("words", "rose 20 percent")]),
        ("“rose; fell”", [("words", "rose; fell")]),
        ('"原文", tr', [("words", "原文"), ("translation", "tr")]),
        ("as the desk saw it", [("other", "as the desk saw it")]),
        ('¶4, "rose", p. 9', [("paragraph", "¶4"), ("words", "rose"), ("page", "p. 9")]),
    ],
)
def test_locators_of_each_kind(written, expected):
    assert read(f"Shares rose [@harbour, {written}].").locators == expected


def test_a_locator_needs_no_comma():
    assert read("Shares rose [@harbour p. 3].").locators == [("page", "p. 3")]


def test_a_semicolon_in_quoted_words_parts_no_items():
    assert read('Shares rose [@harbour, "up; up"; @quay].').cited == ["harbour", "quay"]


def test_an_item_without_id_stays_with_the_citation_before_it():
    found = read("Shares rose [@harbour; and elsewhere].")
    assert found.cited == ["harbour"]
    assert found.locators == [("other", "and elsewhere")]


def test_a_second_id_after_a_comma_is_cited_too():
    assert read("Shares rose [@harbour, @quay].").cited == ["harbour", "quay"]


@pytest.mark.parametrize("after", ["(x)", "[x]", ":"])
def test_brackets_followed_by_these_are_no_group(after):
    found = read(f"A word [see @harbour]{after} more.")
    assert [group.narrative for group in found.page.groups] in ([], [True])
    assert "[see @harbour]" not in found.groups


def test_the_text_of_a_link_cites_nothing():
    assert read("Follow [@harbour](https://social.example/@harbour).").cited == []
    assert read("Follow [@harbour][us].\n\n[us]: https://social.example/x").cited == []


def test_a_link_definition_cites_nothing():
    assert read("[@harbour]: https://social.example/x\n").cited == []


def test_an_id_in_running_text_is_a_citation():
    found = read("As @harbour says, and (@quay) too, “@jiaobao” as well.")
    assert found.cited == ["harbour", "quay", "jiaobao"]
    assert all(group.narrative for group in found.page.groups)


def test_an_id_in_running_text_takes_the_locators_after_it():
    found = read("As @harbour [p. 3] says; @quay [¶2], and @jiaobao […] no more.")
    assert found.groups == ["@harbour [p. 3]", "@quay [¶2]", "@jiaobao"]
    assert found.locators == [("page", "p. 3"), ("paragraph", "¶2")]


@pytest.mark.parametrize("stop", list(".,:;?!"))
def test_punctuation_after_an_id_is_not_part_of_it(stop):
    assert read(f"Says @harbour-2026.02_x{stop} More").groups == ["@harbour-2026.02_x"]


def test_an_id_after_chinese_needs_no_space():
    assert read("据@jiaobao，股价上涨；另据，@quay说。", language="zh").cited == ["jiaobao", "quay"]


@pytest.mark.parametrize(
    "text",
    [
        "Write to desk@harbour.example now.",
        "Write to <desk@harbour.example> now.",
        "See https://social.example/@harbour now.",
        r"Follow \@harbour now.",
        r"Brackets \[\@harbour] now.",
        "Code `[@harbour]` here.",
        "Code ``a ` [@harbour]`` here.",
        "<span title='[@harbour]'>x</span>",
        "![a @harbour](x.png) and [x](y '[@harbour]')",
        "<!-- [@harbour] --> text",
        "<code>[@harbour]</code> text",
        "$x = [@harbour]$ text",
        "&#64;harbour text",
        "Word@harbour text",
    ],
)
def test_these_are_no_citations(text):
    assert read(text).cited == []


def test_handles_are_the_backslashes():
    found = read("Follow \\@harbour and `\\@quay` and\n\n> \\@jiaobao")
    assert found.all_at(found.page.handles) == ["\\", "\\"]
    starts = [span.start for span in found.page.handles]
    assert [found.page.text.file.text[at : at + 9] for at in starts] == ["\\@harbour", "\\@jiaobao"]


def test_an_escaped_backslash_makes_no_handle():
    assert read(r"A \\@harbour").page.handles == ()


def test_front_matter_is_not_read():
    text = "---\ntitle: '[@quay]'\n---\nShares rose [@harbour]."
    assert read(text, start=text.index("Shares")).cited == ["harbour"]
