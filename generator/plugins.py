"""Finds the implementations of a contract folder: its own files, then entry points.

A contract folder names the object that each of its files must have. The file's name is the
implementation's name in the command line, the config and the docs: `quote_not_found.py` is
`quote-not-found`. Other distributions add theirs under the entry point group
`standfirst.<folder>`.
"""

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

Implementations = dict[str, Any]  # each contract folder narrows the value to its own type


@cache
def implementations(folder: str, attribute: str) -> Implementations:
    """All implementations in `generator.<folder>` by name, ordered by name.

    `attribute` is the object that each file of the folder must define.
    """
    package = import_module(f"generator.{folder}")
    names = sorted(module.name for module in iter_modules(package.__path__))
    own = {
        name.replace("_", "-"): getattr(import_module(f"generator.{folder}.{name}"), attribute)
        for name in names
    }
    return dict(sorted((own | _added(folder, attribute)).items()))


def _added(folder: str, attribute: str) -> Implementations:
    if not _is_extended():
        return {}
    from importlib.metadata import entry_points

    return {
        point.name: getattr(point.load(), attribute)
        for point in entry_points(group=f"standfirst.{folder}")
    }


@cache
def _is_extended() -> bool:
    """Whether any distribution adds implementations: its files are looked at before
    importlib.metadata is imported, which takes 25 ms.
    """
    return any(
        b"[standfirst." in points.read_bytes()
        for folder in sys.path
        for points in Path(folder).glob("*-info/entry_points.txt")
    )


@cache
def template_folder() -> Path:
    """The bundled templates: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
