"""From a build to files: stage, write, look over, exchange.

A crash, a full disk or Ctrl-C at any moment leaves the old site whole.
"""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import EngineError, StandfirstError, WorkspaceError
from generator.exporters import Content
from generator.exporting import WITHOUT_ADDRESS, exports_of, fonts_of, has_address, newest_date
from generator.fonts import font_folders
from generator.manifest import MANIFEST, SIGNATURE
from generator.manifest.inputs import Engine
from generator.manifest.making import write_manifest
from generator.model.build import Build
from generator.past import Past, past_editions
from generator.past.site import PastSite
from generator.signing import signature_of
from generator.staging import WORK, exchange, locked, put_back, settle_modes, staged_in
from generator.store import open_store
from generator.typesetting.compile import typesetter
from generator.workspace import LocalWorkspace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def publish(
    root: Path, output: str, build: Build, sign: Path | None = None, *, editions: bool = False
) -> Path:
    """Write the site of `build` to `root/output` and return that folder.

    Its manifest is signed with the key at `sign`. With `editions`, those of the past are built
    again and published too.
    """
    target = root / output
    _refuse_foreign(target, root)
    with locked(root):
        aside = root / WORK / f"old-{target.name}"
        put_back(aside, target)
        with rebuilt(root, build, editions=editions) as written:
            if sign is not None:
                _write(written / SIGNATURE, signature_of((written / MANIFEST).read_bytes(), sign))
            settle_modes(written)
            exchange(written, target, aside)
    if not has_address(build):
        sys.stderr.write(f"standfirst: {WITHOUT_ADDRESS}\n")
    return target


@contextmanager
def rebuilt(root: Path, build: Build, *, editions: bool = False) -> Iterator[Path]:
    """The site of `build` with its manifest, on a stage that is gone afterwards."""
    with _past(root, build, editions=editions) as past, staged_in(root) as stage:
        site = stage / "site"
        engine = _run_mkdocs(root, site, past)
        write_manifest(root, site, build, replace(engine, with_past=editions))
        yield site


@contextmanager
def _past(root: Path, build: Build, *, editions: bool) -> Iterator[Past]:
    """What is published of the past; what is not is told."""
    if not editions:
        yield Past(build)
        return
    with past_editions(LocalWorkspace(root), build, open_store(root)) as past:
        sys.stderr.writelines(f"standfirst: {notice}\n" for notice in past.notices)
        yield past


def write_pdf(root: Path, slug: str, build: Build) -> bytes:
    """The PDF of one briefing, looked over as a site is. Of the site only its pages are made, as
    far as their content: no theme, no other briefing.
    """
    briefing = next(each for each in build.briefings if each.slug == slug)
    typesetter((*font_folders(), *fonts_of(root))).start()
    with staged_in(root) as stage:
        contents = _contents(root, stage / "site", build, {page.path for page in briefing.pages})
        return exports_of(build, contents, stage / "site", root).write_pdf(briefing)


def _contents(root: Path, site: Path, build: Build, paths: set[str]) -> Mapping[str, Content]:
    """What MkDocs makes of the Markdown of some pages, before it puts the theme around it."""
    with _mkdocs(root, site, Past(build)) as config:
        from mkdocs.structure.files import get_files, set_exclusions
        from mkdocs.structure.nav import get_navigation
        from mkdocs.structure.pages import Page

        config = config.plugins.on_config(config)
        plugin: Any = config.plugins["standfirst"]  # Any: its module is on a floor above
        config.plugins.on_pre_build(config=config)
        files = config.plugins.on_files(get_files(config), config=config)
        set_exclusions(files, config)
        config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        for file in files.documentation_pages():
            ours = plugin.pages.get(file.src_uri)
            if ours and ours.path in paths:
                _read_page(file.page or Page(None, file, config), config, files)
        contents: Mapping[str, Content] = plugin.contents
    return contents


def _read_page(page: "Page", config: "MkDocsConfig", files: "Files") -> None:
    """One page from Markdown to content HTML, with all that plugins add on the way."""
    plugins = config.plugins
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
    page.content = plugins.on_page_content(
        page.content or "", page=page, config=config, files=files
    )


def _run_mkdocs(root: Path, site: Path, past: Past) -> Engine:
    """MkDocs writes the pages. Gives what it knows of the inputs."""
    with _mkdocs(root, site, past) as config:
        from mkdocs.commands.build import build as mkdocs_build

        mkdocs_build(config)
        plugin: Any = config.plugins["standfirst"]  # Any: its module is on a floor above
        engine: Engine = plugin.engine
    return engine


@contextmanager
def _mkdocs(root: Path, site: Path, past: Past) -> Iterator["MkDocsConfig"]:
    """MkDocs, 0.4 s to import, with our plugin, which is handed the finished build.

    Its errors in the block become ours.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["SOURCE_DATE_EPOCH"] = str(newest_date(past.build))  # never that of the machine
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError, MkDocsException

    _log_to_stderr()
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        plugin = config.plugins.get("standfirst")
        if plugin is None:
            raise EngineError("mkdocs.yml does not name our plugin; add `standfirst` to `plugins:`")
        plugin.compiled = past.build
        plugin.past = PastSite(past, root)
        yield config
    except (ConfigurationError, MkDocsException, SystemExit) as error:
        if isinstance(error.__cause__, StandfirstError):
            raise error.__cause__ from error
        raise EngineError(f"mkdocs: {error}") from error
    except OSError as error:
        name = error.filename2 or error.filename or "the stage"
        raise WorkspaceError(
            f"{name}: {(error.strerror or str(error)).lower()}; the old site is unchanged"
        ) from error


def _log_to_stderr(level: int = logging.WARNING) -> None:
    """Warnings of MkDocs are shown; its talk only where a preview is served."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("mkdocs: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False


def _refuse_foreign(target: Path, root: Path) -> None:
    """Never replace what we did not make: a link, a mount, or a folder of other things."""
    if target.is_symlink() or target.is_mount():
        raise WorkspaceError(f"{target}: is a link or a mount point; remove it or name another")
    ours = not target.exists() or (target.is_dir() and _looks_like_a_site(target))
    if not ours:
        raise WorkspaceError(
            f"{target}: is not a site that was built here; move it away or name another folder"
        )
    if root.resolve().is_relative_to(target.resolve()):
        raise WorkspaceError(f"{target}: holds the project itself; name a folder inside it")


def _looks_like_a_site(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return not names or {"index.html", "assets"} <= names or "404.html" in names


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise WorkspaceError(f"{path}: {(error.strerror or '').lower()}") from error


def serve(root: Path, address: str) -> None:
    """Serve a preview that follows every change, on `address` (`127.0.0.1:8000`), until Ctrl-C."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    _log_to_stderr(logging.INFO)
    try:
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), dev_addr=address)
    except (MkDocsException, SystemExit) as error:
        raise EngineError(f"mkdocs: {error}") from error
    except OSError as error:
        raise EngineError(f"{address}: {(error.strerror or str(error)).lower()}") from error
