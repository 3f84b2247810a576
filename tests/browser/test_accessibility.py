"""WCAG 2.2 AA and axe's best practices, in light and dark, with a card and the search open."""

from pathlib import Path

import axe_core_python
import pytest
from playwright.sync_api import Browser, Page

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EN, ZH = "briefings/bytedance-video/", "briefings/bytedance-video-zh/"
PAGES = [
    "",
    EN,
    f"{EN}trend/",
    f"{EN}context/",
    f"{EN}outlook/",
    f"{EN}sources/",
    ZH,
    f"{ZH}trend/",
    "sources/arena/",
    "handbook/",
    "handbook/format/",
    "404.html",
]
SMALL = ["track-record/", "briefings/example/changes/", "briefings/example/trend/"]
"""Kinds that the desk's own site may not have: a record, changes, a page with side notes."""


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:160]} (+{len(rule['nodes']) - 1})"
        for rule in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, name: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 1300, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(address + name)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("name", SMALL)
def test_axe_finds_nothing_on_the_other_kinds_of_page(
    browser: Browser, small_address: str, name: str
) -> None:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(small_address + name)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
def test_axe_finds_nothing_with_a_card_open(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{address}{EN}trend/")
    page.locator("article .sf-cite a").first.click()
    page.locator(".sf-card:visible").wait_for()
    page.wait_for_timeout(200)  # the card rises for 140 ms; half-risen, its contrast is less
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_search_open(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("/")
    page.locator(".sf-search input").fill("Seedance")
    page.locator(".sf-search .results a").first.wait_for()
    assert violations(page) == []
    context.close()
