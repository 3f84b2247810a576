from hypothesis import given
from hypothesis import strategies as st

from generator.typesetting.html import parse_html
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting
from generator.typesetting.tables import MAX_COLUMNS, table


def read(html: str) -> list[Node]:
    (element,) = parse_html(f"<table>{html}</table>").elements
    setting = Setting("trend", Labels())
    return table(element, setting, lambda cell: [{"b": "p", "c": [cell.text()]}], caption=None)


def only(html: str) -> Node:
    (node,) = read(html)
    return node


def cells(rows: Json) -> list[list[Node]]:
    assert isinstance(rows, list)
    return [[c for c in row if isinstance(c, dict)] for row in rows if isinstance(row, list)]


def covered(rows: list[list[Node]], columns: int) -> bool:
    """Whether each place of the grid is taken exactly once, as Typst lays cells out."""
    busy: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in busy:
                column += 1
            across, down = cell["across"], cell["down"]
            assert isinstance(across, int)
            assert isinstance(down, int)
            taken = {(number + r, column + c) for r in range(down) for c in range(across)}
            if taken & busy:
                return False
            busy |= taken
    return busy == {(r, c) for r in range(len(rows)) for c in range(columns)}


spans = st.integers(min_value=-1, max_value=6)
rows_of_spans = st.lists(st.lists(st.tuples(spans, spans), min_size=1, max_size=4), min_size=1)


@given(rows_of_spans)
def test_whatever_the_spans_every_place_is_taken_once(rows: list[list[tuple[int, int]]]) -> None:
    html = "".join(
        "<tr>"
        + "".join(f'<td colspan="{across}" rowspan="{down}">§</td>' for across, down in row)
        + "</tr>"
        for row in rows
    )
    (node,) = read(html)

    if node["b"] == "table":
        widths = node["widths"]
        assert isinstance(widths, list)
        assert covered(cells(node["rows"]), len(widths))
    assert str(node).count("§") == sum(map(len, rows))


def test_head_and_body_are_told_apart_and_alignment_is_kept() -> None:
    node = only(
        '<thead><tr><th>a</th><th style="text-align: right">b</th></tr></thead>'
        '<tbody><tr><th>c</th><td class="r">d</td></tr></tbody>'
    )

    assert node["heads"] == 1
    assert [cell["align"] for cell in cells(node["rows"])[0]] == ["start", "end"]
    assert [cell["align"] for cell in cells(node["head"])[0]] == ["start", "end"]


def test_a_table_with_many_columns_is_a_list_of_records() -> None:
    heads = "".join(f"<th>h{n}</th>" for n in range(MAX_COLUMNS + 1))
    row = "".join(f"<td>c{n}</td>" for n in range(MAX_COLUMNS + 1))
    node = only(f"<thead><tr>{heads}</tr></thead><tbody><tr>{row}</tr></tbody>")

    assert node["b"] == "list"
    assert "h3: " in str(node)
    assert "c3" in str(node)


def test_sentences_take_the_full_width_and_figures_the_measure() -> None:
    words = "<td>" + "several words that make a sentence of some length " * 2 + "</td>"

    assert only(f"<tr>{words * 5}</tr>")["wide"]
    assert not only("<tr><td>Shares</td><td>20 %</td></tr>")["wide"]


def test_a_table_without_cells_is_nothing() -> None:
    assert read("<tr></tr>") == []


def test_a_chinese_date_has_room_on_one_line() -> None:
    text = "平台在公告中说明了新规则如何适用于已经发布的视频，并给出了申诉的办法。" * 3
    table = only(f"<tr><td>2026年12月19日</td><td>{text}</td></tr>")

    assert isinstance(table["widths"], list)
    date, words = (float(str(width)) for width in table["widths"])
    assert date >= 8 + 2 * 3 + 3  # eight digits, three characters twice as wide, six half spaces
    assert words > 3 * date
