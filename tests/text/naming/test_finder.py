import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.claims.named_acts import tells_act
from generator.text.naming.abbreviating import abbreviates, abbreviations_in, expansions
from generator.text.naming.finder import LONGEST, NameFinder
from generator.text.naming.near import NearNames

DOUBAO = NameFinder(
    [("doubao", "Doubao"), ("doubao", "豆包"), ("app", "豆包App"), ("capex", "capex")]
)


def found(text: str, finder: NameFinder = DOUBAO) -> list[tuple[str, str]]:
    return [(one.id, text[one.start : one.end]) for one in finder.find(text)]


def test_the_longest_name_wins() -> None:
    assert found("豆包App和豆包") == [("app", "豆包App"), ("doubao", "豆包")]


def test_latin_names_are_whole_words_and_chinese_ones_stand_anywhere() -> None:
    assert found("Doubaos, xDoubao, 用Doubao做；这是豆包的") == [
        ("doubao", "Doubao"),
        ("doubao", "豆包"),
    ]


def test_a_longer_word_that_is_no_name_does_not_hide_the_shorter_one() -> None:
    assert found("豆包Apps") == [("doubao", "豆包")]


def test_a_small_name_may_begin_a_sentence_and_a_capital_one_is_not_written_small() -> None:
    assert found("Capex rose; capex fell; CAPEX; doubao") == [
        ("capex", "Capex"),
        ("capex", "capex"),
    ]


def test_a_line_break_or_a_hard_space_is_a_space() -> None:
    finder = NameFinder([("cac", "Cyberspace Administration of China")])
    assert len(found("The Cyberspace\nAdministration\u00a0of China", finder)) == 1


def test_direction_marks_in_a_name_do_not_hide_it() -> None:
    assert found("The Mirage made it", NameFinder([("m", "\u202eMirage\u202c")])) == [
        ("m", "Mirage")
    ]


def test_very_long_and_empty_names_are_not_looked_for() -> None:
    assert found("a" * 200, NameFinder([("long", "a" * (LONGEST + 1)), ("empty", " \u200b")])) == []


def test_of_two_equal_names_the_first_counts() -> None:
    assert found("Tidal", NameFinder([("one", "Tidal"), ("two", "Tidal")])) == [("one", "Tidal")]


@given(
    st.lists(st.text("ab 豆包", min_size=1, max_size=6), max_size=8),
    st.text("ab 豆包", max_size=60),
)
def test_what_is_found_is_a_name_whole_and_none_overlap(names: list[str], text: str) -> None:
    known = {" ".join(name.split()) for name in names}
    end = 0
    for one in NameFinder(("id", name) for name in names).find(text):
        words = text[one.start : one.end]
        assert words in known or words[0].lower() + words[1:] in known
        assert one.start >= end
        assert not (words[-1] in "ab" and text[one.end : one.end + 1] in ("a", "b"))
        end = one.end


@given(st.text("ab 豆包,", min_size=1, max_size=8).filter(str.strip), st.text(", 。", max_size=5))
def test_a_name_that_stands_alone_is_found(name: str, around: str) -> None:
    name = " ".join(name.split())
    if name[0] not in ", ":
        assert found(f"。{name}。{around}", NameFinder([("id", name)]))[0][1] == name


def near(text: str, *names: str) -> list[tuple[str, str]]:
    return [(one.text, one.name) for one in NearNames(names).find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shares of Kwaishou rose", "Kuaishou"),
        ("Shares of Bytedance rose", "ByteDance"),
        ("Shares of Byte Dance rose", "ByteDance"),
        ("Shares of Byte-Dance rose", "ByteDance"),
        ("The Wan 2.2 model", "Wan2.2"),
        ("with Meridien Pictures today", "Meridian Pictures"),
        ("按照合成内容标注办法", "合成内容标识办法"),
        ("他用豆包 App写", "豆包App"),
    ],
)
def test_a_slip_in_a_name_is_found(text: str, name: str) -> None:
    assert [one for _, one in near(text, name)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shares of Kuaishou rose", ("Kuaishou",)),
        ("KUAISHOU rose", ("Kuaishou",)),
        ("a tidal wave, and tidal power", ("Tidal",)),
        ("In Korean films", ("Korea",)),
        ("The Wan2.1 model", ("Wan2.2",)),
        ("Apply it now", ("Apple",)),
        ("Sory was here", ("Sora",)),
        ("Kling and Klang met", ("Kling", "Klang")),
        ("招商银行上涨", ("工商银行",)),
        ("他用豆包App写", ("豆包App",)),
    ],
)
def test_another_word_is_no_slip(text: str, names: tuple[str, ...]) -> None:
    assert near(text, *names) == []


@pytest.mark.parametrize(
    ("one", "other", "is_short"),
    [
        ("Cyberspace Administration of China", "CAC", True),
        ("CAC", "Cyberspace Administration of China", True),
        ("ABC", "Xylophone Band Club", False),
        ("工信部", "工业和信息化部", True),
        ("豆包", "豆包App", False),
        ("Meridian Films", "Meridian Pictures", False),
        ("CAC", "CAC", False),
    ],
)
def test_an_abbreviation_has_letters_of_the_long_form(one: str, other: str, is_short: bool) -> None:
    assert abbreviates(one, other) is is_short


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The OCL met, and OCLs did.", ["OCL", "OCL"]),
        ("NCAC表示满意", ["NCAC"]),
        ("The EU and World War II, a PDF", []),
        ("See GB 45438 and RTX 4090", []),
        ("A COMPANY IN CAPITALS SPOKE", []),
        ("OCLWATCH and x-OCL and O.C.L. and a@OCL", []),
    ],
)
def test_abbreviations_are_words_of_two_to_six_capitals(text: str, words: list[str]) -> None:
    assert [match["word"] for match in abbreviations_in(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Office of Clip Labels (OCL)", ["OCL"]),
        ("OCL (Office of Clip Labels) met", ["OCL"]),
        ("国家版权局（NCAC）", ["NCAC"]),
        ("NCAC（国家版权局）", ["NCAC"]),
        ("they met (OCL)", []),
        ("the studio OCL (see below)", []),
    ],
)
def test_an_expansion_stands_beside_its_abbreviation(text: str, words: list[str]) -> None:
    assert list(expansions(text)) == words


@pytest.mark.parametrize(
    ("text", "language", "is_act"),
    [
        ("Doubao stepped back on faces.", "en", True),
        ("The Doubao quickly withdrew the clip.", "en", True),
        ("Doubao is an app.", "en", False),
        ("Analysts who like Doubao stepped back.", "en", False),
        ("Doubao stepped back?", "en", False),
        ("Doubao stepped back", "en", False),
        ("豆包在面孔问题上后退了一步。", "zh", True),
        ("豆包是一个应用。", "zh", False),
        ("Doubao trat zurück.", "de", False),
    ],
)
def test_a_name_and_what_it_did_make_a_claim(text: str, language: str, is_act: bool) -> None:
    assert tells_act(text, language, DOUBAO) is is_act
