"""The ready files of the handbook can be read by their hosts and do what the page promises."""

import re
import tomllib

import pytest
import yaml

from tests.conftest import ROOT

PAGE = (ROOT / "docs/handbook/deploying.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r'```\w+ title="([^"]+)"\n(.*?)```', PAGE, re.DOTALL))
HOSTS = (".github/workflows/site.yml", ".gitlab-ci.yml", "netlify.toml", ".readthedocs.yaml")


@pytest.mark.parametrize("name", HOSTS)
def test_a_ready_file_can_be_read(name: str) -> None:
    read = tomllib.loads if name.endswith(".toml") else yaml.safe_load
    assert isinstance(read(FILES[name]), dict)


@pytest.mark.parametrize("name", HOSTS)
def test_every_recipe_clones_all_installs_the_lock_and_builds(name: str) -> None:
    text = FILES[name]
    assert re.search(r'fetch-depth: 0|GIT_DEPTH: "0"|git fetch --unshallow', text)
    assert "pip install --require-hashes -r requirements.lock" in text
    assert "standfirst build" in text


def test_the_page_begins_with_what_must_not_be_public() -> None:
    first = PAGE.split("\n## ")[1]
    assert first.startswith("First: is your repository public?")


def test_the_lock_has_what_makes_the_search() -> None:
    asked = re.findall(r'echo "([^"]+)" > requirements.in', PAGE)
    assert [line for line in asked if not line.endswith("[search]")] == []
    assert len(asked) == 2
