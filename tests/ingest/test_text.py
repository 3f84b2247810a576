from generator.ingest import Article, Document
from generator.ingest.text import IMPORT

STANDFIRST = "The ferry line has ended its night crossings, and the islands are split over it."
ARTICLE = f"""Ferry Line Cuts Night Crossings
{STANDFIRST}

{STANDFIRST}
Northport: The line said on Monday that too few people travelled at night to pay for crews. \
It will look at the timetable again before the summer.
Islanders say the last boat now leaves before the late shift at the cannery ends.
Why the Line Is Cutting Back
Fuel has become dearer in each of the past three winters, the line says.
Who Will Be Hit First
About forty people crossed at night in January, most of them nurses, the union says.
"""


def taken(text: str) -> Article:
    document = Document("article.txt", text.encode())
    assert IMPORT.reads(document)
    (article,) = IMPORT.read(document)
    return article


def paragraphs(text: str) -> list[str]:
    return taken(text).body.split("\n\n")


def test_the_first_line_is_the_title_and_not_part_of_the_body() -> None:
    article = taken(ARTICLE)
    assert article.fields["title"] == "Ferry Line Cuts Night Crossings"
    assert "Ferry Line Cuts" not in article.body


def test_a_repeated_standfirst_is_dropped_once() -> None:
    assert ARTICLE.count(STANDFIRST) == 2
    assert taken(ARTICLE).body.count(STANDFIRST) == 1


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert len(paragraphs(ARTICLE)) == 7


def test_short_lines_before_longer_paragraphs_are_headings() -> None:
    headings = [line for line in paragraphs(ARTICLE) if line.startswith("# ")]
    assert headings == ["# Why the Line Is Cutting Back", "# Who Will Be Hit First"]


def test_a_dateline_stays_text() -> None:
    assert "Northport: The line said on Monday" in taken(ARTICLE).body


def test_a_short_last_line_is_no_heading() -> None:
    assert paragraphs("Title\nA paragraph that is long enough.\nThe End")[-1] == "The End"


def test_chinese_lines_become_headings() -> None:
    text = (
        "轮渡停开夜班\n北港消息，轮渡公司周一宣布停开夜班船。\n停航原因\n燃油价格连续三个冬天上涨。"
    )
    assert paragraphs(text)[1] == "# 停航原因"


def test_text_that_looks_like_markup_stays_text() -> None:
    lines = paragraphs("Title\n\nSome text comes first here.\n\n# 1 in the league\n\n---\n\nMore.")
    assert lines == ["Some text comes first here.", "#\u00a01 in the league", "More."]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The Title\n\nThe line said on Monday that too few people travelled in the\n"
        "evening to pay for the crews, and that the boats would stay in the\n"
        "harbour from ten.\n\nA second paragraph follows after the blank line, and it is also\n"
        "wrapped at the same width as the first.\n"
    )
    assert len(paragraphs(text)) == 2
    assert "travelled in the evening" in taken(text).body


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    line = "轮渡公司周一宣布由于燃油价格上涨而停开所有夜班船" * 3
    assert paragraphs(f"标题\n\n{line}\n{line}\n结束了。") == [f"{line}{line}结束了。"]


def test_a_line_with_nothing_but_a_date_is_the_date_of_publication() -> None:
    for line in ("9 February 2026", "2026-02-09", "February 9, 2026", "2026年2月9日"):
        article = taken(f"Title\n{line}\nThe text of the article.")
        assert article.fields["published"] == "2026-02-09"
        assert article.body == "The text of the article."


def test_dates_that_may_be_mistaken_are_left_alone() -> None:
    for lines in ("09/02/2026", "30 February 2026", "2026-02-09\n2026-02-10", "Since 2026-02-09"):
        article = taken(f"Title\n{lines}\nThe text of the article.")
        assert article.fields["published"] is None
        assert lines.split("\n")[0] in article.body


def test_a_first_line_that_is_a_sentence_is_kept_in_the_body() -> None:
    article = taken("The boats stay in harbour.\nThe line said so on Monday.")
    assert article.fields["title"] == "The boats stay in harbour."
    assert article.body.startswith("The boats stay in harbour.")


def test_a_title_alone_has_no_body() -> None:
    assert taken("Only a title\n").body == ""
