"""Pages in Chinese: how their lines begin, their language, and the way to the other edition."""

import pytest
from playwright.sync_api import Page

from generator.charts.labels import NO_LINE_START

CHINESE, ENGLISH = "briefings/bytedance-video-zh/", "briefings/bytedance-video/"
PAGES = ("", "trend/", "context/", "outlook/", "sources/")
LINES = """(marks) => {
  document.querySelectorAll("main details").forEach((each) => { each.open = true; });
  const block = (node) => {
    let at = node.parentElement;
    while (getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
    return at;
  };
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const faults = [];
  let [lines, last, left] = [0, null, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around.checkVisibility() || around.closest("svg, .sf-hide")) continue;
    const here = block(node);
    for (let at = 0; at < node.length; at += 1) {
      if (!node.data[at].trim()) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box) continue;
      const begins = here === last && box.left < left - 1;
      if (begins) lines += 1;
      const mark = around.closest(".sf-cite");
      const cited = mark && at === 0 && !mark.contains(around.previousSibling);
      if (begins && (marks.includes(node.data[at]) || cited)) {
        faults.push(here.textContent.slice(0, 40) + " … " + node.data.slice(at, at + 12));
      }
      [last, left] = [here, box.left];
    }
  }
  return { lines, faults };
}"""
"""Every line of running text that begins with one of the marks or with a citation.

Within a block a character stands left of the one before it only where a line begins.
"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1300, 700, 390, 330])
def test_no_line_begins_with_a_closing_mark_or_a_citation(
    page: Page, address: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{CHINESE}{name}")
    found = page.evaluate(LINES, "".join(sorted(NO_LINE_START)))
    assert found["faults"] == []
    assert found["lines"] > 0


def test_a_line_that_begins_with_a_mark_would_be_found(page: Page, address: str) -> None:
    page.goto(f"{address}{CHINESE}trend/")
    page.locator("article p").first.evaluate("each => { each.innerHTML = '甲乙<br>，丙'; }")
    assert len(page.evaluate(LINES, "，")["faults"]) == 1


@pytest.mark.parametrize("name", PAGES)
def test_no_chinese_page_scrolls_sideways(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{address}{CHINESE}{name}")
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0


@pytest.mark.parametrize("name", PAGES)
def test_each_page_names_its_editions_and_leads_to_the_other(
    page: Page, address: str, name: str
) -> None:
    page.goto(f"{address}{CHINESE}{name}")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    links = page.locator("link[hreflang]")
    named = [links.nth(index).get_attribute("hreflang") for index in range(links.count())]
    assert sorted(filter(None, named)) == ["en", "x-default", "zh-Hans"]
    page.locator(".sf-langs a", has_text="English").click()
    assert page.url == f"{address}{ENGLISH}{name}"
    page.locator(".sf-langs a", has_text="中文").click()
    assert page.url == f"{address}{CHINESE}{name}"


def test_the_next_page_is_in_the_same_language(page: Page, address: str) -> None:
    page.goto(f"{address}{CHINESE}trend/")
    page.locator(".sf-next [rel=next]").click()
    assert page.url == f"{address}{CHINESE}context/"


def test_blocks_speak_the_language_of_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}{CHINESE}outlook/")
    assert page.locator(".sf-kj .sf-word b").first.inner_text() == "较可能"
    assert page.locator(".sf-kj .sf-conf").first.inner_text() == "信心：低"
    assert page.locator(".sf-fs summary").first.inner_text() == "判定标准与理由"
    assert page.locator(".sf-chart summary").first.inner_text() == "数据表"
    assert page.locator(".sf-cite a").first.get_attribute("aria-label") == "来源6"


@pytest.mark.parametrize("width", [1300, 940, 390, 330])
def test_the_title_breaks_after_its_marks_and_not_within_a_word(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{CHINESE}")
    lines = page.locator("h1").evaluate(
        """h1 => {
          const [range, lines] = [document.createRange(), new Map()];
          [...h1.firstChild.data].forEach((letter, at) => {
            range.setStart(h1.firstChild, at);
            range.setEnd(h1.firstChild, at + 1);
            const { top } = range.getBoundingClientRect();
            lines.set(top, (lines.get(top) || "") + letter);
          });
          return [...lines.values()];
        }"""
    )
    assert len(lines) > 1
    assert [line for line in lines[:-1] if line[-1] not in "：，、；。？！"] == []
