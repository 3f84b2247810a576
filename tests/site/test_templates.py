import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from generator.plugins import template_folder
from generator.words import site_words

THEME = template_folder() / "theme"
OURS = THEME / "standfirst"
ASSETS = THEME / "assets" / "standfirst"
STYLES = "".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.css")))
HOSTILE = "</title><script>alert(1)</script>"
FOREIGN = {"md-icon", "md-option", "md-header__option", "md-header__button"}
"""Classes that Material's own sheet has too."""


def templates() -> Iterator[Path]:
    return iter(sorted(OURS.glob("*.html")))


def classes(text: str) -> set[str]:
    """The class names in the attributes of a template, those in its expressions included."""
    found: set[str] = set()
    for value in re.findall(r'class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"', text):
        literals = re.findall(r"'([^']*)'", value)
        numbered = re.sub(r"\{\{[^']*?\}\}", "0", value)
        plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", numbered)
        found |= {name for part in (plain, *literals) for name in part.split()}
    return found


def environment() -> Environment:
    """Jinja as the plugin sets it: only our templates escape."""
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(THEME)]),
        autoescape=lambda name: bool(name and name.startswith("standfirst/")),  # noqa: S701
    )
    env.filters["url"] = lambda path: path
    env.globals["sf_words"] = site_words()
    return env


def rendered(name: str, **context: object) -> str:
    config = SimpleNamespace(
        site_name=HOSTILE,
        site_description=HOSTILE,
        extra={"site_description": {"en": HOSTILE}},
        theme=SimpleNamespace(language="en", palette=[], favicon="icon.png"),
    )
    return (
        environment()
        .get_template(f"standfirst/{name}")
        .render({"config": config, "page": None, "nav": None} | context)
    )


def test_every_class_of_a_template_has_a_style() -> None:
    styled = set(re.findall(r"\.(-?[A-Za-z_][\w-]*)", re.sub(r"url\([^)]*\)", "", STYLES)))
    used = {name for path in templates() for name in classes(path.read_text(encoding="utf-8"))}
    assert {name for name in used if name.startswith("sf-")}
    assert used - styled - FOREIGN == set()


def test_what_overrides_material_only_includes_what_escapes() -> None:
    for path in (THEME / "main.html", THEME / "404.html", *(THEME / "partials").glob("*.html")):
        printed = re.findall(r"\{\{\s*(.*?)\s*\}\}", path.read_text(encoding="utf-8"))
        harmless = (r"super\(\)", r"'assets/[\w./]+' \| url", r"code \| e", r"lang\.t\(key\) or .*")
        assert [
            text for text in printed if not any(re.fullmatch(one, text) for one in harmless)
        ] == []


def test_only_content_that_the_compiler_wrote_is_taken_as_html() -> None:
    for path in templates():
        for line in path.read_text(encoding="utf-8").splitlines():
            if "safe" in line:
                assert re.search(r"\{\{ page\.content (\| replace\(.*\) )?\| safe \}\}", line), path


def test_templates_stay_in_the_common_part_of_jinja_and_minijinja() -> None:
    for path in templates():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\.(items|keys|values|format|startswith|strip)\(", text), path.name


def test_no_template_asks_another_host_or_has_a_script_of_its_own() -> None:
    for path in (*templates(), THEME / "main.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://|\son[a-z]+=|<script(?! src=)", text), path.name
    assert not re.search(r"https?://|@import", STYLES)


def test_every_face_of_the_style_sheet_is_there_with_its_licence() -> None:
    faces = set(re.findall(r"url\((fonts/[^)]+)\)", STYLES))
    assert faces
    assert [face for face in faces if not (ASSETS / face).is_file()] == []
    assert (ASSETS / "fonts" / "OFL-source-serif-4.txt").is_file()


@pytest.mark.parametrize("name", ["title.html", "header.html", "footer.html", "missing.html"])
def test_the_frame_stands_without_a_page_and_escapes_the_name_of_the_site(name: str) -> None:
    html = rendered(name)
    assert HOSTILE not in html
    if name in ("title.html", "header.html"):
        assert "&lt;script&gt;" in html


@pytest.mark.parametrize("has_quotations", [True, False])
def test_the_foot_promises_passages_only_where_there_are_quotations(
    *, has_quotations: bool
) -> None:
    chrome = SimpleNamespace(has_quotations=has_quotations)
    foot = rendered("footer.html", sf=SimpleNamespace(language="en", chrome=chrome))
    assert "Each number after a sentence leads to its source" in foot
    assert ("each quotation to the passage" in foot) is has_quotations


def test_titles_are_escaped_in_the_head() -> None:
    page = SimpleNamespace(
        is_homepage=False,
        title="",
        canonical_url=None,
        meta={"title": HOSTILE, "description": HOSTILE},
    )
    assert HOSTILE not in rendered("title.html", page=page)
    assert "<script>" not in rendered("meta.html", page=page)


def test_drafts_ask_not_to_be_indexed() -> None:
    hidden = SimpleNamespace(is_hidden=True, view=None)
    assert "noindex" in rendered("meta.html", sf=hidden)
    assert "noindex" not in rendered("meta.html", sf=SimpleNamespace(is_hidden=False, view=None))


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("en", 1, "1 source"),
        ("en", 3, "3 sources"),
        ("en", 0, "0 sources"),
        ("zh-Hans", 1, "1个来源"),
    ],
)
def test_words_agree_with_their_number(language: str, number: int, expected: str) -> None:
    template = environment().from_string(
        '{% from "standfirst/words.html" import say %}{{ say(language, "n_sources", number) }}'
    )
    assert template.render(language=language, number=number) == expected


def test_what_words_are_given_is_escaped() -> None:
    template = environment().from_string(
        '{% from "standfirst/words.html" import say %}{{ say("en", "quoted_in", title) }}'
    )
    assert template.render(title="<b>x</b>") == "Quoted in &lt;b&gt;x&lt;/b&gt;"
