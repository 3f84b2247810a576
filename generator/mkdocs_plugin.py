"""The front door for MkDocs: `plugins: [standfirst]` in mkdocs.yml.

MkDocs writes the site and asks here, event by event, what the compiler made. `standfirst build`
runs the same events on a stage. Errors stop the build in `on_config`, while the old site still
stands; `mkdocs serve` shows them in the page instead, and goes on.
"""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material prints a notice at each build else

from jinja2 import Environment
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.briefing.files import is_private
from generator.build import compile_project
from generator.errors import StandfirstError
from generator.exporters import COSTLY, Content
from generator.exporting import (
    WITHOUT_ADDRESS,
    Exports,
    exports_of,
    has_address,
    newest_day,
    on_demand,
)
from generator.manifest.engine import engine_of
from generator.manifest.inputs import Engine
from generator.manifest.making import write_manifest
from generator.memo import HeldMemo
from generator.model.build import Build
from generator.past.site import PastSite
from generator.previewing import keep_pages, watch_inputs
from generator.report import errors_text
from generator.searching import index_site, is_searchable
from generator.site import SitePage, site_pages
from generator.site.edit_links import history_url
from generator.site.head import page_head
from generator.site.policy import protected, with_safe_links
from generator.site.section import contents_of
from generator.site.side_notes import with_side_notes
from generator.site.sitemap import site_map
from generator.site.styles import lighten
from generator.store import open_store
from generator.theming import KeptTemplates, prepare_theme
from generator.words import site_words
from generator.workspace import LocalWorkspace

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

_OURS = "standfirst/"
_TEMPLATES = KeptTemplates()
_LOG = logging.getLogger("mkdocs.plugins.standfirst")


class StandfirstConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs is untyped there
    """The options in mkdocs.yml. `generator.project` reads them; here they are only declared."""

    severity = config_options.Type(dict, default={})
    quotation_share = config_options.Type((int, float), default=0.20)
    quotation_words = config_options.Type(int, default=300)
    stale_after = config_options.Type(int, default=180)


class StandfirstPlugin(BasePlugin[StandfirstConfig]):  # type: ignore[no-untyped-call]  # as above
    """Hands MkDocs our pages and writes what stands beside them."""

    compiled: Build | None = None
    """A build made by the caller; else the plugin compiles the project itself."""
    past: PastSite | None = None
    """Editions of the past, where the caller has built them again."""
    memo: HeldMemo | None = None
    """What earlier builds remember, of this preview and of other runs."""
    faults: str = ""
    """What a preview shows in each page of what is wrong."""
    exports: Exports | None = None
    """What stands beside the pages; None where there is nothing to publish."""
    engine: Engine = Engine()
    """What MkDocs knows of the inputs, for the manifest."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a preview is asked for. MkDocs keeps the plugin between its builds."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the project. Errors stop everything, but for a preview."""
        self.is_preview = getattr(self, "is_preview", False)
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.is_published_here = self.compiled is None
        self.build, self.compiled = self.compiled or self._compile(), None
        flat = replace(self.build.addresses, is_flat=not config.use_directory_urls)
        self.build = replace(self.build, addresses=flat)
        self.pages: dict[str, SitePage] = {}
        self.contents: dict[str, Content] = {}
        prepare_theme(config, self.root)
        if self.is_preview:
            watch_inputs(config, self.root)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the briefings' own files out and put their pages in."""
        past = self.past.pages(self.build.addresses) if self.past else ()
        self.pages = {page.src: page for page in (*site_pages(self.build, files.src_uris), *past)}
        for file in list(files):
            if is_private(file.src_uri):
                files.remove(file)
        for page in self.pages.values():
            if files.get_file_from_path(page.src) is None:
                file = File.generated(config, page.src, content=page.prepared.markdown)
                file.inclusion = InclusionLevel.NOT_IN_NAV
                file.edit_uri = page.edited
                files.append(file)
        lighten(files)
        return files

    def on_nav(self, nav: "Navigation", *, config: MkDocsConfig, files: Files) -> "Navigation":
        """Have a preview keep what it has rendered."""
        if self.is_preview:
            keep_pages(files, config)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give MkDocs the Markdown with tokens, and say which template the page has."""
        page.update_date = newest_day(self.build)  # MkDocs dates its site map by the clock
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return markdown
        page.meta["template"] = f"{_OURS}{ours.template}"
        page.meta["title"] = ours.title
        page.meta["lang"] = ours.language
        page.meta["search"] = {"exclude": ours.is_hidden}
        return "" if ours.banner else ours.prepared.markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in what the tokens stand for."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return html
        try:
            if ours.banner and self.past:
                finished = self.past.content(ours, config.markdown_extensions, config.mdx_configs)
            else:
                finished = ours.prepared.finish(html)
        except StandfirstError as error:
            raise _abort(error) from error
        self.contents[ours.path] = Content(finished, ours.prepared.scenes)
        return with_side_notes(finished)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Our templates escape what they are given; Material's are written to do it themselves.

        They also get the words of the frame, in every language.
        """
        try:
            self.engine = engine_of(config, files)
        except StandfirstError as error:
            raise _abort(error) from error
        env.autoescape = lambda name: bool(name and name.startswith(_OURS))
        env.globals["sf_words"] = site_words()
        env.globals["sf_preview"] = self.is_preview
        env.globals["sf_search"] = is_searchable() and not self.is_preview
        env.bytecode_cache = _TEMPLATES
        if self.is_preview:
            template = env.get_template(f"{_OURS}diagnostics.html")
            self.faults = template.render(build=self.build) if self.build.diagnostics else ""
        return env

    def on_page_context(
        self,
        context: "TemplateContext",
        *,
        page: Page,
        config: MkDocsConfig,
        nav: "Navigation",
    ) -> "TemplateContext":
        """Add the view that our template reads."""
        ours = self.pages.get(page.file.src_uri)
        ours_too = {
            **context,
            "sf": ours,
            "sf_build": self.build,
            "sf_contents": contents_of(page.content or "") if ours else (),
            "sf_head": page_head(self.build, ours.path, ours.title) if ours else None,
            "sf_feeds": has_address(self.build),
            "sf_history": history_url(page.edit_url, config.repo_url),
        }
        return cast("TemplateContext", ours_too)

    def on_template_context(
        self, context: "TemplateContext", *, template_name: str, config: MkDocsConfig
    ) -> "TemplateContext":
        """Add what the site map lists."""
        addresses = {
            file.src_uri: file.page.canonical_url
            for file in context["pages"]
            if file.page and file.page.canonical_url
        }
        places = site_map(self.build, self.pages, addresses)
        return cast("TemplateContext", {**context, "sf_sitemap": places})

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say what the page's scripts may do. A preview shows what is wrong with its text instead:
        it has no policy, because MkDocs puts a script of its own into the page.
        """
        safe = with_safe_links(output, self.build.site_url)
        if self.is_preview:
            return safe.replace("</body>", f"{self.faults}</body>", 1)
        return protected(safe, page.content or "")

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that are only templates, such as 404.html."""
        if self.is_preview or not template_name.endswith(".html"):
            return output
        return protected(with_safe_links(output, self.build.site_url))

    def _write_exports(self, *, config: MkDocsConfig) -> None:
        """Write PDF and data beside the pages, and look over what was written.

        A preview makes PDFs and pictures when somebody asks for them.
        """
        self.exports = None
        if self.is_preview and self.build.has_errors:
            return
        try:
            site = Path(config.site_dir)
            exports = exports_of(self.build, self.contents, site, self.root, self.past)
            exports.write(without=COSTLY if self.is_preview else ())
            if not self.is_preview:
                index_site(site, _languages(self.build), is_flat=self.build.addresses.is_flat)
        except StandfirstError as error:
            raise _abort(error) from error
        self.exports = exports
        if not self.is_preview and not has_address(self.build):
            _LOG.info(WITHOUT_ADDRESS)

    @event_priority(-100)
    def _write_manifest(self, *, config: MkDocsConfig) -> None:
        """Write the manifest, when other plugins have written. `standfirst build` does it itself,
        when all is done.
        """
        if self.is_preview or not self.is_published_here:
            return
        try:
            write_manifest(self.root, Path(config.site_dir), self.build, self.engine)
        except StandfirstError as error:
            raise _abort(error) from error

    on_post_build = CombinedEvent(_write_exports, _write_manifest)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> "LiveReloadServer":
        """Have the server of the preview make PDFs and pictures on demand."""
        app = on_demand(server.get_app(), lambda: self.exports)
        server.set_app(app)
        return server

    def _compile(self) -> Build:
        try:
            self.memo = self.memo or HeldMemo(open_store(self.root))
            build = compile_project(LocalWorkspace(self.root), self.memo)
        except StandfirstError as error:
            raise _abort(error) from error
        if build.diagnostics:
            sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
        if build.has_errors and not self.is_preview:
            raise Abort("the sources do not bear out what is written: nothing was published")
        return build


def _languages(build: Build) -> frozenset[str]:
    return frozenset(briefing.language for briefing in build.briefings if not briefing.is_draft)


def _abort(error: StandfirstError) -> Abort:
    """MkDocs' own way to end without a traceback; the fault stays its cause."""
    return Abort(str(error))
