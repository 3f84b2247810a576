"""What a reader sees, in Chromium."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from tests.crawler import Crawler, desk_address

BRIEFING = "briefings/bytedance-video/"
PAGES = ("", "trend/", "context/", "outlook/", "sources/")


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    assert list(Crawler(site, desk_address(), is_flat=False).broken()) == []


def test_no_page_names_a_file_of_another_host(site: Path) -> None:
    for path in pages_of(site):
        tree = html.parse(str(path))
        names = "//link[@rel!='canonical' and not(@hreflang)]/@href"
        loaded = tree.xpath(f"{names} | //script/@src | //img/@src")
        foreign = [str(link) for link in loaded if "://" in str(link)]
        assert foreign == [], path


def test_a_citation_leads_to_its_evidence(page: Page, address: str) -> None:
    page.goto(f"{address}{BRIEFING}trend/")
    mark = page.locator("article .sf-cite a").first
    source = mark.get_attribute("data-source")
    mark.click()
    card = page.locator(".sf-card:visible")
    assert card.locator(".title").inner_text()
    card.locator("footer a").first.click()
    page.wait_for_url(f"**/sources/{source}/**")
    assert page.locator("h1").inner_text()
    assert page.locator(f'a[href*="{BRIEFING}trend/"]').count() >= 1


def test_a_card_opens_on_hover_focus_and_tap_and_escape_gives_the_focus_back(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{BRIEFING}trend/")
    first, second = (page.locator("article .sf-cite a").nth(index) for index in (0, 3))
    first.hover()
    page.wait_for_selector(".sf-card:visible")
    second.focus()
    page.keyboard.press("Enter")
    assert page.locator(".sf-card:visible").count() == 1
    assert second.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".sf-card:visible").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('data-card')") == (
        second.get_attribute("data-card")
    )
    second.press(" ")
    page.locator(".sf-card:visible .sf-x").click()
    assert page.locator(".sf-card:visible").count() == 0


@pytest.mark.parametrize("width", [1300, 800, 390])
def test_a_card_stands_inside_the_window_and_not_over_its_mark(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")  # nothing moves while it is measured
    page.goto(f"{address}{BRIEFING}outlook/")
    marks = page.locator("article .sf-cite a")
    for index in range(0, marks.count(), 9):
        mark = marks.nth(index)
        if not mark.is_visible():
            continue
        mark.scroll_into_view_if_needed()
        mark.click()
        card, at = page.locator(".sf-card:visible").bounding_box(), mark.bounding_box()
        assert card is not None
        assert at is not None
        assert card["x"] >= 0
        assert card["x"] + card["width"] <= width
        end = card["y"] + card["height"]
        is_beside = card["x"] >= at["x"] + at["width"]
        assert is_beside or card["y"] >= at["y"] + at["height"] - 1 or end <= at["y"] + 1
        assert card["y"] >= 0
        has_room = max(at["y"], 800 - at["y"] - at["height"]) > card["height"] + 30
        assert end <= 800 or not (is_beside or has_room)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1300, 390, 320])
def test_no_page_scrolls_sideways(page: Page, address: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{BRIEFING}{name}")
    over = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert over <= 0


@pytest.mark.parametrize("name", ["", f"{BRIEFING}", f"{BRIEFING}trend/", "handbook/"])
def test_a_page_has_one_main_heading_and_a_title(page: Page, address: str, name: str) -> None:
    page.goto(address + name)
    assert page.locator("h1").count() == 1
    assert page.title()
    assert page.locator("html").get_attribute("lang")


def test_a_chart_has_a_name_a_description_and_its_data(page: Page, address: str) -> None:
    page.goto(f"{address}{BRIEFING}trend/")
    chart = page.locator("figure.sf-chart").first
    assert chart.locator("svg[role=img] > title").count() == 1
    assert chart.locator("svg > desc").text_content()
    chart.locator("summary").click()
    assert chart.locator("table tr").count() > 3


def test_the_dark_scheme_is_dark(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}{BRIEFING}")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [int(part) for part in background.strip("rgba()").split(",")[:3]]
    assert max(channels) < 60
    context.close()


def test_the_pages_work_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{BRIEFING}trend/")
    page.locator("article .sf-cite a").first.click()
    page.wait_for_url("**/sources/**")
    assert page.locator("h1").inner_text()
    context.close()


@pytest.mark.parametrize("name", ["", BRIEFING, f"{BRIEFING}outlook/", "sources/hk01-0215/"])
def test_every_word_is_set_in_a_face_of_ours(page: Page, address: str, name: str) -> None:
    page.goto(address + name)
    families = page.evaluate(
        "[...new Set([...document.querySelectorAll('main *')].filter(one => [...one.childNodes]"
        ".some(node => node.nodeType === 3 && node.textContent.trim()))"
        ".map(one => getComputedStyle(one).fontFamily.split(',')[0]))]"
    )
    assert {name for name in families if not name.startswith('"Source S')} <= {"ui-monospace"}


@pytest.mark.parametrize("name", [BRIEFING, "handbook/"])
@pytest.mark.parametrize("width", [1300, 390])
def test_the_switch_of_colours_is_reached_by_keyboard_where_it_is_seen(
    page: Page, address: str, width: int, name: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + name)
    shown = "document.body.dataset.mdColorScheme"
    while not page.evaluate("document.activeElement.matches('.md-option')"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-header, .sf-skip')")
    assert page.evaluate("scrollY") == 0
    ring = page.locator(".md-header__option").evaluate("one => getComputedStyle(one).outlineStyle")
    assert ring == "solid"
    before = page.evaluate(shown)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{shown} !== '{before}'")
    assert page.evaluate("scrollY") == 0
