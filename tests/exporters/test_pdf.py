import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest

from generator.errors import EngineError
from generator.exporters import Published
from generator.exporters.pdf import EXPORT
from generator.model.briefing import Briefing, Judgement, Status
from generator.model.page import PageKind, Quotation
from generator.model.passage import Match, MatchKind, Passage
from generator.typesetting.html import parse_html
from tests.typesetting.corpus import CORPUS
from tests.typesetting.example import (
    DOCK,
    FILE,
    HARBOUR,
    LAWSUIT,
    SHARES,
    briefing,
    mark,
    page,
    published,
)
from tests.typesetting.test_images import png

HOSTILE = '#panic() $x$ @l <l> \\ ` #import "x" 😀 \ud800 \u202e end'
CHART = f"""
<figure class="sf-chart" data-scene="0"><figcaption><b>Clips grew</b>Users in millions</figcaption>
<div class="sf-plot"><svg><text>115</text></svg></div>
<p class="sf-from"><span>Source: port data{mark(1, "harbour-1")}</span></p>
<details><summary>Data table</summary><table><thead><tr><th>Month</th><th>Users</th></tr></thead>
<tbody><tr><th>March</th><td>115</td></tr></tbody></table></details></figure>"""
TREND = f"""
<h2 id="quiet">A quiet test<a class="headerlink" href="#quiet">¶</a></h2>
<p>The company opened a <em>limited</em> trial{mark(1, "harbour-1", "¶4")} and <code>closed</code>
it<br>again &amp; again; see <a href="../context/#rules">the rules</a> and
<a href="https://weekly.example/a">the weekly</a>.</p>
<ul><li>One<ol><li>inner</li></ol></li><li><p>Two</p><p>paragraphs</p></li></ul>
<table><thead><tr><th>Measure</th><th>Value</th></tr></thead>
<tbody><tr><td>Shares</td><td>20 %</td></tr></tbody></table>
<div class="admonition warning"><p class="admonition-title">One origin</p><p>All reports.</p></div>
<details><summary>Closed</summary><p>Opened on paper</p></details>
<blockquote><p>The audience did not mind.</p><p>— Lin Example{mark(2, "dock-2")}</p></blockquote>
<dl><dt>Term</dt><dd>Meaning</dd></dl>
<div class="highlight"><pre><code>def count(words):
    return len(words)</code></pre></div>
<ol class="sf-rail"><li><time>7 Feb 2026</time><div class="t">A test opens</div></li></ol>
<section><custom-tag>Unknown tags</custom-tag> keep their text</section>
<p>港湾短片 stands in the text.</p>"""
CONTENTS = {
    "briefings/clips/trend": TREND,
    "briefings/clips/context": f"<h1>Rules came first</h1><h3 id='rules'>In force</h3>{CHART}",
    "briefings/clips/outlook": "<p>What may follow.</p>",
}


def pdf_of(build: Published) -> bytes:
    (asset,) = EXPORT(build)
    return asset.content


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def faults(pdf: bytes) -> list[str]:
    """What the validator finds, but for lengths of streams that are right.

    It takes a last byte 0D and the line feed after it for one end of line.
    """
    found: list[str] = []
    for profile in ("PDF_A_3A", "PDF_UA_1"):
        wanted = getattr(page_validation.ValidationProfile, profile)
        report = page_validation.validate_pdf_bytes(pdf, profile=wanted)
        found += [fault.rule_id for fault in report.failures]
    return [rule for rule in found if "STREAM-LENGTH" not in rule or not lengths_hold(pdf)]


def lengths_hold(pdf: bytes) -> bool:
    streams = re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", pdf)
    ends = (pdf[match.end() + int(match[1]) :][:12] for match in streams)
    return all(re.match(rb"\r?\n?endstream", end) for end in ends)


@pytest.fixture(scope="module")
def example() -> bytes:
    return pdf_of(published(contents=CONTENTS))


def test_a_pdf_stands_beside_the_overview_of_each_briefing() -> None:
    assets = list(EXPORT(published((briefing("clips"), briefing("tides")))))

    assert [asset.path for asset in assets] == [
        "briefings/clips/clips.pdf",
        "briefings/tides/tides.pdf",
    ]
    assert all(asset.content.startswith(b"%PDF-") for asset in assets)


def test_no_briefings_make_no_pdf() -> None:
    build = published()

    assert list(EXPORT(replace(build, build=replace(build.build, briefings=())))) == []


def test_it_satisfies_pdf_ua_1_and_pdf_a_3a(example: bytes) -> None:
    assert faults(example) == []


@pytest.mark.parametrize("name", ["trend", "context", "outlook"])
def test_every_word_of_the_content_stands_in_the_pdf_in_order(example: bytes, name: str) -> None:
    html = CONTENTS[f"briefings/clips/{name}"].replace("¶</a>", "</a>")
    html = re.sub(r"<svg>.*?</svg>|<summary>Data table</summary>", "", html)
    root = parse_html(html)
    found = letters(text_of(example))
    at = found.rindex(letters(next(iter(root.elements)).text()))
    for word in " ".join(element_words(html)).split():
        at = found.find(letters(word), at)
        assert at >= 0, word


def element_words(html: str) -> list[str]:
    return [part for part in re.split(r"<[^>]*>", html.replace("&amp;", "&")) if part.strip()]


def test_judgements_forecasts_corrections_and_sources_are_set_from_the_records(
    example: bytes,
) -> None:
    found = letters(text_of(example))

    for words in (
        "Label rules already in force will bind first.",
        "One regulator action names the platforms.",
        "Assumes: The rules stay.",
        "Will a studio sue by 31 December 2026?",
        "Shares rose by a fifth.",
        "Video clips lift media shares. Lin Example, Harbour Times, 9 February 2026",
        "same as 1",
    ):
        assert letters(words) in found


def test_the_marking_stands_on_every_page(example: bytes) -> None:
    document = pypdfium2.PdfDocument(example)
    counts = [sheet.get_textpage().get_text_range().count("TLP:AMBER+STRICT") for sheet in document]
    document.close()

    assert all(count >= 2 for count in counts)


def test_a_draft_says_so_on_every_page() -> None:
    draft = replace(briefing(), status=Status.DRAFT)
    document = pypdfium2.PdfDocument(pdf_of(published((draft,), CONTENTS)))
    counts = [sheet.get_textpage().get_text_range().count("DRAFT") for sheet in document]
    document.close()

    assert all(count >= 2 for count in counts)


def test_citations_lead_to_the_list_and_unsafe_links_nowhere() -> None:
    html = (
        f"<p>a{mark(1, 'harbour-1')} <a href='javascript:alert(1)'>b</a>"
        " <a href='https://weekly.example/a'>c</a> <a href='mailto:a@b.example'>d</a></p>"
    )
    pdf = pdf_of(published(contents={"briefings/clips/trend": html}))

    assert set(re.findall(rb"/URI ?\(([^)]*)\)", pdf)) == {
        b"https://weekly.example/a",
        b"mailto:a@b.example",
        b"https://harbour.example/video-clips",
        b"https://harbour.example/briefings/clips/",
    }
    assert pdf.count(b"/Dest") > 0


def test_a_citation_is_called_by_the_number_of_its_source_for_those_who_cannot_see_it(
    example: bytes,
) -> None:
    assert b"/Contents(Source 1)" in example
    assert b"/Contents(Source 2)" in example


def test_the_alternative_text_of_a_chart_is_its_description(example: bytes) -> None:
    assert b"Rises from 115 to 172 million." in example


def test_bookmarks_follow_the_headings(example: bytes) -> None:
    document = pypdfium2.PdfDocument(example)
    titles = [(item.level, item.get_title()) for item in document.get_toc()]
    document.close()

    assert (0, "Rules came first") in titles
    assert (1, "A quiet test") in titles


def test_no_html_stops_the_pdf() -> None:
    build = published(
        tuple(briefing(name) for name in CORPUS),
        {f"briefings/{name}/trend": html for name, html in CORPUS.items()},
    )

    assets = list(EXPORT(build))

    assert [asset.path.split("/")[1] for asset in assets] == list(CORPUS)


@pytest.mark.parametrize("name", ["code", "glyphs", "footnotes", "marks-mixed", "crossing-spans"])
def test_hostile_html_still_makes_a_valid_pdf(name: str) -> None:
    html = {"briefings/clips/trend": CORPUS[name]}

    assert faults(pdf_of(published(contents=html))) == []


def hostile_briefing() -> Briefing:
    return replace(
        briefing(),
        title=HOSTILE,
        standfirst=HOSTILE,
        authors=(HOSTILE,),
        contact=HOSTILE,
        language=HOSTILE,
        topics=(HOSTILE,),
        source_summary=HOSTILE,
        judgements=(Judgement(HOSTILE, HOSTILE, HOSTILE, None, HOSTILE, affects=(HOSTILE,)),),
        forecasts=(replace(LAWSUIT, id=HOSTILE, question=HOSTILE, opened=HOSTILE),),
        corrections=(replace(SHARES, id=HOSTILE, wrong=HOSTILE, reported_by=HOSTILE),),
        used=(HOSTILE, "dock-2", "nobody"),
    )


def test_typst_code_in_any_record_prints_as_itself() -> None:
    source = replace(
        HARBOUR,
        id=HOSTILE,
        title=HOSTILE,
        authors=(HOSTILE,),
        url="javascript:alert(1)",
        language=HOSTILE,
        published=HOSTILE,
        grade_reason=HOSTILE,
    )
    pdf = pdf_of(published((hostile_briefing(),), sources=(source, DOCK)))

    assert faults(pdf) == []
    found = " ".join(text_of(pdf).split())
    assert found.count('#panic() $x$ @l <l> \\ ` #import "x" [grinning face]') >= 10
    assert b"javascript" not in pdf


def test_a_briefing_with_nothing_in_it_makes_a_pdf() -> None:
    bare = Briefing("bare", briefing().file, "")

    assert faults(pdf_of(published((bare,)))) == []


def test_the_same_briefing_gives_the_same_bytes_in_another_process_and_time_zone(
    example: bytes,
) -> None:
    script = (
        "import sys\n"
        "from tests.exporters.test_pdf import CONTENTS, pdf_of\n"
        "from tests.typesetting.example import published\n"
        "sys.stdout.buffer.write(pdf_of(published(contents=CONTENTS)))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=root,
        env=os.environ | {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"},
    )

    assert done.stdout == example


def test_a_project_may_bring_its_own_template() -> None:
    template = b'#set document(title: "Own")\n#let d = json("data.json")\n#d.title, set by us'
    own = replace(published(), template=lambda name: template if name == "pdf/report.typ" else b"")

    assert "Video clips go viral, set by us" in text_of(pdf_of(own))


def test_a_template_that_fails_is_named_with_its_line() -> None:
    broken = replace(published(), template=lambda _name: b"\n#nothing()")

    with pytest.raises(EngineError, match=r"briefings/clips/clips\.pdf.*main\.typ:2:1.*nothing"):
        list(EXPORT(broken))


def test_what_other_exporters_made_travels_in_the_pdf() -> None:
    made = {
        "briefings/clips/evidence.json": b'{"a": 1}',
        "briefings/clips/sources.csl.json": b"[]",
        "briefings/clips/other.json": b"{}",
        "briefings/tides/evidence.json": b"{}",
    }
    pdf = pdf_of(replace(published(), made=made))
    document = pypdfium2.PdfDocument(pdf)
    attached = {
        attachment.get_name(): bytes(attachment.get_data())
        for attachment in map(document.get_attachment, range(document.count_attachments()))
    }
    document.close()

    assert attached == {"evidence.json": b'{"a": 1}', "sources.csl.json": b"[]"}
    assert b"/AFRelationship /Data" in pdf or b"/AFRelationship/Data" in pdf
    assert faults(pdf) == []


def images_in(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    forms = sum(len(list(sheet.get_objects(filter=[3]))) for sheet in document)
    document.close()
    return forms


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
IMAGES = {"a/photo.png": png(), "map.svg": SVG, "broken.png": png()[:-9]}


def test_images_of_the_project_are_set_and_others_say_what_they_would_show() -> None:
    html = """<p><img src="../../../a/photo.png" alt="Ships in the port"></p>
    <figure><img src="../../../map.svg" alt="A plan of the port">
    <figcaption>The port in <em>May</em></figcaption></figure>
    <p><a href="../../../a/photo.png"><img src="../../../a/photo.png" alt=""></a></p>
    <p><img src="../../../broken.png" alt="A broken one"></p>
    <p>In a line <img src="../../../a/photo.png" alt="an icon"> of text, then
    <img src="../../../broken.png" alt="lost"> and <img src="https://x.example/a" alt="far"></p>"""
    build = published(contents={"briefings/clips/trend": html})

    pdf = pdf_of(replace(build, file=IMAGES.get))

    text = " ".join(text_of(pdf).split())
    assert faults(pdf) == []
    assert images_in(pdf) == 3
    assert "Figure 1 The port in May" in text
    assert "[A broken one]" in text
    assert "In a line of text, then [lost] and [far]" in text
    assert b"an icon" in pdf
    assert b"Ships in the port" in pdf
    assert b"A plan of the port" in pdf


def test_quoted_passages_are_footnotes_with_their_words() -> None:
    quoted = mark(1, "harbour-1").replace("harbour-1/", "harbour-1/#p-4")
    html = f"<p>Shares “rose”{quoted} and “rose”{quoted} again.</p>"
    passage = Passage("harbour-1", "rose", "", " by a fifth on Monday.", 4, 8, 2)
    match = Match(MatchKind.EXACT, "harbour-1", (passage,))
    quotation = Quotation("rose", FILE.span(0, 4), match=match)
    trend = replace(page("clips", PageKind.TREND), quotations=(quotation,))
    one = replace(briefing(), pages=(trend,))

    text = " ".join(text_of(pdf_of(published((one,), {"briefings/clips/trend": html}))).split())

    assert "“rose”1 and “rose” [1] again." in text
    assert "Harbour Times [1, ¶2]: “… rose by a fifth on Monday.”" in text
