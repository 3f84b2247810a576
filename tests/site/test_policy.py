import re
from base64 import b64encode
from hashlib import sha256

import pytest

from generator.site.policy import protected, with_safe_links

PAGE = '<html><head>\n<meta charset="utf-8">\n<script>{}</script></head><body>{}</body></html>'


def policy(html: str) -> dict[str, list[str]]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    rules = (rule.split() for rule in found[1].split("; "))
    return {name: sources for name, *sources in rules}


def source_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_nothing_is_allowed_but_what_is_named() -> None:
    rules = policy(protected(PAGE.format("", "")))
    assert rules["default-src"] == ["'none'"]
    assert rules["base-uri"] == rules["form-action"] == ["'none'"]
    assert not [name for name, sources in rules.items() if {"*", "https:", "http:"} & set(sources)]


def test_an_inline_script_of_the_templates_is_allowed_by_its_hash() -> None:
    script = "\n  var a = '<b>&amp;';\n"
    assert source_of(script) in policy(protected(PAGE.format(script, "")))["script-src"]


def test_an_inline_script_of_the_content_is_not_allowed() -> None:
    content = "<p>Text</p><script>alert(1)</script>"
    html = protected(PAGE.format("mine()", content), content)
    assert source_of("mine()") in policy(html)["script-src"]
    assert source_of("alert(1)") not in policy(html)["script-src"]
    assert "'unsafe-inline'" not in policy(html)["script-src"]


def test_data_and_files_need_no_hash() -> None:
    html = protected(
        PAGE.format(
            "", '<script type="application/ld+json">{}</script><script src="a.js"></script>'
        )
    )
    assert len([word for word in policy(html)["script-src"] if "sha256" in word]) == 1


def test_the_policy_stands_before_every_script() -> None:
    html = protected(PAGE.format("mine()", ""))
    assert html.index("<meta charset") < html.index("Content-Security-Policy")
    assert html.index("Content-Security-Policy") < html.index("<script")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<a href="https://a.example/">', ' rel="external noopener noreferrer"'),
        ('<a rel="noopener" href="https://a.example/">', ' rel="noopener external noreferrer"'),
        ("<a href='//a.example/x>y' rel=nofollow>", ' rel="nofollow external noopener noreferrer"'),
        ("<a href=https://a.example/>", ' rel="external noopener noreferrer"'),
        ('<a href="https&#58;//a.example/">', ' rel="external noopener noreferrer"'),
    ],
)
def test_a_link_to_another_host_says_nothing_of_us(written: str, expected: str) -> None:
    html = with_safe_links(f"{written}x</a>", "https://desk.example/")
    assert expected in html
    assert html.count("rel=") == 1
    assert with_safe_links(html, "https://desk.example/") == html


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../trend/">',
        '<a href="#top" rel="next">',
        '<a href="mailto:desk@desk.example">',
        '<a href="https://desk.example/other/">',
        '<a id="x">',
        '<abbr title="https://a.example/">',
    ],
)
def test_any_other_link_stays_as_it_is(link: str) -> None:
    assert with_safe_links(link, "https://desk.example/") == link


def test_scripts_are_left_alone() -> None:
    script = """<script>var x = '<a href="https://a.example/">'</script>"""
    assert with_safe_links(script, "") == script
