from generator.typesetting.floats import floating
from generator.typesetting.legible import Node

CHART: Node = {"b": "chart", "floats": False}


def text(letters: int) -> Node:
    return {"b": "p", "c": ["x" * letters]}


def floats(*blocks: Node) -> list[object]:
    return [block["floats"] for block in floating(list(blocks)) if block["b"] == "chart"]


def test_a_chart_floats_in_the_midst_of_text() -> None:
    assert floats(text(1600), CHART, text(2000), text(2000)) == [True]


def test_a_chart_near_the_end_of_its_chapter_stays() -> None:
    assert floats(text(9000), CHART, text(2000)) == [False]


def test_a_chart_near_the_end_of_its_section_stays() -> None:
    heading: Node = {"b": "h", "level": 2, "c": ["Next"]}

    assert floats(text(1600), CHART, text(600), heading, text(9000)) == [False]
    assert floats(text(1600), CHART, text(700), heading, text(9000)) == [True]


def test_what_follows_counts_tables_lists_and_other_charts() -> None:
    table: Node = {"b": "table"}
    listed: Node = {"b": "list", "items": [[text(2500)]]}

    assert floats(table, listed, CHART, CHART, table, listed) == [True, True]


def test_a_chart_near_the_beginning_of_its_chapter_stays() -> None:
    assert floats(text(1500), CHART, text(9000)) == [False]


def test_a_chinese_letter_takes_the_room_of_two() -> None:
    chinese: Node = {"b": "p", "c": ["港" * 1800]}

    assert floats(chinese, CHART, chinese) == [True]


def test_the_blocks_stay_in_their_order() -> None:
    blocks = [text(1), CHART, text(2)]

    assert [block["b"] for block in floating(blocks)] == ["p", "chart", "p"]
