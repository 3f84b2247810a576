"""The whole site of a desk whose sources are hostile: nothing of theirs is more than text."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from generator.model.build import Build
from generator.publishing import publish
from generator.text.plain import one_line
from tests.examples import write_files
from tests.exporters.desk import HOSTILE, desk_build, desk_files

OWN_SCRIPT = re.compile(r"__md_|__tabbed_")
"""Material's inline scripts, which all use its own names."""
HANDLER = re.compile(r"^on")
FOLLOWED = ("href", "src", "action", "formaction", "data", "{http://www.w3.org/1999/xlink}href")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("desk"), desk_files(), desk_build())


def written(root: Path, files: dict[str, str], build: Build) -> Path:
    """The site of the desk, built in `root`."""
    write_files(root, files)
    return publish(root, "site", build)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlElement]:
    return {
        path.relative_to(site).as_posix(): lxml_html.document_fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def data_of(page: HtmlElement) -> list[dict[str, object]]:
    """The nodes of a page's linked data."""
    scripts = page.xpath("//script[@type='application/ld+json']")
    return [node for script in scripts for node in json.loads(script.text)["@graph"]]


def test_there_is_a_page_of_every_kind(pages: dict[str, HtmlElement]) -> None:
    assert {
        "404.html",
        "index.html",
        "briefings/clips/index.html",
        "briefings/clips/trend/index.html",
        "briefings/clips/sources/index.html",
        "sources/hostile/index.html",
    } <= set(pages)


def test_no_page_has_a_script_that_is_not_the_themes(pages: dict[str, HtmlElement]) -> None:
    for name, page in pages.items():
        inline = page.xpath("//script[not(@src) and not(contains(@type, 'json'))]")
        assert [s.text for s in inline if not OWN_SCRIPT.search(s.text or "")] == [], name


def test_no_element_has_a_handler_and_no_address_is_a_script(pages: dict[str, HtmlElement]) -> None:
    for name, page in pages.items():
        for element in page.iter(lxml_html.etree.Element):
            assert not [key for key in element.attrib if HANDLER.match(key)], name
            for attribute in FOLLOWED:
                address = "".join(element.get(attribute, "").split()).lower()
                assert not address.startswith(("javascript:", "vbscript:")), name


def test_every_page_has_a_policy_that_allows_its_own_scripts(pages: dict[str, HtmlElement]) -> None:
    for name, page in pages.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        for script in page.xpath("//script[not(@src) and not(contains(@type, 'json'))]"):
            digest = b64encode(sha256((script.text or "").encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, name


def test_links_that_leave_the_site_say_nothing_of_it(pages: dict[str, HtmlElement]) -> None:
    leaving = [
        link
        for page in pages.values()
        for link in page.xpath("//a[starts-with(@href, 'http')]")
        if "desk.example" not in link.get("href")
    ]
    assert len(leaving) >= 2
    assert all({"noopener", "noreferrer"} <= set(link.get("rel", "").split()) for link in leaving)


def test_hostile_titles_are_read_letter_for_letter(pages: dict[str, HtmlElement]) -> None:
    for name in ("briefings/clips/index.html", "sources/hostile/index.html"):
        heading = pages[name].xpath("//h1")[0]
        assert heading.text_content() == HOSTILE
        (title,) = pages[name].xpath("//meta[@property='og:title']/@content")
        assert title == HOSTILE


def test_linked_data_gives_the_texts_back(pages: dict[str, HtmlElement]) -> None:
    overview = data_of(pages["briefings/clips/index.html"])
    report = next(node for node in overview if node["@type"] == "Report")
    assert report["headline"] == one_line(HOSTILE)
    assert report["abstract"] == "Clips came first."
    (source,) = data_of(pages["sources/hostile/index.html"])
    assert source["name"] == one_line(HOSTILE)
    assert "url" not in source


def test_every_page_of_ours_has_linked_data_without_a_claim_review(
    pages: dict[str, HtmlElement], site: Path
) -> None:
    for name in pages:
        if name.startswith(("briefings/", "sources/")):
            assert data_of(pages[name]), name
            assert "ClaimReview" not in (site / name).read_text(encoding="utf-8")


def test_feeds_and_site_map_are_read_and_leave_drafts_out(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml")  # noqa: S314 (our own)
    titles = [node.text for node in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert one_line(HOSTILE) in titles
    assert json.loads((site / "feed.json").read_text("utf-8"))["title"] == one_line(HOSTILE)
    places = ElementTree.parse(site / "sitemap.xml")  # noqa: S314
    found = {node.text for node in places.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert "https://desk.example/a/briefings/clips/trend/" in found
    assert "https://desk.example/a/sources/hostile/" in found
    assert not [url for url in found if url and ("later" in url or "draft-only" in url)]


def test_other_forms_of_a_page_are_named_in_its_head_and_are_there(
    pages: dict[str, HtmlElement], site: Path
) -> None:
    name = "briefings/clips/trend/index.html"
    links = pages[name].xpath("//link[normalize-space(@rel)='alternate']/@href")
    files = {(site / name).parent.joinpath(link).resolve() for link in links}
    assert {path.name for path in files} >= {
        "feed.xml",
        "feed.json",
        "evidence.json",
        "clips.pdf",
        "sources.bib",
        "sources.csl.json",
        "sources.ris",
    }
    assert all(path.is_file() for path in files)


def test_a_page_names_the_picture_that_links_to_it_show(
    pages: dict[str, HtmlElement], site: Path
) -> None:
    head = pages["briefings/clips/trend/index.html"]
    said = {meta.get("property"): meta.get("content") for meta in head.xpath("//meta[@property]")}
    assert said["og:image"] == "https://desk.example/a/briefings/clips/card.png"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == f"{one_line(HOSTILE)} · {one_line(HOSTILE)}"
    assert head.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert (site / "briefings/clips/card.png").read_bytes().startswith(b"\x89PNG")
    assert not pages["sources/plain/index.html"].xpath("//meta[@property='og:image']")


def test_the_page_of_sources_links_the_lists(pages: dict[str, HtmlElement]) -> None:
    links = pages["briefings/clips/sources/index.html"].xpath("//a[@download]")
    assert [link.text for link in links] == ["BibLaTeX", "CSL-JSON", "RIS"]


def test_without_an_address_the_build_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published = written(tmp_path, desk_files(site_url="''"), desk_build(site_url="''"))
    assert "no `site_url`" in capsys.readouterr().err
    names = {path.name for path in published.iterdir()}
    assert not names & {"feed.xml", "feed.json", "sitemap.xml"}
    assert {"robots.txt", "llms.txt"} <= names
    overview = lxml_html.document_fromstring(
        (published / "briefings/clips/index.html").read_text(encoding="utf-8")
    )
    assert not overview.xpath("//meta[starts-with(@property, 'og:image')]")
    assert overview.xpath("//meta[@name='twitter:card']/@content") == ["summary"]
    report = next(node for node in data_of(overview) if node["@type"] == "Report")
    assert report["@id"] == "./"
    assert report["encoding"] == {
        "@type": "MediaObject",
        "contentUrl": "clips.pdf",
        "encodingFormat": "application/pdf",
    }


def test_the_same_desk_gives_the_same_bytes_and_files_of_its_own_stay(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    own = {"docs/robots.txt": "User-agent: *\n", "docs/llms.txt": "Ours.\n"}
    again = written(tmp_path, desk_files() | own, desk_build())
    assert (again / "robots.txt").read_text() == "User-agent: *\n"
    assert (again / "llms.txt").read_text() == "Ours.\n"
    for name in ("sitemap.xml", "sitemap.xml.gz", "feed.xml", "briefings/clips/index.html"):
        assert (again / name).read_bytes() == (site / name).read_bytes(), name
