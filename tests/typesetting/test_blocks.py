import pytest

from generator.typesetting.blocks import blocks
from generator.typesetting.headings import levelled, titled
from generator.typesetting.html import parse_html
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting
from tests.typesetting.example import SCENE


def read(html: str) -> list[Node]:
    labels = Labels(page_paths=frozenset({"trend"}))
    setting = Setting(
        "trend",
        labels,
        scenes=(SCENE,),
        words={"data_online": "{rows} rows"},
        records=lambda kind, ids: [{"b": kind, "ids": list[Json](sorted(ids))}],
    )
    return blocks(parse_html(html), setting)


def kinds(nodes: list[Node]) -> list[Json]:
    return [node["b"] for node in nodes]


def test_text_between_blocks_becomes_paragraphs() -> None:
    assert read("a<p>b</p>c <em>d</em><ul></ul>") == [
        {"b": "p", "c": ["a"]},
        {"b": "p", "c": ["b"]},
        {"b": "p", "c": ["c ", {"k": "em", "c": ["d"]}]},
        {"b": "list", "ordered": False, "start": 1, "items": []},
    ]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ('<div class="admonition note"><p class="admonition-title">a</p><p>b</p></div>', "note"),
        ("<details><summary>a</summary>b</details>", "note"),
        ("<blockquote><p>a</p></blockquote>", "quote"),
        ("<pre><code>a</code></pre>", "code"),
        ('<div class="highlight"><pre>a</pre></div>', "code"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "terms"),
        ('<p class="sf-corrected"><a href="#c1">Correction</a> Is: a</p>', "note"),
        ("<hr>", "rule"),
        ("<table><tr><td>a</td></tr></table>", "table"),
        ('<ol class="sf-rail"><li><time>1</time>a</li></ol>', "rail"),
        ('<figure class="sf-chart" data-scene="0"></figure>', "chart"),
    ],
)
def test_each_construct_has_its_block(html: str, kind: str) -> None:
    assert kinds(read(html)) == [kind]


def test_tabs_stand_below_each_other_under_their_names() -> None:
    nodes = read(
        '<div class="tabbed-set"><input type="radio"><div class="tabbed-labels">'
        "<label>One</label><label>Two</label></div><div class='tabbed-content'>"
        '<div class="tabbed-block"><p>a</p></div><div class="tabbed-block"><p>b</p></div>'
    )

    assert [(node["title"], node["c"]) for node in nodes] == [
        (["One"], [{"b": "p", "c": ["a"]}]),
        (["Two"], [{"b": "p", "c": ["b"]}]),
    ]


def test_code_keeps_its_lines_and_drops_their_numbers() -> None:
    (node,) = read(
        '<div class="highlight"><span class="filename">a.py</span><table class="highlighttable">'
        '<tr><td class="linenos"><pre>1</pre></td><td class="code"><pre><code>if a:\n\tb</code>'
        "</pre></td></tr></table></div>"
    )

    assert node == {"b": "code", "title": ["a.py"], "lines": ["if a:", "    b"]}


def test_the_signature_of_a_quotation_stands_apart() -> None:
    (node,) = read("<blockquote><p>Words.</p><p>— Lin Example</p></blockquote>")

    assert node["c"] == [{"b": "p", "c": ["Words."]}]
    assert node["by"] == ["— Lin Example"]


def test_headings_inside_other_blocks_are_strong_paragraphs() -> None:
    (node,) = read("<ul><li><h2>a</h2></li></ul>")

    assert node["items"] == [[{"b": "p", "c": [{"k": "strong", "c": ["a"]}]}]]


def test_blocks_of_records_are_set_from_the_records() -> None:
    assert read('<ol class="sf-kjs rows"><li class="sf-kj" id="kj-a"><h3>a</h3></li></ol>') == [
        {"b": "judgements", "ids": ["kj-a"]}
    ]


def test_a_timeline_has_lanes_as_labels_and_says_where_nothing_happened() -> None:
    (node,) = read(
        '<figure class="sf-chart sf-timeline"><figcaption><b>Three weeks</b></figcaption>'
        '<ol class="sf-lanes"><li class="heads" aria-hidden="true"><ul><li>Model</li></ul></li>'
        '<li class="gap">5 months</li><li><time>7 Feb</time><ul class="sf-at">'
        '<li><span class="sf-lane">Model</span> A test opens</li></ul></li></ol></figure>'
    )

    assert node["rows"] == [
        {"date": [], "gap": True, "c": [{"b": "p", "c": ["5 months"]}]},
        {
            "date": ["7 Feb"],
            "gap": False,
            "c": [{"b": "p", "c": [{"k": "label", "c": ["Model"]}, " A test opens"]}],
        },
    ]


def chart_with_rows(count: int) -> list[Node]:
    rows = "<tr><td>1</td></tr>" * count
    table = f"<table><tr><th>x</th></tr>{rows}</table>"
    return read(f'<figure class="sf-chart" data-scene="0">{table}</figure>')


def test_few_rows_of_data_are_printed_below_the_chart_and_many_are_counted() -> None:
    (drawn,) = chart_with_rows(12)
    assert "'b': 'table'" in str(drawn["data"])
    assert kinds(chart_with_rows(13)) == ["chart", "p"]
    assert "13 rows" in str(chart_with_rows(13))


def test_the_alternative_text_says_what_the_scene_says() -> None:
    (node,) = read('<figure class="sf-chart" data-scene="0"></figure>')

    assert node["alt"] == "Users of Harbour Clips Rises from 115 to 172 million."


def test_no_level_of_heading_is_skipped() -> None:
    content = read("<h4>a</h4><h6>b</h6><h2>c</h2><h3>d</h3><h1>e</h1><h6>f</h6>")
    levels = [node["level"] for node in levelled(content) if isinstance(node, dict)]

    assert levels == [2, 3, 2, 3, 2, 3]


def test_the_first_heading_of_level_one_is_the_title() -> None:
    title, rest = titled(read("<h1>a</h1><p>b</p>"))

    assert title == ["a"]
    assert kinds(rest) == ["p"]
    assert titled(read("<p>b</p><h1>a</h1>"))[0] is None


def test_positions_are_a_table_with_who_says_it_at_the_head_of_each_row() -> None:
    (table,) = read(
        '<ul class="sf-lanes sf-positions"><li><b>A</b><div>One <em>word</em></div></li>'
        "<li><b>B</b><div>Two</div></li></ul>"
    )
    cell = {"across": 1, "down": 1, "align": "start"}
    assert table["b"] == "table"
    assert table["rows"] == [
        [
            cell | {"head": True, "blocks": [{"b": "p", "c": ["A"]}]},
            cell
            | {"head": False, "blocks": [{"b": "p", "c": ["One ", {"k": "em", "c": ["word"]}]}]},
        ],
        [
            cell | {"head": True, "blocks": [{"b": "p", "c": ["B"]}]},
            cell | {"head": False, "blocks": [{"b": "p", "c": ["Two"]}]},
        ],
    ]


def test_the_question_stays_with_the_positions_under_it() -> None:
    nodes = read(
        '<figure class="sf-chart"><figcaption><b>When?</b></figcaption><ul class="sf-positions">'
        "<li><b>A</b><div>On Monday</div></li></ul><p>Open</p></figure>"
    )

    assert kinds(nodes) == ["p", "table", "p"]
    assert [node.get("leads", False) for node in nodes] == [True, False, False]
