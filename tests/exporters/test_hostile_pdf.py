"""Hostile text in every place of a document: it prints as itself, reads nothing, reaches nothing.

Each payload stands in each place: more than 700 cases, one document for each payload. What is
watched: a file that payloads try to read, and a server of this machine that they try to reach.
"""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import pytest

from generator.charts.scene import Words
from generator.exporters import Content, Published
from generator.model.briefing import Briefing, Judgement
from generator.model.source import Source
from tests.exporters.test_pdf import faults, letters, pdf_of, text_of
from tests.typesetting.example import (
    DOCK,
    HARBOUR,
    LAWSUIT,
    SCENE,
    SHARES,
    briefing,
    published,
)

SECRET = "k7v9secretq3"  # noqa: S105 (it must not get out of its file)
PAYLOADS = {
    "panic": "#panic()",
    "panic-in-brackets": "]#panic()[",
    "panic-in-quotes": '"#panic()"',
    "panic-in-braces": "}#panic(){",
    "panic-after-backslash": '\\"#panic()\\',
    "read": '#read("FILE")',
    "read-from-root": '#read("/../../..FILE")',
    "include": '#include "FILE"',
    "import": '#import "FILE": *',
    "package": '#import "@preview/harbour:1.0.0"',
    "image-of-a-file": '#image("FILE")',
    "image-of-a-host": '#image("http://HOST/a.png")',
    "plugin": '#plugin("FILE")',
    "data": '#json("data.json")',
    "attach": '#pdf.attach("FILE")',
    "context": "#context query(heading)",
    "endless": "#while true {}",
    "recursion": "#let f() = f(); #f()",
    "math": "$ x^2 $ \\( y \\)",
    "labels": "<l0> @l0 #ref(<l1>) #label(none)",
    "raw": "``` #panic() ``` `#panic()`",
    "comments": "/* open // close */ --",
    "escapes": "\\u{23}panic() \\n \\\\",
    "json": '","k":"link","href":"http://HOST/","c":["x',
    "json-nesting": '[[[[{"b":"p","c":[',
    "html": "<script src='http://HOST/a.js'></script><img src='http://HOST/b.png'>",
    "svg": "<svg><image href='http://HOST/c.png'/></svg>",
    "entities": "&lt;b&gt; &#35;panic() &amp;amp; &bogus;",
    "template": "{{ 7*7 }} {% raw %} ${x} %s {0}",
    "links": "javascript:alert(1) file://FILE http://HOST/d",
    "controls": "a\x00b\x07c\x1bd\u202ee\u2066f\ufeffg",
    "half-characters": "a\ud800b\udfffc\uffffd",
    "accents": "Z" + "\u0351\u036b\u0353" * 40,
    "scripts": "عربي עברית 한국어 日本語 ไทย 😀 \ue000 𠮷",
    "long-word": "w" * 1200,
    "long-text": "many words " * 400,
    "pdf": "%PDF-1.7 endobj stream /JS (app.alert(1)) /URI (http://HOST/e)",
}
PRINTED = ("panic", "read", "labels", "json", "html", "template", "math")
"""Payloads of plain letters, counted in what is printed."""


@dataclass(frozen=True)
class Trap:
    """A file with a secret, and a server that counts who comes."""

    file: Path
    host: str
    guests: list[object]

    def set_in(self, payload: str) -> str:
        return payload.replace("FILE", str(self.file)).replace("HOST", self.host)


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    file = tmp_path_factory.mktemp("trap") / "canary.txt"
    file.write_text(SECRET)
    guests: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def wait() -> None:
            while True:
                try:
                    connection, guest = server.accept()
                except OSError:
                    return
                guests.append(guest)
                connection.close()

        threading.Thread(target=wait, daemon=True).start()
        yield Trap(file, f"127.0.0.1:{server.getsockname()[1]}", guests)
        server.shutdown(socket.SHUT_RDWR)


def hostile_source(text: str) -> Source:
    return replace(
        HARBOUR,
        title=text,
        authors=(text,),
        publisher=text,
        published=text,
        accessed=text,
        url=text,
        language=text,
        origin=text,
        grade_reason=text,
    )


def hostile_briefing(text: str) -> Briefing:
    return replace(
        briefing(),
        title=text,
        standfirst=text,
        authors=(text, text),
        contact=text,
        language=text,
        topics=(text,),
        source_summary=text,
        judgements=(Judgement("kj", text, text, None, text, assumptions=(text,), affects=(text,)),),
        forecasts=(replace(LAWSUIT, question=text, criteria=text, opened=text),),
        corrections=(replace(SHARES, wrong=text, right=text, why=text, reported_by=text),),
    )


def hostile_page(text: str) -> str:
    words, value = escape(text), escape(text, quote=True)
    return f"""
<p id="{value}">{words} <a href="{value}">{words}</a> <em lang="{value}">{words}</em></p>
<h2 id="x{value}">{words}</h2><ul><li>{words}</li></ul><blockquote><p>{words}</p></blockquote>
<table><caption>{words}</caption><thead><tr><th>{words}</th></tr></thead>
<tbody><tr><td colspan="{value}">{words}</td></tr></tbody></table>
<pre><code class="{value}">{words}</code></pre>
<p><img src="{value}" alt="{value}"></p><p>w <img src="{value}" alt="{value}"></p>
<div class="admonition {value}"><p class="admonition-title">{words}</p><p>{words}</p></div>
<figure class="sf-chart" data-scene="0" id="c{value}"><figcaption><b>{words}</b>{words}</figcaption>
<p class="sf-from">{words}</p></figure>
<ol class="sf-rail"><li><time>{words}</time><div class="t">{words}</div></li></ol>
<p>x<span class="sf-cite"><a href="{value}#p-1" data-source="{value}">{words}</a>
<span class="sf-loc">{words}</span></span></p>
<p>y<sup><a class="footnote-ref" href="#fn:{value}">1</a></sup></p>
<div class="footnote"><ol><li id="fn:{value}"><p>{words}</p></li></ol></div>"""


def hostile_build(text: str) -> Published:
    build = published((hostile_briefing(text),), sources=(hostile_source(text), DOCK))
    scene = replace(SCENE, title=text, description=text, marks=(Words(0, 9, text, text),))
    content = Content(hostile_page(text), (scene,))
    pages = {f"briefings/clips/{name}": content for name in ("trend", "context", "outlook")}
    return replace(build, contents=pages)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_payload_in_every_place_prints_as_itself_and_reads_nothing(name: str, trap: Trap) -> None:
    pdf = pdf_of(hostile_build(trap.set_in(PAYLOADS[name])))

    printed = text_of(pdf)
    assert SECRET.encode() not in pdf
    assert SECRET not in printed
    assert trap.guests == []
    if name in PRINTED:
        payload = letters(trap.set_in(PAYLOADS[name]))
        assert letters(printed).count(payload) >= 40


@pytest.mark.parametrize("name", ["labels", "scripts", "controls", "accents"])
def test_such_a_document_satisfies_the_standards_still(name: str, trap: Trap) -> None:
    assert faults(pdf_of(hostile_build(trap.set_in(PAYLOADS[name])))) == []


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
DRAWINGS = {
    "image-of-a-file": DRAWING.format('<image href="file://FILE" width="9" height="9"/>'),
    "image-of-a-host": DRAWING.format('<image href="http://HOST/a.png" width="9" height="9"/>'),
    "style": DRAWING.format("<style>@import url(http://HOST/b.css);</style>"),
    "use": DRAWING.format('<use href="http://HOST/c.svg#d"/>'),
    "script": DRAWING.format("<script href='http://HOST/d.js'/>"),
    "entity": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file://FILE">]>'
    + DRAWING.format("<text y='5'>&a;</text>"),
    "huge": '<svg xmlns="http://www.w3.org/2000/svg" width="1e30" height="1e30"/>',
    "no-size": DRAWING.format("").replace('viewBox="0 0 9 9"', 'width="0" height="-3"'),
    "broken-paths": DRAWING.format('<path d="M nan inf L 1e400 !"/><rect width="1e-400"/>'),
    "nothing": "",
    "binary": "\x89PNG\r\n\x1a\n\x00\x00",
}


def test_hostile_images_are_drawn_without_what_is_hostile_or_not_at_all(trap: Trap) -> None:
    files = {
        f"{name}.svg": trap.set_in(drawing).encode("latin-1") for name, drawing in DRAWINGS.items()
    }
    image = '<img src="../../../{0}" alt="shows {0}">'
    html = "".join(f"<p>{image}</p><p>In a line {image}.</p>".format(name) for name in files)
    build = published(contents={"briefings/clips/trend": html})

    pdf = pdf_of(replace(build, file=files.get))

    assert faults(pdf) == []
    assert SECRET not in text_of(pdf)
    assert trap.guests == []


def test_an_address_that_climbs_asks_for_no_file_above_the_site() -> None:
    asked: list[str] = []

    def file(path: str) -> bytes | None:
        asked.append(path)
        return None

    html = "".join(
        f'<p><img src="{address}" alt="a"></p>'
        for address in (
            "../../../../../../etc/hostname",
            "/etc/hostname",
            "file:///etc/hostname",
            "http://a.example/b.png",
            "//a.example/b.png",
            "..\\..\\..\\..\\a.png",
            "data:image/png;base64,AAAA",
        )
    )
    pdf_of(replace(published(contents={"briefings/clips/trend": html}), file=file))

    assert set(asked) <= {"etc/hostname", "briefings/clips/trend/..\\..\\..\\..\\a.png"}
