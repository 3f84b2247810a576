"""PDFs of one long briefing beside those of other tools: `make bench-pdf`.

Two questions are asked of each length. From Markdown: everything from the author's files to the
PDF, checks included, beside the MkDocs plugins that make PDFs. From content: typesetting alone,
from the finished HTML of the same pages, beside WeasyPrint and Chromium. Whole processes are
timed, in turn (A B C A B C …), and the median is taken. Memory is the peak of the proportional
set size of a process and its children. The peers are installed into a venv of their own.
"""

import argparse
import json
import os
import pickle
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench.long_briefing import SLUG, write_long_project
from bench.one_pdf import published_from
from generator.typesetting.compile import as_data

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PEERS = BIN.parent / "bench-pdf"
PACKAGES = ("weasyprint", "mkdocs-material<10", "mkdocs<2", "mkdocs-to-pdf", "mkdocs-with-pdf")
SECTIONS = {90: 32, 430: 156}
"""Sections of a chapter that make about so many pages."""
SLOW = "mkdocs-with-pdf"  # half a minute at 90 pages: run once, and not at 430
_STYLE = """@font-face{font-family:S;src:url("FONTS/SourceSerif4[opsz,wght].ttf")}
@font-face{font-family:S;font-style:italic;src:url("FONTS/SourceSerif4-Italic[opsz,wght].ttf")}
@font-face{font-family:N;src:url("FONTS/SourceSans3[wght].ttf")}
@page{size:A4;margin:30mm 24mm 28mm 48mm;@top-left{content:string(part)}
@bottom-left{content:counter(page) " / " counter(pages)}}
body{font:10.4pt/14pt S}h1,h2,h3{break-after:avoid}h1{break-before:page;string-set:part content()}
table{border-collapse:collapse;font:8.6pt/11.5pt N}td,th{border-bottom:.3pt solid;padding:3pt}
figure,tr{break-inside:avoid}nav a::after{content:" " target-counter(attr(href),page)}
nav a{display:block}"""
"""What a designer would ask of the peers too: the same fonts, a list of contents, running heads."""


@dataclass
class Run:
    """What a command took, run by run."""

    name: str
    command: list[str]
    folder: Path
    target: Path
    most: int = 99
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: int = 0
    fault: str = ""

    def again(self) -> None:
        """Run it once more, unless it failed or has run often enough."""
        if self.fault or len(self.seconds) >= self.most:
            return
        self.target.unlink(missing_ok=True)
        started = time.perf_counter()
        with tempfile.TemporaryFile() as talk:
            child = subprocess.Popen(
                self.command, cwd=self.folder, stdout=talk, stderr=talk, env=environment()
            )
            used = self._watched(child)
            talk.seek(0)
            said = talk.read().decode("utf-8", "replace").strip().splitlines()
        if not self.target.exists():
            self.fault = said[-1][:90] if said else "no PDF came out"
            return
        self.seconds.append(time.perf_counter() - started)
        self.cpu.append(used)

    def _watched(self, child: "subprocess.Popen[bytes]") -> float:
        """Wait for the child; its time of CPU, its children's included."""
        while True:
            pid, _, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                child.returncode = 0
                return usage.ru_utime + usage.ru_stime
            self.memory = max(self.memory, sum(map(proportional_size, family(child.pid))))
            time.sleep(0.02)


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "STANDFIRST_CACHE": "",
        "ENABLE_PDF_EXPORT": "1",
    }


def family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from family(int(child))


def proportional_size(pid: int) -> int:
    """Bytes of memory, those shared with others in part."""
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def install_peers() -> None:
    if not (PEERS / "bin/weasyprint").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        pip = [str(PEERS / "bin/pip"), "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, *PACKAGES], check=True)


def content_of(project: Path) -> None:
    """Build the project once; leave its content as HTML for peers and as records for us."""
    from generator import exporting, publishing
    from generator.build import compile_project
    from generator.workspace import LocalWorkspace

    kept: list[exporting.Exports] = []
    real = exporting.exports_of
    publishing.exports_of = lambda *given: kept.append(real(*given)) or kept[-1]
    publishing.write_pdf(project, SLUG, compile_project(LocalWorkspace(project)))
    publishing.exports_of = real
    published = kept[0].published
    parts = (published.build, published.contents, published.timestamp, kept[0].made)
    (project / "content.pickle").write_bytes(pickle.dumps(parts))
    chapters = {kind: published.contents[f"briefings/{SLUG}/{kind}"].html for kind in CHAPTERS}
    (project / "content.html").write_text(one_page(chapters), encoding="utf-8")


def one_page(chapters: dict[str, str]) -> str:
    """The chapters as one HTML file with a list of contents."""
    style = _STYLE.replace("FONTS", (ROOT / "templates/pdf/fonts").as_uri())
    body = "".join(f'<h1 id="{kind}">{kind}</h1>{html}' for kind, html in chapters.items())
    entries = re.findall(r'<h[12] id="([^"]+)">(.*?)</h[12]>', body)
    contents = "".join(f'<a href="#{anchor}">{title}</a>' for anchor, title in entries)
    head = f"<!doctype html><html lang=en><title>{SLUG}</title><style>{style}</style>"
    return f"{head}<nav>{contents}</nav>{body}"


CHAPTERS = ("trend", "context", "outlook")


def plain_project(project: Path, plugin: str) -> Path:
    """The same pages under Material for MkDocs alone, with a plugin that makes PDFs."""
    folder = project.parent / f"{project.name}-{plugin}"
    for kind in CHAPTERS:
        page = project / f"docs/briefings/{SLUG}/{kind}.md"
        target = folder / "docs" / f"{kind}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {kind}\n\n{page.read_text()}")
    (folder / "docs/index.md").write_text("# Bench\n")
    name = plugin.removeprefix("mkdocs-")
    (folder / "mkdocs.yml").write_text(
        "site_name: Bench\ntheme: {name: material, font: false}\n"
        f"plugins:\n  - {name}: {{output_path: out.pdf}}\n"
        "markdown_extensions: [attr_list, admonition, tables, footnotes]\n"
    )
    return folder


def runs_from_markdown(project: Path, pages: int) -> list[Run]:
    ours = project / "ours.pdf"
    command = [str(BIN / "standfirst"), "pdf", SLUG, "--output", str(ours)]
    found = [Run("standfirst pdf", command, project, ours)]
    for plugin in ("mkdocs-to-pdf", SLOW):
        folder = plain_project(project, plugin)
        command = [str(PEERS / "bin/mkdocs"), "build", "-q"]
        most = 1 if plugin == SLOW or pages > 90 else 2
        if plugin != SLOW or pages <= 90:
            found.append(Run(plugin, command, folder, folder / "site/out.pdf", most))
    return found


def runs_from_content(project: Path) -> list[Run]:
    ours, weasy, chromium = (project / f"{name}.pdf" for name in ("set", "weasyprint", "chromium"))
    script = str(ROOT / "bench/one_pdf.py")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), "chromium")
    page = (project / "content.html").as_uri()
    printing = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={chromium}", page]
    weasyprint = [str(PEERS / "bin/weasyprint"), "--pdf-variant", "pdf/ua-1"]
    weasyprint += ["content.html", str(weasy)]
    return [
        Run(
            "standfirst, from content",
            [sys.executable, script, "content.pickle", ours],
            project,
            ours,
        ),
        Run("WeasyPrint", weasyprint, project, weasy),
        Run("Chromium print", [browser, *printing], project, chromium),
    ]


def page_count(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def show(title: str, runs: list[Run]) -> None:
    ours = runs[0]
    print(f"\n{title}")
    print(f"{'':26}{'pages':>6}{'median':>9}{'CPU':>9}{'memory':>9}{'time ×':>8}{'CPU ×':>8}")
    if not ours.seconds:
        print(f"{ours.name:26}  failed: {ours.fault}")
        return
    for run in runs:
        if run.fault or not run.seconds:
            print(f"{run.name:26}  failed: {run.fault}")
            continue
        seconds, cpu = statistics.median(run.seconds), statistics.median(run.cpu)
        against = seconds / statistics.median(ours.seconds), cpu / statistics.median(ours.cpu)
        print(
            f"{run.name:26}{page_count(run.target):6}{seconds:8.2f}s{cpu:8.2f}s"
            f"{run.memory / 1e6:6.0f} MB{against[0]:7.1f}×{against[1]:7.1f}×"
        )


def show_warm(project: Path) -> None:
    """An edit of one paragraph, set by the process that set the document before."""
    from generator.exporters import pdf
    from generator.fonts import font_folders
    from generator.typesetting.compile import Typesetter

    published = published_from((project / "content.pickle").read_bytes())
    setter = Typesetter(font_folders())
    started = time.perf_counter()
    job = pdf._job(published.build.briefings[0], published)
    setter.printed(job)
    data = job.files["data.json"]
    cold, warm = time.perf_counter() - started, []
    for number in range(6):
        words = f"One paragraph has changed for the {number}th time."
        edited = replace(job, files={**job.files, "data.json": _with_paragraph(data, words)})
        started = time.perf_counter()
        setter.printed(edited)
        warm.append(time.perf_counter() - started)
    setter.close()
    edit = statistics.median(warm[1:])
    print(f"\nAn edit of one paragraph: cold {cold:.2f} s, warm {edit:.2f} s: {cold / edit:.1f}×")


def _with_paragraph(data: bytes, words: str) -> bytes:
    document: dict[str, Any] = json.loads(data)
    trend = next(part for part in document["parts"] if part["kind"] == "chapter")
    paragraph = [block for block in trend["blocks"] if block["b"] == "p"][2]
    paragraph["c"] = [words, *paragraph["c"][1:]]
    return as_data(document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, nargs="+", default=[90, 430], choices=[90, 430])
    options = parser.parse_args()
    os.environ["STANDFIRST_CACHE"] = ""
    install_peers()
    with tempfile.TemporaryDirectory() as name:
        for pages in options.pages:
            project = Path(name) / f"long{pages}"
            write_long_project(project, SECTIONS[pages])
            content_of(project)
            sets = [runs_from_content(project), runs_from_markdown(project, pages)]
            for _ in range(options.runs):
                for run in (*sets[0], *sets[1]):
                    run.again()
            show(f"About {pages} pages, from the finished content", sets[0])
            show(f"About {pages} pages, from Markdown", sets[1])
            if pages == 90:
                show_warm(project)


if __name__ == "__main__":
    main()
