"""Footnotes beside the text, where a screen has room for them."""

import pytest
from playwright.sync_api import Browser

PLACES = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const [note, mark, text] = [box("li[id='fn:1']"), box("sup[id='fnref:1']"), box(".sf-body > p")];
  return {apart: note.left - text.right, down: note.top - mark.top, under: note.top - text.bottom,
    wide: document.documentElement.scrollWidth - innerWidth};
}"""


@pytest.mark.parametrize("scripts", [True, False])
def test_a_note_stands_beside_its_mark_on_a_wide_screen(
    browser: Browser, small_address: str, scripts: bool
) -> None:
    context = browser.new_context(
        viewport={"width": 1300, "height": 900}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(f"{small_address}briefings/example/trend/")
    found = page.evaluate(PLACES)
    context.close()
    assert found["apart"] > 0
    assert abs(found["down"]) < 16
    assert found["wide"] <= 0


def test_a_note_stands_at_the_end_on_a_phone(browser: Browser, small_address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{small_address}briefings/example/trend/")
    found = page.evaluate(PLACES)
    context.close()
    assert found["under"] > 0
    assert found["wide"] <= 0
