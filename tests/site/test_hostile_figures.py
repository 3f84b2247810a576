"""What metrics, entities and units of notes come to where somebody wrote them to do harm."""

import json
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.every_page import built
from tests.examples import example_files, write_files
from tests.exporters.test_pdf import text_of
from tests.site.test_names import HOSTILE, words, yaml

_SOURCE = """\
---
title: Figures
type: article
publisher: NAME
language: en
text: abstract
rights: quote
reliability: B
credibility: 2
notes:
  - section: context
    says: It rose to 20 and then to 30.
    values:
      - {metric: NAME, entity: NAME, date: 2025-01, value: 20, unit: NAME}
      - {metric: NAME, entity: NAME, date: 2025-03, value: 30, unit: NAME}
---
It rose to 20 and then to 30.
"""
_PAGE = """\
It rose to 20 [@hNUMBER].

```chart
data: notes
metric: NAME
title: It rose
```
"""
_PAGES = ("briefings/b{}/context", "sources/h{}")
_NAMES = list(HOSTILE.values())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project in which each hostile name has a briefing and a source of its own."""
    root = tmp_path_factory.mktemp("figures")
    files = dict(example_files())
    head = files["docs/briefings/example/briefing.yml"]
    for number, name in enumerate(_NAMES):
        files[f"sources/h{number}.md"] = _SOURCE.replace("NAME", yaml(name))
        folder = f"docs/briefings/b{number}"
        files[f"{folder}/briefing.yml"] = head
        page = _PAGE.replace("NUMBER", str(number)).replace("NAME", yaml(name))
        files[f"{folder}/context.md"] = page
    write_files(root, files)
    return built(root)


@pytest.mark.parametrize("number", range(len(_NAMES)), ids=list(HOSTILE))
@pytest.mark.parametrize("page", _PAGES)
def test_a_hostile_metric_stays_text_in_drawings_tables_and_data(
    site: Path, number: int, page: str
) -> None:
    html = (site / page.format(number) / "index.html").read_text("utf-8")
    elements = list(lxml_html.document_fromstring(html).iter())
    assert not [one for one in elements if one.get("onerror") or one.get("onclick")]
    assert not [one for one in elements if one.tag == "img"]
    (data,) = (one.text or "" for one in elements if one.get("type") == "application/ld+json")
    assert json.loads(data)["@graph"]
    shown = [words(one) for one in elements if one.tag in ("th", "td")]
    name = " ".join(_NAMES[number].split())[:20]
    assert any(name in one for one in shown) or "\ue000" in name


def test_a_hostile_metric_stays_text_in_the_pdf(site: Path) -> None:
    number = list(HOSTILE).index("typst")
    pdf = (site / f"briefings/b{number}/b{number}.pdf").read_bytes()
    assert text_of(pdf).count("#panic(1)") > 2
