import gzip
import html
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import compile_project
from generator.guard import LeakError, look_over
from generator.guard.runs import PrivateRuns, key
from generator.model.build import Build
from generator.model.page import PageKind
from generator.model.source import Rights
from tests.examples import example_project

# The second is Chinese, so that its letters are escaped in JSON; both have marks that are escaped
# in every format.
ENGLISH = (
    'The maker\'s lawyer said: "Nobody who was asked has seen the contract" & left it there. '
    "Three clerks, two of them from the old port, recalled a folder <in green> on the desk; "
    "none recalled its date, and the register of that spring has 2 pages cut out."
)
CHINESE = "".join(
    "据一位不愿具名的职员称，「那份合同从未有人见过」。\n"
    f"第{number}号卷宗在春天被人取走，登记簿上少了两页；港口的旧档案室里还留着一个绿色的文件夹。"
    for number in range(4)
)
SECRETS = {"english": ENGLISH, "chinese": CHINESE}


@cache
def build() -> Build:
    files = "".join(
        f">>> sources/{name}.md\n---\ntitle: A contract\n---\nIt began.\n\n{text}\n"
        for name, text in SECRETS.items()
    )
    return compile_project(
        example_project(f'They "rose 20 percent" [@harbour-2026-02-09].\n{files}')
    )


def _html(text: str) -> bytes:
    words = html.escape(text).split(" ")
    half = len(words) // 2
    return f"<p>{' '.join(words[:half])} <em>{' '.join(words[half:])}</em></p>".encode()


def _script(text: str) -> bytes:
    return f"<html><script>const told = {json.dumps(json.dumps({'a': text}))}</script>".encode()


def _zip(text: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("chapter.xhtml", _html(text))
    return stream.getvalue()


WRITERS: dict[str, Callable[[str], bytes]] = {
    "page/index.html": _html,
    "attribute.html": lambda text: f'<p title="{html.escape(text)}">x</p>'.encode(),
    "numeric.html": lambda text: "".join(f"&#{ord(one)};" for one in text).encode(),
    "twice.html": lambda text: f"<a data-x='{html.escape(html.escape(text))}'></a>".encode(),
    "comment.html": lambda text: f"<!-- {text} -->".encode(),
    "script.html": _script,
    "link.html": lambda text: f'<a href="https://x.example/#{quote(text)}">x</a>'.encode(),
    "ascii.json": lambda text: json.dumps({"deep": [{"says": text}]}).encode(),
    "words.json": lambda text: json.dumps([[n, w] for n, w in enumerate(text)]).encode(),
    "keys.json": lambda text: json.dumps({text: 1}).encode(),
    "marked.json": lambda text: json.dumps({"text": _html(text).decode()}).encode(),
    "lines.jsonl": lambda text: f"{json.dumps({'a': text})}\n{{}}\n".encode(),
    "broken.json": lambda text: (json.dumps(text) + "}").encode(),
    "code.js": lambda text: f"var a = {json.dumps(text)};".encode(),
    "picture.svg": lambda text: f"<svg><text>{html.escape(text)}</text></svg>".encode(),
    "feed.xml": lambda text: f"<entry><![CDATA[{text}]]></entry>".encode(),
    "plain.txt": lambda text: text.upper().replace(" ", "\n").encode(),
    "no-suffix": lambda text: text.encode("utf-16"),
    "sitemap.xml.gz": lambda text: gzip.compress(_html(text)),
    "search/en.pf_fragment": lambda text: gzip.compress(b"dcd" + json.dumps(text).encode()),
    "book.epub": _zip,
}


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", WRITERS)
def test_a_long_run_of_a_body_is_found_in_every_kind_of_file(
    name: str, secret: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(WRITERS[name](SECRETS[secret]))
    with pytest.raises(LeakError, match=rf"{name.split('.')[0]}.*`{secret}`.*nothing was publ"):
        look_over(build(), tmp_path)


def _pdf(lines: list[str]) -> bytes:
    """A small PDF; readers make up for the table of places that it does not have."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F 10 Tf 12 TL 40 700 Td {shown} ET"
    return f"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R
/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
4 0 obj <</Length {len(stream)}>> stream
{stream}
endstream endobj
trailer <</Root 1 0 R>>
""".encode("latin-1")


def test_a_long_run_is_found_in_a_pdf_whose_lines_break_its_words(tmp_path: Path) -> None:
    letters = ENGLISH.replace("<", "").replace(">", "").replace('"', "")
    lines = [letters[start : start + 37] + "-" for start in range(0, len(letters), 37)]
    (tmp_path / "a.pdf").write_bytes(_pdf(lines))
    with pytest.raises(LeakError, match=r"a\.pdf.*`english`"):
        look_over(build(), tmp_path)
    (tmp_path / "a.pdf").write_bytes(_pdf(["Nothing of it."]))
    look_over(build(), tmp_path)


def test_the_error_names_the_paragraph_and_shows_no_word_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    with pytest.raises(LeakError) as caught:
        look_over(build(), tmp_path)
    assert "`english` (¶2)" in str(caught.value)
    assert "clerks" not in str(caught.value)


def test_captures_are_found_under_any_name_and_packed(tmp_path: Path) -> None:
    workspace = example_project()
    digest = next(path for path in workspace.files("sources/snapshots")).rsplit("/", 1)[-1]
    capture = workspace.read(f"sources/snapshots/{digest}")
    for name, content in {
        "harmless.png": capture,
        "harmless.bin": gzip.compress(capture),
        f"{digest.split('.')[0]}.tar.gz": b"anything",
        "page.md": workspace.read("sources/quay-2026-02-10.md"),
    }.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(LeakError, match="is the capture or the file of"):
            look_over(build(), tmp_path)
        path.unlink()


def test_quoted_passages_notes_metadata_and_what_authors_wrote_are_no_leak(tmp_path: Path) -> None:
    page = build().briefings[0].pages[1].text.file.text
    for source in build().library.sources:
        page += "".join(note.says + (note.quote or "") for note in source.notes)
        page += f"{source.title} {source.publisher} {source.grade_reason}"
    (tmp_path / "a.html").write_text(page, "utf-8")
    look_over(build(), tmp_path)


def test_a_body_that_may_be_published_is_no_leak(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    library = replace(
        build().library,
        sources=tuple(
            replace(source, rights=Rights.FULL) if source.id == "english" else source
            for source in build().library.sources
        ),
    )
    look_over(replace(build(), library=library), tmp_path)


@pytest.mark.parametrize("assembled", [True, False])
def test_what_a_template_put_into_an_assembled_page_is_looked_for(
    assembled: bool, tmp_path: Path
) -> None:
    (briefing,) = build().briefings
    pages = tuple(
        replace(
            page,
            text=replace(
                page.text,
                assembled=assembled,
                file=replace(page.text.file, text=ENGLISH),
            ),
        )
        if page.kind is PageKind.CONTEXT
        else page
        for page in briefing.pages
    )
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    changed = replace(build(), briefings=(replace(briefing, pages=pages),))
    if assembled:
        with pytest.raises(LeakError):
            look_over(changed, tmp_path)
    else:
        look_over(changed, tmp_path)


def test_broken_packages_and_pictures_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(b"\x1f\x8bbroken")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\0\0" + ENGLISH.encode())
    look_over(build(), tmp_path)


_LETTERS = st.text("abcdefghij", min_size=420, max_size=420)


@given(body=_LETTERS, start=st.integers(0, 279), before=st.integers(0, 200))
def test_a_run_of_140_letters_is_found_wherever_it_lies(body: str, start: int, before: int) -> None:
    runs = PrivateRuns([body], [])
    assert runs.run_in("z" * before + body[start : start + 140] + "z" * 90)


@given(body=_LETTERS, start=st.integers(0, 300), before=st.integers(0, 200))
def test_a_run_below_120_letters_is_never_found(body: str, start: int, before: int) -> None:
    runs = PrivateRuns([body], [])
    text = "z" * before + body[start : start + 119] + "z" * 90
    assert not runs.run_in(text) or _repeats(body)


def _repeats(body: str) -> bool:
    """Whether windows stand in the body twice, so that a shorter stretch can be put together."""
    windows = [body[start : start + 40] for start in range(0, 381, 20)]
    return len(set(windows)) < len(windows)


@given(st.text(), st.sampled_from(["json", "html", "url"]))
def test_a_key_is_the_same_however_the_text_is_escaped(text: str, way: str) -> None:
    spoken = text.replace("\\", "").replace("%", "").replace("&", "")
    escaped = {
        "json": json.dumps(spoken) if spoken.isascii() else json.dumps(spoken, ensure_ascii=False),
        "html": html.escape(html.escape(spoken)),
        "url": quote(spoken),
    }[way]
    assert key(escaped) == key(spoken)
