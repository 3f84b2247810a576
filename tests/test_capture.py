import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from generator.capture import AddRequest, AlreadyThere, SeveralFailed, add
from generator.errors import CaptureError, StandfirstError, UsageError, WorkspaceError
from generator.ingest import Document, importers
from generator.library.front_matter import write_source
from generator.library.hashes import body_sha256
from generator.library.load import load_library
from generator.model.source import Source
from generator.network import Fetched
from generator.workspace import LocalWorkspace, MemoryWorkspace

NOTHING = AddRequest()
TEXT = "Ferry line cuts night boats\n\nThe line said on Monday that too few people travelled.\n"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Night boats end</title>
<meta property="og:site_name" content="Harbour Times">
<meta property="article:published_time" content="2026-02-09T08:00:00Z">
</head><body><article><h1>Night boats end</h1>
<p>The ferry line has ended its night boats, a move that has split the islands.</p>
<p>Islanders say the last boat now leaves before the late shift ends.</p></article></body></html>"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalWorkspace:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1771056000")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    return LocalWorkspace(tmp_path / "desk")


def saved(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def source(workspace: LocalWorkspace, source_id: str) -> Source:
    loaded = load_library(workspace, language="en")
    assert loaded.diagnostics == ()
    found = loaded.library.get(source_id)
    assert found is not None
    return found


def one(workspace: LocalWorkspace, location: str, request: AddRequest = NOTHING) -> str:
    (source_id,) = add(workspace, [location], request)
    return source_id


def files(workspace: LocalWorkspace) -> list[str]:
    return sorted(
        path.relative_to(workspace.root).as_posix()
        for path in workspace.root.rglob("*")
        if path.is_file()
    )


def test_a_text_file_becomes_a_source_with_its_snapshot(workspace: LocalWorkspace) -> None:
    source_id = one(workspace, saved("a.txt", TEXT))
    made = source(workspace, source_id)
    assert source_id == "ferry"
    assert made.title == "Ferry line cuts night boats"
    assert made.body == "The line said on Monday that too few people travelled."
    assert made.snapshot is not None
    assert made.snapshot.sha256 == sha256(TEXT.encode()).hexdigest()
    assert made.snapshot.text_sha256 == body_sha256(made.body)
    assert made.snapshot.retrieved == "2026-02-14T08:00:00Z"
    assert made.accessed == "2026-02-14"
    assert workspace.read(f"sources/snapshots/{made.snapshot.sha256}.txt") == TEXT.encode()


def test_the_id_is_made_of_publisher_and_date(workspace: LocalWorkspace) -> None:
    assert one(workspace, saved("a.html", PAGE)) == "harbour-2026-02-09"


def test_what_the_curator_says_goes_first(workspace: LocalWorkspace) -> None:
    request = AddRequest("A title", "The Gull", "2026-02", "https://gull.example/1", "my.id")
    made = source(workspace, one(workspace, saved("a.html", PAGE), request))
    assert (made.id, made.title, made.publisher) == ("my.id", "A title", "The Gull")
    assert (made.published, made.url) == ("2026-02", "https://gull.example/1")


def test_another_article_of_the_same_day_is_numbered(workspace: LocalWorkspace) -> None:
    pages = [saved(f"{word}.html", PAGE.replace("Islanders", word)) for word in ("A", "B", "C")]
    expected = ["harbour-2026-02-09", "harbour-2026-02-09-2", "harbour-2026-02-09-3"]
    assert list(add(workspace, pages, NOTHING)) == expected


def test_an_id_of_other_case_counts_as_taken(workspace: LocalWorkspace) -> None:
    workspace.write_new("sources/FERRY.md", b"---\ntitle: Other\n---\nOther text.\n")
    assert one(workspace, saved("a.txt", TEXT)) == "ferry-2"


def test_without_a_name_the_id_is_of_the_hash(workspace: LocalWorkspace) -> None:
    text = "停航\n\n轮渡公司周一宣布停开夜班船。\n"
    digest = sha256(text.encode()).hexdigest()
    assert one(workspace, saved("a.txt", text)) == f"source-{digest[:8]}"


def test_standard_input_is_read(workspace: LocalWorkspace) -> None:
    assert one(workspace, "-", AddRequest(stdin=io.BytesIO(TEXT.encode()))) == "ferry"
    with pytest.raises(UsageError, match="no standard input"):
        one(workspace, "-")


def test_a_page_is_fetched(workspace: LocalWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Fetched(PAGE.encode(), "text/html", "https://harbour.example/night")
    monkeypatch.setattr("generator.documents.fetch", lambda *_, **__: answer)
    made = source(workspace, one(workspace, "https://harbour.example/n"))
    assert made.url == "https://harbour.example/night"


@pytest.mark.parametrize(
    ("second", "trait"),
    [
        (("b.txt", TEXT, None), "bytes"),
        (("b.txt", f"{TEXT}\n\n", None), "text"),
        (("b.txt", "Other\n\nOther text.\n", "http://www.gull.example/1/?utm_source=x"), "address"),
    ],
)
def test_the_same_article_is_refused_with_the_id_it_has(
    workspace: LocalWorkspace, second: tuple[str, str, str | None], trait: str
) -> None:
    one(workspace, saved("a.txt", TEXT), AddRequest(url="https://gull.example/1"))
    before = files(workspace)
    name, content, url = second
    with pytest.raises(AlreadyThere, match=f"same {trait}") as caught:
        one(workspace, saved(name, content), AddRequest(url=url))
    assert caught.value.source_id == "gull-ferry"
    assert files(workspace) == before


def test_an_article_written_by_hand_is_known_by_its_text(workspace: LocalWorkspace) -> None:
    body = TEXT.partition("\n\n")[2]
    workspace.write_new("sources/hand.md", f"---\ntitle: By hand\n---\n\n{body}".encode())
    with pytest.raises(AlreadyThere, match="hand"):
        one(workspace, saved("a.txt", TEXT))


def test_a_broken_source_does_not_stop_another(workspace: LocalWorkspace) -> None:
    workspace.write_new("sources/broken.md", b"---\ntitle: [\n---\nText.\n")
    workspace.write_new("sources/bytes.md", b"\xff\xfe\xff")
    assert one(workspace, saved("a.txt", TEXT)) == "ferry"


def test_each_location_stands_alone(workspace: LocalWorkspace) -> None:
    locations = [saved("a.txt", TEXT), "missing.txt", saved("b.html", PAGE), saved("c.txt", TEXT)]
    made: list[str] = []
    with pytest.raises(SeveralFailed) as caught:
        made.extend(add(workspace, locations, NOTHING))
    assert made == ["ferry", "harbour-2026-02-09"]
    kinds = [type(failure) for failure in caught.value.failures]
    assert kinds == [CaptureError, AlreadyThere]
    assert "missing.txt" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"Only a title\n", "no text besides its title"),
        (b"Title\n\n---\n", "no text besides its title"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary data"),
        (b"text\0text", "binary data"),
        (b"Title\n\nna\xefve text\n", "save it as UTF-8"),
        (b"\xff\xfeabc", "characters cannot be read"),
        (b"%PDF-1.7\n", "broken"),
        (b"PK\x03\x04rest", "office documents"),
        (b"From: <Saved>\r\nContent-Type: multipart/related;\r\n", "MHTML"),
        (b"x" * 20_000_001, "larger than 20 MB"),
        (b"x " * 200, "no title was found"),
    ],
)
def test_what_is_no_article_is_refused_and_leaves_no_trace(
    workspace: LocalWorkspace, content: bytes, words: str
) -> None:
    with pytest.raises(CaptureError, match=f"a.txt: .*{words}"):
        one(workspace, saved("a.txt", content))
    assert files(workspace) == []


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("missing.txt", "no such file"),
        ("www.harbour.example/night", "https://www.harbour.example/night"),
        (".", "is a folder"),
        ("file:///etc/hosts", "only http and https"),
        ("a\0b", "cannot be read"),
    ],
)
def test_a_location_that_cannot_be_read_is_named(
    workspace: LocalWorkspace, location: str, words: str
) -> None:
    with pytest.raises(CaptureError, match=words):
        one(workspace, location)


@pytest.mark.parametrize("name", ["../a", "a/b", "index", "a..b", "é", "", "a" * 81, ".a", "a "])
def test_an_id_that_is_none_is_refused(workspace: LocalWorkspace, name: str) -> None:
    with pytest.raises(UsageError, match="--id"):
        one(workspace, saved("a.txt", TEXT), AddRequest(id=name))


def test_an_id_that_is_taken_is_refused(workspace: LocalWorkspace) -> None:
    one(workspace, saved("a.html", PAGE), AddRequest(id="one"))
    with pytest.raises(CaptureError, match="choose another"):
        one(workspace, saved("a.txt", TEXT), AddRequest(id="ONE"))


@pytest.mark.parametrize(
    "asked",
    [AddRequest(published="9 Feb"), AddRequest(url="javascript:alert(1)"), AddRequest(title=" ")],
)
def test_options_that_make_no_sense_are_refused(
    workspace: LocalWorkspace, asked: AddRequest
) -> None:
    with pytest.raises(UsageError):
        one(workspace, saved("a.txt", TEXT), asked)


def test_an_id_is_for_one_article(workspace: LocalWorkspace) -> None:
    with pytest.raises(UsageError, match="one article"):
        list(add(workspace, ["a.txt", "b.txt"], replace(NOTHING, id="x")))


class Interrupted(LocalWorkspace):
    """A workspace in which writing a source file fails."""

    fault: BaseException = WorkspaceError("sources: cannot be written: no space left")

    def write_new(self, path: str, content: bytes) -> None:
        if path.endswith(".md"):
            raise self.fault
        super().write_new(path, content)


@pytest.mark.parametrize("fault", [WorkspaceError("no space left"), KeyboardInterrupt()])
def test_a_failure_half_way_leaves_no_trace(
    workspace: LocalWorkspace, fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Interrupted, "fault", fault)
    with pytest.raises(type(fault)):
        one(Interrupted(workspace.root), saved("a.txt", TEXT))
    assert files(workspace) == []


def test_a_snapshot_left_from_before_is_used_again(workspace: LocalWorkspace) -> None:
    one(workspace, saved("a.txt", TEXT))
    workspace.remove("sources/ferry.md")
    assert one(workspace, "a.txt") == "ferry"


def test_hostile_fields_are_text_in_the_source(workspace: LocalWorkspace) -> None:
    title = "a\u202e\x1b[31m: # <script>\u2028--- {{ x }}"
    made = source(workspace, one(workspace, saved("a.txt", TEXT), AddRequest(title=title)))
    assert made.title == "a[31m: # <script> --- {{ x }}"


@given(
    st.lists(
        st.sampled_from(["# a", "---", "Word", "* b", "> c", " ", "\u2028", "é.", "\x85"])
    ).map("\n".join)
    | st.text(),
    st.sampled_from(["text", "markdown"]),
)
def test_the_body_on_disk_is_the_body_that_was_hashed(text: str, kind: str) -> None:
    try:
        (article,) = importers()[kind].read(Document("a", text.encode()))
    except CaptureError:
        return
    written = write_source({"title": "T"}, article.body)
    loaded = load_library(MemoryWorkspace({"sources/a.md": written}), language="en")
    assert loaded.library.sources[0].body == article.body


def test_faults_are_of_our_tree(workspace: LocalWorkspace) -> None:
    with pytest.raises(StandfirstError):
        list(add(workspace, ["no", "nor"], NOTHING))


LIBRARY = [
    {
        "id": "example2026",
        "type": "article-newspaper",
        "title": "Night boats end",
        "issued": {"date-parts": [[2026, 2, 9]]},
        "container-title": "Harbour Times",
        "URL": "https://harbour.example/night",
    },
    {"id": 2, "type": "report", "title": "Islands wait", "abstract": "They wait, the report says."},
]


def test_a_library_of_items_gives_a_source_for_each(workspace: LocalWorkspace) -> None:
    ids = list(add(workspace, [saved("library.json", json.dumps(LIBRARY))], NOTHING))
    assert ids == ["example2026", "islands"]
    first, second = (source(workspace, source_id) for source_id in ids)
    assert (first.body, first.text, first.accessed) == ("", "abstract", None)
    assert second.body == "They wait, the report says."
    assert second.url is None
    assert first.snapshot is not None
    kept = workspace.read(f"sources/snapshots/{first.snapshot.sha256}.json")
    assert json.loads(kept) == LIBRARY[0]


def test_of_a_library_that_grew_only_what_is_new_is_added(workspace: LocalWorkspace) -> None:
    one(workspace, saved("library.json", json.dumps(LIBRARY[:1])))
    ids: list[str] = []
    with pytest.raises(AlreadyThere, match=r"library.json, item 1: already .* as example2026"):
        ids.extend(add(workspace, [saved("library.json", json.dumps(LIBRARY))], NOTHING))
    assert len(files(workspace)) == 4


def test_items_without_text_are_not_taken_for_each_other(workspace: LocalWorkspace) -> None:
    items = [{"type": "book", "title": title} for title in ("One", "Two", "Three")]
    ids = list(add(workspace, [saved("library.json", json.dumps(items))], NOTHING))
    assert ids == ["one", "two", "three"]


def test_an_item_without_title_does_not_stop_the_others(workspace: LocalWorkspace) -> None:
    items = [{"id": "a1", "type": "book"}, *LIBRARY]
    with pytest.raises(CaptureError, match=r"library.json, item 1: no title was found"):
        list(add(workspace, [saved("library.json", json.dumps(items))], NOTHING))
    assert len(files(workspace)) == 4


@pytest.mark.parametrize("asked", [AddRequest(id="x"), AddRequest(title="x")])
def test_what_is_true_of_one_article_is_refused_for_a_library(
    workspace: LocalWorkspace, asked: AddRequest
) -> None:
    with pytest.raises(UsageError, match="is for one article"):
        list(add(workspace, [saved("library.json", json.dumps(LIBRARY))], asked))
    assert files(workspace) == []


def test_a_pdf_becomes_a_source_with_its_pages(workspace: LocalWorkspace) -> None:
    markup = b'#set document(title: "Report")\nIslanders wait.\n#pagebreak()\nThe line is silent.'
    document = typst.compile(markup)
    assert isinstance(document, bytes)
    made = source(workspace, one(workspace, saved("report.pdf", document)))
    assert made.body == "Islanders wait.\n\nThe line is silent."
    assert made.snapshot is not None
    assert made.snapshot.pages == (0, made.body.index("The line"))
    assert f"pages: [0, {made.snapshot.pages[1]}]" in made.file.text
    assert workspace.exists(f"sources/snapshots/{made.snapshot.sha256}.pdf")
