"""Names that a page explains, in Chromium: mouse, keyboard, phone, no script, and axe."""

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import QuietHandler
from tests.browser.test_accessibility import violations
from tests.every_page import built
from tests.examples import example_files, write_files

CITED = "[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01]"
SHARED = """
>>> docs/briefings/example/context.md
Two studios had sold licences before [@quay-2026-02-10].
>>> docs/glossary.yml
actors:
  - id: doubao
    kind: product
    names: {en: Doubao, zh: [豆包, 豆包App]}
    description: The assistant app of a maker [@quay-2026-02-10].
    links: {official: https://www.doubao.example/}
    dates: {released: 2023-08}
glossary:
  - {id: capex, names: {en: capex}, description: Money spent on lasting equipment.}
"""


@pytest.fixture(scope="module")
def trend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that has two names."""
    root = tmp_path_factory.mktemp("names")
    text = f"## What happened\n\nDoubao grew, and capex with it {CITED}. Doubao rested.\n{SHARED}"
    write_files(root, example_files(text))
    handler = functools.partial(QuietHandler, directory=str(built(root)))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/briefings/example/trend/"
        server.shutdown()


def test_a_name_opens_its_card_by_mouse_and_by_keyboard(page: Page, trend: str) -> None:
    page.goto(trend)
    doubao, capex = (page.locator("a.sf-name").nth(index) for index in (0, 1))
    doubao.hover()
    page.wait_for_selector(".sf-card:visible")
    assert page.locator(".sf-card:visible .title").inner_text() == "Doubao 豆包"
    capex.focus()
    page.keyboard.press("Enter")
    assert page.locator(".sf-card:visible").count() == 1
    assert "lasting equipment" in page.locator(".sf-card:visible").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".sf-card:visible").count() == 0
    assert page.evaluate("document.activeElement.id") == "use-capex"


def test_without_a_script_a_name_leads_to_its_entry_and_back(browser: Browser, trend: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(trend)
    page.locator("a.sf-name").first.click()
    page.wait_for_url("**/context/#name-doubao")
    entry = page.locator("#name-doubao + dd")
    assert "Released August 2023" in entry.inner_text()
    entry.locator("a", has_text="Trend").click()
    page.wait_for_url("**/trend/#use-doubao")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
def test_axe_finds_nothing_with_the_card_of_a_name_open(
    browser: Browser, trend: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(trend)
    page.locator("a.sf-name").first.click()
    page.wait_for_selector(".sf-card:visible")
    page.wait_for_timeout(300)
    assert violations(page) == []
    page.goto(trend.replace("/trend/", "/context/"))
    assert violations(page) == []
    box = page.locator("article").bounding_box()
    assert box
    assert box["x"] + box["width"] <= width
    context.close()
