"""Gives a source another id: its file's name, and every place of the project that names it.

All new contents are made before anything is written; where writing fails, what was written is
put back. Only the id is exchanged: comments, layout and line ends stay as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.build import compile_project
from generator.errors import UsageError, WorkspaceError
from generator.library.load import FOLDER, is_source_id
from generator.mentions import mentions
from generator.model.actor import SHARED
from generator.model.span import Span, TextFile
from generator.project import load_project
from generator.text.plain import one_line
from generator.workspace import LocalWorkspace

_NOTHING = ("null", "Null", "NULL")  # YAML takes these words for no text


@dataclass(frozen=True, slots=True)
class _Change:
    """A file before and after; None where it is not there."""

    path: str
    before: bytes | None
    after: bytes | None


def rename(workspace: LocalWorkspace, old: str, new: str) -> tuple[str, ...]:
    """Rename the source `old` to `new`; the paths that were written, sorted.

    Raises UsageError, before anything is written, where that cannot be done.
    """
    _check(workspace, old, new)
    build = compile_project(workspace)
    docs = load_project(workspace).docs_dir
    files = {path: _text(workspace, path) for path in _paths(workspace, docs)}
    for page in build.free_pages:
        files[page.text.file.path] = _text(workspace, page.text.file.path)
    spans = mentions(build, files.values(), old)
    texts = {
        path: _with_id(files[path], list(group), old, new)
        for path, group in groupby(spans, key=lambda span: span.path)
    }
    changes = list(_changes(files, texts, old, new))
    _write(workspace, changes)
    return tuple(sorted(change.path for change in changes if change.after is not None))


def _check(workspace: LocalWorkspace, old: str, new: str) -> None:
    if not workspace.exists(f"{FOLDER}/{old}.md") or not is_source_id(old):
        raise UsageError(f"{one_line(old)[:100]}: the library has no source of this name")
    if not is_source_id(new):
        raise UsageError(
            f"{one_line(new)[:100]}: an id has ASCII letters, digits, `.`, `_` and `-`, begins and "
            "ends with a letter, digit or `_`, has at most 80 characters and no `..`, and is not "
            "`index`"
        )
    taken = {_id(path).casefold(): _id(path) for path in workspace.files(FOLDER)}
    if new.casefold() in taken:
        advice = "choose another"
        if new != old and new.casefold() == old.casefold():
            advice = "on many systems names that differ in case alone are one; go by another id"
        raise UsageError(f"{new}: {FOLDER}/{taken[new.casefold()]}.md has that id; {advice}")


def _id(path: str) -> str:
    return path.removeprefix(f"{FOLDER}/").removesuffix(".md")


def _paths(workspace: LocalWorkspace, docs: str) -> Iterable[str]:
    """The files that may name a source: sources, and what briefings are written in."""
    yield from (path for path in workspace.files(FOLDER) if _is_source(path))
    if workspace.exists(f"{docs}/{SHARED}"):
        yield f"{docs}/{SHARED}"
    for path in workspace.files(f"{docs}/briefings"):
        if path.endswith((".md", "/briefing.yml")):
            yield path


def _is_source(path: str) -> bool:
    return path.endswith(".md") and path.count("/") == 1


def _text(workspace: LocalWorkspace, path: str) -> TextFile:
    try:
        return TextFile(path, workspace.read(path).decode())
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; save it again as UTF-8") from error


def _with_id(file: TextFile, spans: Sequence[Span], old: str, new: str) -> str:
    """The text with the new id at these places."""
    parts: list[str] = []
    at = 0
    for span in spans:
        written = file.text[span.start : span.end]
        if written != old:
            line = file.position(span.start).line
            raise UsageError(f"{file.path}:{line}: write the id plainly as `{old}`, then rename")
        parts += [file.text[at : span.start], _scalar(file.text, span, new)]
        at = span.end
    return "".join([*parts, file.text[at:]])


def _scalar(text: str, span: Span, new: str) -> str:
    """The id as it is written at this place: `null` alone would be no text in YAML."""
    is_bare = text[max(0, span.start - 1) : span.start] not in ("@", '"', "'")
    return f'"{new}"' if new in _NOTHING and is_bare else new


def _changes(
    files: dict[str, TextFile], texts: dict[str, str], old: str, new: str
) -> Iterable[_Change]:
    """The new file first and the old one last: at no moment is the source not there."""
    path = f"{FOLDER}/{old}.md"
    own = files[path].text
    yield _Change(f"{FOLDER}/{new}.md", None, texts.get(path, own).encode())
    for other in sorted(texts.keys() - {path}):
        yield _Change(other, files[other].text.encode(), texts[other].encode())
    yield _Change(path, own.encode(), None)


def _write(workspace: LocalWorkspace, changes: Sequence[_Change]) -> None:
    begun: list[_Change] = []
    try:
        for change in changes:
            _refuse_changed(workspace, change)
            begun.append(change)
            _put(workspace, change.path, change.after)
    except BaseException:  # also an interrupt: nothing may be half renamed
        for change in reversed(begun):
            if _content(workspace, change.path) == change.after:
                _put(workspace, change.path, change.before)
        raise


def _refuse_changed(workspace: LocalWorkspace, change: _Change) -> None:
    if _content(workspace, change.path) != change.before:
        raise WorkspaceError(f"{change.path}: was changed meanwhile; rename again")


def _put(workspace: LocalWorkspace, path: str, content: bytes | None) -> None:
    if content is None:
        workspace.remove(path)
    elif workspace.exists(path):
        workspace.replace(path, content)
    else:
        workspace.write_new(path, content)


def _content(workspace: LocalWorkspace, path: str) -> bytes | None:
    return workspace.read(path) if workspace.exists(path) else None
