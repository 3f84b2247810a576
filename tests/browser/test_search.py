"""The search dialog, with queries written down before any result was looked at.

For each query: the address, or part of it, of a page that must be among the results shown.
"""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ENGLISH = {
    "limited test in three apps": "trend",
    "share prices of film companies": "trend",
    "daily limit media stocks": "trend",
    "Arena leaderboard score": "arena",
    "HappyHorse Alibaba": "happyhorse",
    "watermark safeguards CapCut": "scmp-vxz",
    "cease-and-desist letter": "variety-au",
    "Disney": "decoder",
    "Motion Picture Association": "context",
    "Japan Cabinet Office inquiry": "yomiuri",
    "senators shutdown letter": "senate",
    "capital expenditure AI processors": "capex",
    "Doubao monthly users": "qm",
    "generative AI users China": "cnnic",
    "Kling revenue quarter": "kling",
    "Sora shut down": "sora",
    "labelling measures in force": "label",
    "deep synthesis provisions": "context",
    "lawsuit forecast": "outlook",
    "price per second": "price",
}
CHINESE = {
    "字节跳动": "zh",
    "即梦": "zh",
    "豆包": "zh",
    "小云雀": "zh",
    "剪映": "zh",
    "有限测试": "zh",
    "正式发布": "zh",
    "传媒股": "zh",
    "涨停": "zh",
    "潘天鸿": "zh",
    "冯骥": "zh",
    "贾樟柯": "zh",
    "游戏科学": "zh",
    "阿里巴巴": "zh",
    "排行榜": "zh",
    "除夕": "zh",
    "应用商店": "zh",
    "主要判断": "zh",
    "待定预测": "zh",
    "标识": "zh",
}


def results(page: Page, address: str, start: str, query: str) -> list[str]:
    page.goto(address + start)
    page.keyboard.press("/")
    field = page.locator(".sf-search input")
    field.wait_for(state="visible")
    field.fill(query)
    count = page.locator(".sf-search .count")
    expect(count).not_to_have_text("")
    links = page.locator(".sf-search .results a").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname)"
    )
    return [str(link) for link in links]


@pytest.mark.parametrize(
    ("start", "query", "part"),
    [
        ("briefings/bytedance-video/", "涨停", "bytedance-video-zh"),
        ("briefings/bytedance-video-zh/", "Motion Picture Association", "context"),
        ("handbook/", "涨停", "bytedance-video-zh"),
    ],
)
def test_what_the_language_of_the_page_does_not_have_is_found_in_another(
    page: Page, address: str, start: str, query: str, part: str
) -> None:
    found = results(page, address, start, query)
    assert any(part in link for link in found), found
    assert len(found) == len(set(found))
    told = page.locator(".sf-search .count").inner_text()
    assert told in ("1 page found.", "找到 1 页。") if len(found) == 1 else f"{len(found)}" in told


@pytest.mark.parametrize(
    ("start", "queries"),
    [("", ENGLISH), ("briefings/bytedance-video-zh/", CHINESE)],
    ids=["english", "chinese"],
)
def test_three_of_four_queries_find_their_page(
    page: Page, address: str, start: str, queries: dict[str, str]
) -> None:
    found = {
        query: any(part in link for link in results(page, address, start, query))
        for query, part in queries.items()
    }
    missed = [query for query, is_found in found.items() if not is_found]
    assert len(missed) <= len(queries) // 4, missed


def test_the_dialog_is_walked_by_keyboard_and_gives_the_focus_back(
    page: Page, address: str
) -> None:
    page.goto(f"{address}briefings/bytedance-video/trend/")
    button = page.locator(".sf-find")
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".sf-search input").fill("Seedance")
    page.locator(".sf-search .results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    focused = "document.activeElement.closest('li') === document.querySelector('.results li')"
    assert page.evaluate(focused)
    page.keyboard.press("Escape")
    assert not page.locator(".sf-search").is_visible()
    assert page.evaluate("document.activeElement.className").startswith("sf-find")


def test_a_filter_narrows_the_results(page: Page, address: str) -> None:
    results(page, address, "", "Seedance")
    everything = page.locator(".sf-search .count").inner_text()
    page.locator(".sf-search select[name=section]").select_option("Trend")
    expect(page.locator(".sf-search .count")).not_to_have_text(everything)
    links = page.locator(".sf-search .results a").evaluate_all("links => links.map(l => l.href)")
    assert links
    assert all("/trend/" in link for link in links)


def test_nothing_is_fetched_before_the_dialog_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/pagefind/" in url]


def test_what_the_index_holds_is_not_glued_together(site: Path) -> None:
    texts = [gzip.decompress(path.read_bytes()).decode() for path in site.rglob("*.pf_fragment")]
    assert len(texts) > 50
    glued = re.compile(r"[a-z)][.!?][A-Z][a-z]+ ·|[a-z]\d+–\d+ %|OnWe|By .{0,40}First published")
    assert [found[0] for text in texts for found in glued.finditer(text)] == []


def test_no_excerpt_begins_with_the_mark_that_ends_a_sentence(page: Page, address: str) -> None:
    for query in ("标识", "即梦", "剪映", "豆包"):
        results(page, address, "briefings/bytedance-video-zh/", query)
        texts = page.locator(".sf-search .results p").all_inner_texts()
        assert texts
        assert [text for text in texts if re.match(r"[\s，、。；：？！）”》]", text)] == []
