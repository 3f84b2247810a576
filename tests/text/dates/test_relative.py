"""Words for a day that is another one for every reader, and words that only look like it."""

import pytest

from generator.text.dates.relative import relative_dates


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in relative_dates(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It closed last Wednesday.", "last Wednesday"),
        ("Yesterday it closed.", "Yesterday"),
        ("It closes next month.", "next month"),
        ("It closed this week.", "this week"),
        ("It closed three weeks ago.", "three weeks ago"),
        ("It closed the day before yesterday.", "the day before yesterday"),
        ("Es schloss vorige Woche.", "vorige Woche"),
        ("Es schloss gestern.", "gestern"),
        ("公司昨天宣布。", "昨天"),
        ("公司上周三宣布。", "上周三"),
        ("新规本月生效。", "本月"),
        ("新规明年生效。", "明年"),
    ],
)
def test_a_relative_date_is_found(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The next day it closed.",
        "In the last week of May it closed.",
        "It was its last year.",
        "Recently, and today too, it was shut.",
        "It lasts a week.",
        "第二个写明日期的期限。",
        "一月以上月份不计。",
        "本周期内不变。",
        "今日头条报道。",
    ],
)
def test_words_of_the_story_itself_are_left_alone(text: str) -> None:
    assert found(text) == []
