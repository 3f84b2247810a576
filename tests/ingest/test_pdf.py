import re

import pytest
import typst

from generator.errors import CaptureError
from generator.ingest import Article, Document
from generator.ingest.pdf import IMPORT
from generator.pdf_reading.extract import extract

SETTINGS = """
#set document(title: "{title}", author: ("Lin Example", "Bo Sample"),
  date: datetime(year: 2026, month: 2, day: 9))
#set page(width: 12cm, height: 9cm)
#set text(10pt, lang: "en", hyphenate: true)
#set par(justify: true)
"""
HEADS = """
#set page(header: [Harbour Times #h(1fr) Monday],
  footer: context align(center, counter(page).display()))
"""
SENTENCES = (
    "The ferry line has ended its night boats, a move that has considerably split the "
    "internationally connected islands and their communities. The state-owned company said "
    "nothing about the financial consequences of the decision."
)


def made(markup: str, *, title: str = "Night boats end") -> bytes:
    document = typst.compile((SETTINGS.replace("{title}", title) + markup).encode())
    assert isinstance(document, bytes)
    return document


def taken(content: bytes) -> Article:
    document = Document("report.pdf", content)
    assert IMPORT.reads(document)
    (article,) = IMPORT.read(document)
    return article


def test_lines_become_paragraphs_without_hyphens_at_line_ends() -> None:
    body = taken(made(f"{SENTENCES}\n\n{SENTENCES} Islanders wait.\n")).body
    assert body.split("\n\n") == [SENTENCES, f"{SENTENCES} Islanders wait."]


def test_a_hyphen_that_the_document_writes_elsewhere_is_kept() -> None:
    narrow = "#block(width: 2.1cm)[#set text(hyphenate: false)\nthe state-owned line]"
    assert "the state-owned line" in taken(made(f"The state-owned line said so.\n\n{narrow}")).body


def test_an_indent_begins_a_paragraph() -> None:
    settings = "#set par(first-line-indent: (amount: 1em, all: true), spacing: 0.65em)"
    body = taken(made(f"{settings}\n{SENTENCES}\n\n{SENTENCES}\n\n{SENTENCES}")).body
    assert body.split("\n\n") == [SENTENCES] * 3


def test_larger_letters_are_headings_and_the_title_is_no_part_of_the_body() -> None:
    body = taken(made(f"#text(18pt)[Night boats end]\n\n{SENTENCES}\n\n= What next\n\nMore.")).body
    assert body.split("\n\n") == [SENTENCES, "# What next", "More."]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    article = taken(made(HEADS + "\n\n".join([SENTENCES] * 9)))
    assert len(article.pages) == 3
    assert "Harbour Times" not in article.body
    assert not re.search(r"\d", article.body)


def test_columns_are_read_one_after_the_other() -> None:
    body = taken(made(f"#columns(2)[First. {SENTENCES}\n\nSecond. {SENTENCES}]")).body
    assert body.split("\n\n") == [f"First. {SENTENCES}", f"Second. {SENTENCES}"]


def test_chinese_lines_are_joined_without_spaces() -> None:
    text = "轮渡公司周一宣布停开夜班船，乘客对此表示不满，公司没有回应记者的提问。" * 3
    assert taken(made(text)).body == text


def test_pages_are_offsets_of_the_body() -> None:
    article = taken(made(f"Alpha.\n#pagebreak()\nBeta {SENTENCES}\n#pagebreak()\n= Gamma\n\nText."))
    assert [article.body[start:][:6] for start in article.pages] == ["Alpha.", "Beta T", "# Gamm"]
    assert article.first_page == 1


def test_a_paragraph_goes_on_over_the_page() -> None:
    article = taken(made(f"Alpha and\n#pagebreak()\nbeta. {SENTENCES}"))
    assert article.body.startswith("Alpha and beta. The ferry")
    assert article.pages == (0, len("Alpha and "))


def test_an_empty_page_has_its_place() -> None:
    article = taken(made("Alpha.\n#pagebreak()\n#pagebreak()\nGamma.\n#pagebreak()\n#hide[x]"))
    assert article.body == "Alpha.\n\nGamma."
    assert article.pages == (0, 8, 8, 14)


def test_printed_page_numbers_go_before_counted_ones() -> None:
    article = taken(made(f"{HEADS}#counter(page).update(113)\n" + "\n\n".join([SENTENCES] * 9)))
    assert article.first_page == 113


def test_title_authors_and_date_come_from_the_document() -> None:
    article = taken(made(SENTENCES))
    assert article.fields["title"] == "Night boats end"
    assert article.fields["authors"] == "Lin Example, Bo Sample"
    assert article.fields["published"] == "2026-02-09"


@pytest.mark.parametrize("title", ["", "Untitled", "Microsoft Word - notes.docx", "a.pdf", "1234"])
def test_a_title_that_is_none_gives_way_to_the_largest_line(title: str) -> None:
    article = taken(made(f"#text(18pt)[Night boats end]\n\n{SENTENCES}", title=title))
    assert article.fields["title"] == "Night boats end"


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(CaptureError, match=r"report.pdf: has no text on its one page.*OCR"):
        taken(made("#rect(width: 2cm)"))


@pytest.mark.parametrize("cut", [8, 200, 3000])
def test_a_broken_document_is_refused(cut: int) -> None:
    with pytest.raises(CaptureError, match=r"report\.pdf: is a broken PDF; download it again"):
        taken(made(SENTENCES)[:cut])


def test_an_encrypted_document_is_refused() -> None:
    trailer = b"/Encrypt <</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>> /ID[<00><00>]" % (
        b"00" * 32,
        b"00" * 32,
    )
    plain = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R " + trailer + b">>\n%%EOF\n"
    )
    with pytest.raises(CaptureError, match="is encrypted; save a copy without the password"):
        taken(plain)


def test_a_document_that_takes_too_long_is_refused() -> None:
    with pytest.raises(CaptureError, match="takes longer than 0 s"):
        extract(made(SENTENCES), "slow.pdf", seconds=0)


def test_the_same_bytes_give_the_same_article() -> None:
    content = made(f"{SENTENCES}\n#pagebreak()\n{SENTENCES}")
    assert taken(content) == taken(content)


def test_a_page_that_is_no_pdf_is_left_to_others() -> None:
    assert not IMPORT.reads(Document("a.html", b"<html>", "text/html"))
    assert IMPORT.reads(Document("a", b"%PDF-1.7"))
    assert IMPORT.reads(Document("https://a.example/1", b"", "application/pdf"))
