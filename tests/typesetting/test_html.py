from html import escape

from hypothesis import given
from hypothesis import strategies as st

from generator.typesetting.html import Element, parse_html


def shape(element: Element) -> str:
    inside = [shape(c) if isinstance(c, Element) else c.strip() for c in element.children]
    return f"{element.tag}({' '.join(part for part in inside if part)})"


def test_what_is_left_open_is_closed() -> None:
    assert shape(parse_html("<ul><li>a<li>b<ul><li>c</ul></ul>")) == (
        "body(ul(li(a) li(b ul(li(c)))))"
    )
    assert shape(parse_html("<table><tr><td>a<td>b<tr><th>c</table>d")) == (
        "body(table(tr(td(a) td(b)) tr(th(c))) d)"
    )


def test_a_block_ends_the_paragraph_before_it() -> None:
    assert shape(parse_html("<p>a<b>b<div>c</div>")) == "body(p(a b(b)) div(c))"


def test_an_end_tag_without_a_start_is_ignored_and_stays_in_its_cell() -> None:
    html = "<div><table><tr><td>a</div>b</td><td>c</td></tr></table></div></p>d"

    assert shape(parse_html(html)) == "body(div(table(tr(td(a b) td(c)))) d)"


def test_scripts_styles_and_templates_are_not_read() -> None:
    html = "<script>a('<p>x</p>')</script><style>b{}</style><template><p>c</p></template><p>d</p>"

    assert parse_html(html).text() == "d"


def test_text_below_the_deepest_level_is_kept() -> None:
    root = parse_html("<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p>")

    assert root.text() == "deep after"


def test_an_element_knows_whether_it_holds_blocks() -> None:
    link, span = parse_html("<a><b><p>x</p></b></a><span>y</span>").elements

    assert link.holds_blocks
    assert not span.holds_blocks


def test_of_two_attributes_with_one_name_the_first_counts() -> None:
    (link,) = parse_html('<a href="one" href="two">x</a>').elements

    assert link.attributes["href"] == "one"


@given(st.text())
def test_escaped_text_comes_back(text: str) -> None:
    # HTML itself gives carriage returns and NUL another meaning.
    text = text.replace("\r", "").replace("\0", "")

    assert parse_html(f"<p>{escape(text)}</p>").text() == " ".join(text.split())


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<td>", "</table>", "<li>", "w "])))
def test_no_order_of_tags_loses_a_word(parts: list[str]) -> None:
    assert parse_html("".join(parts)).text().count("w") == parts.count("w ")
