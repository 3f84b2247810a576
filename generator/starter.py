"""Makes a new project: a whole small one on invented articles, which builds at once."""

from pathlib import Path

from generator.errors import UsageError
from generator.plugins import template_folder
from generator.workspace import LocalWorkspace

_RENAMED = {"gitignore": ".gitignore"}
"""Under its real name the file would act on our own repository and stay out of the wheel."""


def new_project(path: Path) -> tuple[str, ...]:
    """Write the example project to a new or empty folder; returns the paths written, sorted.

    Raises UsageError where `path` holds something already.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path}: is a file; name a folder that is new or empty")
    if path.is_dir() and any(path.iterdir()):
        raise UsageError(f"{path}: is not empty; name a folder that is new or empty")
    contents = dict(sorted(_contents()))
    workspace = LocalWorkspace(path)
    for name, content in contents.items():
        workspace.write_new(name, content)
    return tuple(contents)


def _contents() -> list[tuple[str, bytes]]:
    folder = template_folder() / "starter"
    files = (file for file in folder.rglob("*") if file.is_file())
    names = ((file.relative_to(folder).as_posix(), file) for file in files)
    return [(_RENAMED.get(name, name), file.read_bytes()) for name, file in names]
