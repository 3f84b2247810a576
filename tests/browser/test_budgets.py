"""What a first view weighs and how still it stands."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser

ASSETS = "assets/standfirst"
PAGES = ["", "briefings/bytedance-video/", "briefings/bytedance-video/outlook/"]
KILOBYTE = 1000


def packed(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


def test_the_own_style_sheets_and_scripts_of_each_page_are_small(site: Path) -> None:
    """All that it loads of ours, whatever the medium."""
    loads: set[tuple[str, ...]] = set()
    for path in site.rglob("*.html"):
        tree = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
        asked = [link.get("href", "") for link in tree.iter("link")]
        asked += [script.get("src", "") for script in tree.iter("script")]
        loads.add(tuple(sorted({name.split("/")[-1] for name in asked if f"{ASSETS}/" in name})))
    kinds = {name for names in loads for name in names}
    assert kinds >= {"standfirst.css", "stock.css", "evidence.css", "standfirst.js", "search.js"}
    for names in loads:
        weights = {name: packed((site / ASSETS / name).read_bytes()) for name in names}
        styles = [weight for name, weight in weights.items() if name.endswith(".css")]
        assert sum(styles) <= 10 * KILOBYTE, weights
        assert sum(weights.values()) - sum(styles) <= 6 * KILOBYTE, weights


@pytest.mark.parametrize("name", PAGES)
def test_a_first_view_is_light(browser: Browser, address: str, site: Path, name: str) -> None:
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + name)
    page.wait_for_load_state("networkidle")
    context.close()
    weight = sum(weighed(site, url) for url in dict.fromkeys(asked))
    assert weight <= 150 * KILOBYTE, {url: weighed(site, url) for url in asked}


def weighed(site: Path, url: str) -> int:
    """Fonts are packed already; all else goes over the wire packed; images are not counted."""
    path = site / urlsplit(url).path.lstrip("/")
    path = path / "index.html" if path.is_dir() else path
    if path.suffix in (".png", ".svg", ".ico") or not path.is_file():
        return 0
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else packed(content)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1300, 390])
def test_nothing_jumps_while_a_page_loads(
    browser: Browser, address: str, name: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " if (!entry.hadRecentInput) window.shift += entry.value; })"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(address + name)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") <= 0.05
    context.close()


def test_every_page_is_html_without_a_parse_error_and_with_each_id_once(site: Path) -> None:
    faults: list[str] = []
    for path in sorted(site.rglob("*.html")):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(path.read_text(encoding="utf-8"))
        faults += [f"{path.name}: {error}" for _, error, _ in parser.errors]
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        faults += [f"{path}: id {name} twice" for name in set(ids) if ids.count(name) > 1]
    assert faults == []
