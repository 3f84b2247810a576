import random
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.similar import THRESHOLD, shingles, similar

WORDS = [f"{first}{second}" for first in "bdfgklmnprst" for second in ("ava", "ero", "ili", "oku")]


def article(seed: int, length: int = 300) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 (texts, not secrets)
    return [chance.choice(WORDS) + chance.choice(WORDS) for _ in range(length)]


def edited(words: list[str], share: float, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def text(words: list[str]) -> str:
    return " ".join(words)


def test_a_copy_with_edits_is_found_and_other_texts_are_not() -> None:
    texts = [text(article(seed)) for seed in range(30)]
    texts += [text(edited(article(seed), 0.15, seed)) for seed in range(30)]
    found = similar(texts)
    assert [(pair.one, pair.other) for pair in found] == [(seed, seed + 30) for seed in range(30)]
    assert all(pair.is_copy for pair in found)


def test_a_part_of_a_longer_text_is_no_copy_of_it() -> None:
    whole = article(1, 600)
    (pair,) = similar([text(whole), text(whole[:220])])
    assert pair.share_of_other > 0.99
    assert pair.share_of_one < 0.4
    assert not similar([text(whole), text(whole[:40])])


def test_what_is_contained_in_a_longer_text_is_directed() -> None:
    whole, quoted = article(1, 250), article(2, 250)
    (pair,) = similar([text(quoted), text(quoted + whole)])
    assert not pair.is_copy
    assert pair.share_of_one > pair.share_of_other


def test_chinese_texts_are_compared_by_characters() -> None:
    body = (
        "轮渡公司周一宣布停开夜班船乘客对此表示不满公司没有回应记者的提问岛上居民认为末班船开得太早"
    )
    (pair,) = similar([body, body.replace("周一", "星期一")])
    assert pair.is_copy
    assert "轮 渡" in shingles(body)


@pytest.mark.parametrize("body", ["", "One two three four.", "夜班船"])
def test_texts_that_say_too_little_are_not_compared(body: str) -> None:
    assert similar([body, body]) == ()


@given(st.lists(st.sampled_from([text(article(seed, 60)) for seed in range(4)]), max_size=8))
def test_pairs_are_ordered_and_above_the_threshold(texts: list[str]) -> None:
    found = similar(texts)
    assert found == tuple(sorted(found))
    assert all(pair.one < pair.other and pair.score >= THRESHOLD for pair in found)
    same = {(a, b) for b in range(len(texts)) for a in range(b) if texts[a] == texts[b]}
    assert same <= {(pair.one, pair.other) for pair in found}


@given(st.text(alphabet="ab 轮渡.", max_size=40))
def test_case_and_marks_do_not_matter(body: str) -> None:
    plain = reduce(lambda text, mark: text.replace(mark, " "), ".,", body)
    assert shingles(body.upper()) == shingles(plain)
