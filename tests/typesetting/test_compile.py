from pathlib import Path

import pytest

from generator.errors import EngineError
from generator.typesetting.compile import compile_documents
from generator.typesetting.legible import Node

TEMPLATE = b"""#let d = json("data.json")
#set document(title: d.title)
#if d.title == "bad" { panic("no") }
#d.title"""


def pdfs(*titles: str, template: bytes = TEMPLATE, seconds: float = 60) -> list[bytes]:
    documents: list[tuple[str, Node]] = [(f"{title}.pdf", {"title": title}) for title in titles]
    return compile_documents(
        documents, {"main.typ": template}, Path("/nowhere"), 0, seconds=seconds
    )


def test_documents_come_back_in_their_order() -> None:
    first, second = pdfs("one", "two")

    assert b"(one)" in first
    assert b"(two)" in second


def test_the_document_that_cannot_be_set_is_named() -> None:
    with pytest.raises(EngineError, match=r"^bad\.pdf: .*main\.typ:3"):
        pdfs("good", "bad")


def test_a_document_that_takes_too_long_is_an_error() -> None:
    endless = b"#for i in range(100000000000) { 1 }"

    with pytest.raises(EngineError, match="took longer"):
        pdfs("one", template=endless, seconds=0.5)


def test_memory_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.typesetting.compile.MEMORY", 2**26)

    with pytest.raises(EngineError, match=r"^one\.pdf: Typst failed"):
        pdfs("one")


def test_a_template_cannot_read_files_of_the_machine() -> None:
    with pytest.raises(EngineError):
        pdfs("one", template=b'#read("/etc/hostname")')
