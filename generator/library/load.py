"""Reads the library: every `sources/<id>.md`, and the CSV files of its data sources."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from generator.codec import Home, Json, codec_of
from generator.errors import WorkspaceError
from generator.memo import Memo, NoMemo, Task, digest
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.source import Library, Source, Table
from generator.model.span import Span, TextFile
from generator.schema import SchemaFault, read_record
from generator.text.front_matter import front_matter
from generator.text.strict_yaml import read_yaml
from generator.text.tables import read_table
from generator.workspace import Workspace

FOLDER = "sources"
_ID = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?", re.ASCII)
_NOTE_SPANS = {"notes": {"span": "", "quote_span": "quote"}, "notes/values": {"span": ""}}


@dataclass(frozen=True, slots=True)
class LoadedLibrary:
    """The library, what is wrong with its files, and those files."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[TextFile, ...]


def is_source_id(name: str) -> bool:
    """Whether `name` may name a source: ASCII, no `..`, at most 80 characters, not `index`."""
    return bool(_ID.fullmatch(name)) and ".." not in name and len(name) <= 80 and name != "index"


def load_library(workspace: Workspace, *, language: str, memo: Memo | None = None) -> LoadedLibrary:
    """Read all sources. A source that cannot be read becomes a diagnostic, not an exception."""
    paths = [path for path in workspace.files(FOLDER) if path.endswith(".md")]
    reader = _Reader(language, memo or NoMemo())
    results = [reader.load(workspace, path) for path in paths if path.count("/") == 1]
    sources = tuple(source for source, _, _ in results if source)
    faults = [diagnostic for _, diagnostics, _ in results for diagnostic in diagnostics]
    tables, table_faults = _tables(workspace, sources)
    library = Library(tuple(sorted(sources, key=lambda source: source.id)), tables)
    clashes = _case_clashes(sources)
    files = tuple(file for _, _, file in results)
    return LoadedLibrary(library, (*faults, *table_faults, *clashes), files)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads source files in a project of this language."""

    language: str
    memo: Memo

    def load(
        self, workspace: Workspace, path: str
    ) -> tuple[Source | None, tuple[Diagnostic, ...], TextFile]:
        source_id = path.removeprefix(f"{FOLDER}/").removesuffix(".md")
        try:
            content = workspace.read(path)
            file = TextFile(path, content.decode("utf-8"))
        except (WorkspaceError, UnicodeDecodeError) as error:
            unread = isinstance(error, WorkspaceError)
            message = str(error) if unread else "the file is not UTF-8 text"
            empty = TextFile(path, "")
            return None, (_bad(message, empty.span(0, 0), "save it again as UTF-8"),), empty
        if not is_source_id(source_id):
            advice = "name it with ASCII letters, digits, `.`, `_` and `-`, at most 80 characters"
            return None, (_bad("the file's name is no source id", file.span(0, 1), advice),), file
        source, diagnostics = self._source(file, source_id, content)
        return source, diagnostics, file

    def _source(
        self, file: TextFile, source_id: str, content: bytes
    ) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        """The source, recalled where its file was read before without a fault."""
        task, inputs = _task(file), digest(file.path, self.language, content)
        source = self.memo.recall(task, inputs)
        if source is not None:
            return source, ()
        source, diagnostics = _read(file, source_id, self.language)
        if source is not None:
            self.memo.keep(task, inputs, source)
        return source, diagnostics


_CODEC = codec_of(Source)
_BODY = [field.name for field in fields(Source)].index("body")
_BODY_START = [field.name for field in fields(Source)].index("body_start")


def _task(file: TextFile) -> Task[Source]:
    """How a source is remembered: all but its body, which stands in the file."""
    home = Home(file)

    def write(source: Source) -> Json:
        values = _CODEC.write(source, home)
        values[_BODY] = ""
        return values

    def read(values: Json) -> Source:
        values[_BODY] = file.text[values[_BODY_START] :].rstrip()
        return _CODEC.read(values, home)

    return Task("source", write, read)


def _read(
    file: TextFile, source_id: str, language: str
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    matter = front_matter(file.text)
    if matter is None:
        advice = "begin the file with `---`, the fields, and `---` again"
        return None, (_bad("there is no front matter", file.span(0, 1), advice),)
    document = read_yaml(file, matter.start, matter.end)
    if document.faults:
        return None, tuple(_bad(fault.message, fault.span) for fault in document.faults)
    body_start, body_end = _trimmed(file.text, matter.body)
    reserved = {
        "id": source_id,
        "file": file,
        "body": file.text[body_start:body_end],
        "body_start": body_start,
    }
    source, faults = read_record(Source, document, reserved=reserved, list_spans=_NOTE_SPANS)
    if source is None:
        return None, tuple(_of_fault(fault, file) for fault in faults)
    written = document.value if isinstance(document.value, dict) else {}
    spoken = source.language if "language" in written else language
    return replace(source, origin=source.origin or source_id, language=spoken), ()


def _trimmed(text: str, start: int) -> tuple[int, int]:
    """The body without blank lines at both ends."""
    body = text[start:]
    left = len(body) - len(body.lstrip())
    return start + left, max(start + left, start + len(body.rstrip()))


def _tables(
    workspace: Workspace, sources: Iterable[Source]
) -> tuple[tuple[Table, ...], tuple[Diagnostic, ...]]:
    tables: list[Table] = []
    faults: list[Diagnostic] = []
    for source in sources:
        if source.data is None:
            continue
        path = f"{FOLDER}/{source.data}"
        try:
            tables.append(read_table(path, workspace.read(path)))
        except (WorkspaceError, UnicodeDecodeError, csv.Error, ValueError) as error:
            faults.append(_bad(f"`data`: {path}: {error}", source.head))
    return tuple(tables), tuple(faults)


def _case_clashes(sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Ids that differ only in case are one file on many systems."""
    seen: dict[str, str] = {}
    for source in sorted(sources, key=lambda source: source.id):
        other = seen.setdefault(source.id.casefold(), source.id)
        if other != source.id:
            yield _bad(f"the id differs from `{other}` only in case", source.head, "rename one")


def _of_fault(fault: SchemaFault, file: TextFile) -> Diagnostic:
    return _bad(fault.message, fault.span or file.span(0, 3), fault.help)


def _bad(message: str, span: Span, advice: str = "") -> Diagnostic:
    return Diagnostic("bad-metadata", Severity.ERROR, message, span, help=advice)
