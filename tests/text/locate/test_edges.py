import pytest

from generator.text.locate.edges import carried_on, cuts, whole_words

INSIDE = """
rose 1|.5 percent / rose 1.|5 percent / rose .|5 percent / 1|2 / wo|rd / 12|–15 / 12–|15 / fell -|5
fell −|5% / costs $|5 / costs -|$5 / US|$5 / rose 15|% / rose 15| % / 5| € / € |5 / 1|,000 / 10|²
anti-|malware / anti|-malware / U|.S. / the U.|S. / can|’t go / can’|t go / 3|亿
三|百万 / 百分之|五
"""
BETWEEN = """
|word / word| / one| two / one |two / ends here|. Next / “|so / Monday—|five / 用户|数
使用|AI / 2025|年
the company|’s / l’|État / in 2024|, it / No.|5 / (|5 / 15| people / to the U.S.| and / 5 €| more
- |5 items / ...|5
"""


def places(examples: str) -> list[str]:
    return [place for line in examples.strip().split("\n") for place in line.split(" / ")]


@pytest.mark.parametrize(
    "text",
    [
        *places(INSIDE),
        *("anti-|\nmalware", "plat\u00ad|form", "plat|\u00adform", "1\u00a0|000", "e|\u0301"),
    ],
)
def test_a_quotation_does_not_begin_or_end_here(text: str) -> None:
    assert cuts(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("text", [*places(BETWEEN), "word|\u200b next", "12\u00a0|15"])
def test_a_quotation_may_begin_or_end_here(text: str) -> None:
    assert not cuts(text.replace("|", ""), text.index("|"))


def test_a_number_that_needs_its_scale_is_seen() -> None:
    assert carried_on("was $15 million", 7) == "million"
    assert carried_on("was $15bn", 7) == "bn"
    assert carried_on("was 15 people", 6) == ""
    assert carried_on("was 15", 6) == ""


def test_a_stretch_grows_to_whole_words() -> None:
    text = "an anti-malware veteran"
    assert whole_words(text, 9, 20) == (3, len(text))
