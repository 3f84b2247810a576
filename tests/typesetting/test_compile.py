import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import EngineError
from generator.typesetting.compile import Job, Typesetter, as_data
from tests.exporters.test_pdf import text_of

TEMPLATE = b"""#let d = json("data.json")
#set document(title: d.title)
#if d.title == "bad" { panic("no") }
#d.title"""


RESTLESS = b"""#set document(title: "one")
#let unknown(words) = text(font: "no such", words)
#unknown("a") #unknown("b")
#let s = state("s", 1)
#context s.update(s.final() + 1)
#context s.final()"""
"""Each pass of it changes what the next begins with."""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
NOWHERE = (Path("/nowhere"),)


@pytest.fixture
def setter() -> Iterator[Typesetter]:
    setter = Typesetter(NOWHERE)
    yield setter
    setter.close()


def job(title: str, template: bytes = TEMPLATE, **files: bytes) -> Job:
    data = {"data.json": as_data({"title": title})}
    return Job(f"{title}.pdf", {"main.typ": template, **data, **files}, 0)


def test_one_process_sets_document_after_document(setter: Typesetter) -> None:
    assert b"(one)" in setter.printed(job("one")).content
    assert b"(two)" in setter.printed(job("two")).content


def test_a_process_that_was_started_before_sets_the_document(setter: Typesetter) -> None:
    setter.start()
    started = setter._child

    assert b"(one)" in setter.printed(job("one")).content
    assert setter._child is started


def test_the_document_that_cannot_be_set_is_named_and_the_next_is_set(setter: Typesetter) -> None:
    with pytest.raises(EngineError, match=r"^bad\.pdf: .*main\.typ:3"):
        setter.printed(job("bad"))
    assert b"(good)" in setter.printed(job("good")).content


def test_what_typst_warns_of_is_told_once_in_a_line_with_its_place(setter: Typesetter) -> None:
    printed = setter.printed(job("one", RESTLESS))

    assert b"%PDF-" in printed.content
    font, layout, *states = printed.warnings
    assert font == "main.typ:2:33: unknown font family: no such"
    assert layout.startswith("document did not converge within five attempts; see 2 additional")
    assert [state.partition(" ")[0] for state in states] == ["main.typ:5:18:", "main.typ:6:9:"]
    assert all(warning.isprintable() for warning in printed.warnings)
    assert setter.printed(job("one")).warnings == ()


def test_a_picture_has_five_pixels_for_two_points(setter: Typesetter) -> None:
    template = b"#set page(width: 40pt, height: 20pt)\nA #pagebreak() B"

    content = setter.printed(replace(job("one", template), format="png")).content

    assert content.startswith(b"\x89PNG")
    assert struct.unpack_from(">II", content, 16) == (100, 50)


def test_a_document_that_takes_too_long_is_an_error_and_the_next_is_set() -> None:
    setter = Typesetter(NOWHERE, seconds=1)
    endless = b"#for i in range(100000000000) { 1 }"

    with pytest.raises(EngineError, match=r"^one\.pdf: Typst took longer than 1 s"):
        setter.printed(job("one", endless))
    assert b"(two)" in setter.printed(job("two")).content
    setter.close()


def test_memory_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.typesetting.compile.MEMORY", 2**28)
    setter = Typesetter(NOWHERE)

    with pytest.raises(EngineError, match=r"^one\.pdf: Typst failed"):
        setter.printed(job("one", b"#let a = range(100000000)\n#a.len()"))


@pytest.mark.parametrize("path", ["/etc/hostname", "../../etc/hostname", "main.typ/../../x"])
def test_a_template_cannot_read_files_of_the_machine(setter: Typesetter, path: str) -> None:
    with pytest.raises(EngineError):
        setter.printed(job("one", f'#read("{path}")'.encode()))


def test_a_template_cannot_fetch_a_package(setter: Typesetter) -> None:
    with pytest.raises(EngineError, match="package"):
        setter.printed(job("one", b'#import "@preview/harbour:1.0.0"'))


def test_an_image_that_cannot_be_decoded_is_told_to_the_template(setter: Typesetter) -> None:
    template = b"""#set document(title: "one")
#json(bytes(sys.inputs.lost)).join(", ")"""
    files = {"main.typ": template, "a.svg": b"<svg", "b.svg": SVG}

    pdf = setter.printed(Job("one.pdf", files, 0, ("a.svg", "b.svg"))).content

    assert "a.svg" in text_of(pdf)
    assert "b.svg" not in text_of(pdf)
