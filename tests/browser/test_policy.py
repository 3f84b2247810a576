"""The policy of the pages, as a browser keeps it."""

from playwright.sync_api import Browser

SMUGGLED = """
const script = document.createElement("script");
script.textContent = "window.smuggled = true";
document.body.append(script);
document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.smuggled = true'>");
"""


def test_a_script_that_was_smuggled_in_is_not_run(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}briefings/bytedance-video/")
    with page.expect_console_message(lambda entry: "Content Security Policy" in entry.text):
        page.evaluate(SMUGGLED)
    assert page.evaluate("window.smuggled") is None
    assert page.evaluate("typeof window.__md_scope") != "undefined"
    context.close()
