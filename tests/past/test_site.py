"""A whole site with its editions of the past."""

import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pypdfium2 as pdfium
import pytest

from tests.crawler import Crawler
from tests.past.desk import add, published, released

HOME = "https://desk.example/"
ROOT = "briefings/example"
FRAME = re.compile(
    r"<head>.*?</head>|<header class=\"md-header.*?</header>|<footer class=\"md-footer.*?</footer>"
    r"|<section class=\"sf-draft.*?</section>",
    re.DOTALL,
)
LINK = re.compile(r'\s(?:href|src)="([^"]+)"')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return released(tmp_path_factory.mktemp("past"))


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return published(project)


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def _own_links(site: Path, name: str) -> Iterator[str]:
    """Where links of the text of a page lead to, within the site; its frame is today's."""
    for link in LINK.findall(FRAME.sub("", _text(site, name))):
        whole = urlsplit(urljoin(HOME + name, unescape(link)))
        if whole.netloc == "desk.example":
            yield whole.path.lstrip("/")


def test_each_edition_has_all_its_pages_as_they_were(site: Path) -> None:
    for page in ("", "trend/", "context/", "outlook/", "sources/", "sources/quay-2026-02-10/"):
        for number in (1, 2):
            assert (site / f"{ROOT}/v{number}/{page}index.html").is_file(), page
    assert "that Monday" in _text(site, f"{ROOT}/v1/trend/index.html")
    assert "on Monday" in _text(site, f"{ROOT}/v2/trend/index.html")
    assert "Very likely" not in _text(site, f"{ROOT}/v1/outlook/index.html")
    assert "Very likely" in _text(site, f"{ROOT}/v2/outlook/index.html")


def test_each_edition_has_its_pdf_and_its_data(site: Path) -> None:
    pdfs = [site / f"{ROOT}/{name}example.pdf" for name in ("v1/", "v2/")]
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in pdfs)
    assert pdfs[0].read_bytes() != pdfs[1].read_bytes()
    cards = [(site / f"{ROOT}/{name}card.png").read_bytes() for name in ("v1/", "v2/")]
    assert all(card.startswith(b"\x89PNG") for card in cards)
    assert cards[0] != cards[1]
    assert f'content="{HOME}{ROOT}/v1/card.png"' in _text(site, f"{ROOT}/v1/trend/index.html")
    assert '"likely"' in _text(site, f"{ROOT}/v1/evidence.json")
    assert '"very likely"' in _text(site, f"{ROOT}/v2/evidence.json")


def test_the_pdf_says_since_when_a_judgement_stands(site: Path) -> None:
    def words(path: str) -> str:
        document = pdfium.PdfDocument(site / ROOT / path)
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())

    assert "First judged in edition 1, 2026" in words("v1/example.pdf")
    assert "First judged in edition 1, 2026; amended in edition 2" in words("v2/example.pdf")
    assert "First judged in edition 1, 2026; amended in edition 2" in _text(
        site, f"{ROOT}/outlook/index.html"
    )


def test_no_link_of_the_site_leads_nowhere(site: Path) -> None:
    assert list(Crawler(site, HOME, is_flat=False).broken()) == []


def test_no_link_of_an_old_text_leads_to_a_page_that_may_have_changed(site: Path) -> None:
    found = 0
    for path in (site / ROOT / "v1").rglob("*.html"):
        for link in _own_links(site, path.relative_to(site).as_posix()):
            found += 1
            assert link.startswith((f"{ROOT}/v1/", "assets/")), (path, link)
    assert found > 20


def test_links_that_authors_wrote_lead_to_what_belongs_to_the_edition(site: Path) -> None:
    trend = _text(site, f"{ROOT}/v1/trend/index.html")
    assert '<a href="../outlook/#kj-rules">the outlook</a>' in trend
    assert "<a>the handbook</a>" in trend
    assert re.search(r'<a href="https://quay.example/"[^>]*>the paper</a>', trend)
    assert '<a href="../sources/quay-2026-02-10/">what it rests on</a>' in trend
    shown = re.search(r'<img alt="Shares" src="([^"]+)"', trend)
    assert shown
    image = (site / f"{ROOT}/v1/trend" / shown[1]).resolve()
    assert image.read_text(encoding="utf-8") == "<svg>1</svg>"


def test_each_page_says_which_edition_it_is_and_leads_to_the_newest(site: Path) -> None:
    trend = _text(site, f"{ROOT}/v1/trend/index.html")
    assert "This is edition 1 of 10 March 2026." in trend
    assert '<a href="../../trend/">The newest is edition 2.</a>' in trend
    assert '<a href="../../changes/#corrections">1 correction since.</a>' in trend
    source = _text(site, f"{ROOT}/v1/sources/quay-2026-02-10/index.html")
    assert "This is edition 1 of 10 March 2026." in source
    assert '<a href="../../../">The newest is edition 2.</a>' in source
    newest = _text(site, f"{ROOT}/v2/index.html")
    assert "This is edition 2 of 12 March 2026." in newest
    assert "correction since" not in newest
    assert "This is edition" not in _text(site, f"{ROOT}/index.html")


def test_old_editions_are_in_no_search_site_map_or_feed(site: Path) -> None:
    pages = [*(site / ROOT / "v1").rglob("*.html"), *(site / ROOT / "changes").glob("v*/*.html")]
    assert len(pages) == 10
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in text
        assert "data-pagefind-body" not in text
    for name in ("sitemap.xml", "feed.xml", "feed.json", "llms.txt"):
        assert not re.search(r"/v\d", _text(site, name)), name
        assert ROOT in _text(site, name)


def test_changes_lead_to_redline_pages_and_pdf_of_each_edition(site: Path) -> None:
    changes = _text(site, f"{ROOT}/changes/index.html")
    assert '<a href="v1-v2/">Redline</a>' in changes
    assert '<a href="../v1/">As it was</a> · <a href="../v1/example.pdf">PDF</a>' in changes
    redline = _text(site, f"{ROOT}/changes/v1-v2/index.html")
    assert "<del>that</del><ins>on</ins> Monday" in redline
    assert '<a href="../../v1/">Edition 1</a>' in redline
    body = redline[redline.index("<article") : redline.index("</article>")]
    assert "9 February 2026], as the outlook says." in body
    assert not re.search(r"@harbour|\]\(|\{#", body), "no Markdown is shown to readers"


def test_the_foot_of_a_page_has_the_day_of_its_edition(site: Path) -> None:
    for page, day in (("", 12), ("v1/", 10), ("v2/", 12)):
        foot = _text(site, f"{ROOT}/{page}trend/index.html").split("<footer")[-1]
        number = 1 if day == 10 else 2
        assert f"<b>Edition {number}</b><p>{day} March 2026" in foot


def test_old_pages_cannot_be_edited(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "desk", ignore=shutil.ignore_patterns("site"))
    add(tmp_path / "desk", "mkdocs.yml", "repo_url: https://github.com/desk/it\n")
    site = published(tmp_path / "desk")
    edit = "https://github.com/desk/it/edit/master/docs/briefings/example"
    history = "https://github.com/desk/it/commits/master/docs/briefings/example"
    for page, file in (("", "briefing.yml"), ("trend/", "trend.md"), ("outlook/", "briefing.yml")):
        today = _text(site, f"{ROOT}/{page}index.html")
        assert re.search(rf'<a href="{edit}/{file}"[^>]*>Edit this page</a>', today)
        assert re.search(rf'<a href="{history}/{file}"[^>]*>History</a>', today)
        assert "Edit this page" not in _text(site, f"{ROOT}/v1/{page}index.html")


def test_where_pages_are_files_of_their_own_name_the_past_is_too(
    project: Path, tmp_path: Path
) -> None:
    shutil.copytree(project, tmp_path / "desk", ignore=shutil.ignore_patterns("site"))
    add(tmp_path / "desk", "mkdocs.yml", "use_directory_urls: false\n")
    site = published(tmp_path / "desk")
    assert (site / f"{ROOT}/v1/trend.html").is_file()
    assert (site / f"{ROOT}/changes/v1-v2.html").is_file()
    assert list(Crawler(site, HOME, is_flat=True).broken()) == []


def test_a_second_build_writes_the_same_bytes(project: Path, site: Path) -> None:
    def digests() -> dict[str, str]:
        return {
            path.relative_to(project).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in site.rglob("*")
            if path.is_file()
        }

    before = digests()
    published(project)
    assert digests() == before
