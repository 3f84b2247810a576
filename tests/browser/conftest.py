"""A real browser on the desk's own site, built once and served on loopback."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ROOT
from tests.every_page import build_desk

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk's own site."""
    desk = tmp_path_factory.mktemp("desk") / "desk"
    private = shutil.ignore_patterns(".venv", ".git", "site", ".standfirst", "tests")
    shutil.copytree(ROOT, desk, ignore=private)
    subprocess.run(
        [Path(sys.executable).parent / "standfirst", "build"],
        cwd=desk,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return desk / "site"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small desk with a page of every kind."""
    return build_desk(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_address(small_site: Path) -> Iterator[str]:
    """Where the small desk is served."""
    with served(small_site) as address:
        yield address


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A folder served on loopback."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "Chromium is needed: see tests/browser/setup.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; it fails its test if a script fails or a request leaves this machine."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda entry: faults.append(entry.text) if entry.type == "error" else None)
    page.on("request", lambda request: _note_foreign(request.url, faults))
    yield page
    context.close()
    assert faults == []


def _note_foreign(url: str, faults: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1", "data:", "blob:")):
        faults.append(f"a request left the machine: {url}")
