"""What a preview watches, and what it need not do again after an edit: pages whose Markdown has not
changed.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page

from generator.memo import digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_OF_MARKDOWN = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
        "wikilinks",
    }
)
_READS_FILES = frozenset({"pymdownx.b64", "pymdownx.snippets"})
_kept: dict[str, tuple[bytes, dict[str, Any]]] = {}
"""By the path of each page: the digest of what it was rendered from, and what MkDocs then set."""


class KeptPage(Page):
    """A page that takes its content from the build before where nothing else could come out."""

    surroundings = b""
    """The digest of what its links lead to and of the settings."""

    def render(self, config: "MkDocsConfig", files: "Files") -> None:
        """Render it, or recall what came out before."""
        now = digest(self.surroundings, self.file.url, self.markdown or "")
        before, values = _kept.get(self.file.src_uri, (b"", {}))
        if before == now:
            vars(self).update(values)
            return
        known = dict(vars(self))
        super().render(config, files)
        changed = {
            name: value for name, value in vars(self).items() if known.get(name) is not value
        }
        changed.pop("links_to_anchors", None)  # they hold the files of one build
        _kept[self.file.src_uri] = (now, changed)


def watch_inputs(config: "MkDocsConfig", root: Path) -> None:
    """Let an edit of what lies outside docs/ show too."""
    folders = (root / name for name in ("sources", "templates", "profiles"))
    config.watch.extend(str(folder) for folder in folders if folder.is_dir())


def keep_pages(files: "Files", config: "MkDocsConfig") -> None:
    """Let the pages of a preview recall their content. Extensions that read files may make another
    out of the same Markdown, and so may those that we do not know.
    """
    if not all(map(_is_pure, config.markdown_extensions)):
        return
    places = (f"{file.src_uri} {file.url}" for file in files)
    settings = repr((config.markdown_extensions, config.mdx_configs, config.validation))
    surroundings = digest(settings, *sorted(places))
    for file in files.documentation_pages():
        if type(file.page) is Page:
            file.page.__class__ = KeptPage
            vars(file.page)["surroundings"] = surroundings


def _is_pure(extension: object) -> bool:
    name = str(extension).removeprefix("markdown.extensions.")
    return name in _OF_MARKDOWN or (name.startswith("pymdownx.") and name not in _READS_FILES)
