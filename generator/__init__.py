"""Standfirst, a compiler for sourced briefings.

A project goes through stages, each a folder with one entry function:

    project   = load_project(workspace)            # mkdocs.yml, read without the engine
    library   = load_library(workspace)            # sources/*.md, the curated articles
    briefings = load_briefing, pages, parse_page   # authored Markdown, or assembled from notes
    findings  = run_checks(...)                    # what the sources do not bear out
    site      = site_pages(build)                  # what MkDocs is asked to write
    files     = exporters()                        # PDF and data beside the site

`generator.build.compile_project` runs the first four and is read next. Everything below it is pure
but for the `Workspace` it is given.

Programs use the names in `__all__`; each is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.build import compile_project
    from generator.errors import StandfirstError
    from generator.evidence import evidence_of
    from generator.model.build import Build
    from generator.model.diagnostic import Diagnostic
    from generator.model.evidence import Evidence
    from generator.workspace import LocalWorkspace, MemoryWorkspace

__all__ = [
    "Build",
    "Diagnostic",
    "Evidence",
    "LocalWorkspace",
    "MemoryWorkspace",
    "StandfirstError",
    "compile_project",
    "evidence_of",
]

_HOMES = {
    "Build": "generator.model.build",
    "Diagnostic": "generator.model.diagnostic",
    "Evidence": "generator.model.evidence",
    "LocalWorkspace": "generator.workspace",
    "MemoryWorkspace": "generator.workspace",
    "StandfirstError": "generator.errors",
    "compile_project": "generator.build",
    "evidence_of": "generator.evidence",
}


def __getattr__(name: str) -> object:
    """A public name, out of the module that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
