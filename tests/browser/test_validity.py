"""Every built page is valid HTML, as the Nu HTML Checker reads it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

JAR = Path(sys.prefix) / "checker/node_modules/vnu-jar/build/dist/vnu.jar"
WITHOUT = "the Nu HTML Checker needs Java and npm: see tests/browser/setup.sh"
MATERIAL = (
    # The two check boxes with which Material opens its drawer and its search, and which every page
    # gets from its base template, tell the browser not to remember them.
    ("Attribute “autocomplete” is only allowed", '<input class="md-toggle" data-md-toggle='),
)
"""What Material for MkDocs writes that is not valid: the message's beginning, what stands there."""


@pytest.fixture(scope="module")
def java() -> str:
    path = shutil.which("java")
    if path and JAR.is_file():
        return path
    assert not os.environ.get("CI"), WITHOUT
    pytest.skip(WITHOUT)


def faults(java: str, folder: Path) -> list[str]:
    """What the checker says of the pages in a folder, what is Material's aside."""
    options = ["--errors-only", "--format", "json", "--skip-non-html"]
    command = [java, "-jar", str(JAR), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition(folder.name)[2]}: {message['message']}"
        for message in messages
        if not any(
            message["message"].startswith(says) and what in message.get("extract", "")
            for says, what in MATERIAL
        )
    ]


def test_a_page_that_is_not_valid_is_told(java: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>A</title><p><ul><li><p role=nothing>B</ul>",
        encoding="utf-8",
    )
    assert any("nothing" in fault for fault in faults(java, tmp_path))


def test_every_kind_of_page_is_valid_html(java: str, small_site: Path) -> None:
    assert faults(java, small_site) == []


def test_every_page_of_the_site_is_valid_html(java: str, site: Path) -> None:
    assert len(list(site.rglob("*.html"))) > 100
    assert faults(java, site) == []
