"""What is wrong with the names and links of a project's files, whatever is in them.

Names that a system with folded names (macOS, Windows) takes for one lose a file there, and links
may lead to what is not meant to be published. MkDocs follows every link in its pages folder.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from posixpath import dirname

from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.span import Span
from generator.workspace import LocalWorkspace, Workspace


def tree_faults(workspace: Workspace, docs: str, library: str) -> Iterator[Diagnostic]:
    """The faults of the files in the folders of pages and of sources."""
    yield from _clashes([*workspace.files(docs), *workspace.files(library)])
    if isinstance(workspace, LocalWorkspace):  # nowhere else links are followed
        for folder in (docs, library):
            for path, target in workspace.links(folder):
                yield from _stray(path, target, library if folder == docs else "")


def at_one_address(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Of sources with the files that they are published as: two that are one, and as what."""
    first: dict[str, str] = {}
    for source, published in sorted(files):
        other = first.setdefault(folded(published), source)
        if other != source:
            yield other, source, published


def folded(path: str) -> str:
    """The path as a system reads it for which capitals and ways of writing accents are one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def clashes(paths: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Names of files and folders that differ, and are one when folded, each pair once.

    Gives the two names, and for each a file that has it or is in it.
    """
    first: dict[str, tuple[str, str]] = {}
    told: set[str] = set()
    for path in sorted(paths):
        for name in _with_folders(path):
            key = folded(name)
            other, there = first.setdefault(key, (name, path))
            if other == name:
                continue
            if key not in told:
                told.add(key)
                yield name, other, path, there
            break


def _clashes(paths: Iterable[str]) -> Iterator[Diagnostic]:
    for name, other, path, there in clashes(paths):
        message = f"`{name}` and `{other}` are one name on macOS and Windows"
        label = Label("the other", Span(there, 0, 0))
        yield _fault(path, message, "rename one of them", (label,))


def _with_folders(path: str) -> list[str]:
    """The path and the folders that it is in, the outermost first."""
    names = [path]
    while names[-1] and (folder := dirname(names[-1])):
        names.append(folder)
    return names[::-1]


def _stray(path: str, target: str, private: str) -> Iterator[Diagnostic]:
    """A link that leads out of the project, or from the pages to what is private in it."""
    is_outside = target.startswith("/")
    is_hidden = any(part.startswith(".") for part in target.split("/"))
    is_private = bool(private) and f"{target}/".startswith(f"{private}/")
    if is_outside or is_hidden or is_private:
        where = "out of the project" if is_outside else f"to `{target}`, which is not published"
        yield _fault(path, f"this link leads {where}", "put a copy of the file in its place")


def _fault(path: str, message: str, advice: str, labels: tuple[Label, ...] = ()) -> Diagnostic:
    span = Span(path, 0, 0)
    return Diagnostic("unsafe-path", Severity.ERROR, message, span, labels=labels, help=advice)
