"""What MkDocs knows of the inputs of a site."""

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from generator.errors import UsageError
from generator.manifest.inputs import Engine
from generator.tree import at_one_address

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_LEFT_OUT = -2
"""`InclusionLevel.DRAFT`: such files, and those below, are not published."""


def engine_of(config: "MkDocsConfig", files: "Files") -> Engine:
    """What is published of `docs`, and which code the site's own author had run for it.

    Raises UsageError where two pages would be written to one file: one of them would be lost.
    """
    published = [file for file in files if file.inclusion.value > _LEFT_OUT]
    for one, other, place in at_one_address((file.src_uri, file.dest_uri) for file in published):
        raise UsageError(f"`{one}` and `{other}` are both published as {place}; rename one of them")
    own = config.theme.custom_dir
    hooks = [module.__file__ for module in cast("dict[str, ModuleType]", config.hooks).values()]
    return Engine(
        frozenset(file.src_uri for file in published),
        tuple(Path(path).resolve() for path in (*hooks, own) if path),
        tuple(config.plugins),
    )
