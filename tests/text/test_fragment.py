from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from generator.text.fragment import fragment_url, text_directive

BODY = (
    "The quay was quiet until the bell. Shares of one company rose 20 percent on Monday, and those"
    " of Bay Film half as much.\nA second paragraph, with a hyphen-word & more, follows.\n"
    "监管机构发布《标识办法》，要求平台自2025年9月1日起施行。平台必须添加标识。\n"
)


def directive(words: str) -> str:
    start = BODY.index(words)
    return text_directive(BODY, start, start + len(words))


def test_a_passage_of_a_sentence_is_one_term() -> None:
    assert directive("Shares of one company rose 20 percent") == (
        "Shares%20of%20one%20company%20rose%2020%20percent"
    )


def test_few_words_have_their_context() -> None:
    assert unquote(directive("rose 20 percent")) == (
        "bell. Shares of one company-,rose 20 percent,-on Monday, and those of"
    )


def test_a_passage_over_two_paragraphs_is_a_range() -> None:
    assert unquote(directive("those of Bay Film half as much.\nA second paragraph")) == (
        "those of Bay Film half,A second paragraph"
    )


def test_hyphens_commas_and_ampersands_are_encoded() -> None:
    assert directive("with a hyphen-word & more, follows") == (
        "with%20a%20hyphen%2Dword%20%26%20more%2C%20follows"
    )


def test_chinese_is_widened_to_the_next_stops() -> None:
    assert unquote(directive("台自2025年9月1")) == "要求平台自2025年9月1日起施行"


def test_an_address_keeps_its_own_fragment() -> None:
    url = fragment_url("https://a.example/x#part", BODY, 0, 34)
    assert url.startswith("https://a.example/x#part:~:text=The%20quay")


@given(st.text(alphabet="ab -,&中文。\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_directive_never_holds_a_bare_sign_of_its_grammar(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    found = text_directive(text, start, end)
    assert not set(found) & set(" &\n")
    assert all(unquote(part.strip("-")) for part in found.split(",")) or not found
