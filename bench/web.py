"""How soon a phone on a slow line shows a page, beside Material for MkDocs alone: `make bench-web`.

The desk's overview and trend page are opened in headless Chromium, 390 px wide, on a processor
four times slower than this one, over a line of 1.6 Mbit/s with 150 ms for each request (Chromium
slows requests, not the opening of a connection, which on a real line costs some 300 ms more). The
peer has the same text, tables and charts in Material's own theme, without our cards, with its own
search, and with the fonts of the system, so that it has none to fetch. Both are served from this
machine, packed.

Each run has an empty cache. The sites take turns (A B A B …), so that a drift of the machine's
speed falls on both alike. Printed are medians: the largest contentful paint, the first paint, the
layout shift; what came over the line; and how many times the peer's paint ours takes.
"""

import contextlib
import functools
import gzip
import http.server
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGES = ("briefings/bytedance-video/", "briefings/bytedance-video/trend/")
RUNS = 7
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
PHONE = {"width": 390, "height": 844}
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
TARGET = 1.8
"""Seconds."""
OBSERVE = """
window.seen = {paint: 0, what: "", shift: 0};
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    seen.paint = entry.startTime;
    seen.what = entry.element ? entry.element.tagName + "." + entry.element.className : "";
  }
}).observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@dataclass(frozen=True)
class Run:
    """One opening of a page. Times in seconds, weights in bytes on the line."""

    paint: float
    first: float
    shift: float
    weight: int
    requests: int
    what: str


class PackedHandler(http.server.SimpleHTTPRequestHandler):
    """Files of a folder over kept connections, text packed with gzip."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            content = packed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        pass


@functools.cache
def packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder on this machine."""
    handler = functools.partial(PackedHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def our_site(folder: Path) -> Path:
    """The desk's own site, built."""
    private = shutil.ignore_patterns(".venv", ".git", "site", ".standfirst")
    desk = shutil.copytree(ROOT, folder / "desk", ignore=private)
    subprocess.run([BIN / "standfirst", "build"], cwd=desk, check=True, capture_output=True)
    return desk / "site"


def plain_site(folder: Path, ours: Path) -> Path:
    """What the pages of `ours` say, in Material's own theme."""
    plain = folder / "plain"
    for page in ours.glob("briefings/**/index.html"):
        name = page.parent.relative_to(ours)
        target = plain / "docs" / name.with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(said(page), encoding="utf-8")
    (plain / "docs/index.md").write_text("# Desk\n", encoding="utf-8")
    (plain / "mkdocs.yml").write_text(
        "site_name: Desk\ntheme: {name: material, font: false}\nplugins: [search]\n",
        encoding="utf-8",
    )
    command = [BIN / "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=plain, check=True, capture_output=True)
    return plain / "site"


def said(page: Path) -> str:
    """A page's text, tables and charts as HTML in Markdown, without cards and scripts."""
    tree = html.parse(str(page)).getroot()
    (main,) = tree.xpath("//*[@id='main']")
    for frame in main.xpath(".//*[contains(@class, 'sf-card') or self::script]"):
        frame.drop_tree()
    title = str(main.xpath("string(.//h1)"))
    text = html.tostring(main, encoding="unicode").replace("\n\n", "\n")
    return f"---\ntitle: {title}\n---\n\n{text}\n"


def opened(browser: Browser, url: str) -> Run:
    """One opening of a page with nothing kept from before."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    weights: list[int] = []
    session.on("Network.loadingFinished", lambda e: weights.append(int(e["encodedDataLength"])))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(OBSERVE)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    seen = page.evaluate("seen")
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    return Run(
        seen["paint"] / 1000, first / 1000, seen["shift"], sum(weights), len(weights), seen["what"]
    )


def measured(sites: dict[str, str], page: str) -> dict[str, list[Run]]:
    """The runs of each site, which take turns."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium is needed: see tests/browser/setup.sh"
    runs: dict[str, list[Run]] = {name: [] for name in sites}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(RUNS):
            for name, address in sites.items():
                runs[name].append(opened(browser, address + page))
        browser.close()
    return runs


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        ours = our_site(Path(name))
        plain = plain_site(Path(name), ours)
        with served(ours) as our_address, served(plain) as plain_address:
            sites = {"Standfirst": our_address, "Material alone": plain_address}
            for page in PAGES:
                report(page, measured(sites, page))


def report(page: str, runs: dict[str, list[Run]]) -> None:
    """Print the medians of one page."""
    print(f"\n{page}: median of {RUNS} runs, slow line, {PHONE['width']} px")
    paints = {}
    for name, done in runs.items():
        paints[name] = statistics.median(run.paint for run in done)
        first = statistics.median(run.first for run in done)
        shift = statistics.median(run.shift for run in done)
        last = done[-1]
        print(
            f"  {name:15} LCP {paints[name]:5.2f} s   first paint {first:5.2f} s   CLS {shift:.3f}"
            f"   {last.weight / 1000:5.0f} kB in {last.requests} requests   {last.what}"
        )
    ours, plain = paints.values()
    verdict = "within" if ours <= TARGET else "ABOVE"
    print(f"  {ours / plain:.2f} times the peer's; {verdict} the target of {TARGET} s")


if __name__ == "__main__":
    main()
