"""From a build to the files that stand beside its pages: PDFs, pictures, data, feeds."""

import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from generator.errors import EngineError, StandfirstError, WorkspaceError
from generator.exporters import COSTLY, Content, Published, exporters
from generator.fonts import OWN_FONTS
from generator.guard import look_over
from generator.model.briefing import Briefing
from generator.model.build import Asset, Build
from generator.model.card import CARD
from generator.past.site import PastSite
from generator.plugins import template_folder
from generator.project import load_project
from generator.text.dates.curated import is_written_date
from generator.text.urls import absolute_url
from generator.workspace import LocalWorkspace

WITHOUT_ADDRESS = "mkdocs.yml has no `site_url`, so there are no feeds and no site map"
_LARGEST = 20_000_000
"""Bytes of a file of the project that an exporter may ask for."""
_App = Callable[[dict[str, Any], Any], Iterable[bytes]]  # Any: as WSGI says


@dataclass
class Exports:
    """Writes the files of one build to `site`."""

    published: Published
    site: Path
    made: dict[str, bytes] = field(default_factory=dict)
    past: PastSite | None = None

    def write(self, *, without: Collection[str] = ()) -> None:
        """Write what all exporters make, then look over all that will be published."""
        self._run_all(without=without)
        editions = list(self.past.editions()) if self.past else []
        for edition, content in editions:
            self._write_past(edition.build, content.files)
        look_over(self.published.build, self.site, [edition.build for edition, _ in editions])

    def write_pdf(self, briefing: Briefing) -> bytes:
        """Write the PDF of one briefing and what it carries, look over both, and give it."""
        self._run_all(without=COSTLY)
        path = f"{briefing.path}/{briefing.slug}.pdf"
        self.write_costly(path)
        look_over(self.published.build, self.site)
        return self.made[path]

    def write_costly(self, path: str) -> bool:
        """Write the PDF or the picture at `path`, whatever stands before its address; False if
        there is none.
        """
        build = self.published.build
        for briefing in build.briefings:
            for exporter, name in COSTLY.items():
                if path.endswith(f"{briefing.path}/{name.format(slug=briefing.slug)}"):
                    self._run(exporter, replace(build, briefings=(briefing,)))
                    return True
        return False

    def _write_past(self, build: Build, files: Mapping[str, bytes]) -> None:
        """What stands beside the pages of an old edition; nothing of the whole site."""
        for path, content in files.items():
            _write_asset(Asset(path, content), self.site, "editions")
        past = replace(
            self.published,
            build=build,
            timestamp=newest_date(build),
            file=files.get,
            made=self.made,
        )
        for name, export in exporters().items():
            for asset in export(past):
                if asset.path.startswith(f"{build.addresses.root}/"):
                    self._take(asset, name)

    def _run_all(self, *, without: Collection[str]) -> None:
        for name in exporters():
            if name not in without:
                self._run(name, self.published.build)

    def _run(self, name: str, build: Build) -> None:
        published = replace(self.published, build=build, made=self.made)
        for asset in exporters()[name](published):
            self._take(asset, name)

    def _take(self, asset: Asset, exporter: str) -> None:
        _write_asset(asset, self.site, exporter)
        self.made[asset.path] = asset.content
        for notice in asset.notices:
            sys.stderr.write(f"standfirst: {asset.path}: {notice}\n")


def exports_of(
    build: Build,
    contents: Mapping[str, Content],
    site: Path,
    root: Path,
    past: PastSite | None = None,
) -> Exports:
    """What is written beside the pages of `build`, whose project lies in `root`."""
    workspace = LocalWorkspace(root)
    published = Published(
        build,
        contents,
        _template_of(root),
        newest_date(build),
        _file_of(workspace, load_project(workspace).docs_dir),
        fonts_of(root),
    )
    return Exports(published, site, past=past)


def fonts_of(root: Path) -> tuple[Path, ...]:
    """The folders of fonts that the project in `root` brings."""
    own = root / OWN_FONTS
    return (own,) if own.is_dir() else ()


def has_address(build: Build) -> bool:
    """Whether mkdocs.yml says where the site will stand."""
    return bool(absolute_url(build.site_url, ""))


def newest_date(build: Build) -> int:
    """Seconds since 1970 of the newest date of the briefings: never the clock."""
    return int(datetime.fromisoformat(newest_day(build)).replace(tzinfo=UTC).timestamp())


def newest_day(build: Build) -> str:
    """The newest date of the briefings, as in `2026-02-09`; of no date, the first of 1980."""
    dates = [
        date
        for briefing in build.briefings
        for date in (briefing.published, briefing.updated)
        if date and is_written_date(date) and len(date) == len("2026-02-09")
    ]
    return max(dates, default="1980-01-01")


def on_demand(app: _App | None, exports: Callable[[], Exports | None]) -> _App:
    """The server of a preview, which makes a PDF or picture that is asked for and not there yet."""
    assert app is not None  # noqa: S101 (a server that serves has an application)

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if not path.endswith((".pdf", f"/{CARD}")):
            return app(environ, start_response)
        said: list[tuple[Any, ...]] = []
        body = app(environ, lambda *answer: said.append(answer))
        if said and str(said[0][0]).startswith("404") and _made(exports(), path):
            return app(environ, start_response)
        for answer in said:
            start_response(*answer)
        return body

    return serve


def _made(exports: Exports | None, path: str) -> bool:
    try:
        return exports is not None and exports.write_costly(path)
    except StandfirstError as error:
        sys.stderr.write(f"standfirst: {error}\n")
        return False


def _template_of(root: Path) -> Callable[[str], bytes]:
    def template(name: str) -> bytes:
        own = root / "templates" / name
        return (own if own.is_file() else template_folder() / name).read_bytes()

    return template


def _file_of(workspace: LocalWorkspace, docs: str) -> Callable[[str], bytes | None]:
    @cache
    def file(path: str) -> bytes | None:
        try:
            real = workspace.inside(f"{docs}/{path}")
            is_ours = real.is_relative_to(workspace.inside(docs))
            is_fit = is_ours and real.is_file() and real.stat().st_size <= _LARGEST
            return real.read_bytes() if is_fit else None
        except (WorkspaceError, OSError, ValueError):
            return None

    return file


def _write_asset(asset: Asset, site: Path, exporter: str) -> None:
    path = site / asset.path
    if not path.resolve().is_relative_to(site.resolve()):
        raise EngineError(f"the exporter `{exporter}` would write outside the site: {asset.path}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(asset.content)
