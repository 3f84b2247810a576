"""`standfirst serve`: errors are shown in the page, and gone when they are mended."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

TREND = "docs/briefings/clips/trend.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    shutil.copytree(ROOT / "tests/projects/harbour", folder)
    return folder


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(Path(sys.executable).parent / "standfirst")
    command = [program, "serve", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        yield f"http://127.0.0.1:{port}/briefings/clips/trend/"
        server.terminate()


def fetched(url: str, *, until: str, without: str = "\0", seconds: float = 30) -> str:
    """The page as soon as it holds one text and not the other."""
    end = time.monotonic() + seconds
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 (our own address)
                text = response.read().decode()
        except (urllib.error.URLError, ConnectionError):
            text = ""
        if until in text and without not in text:
            return text
        time.sleep(0.2)
    raise AssertionError(f"{until!r} did not come within {seconds} s; the page was {text[:2000]}")


def test_an_error_is_shown_in_the_page_and_goes_when_it_is_mended(
    project: Path, preview: str
) -> None:
    page = project / TREND
    right = page.read_text(encoding="utf-8")
    fetched(preview, until="Monday of borrowed footage", without="quote-not-found")
    page.write_text(right.replace("20 percent", "25 percent"), encoding="utf-8")
    shown = fetched(preview, until="quote-not-found")
    assert "trend.md" in shown
    page.write_text("---\ntitle: [\n---\n" + right, encoding="utf-8")
    fetched(preview, until="bad-metadata")
    page.write_text(right, encoding="utf-8")
    fetched(preview, until="Monday of borrowed footage", without="quote-not-found")
