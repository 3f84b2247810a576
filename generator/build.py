"""The pipeline: from a workspace to a compiled build.

    settings → library → briefings (authored or assembled pages, parsed) → checks

Everything below is pure but for the workspace; what publishes a build stands above.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

from generator.assembly import page_templates
from generator.blocks import Surroundings, blocks
from generator.briefing import Bodies, Reading, parse_page
from generator.briefing.load import LoadedBriefing, briefing_slugs, load_briefing, page_text
from generator.checks import Scope
from generator.editions.lock import Lock, read_lock
from generator.fonts import ProjectFonts
from generator.library.load import FOLDER, load_library
from generator.memo import Memo, NoMemo
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.page import Block, Page, PageKind, PageText
from generator.model.source import Library
from generator.model.span import Span, TextFile
from generator.pages import Templates, page_makers
from generator.project import Project, load_project
from generator.render import PageWriter
from generator.run_checks import run_checks
from generator.schema import read_record
from generator.text.strict_yaml import read_yaml
from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Stage:
    """What the briefing stage needs beside a briefing itself."""

    project: Project
    library: Library
    bodies: Bodies
    templates: Templates
    lock: Lock

    def reading(self, briefing: Briefing | None) -> Reading:
        return reading_of(self.library, self.bodies, briefing, self.project.language)


def reading_of(
    library: Library, bodies: Bodies, briefing: Briefing | None, language: str
) -> Reading:
    """How pages of `briefing` are read; None stands for pages outside all briefings."""
    return Reading(
        library=library,
        bodies=bodies,
        terms=briefing.terms if briefing else (),
        language=briefing.language if briefing else language,
        block_names=frozenset(blocks()),
    )


def compile_project(workspace: Workspace, memo: Memo | None = None) -> Build:
    """Compile the project. What is wrong with its text is in `Build.diagnostics`.

    `memo` remembers earlier runs; the build is the same, to the letter, with any memo or none.
    """
    memo = memo or NoMemo()
    with without_collector():
        build = _compiled(workspace, memo)
    memo.save()
    return build


@contextmanager
def without_collector() -> Iterator[None]:
    """Records hold no cycles: the collector would only walk all of them, time and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _compiled(workspace: Workspace, memo: Memo) -> Build:
    project = load_project(workspace)
    loaded = load_library(workspace, language=project.language, memo=memo)
    bodies = Bodies(loaded.library, memo)
    lock = read_lock(workspace)
    stage = _Stage(project, loaded.library, bodies, page_templates(workspace, memo), lock)
    heads = [
        load_briefing(workspace, project.docs_dir, slug, project.language)
        for slug in briefing_slugs(workspace, project.docs_dir)
    ]
    parsed = tuple(_parsed(head, stage) for head in heads if head.briefing)
    free, free_faults = _free_pages(workspace, stage)
    briefings, block_faults = _with_blocks(parsed, stage)
    free, more_block_faults = read_blocks(free, None, briefings, loaded.library)
    faults = [*loaded.diagnostics, *free_faults, *block_faults, *more_block_faults]
    faults += lock.diagnostics
    faults += [diagnostic for head in heads for diagnostic in head.diagnostics]
    scope = scope_of(workspace, project, loaded.library, briefings)
    verdict = run_checks(scope, free, faults, bodies)
    files = [project.file, *loaded.files, *(file for head in heads for file in head.files)]
    files += [page.text.file for page in _all_pages(briefings, free)]
    files += [lock.file] if lock.file else []
    return Build(
        site_name=project.site_name,
        site_url=project.site_url,
        language=project.language,
        library=loaded.library,
        briefings=briefings,
        free_pages=free,
        diagnostics=verdict.diagnostics,
        allowed=verdict.allowed,
        files={file.path: file for file in files},
        publisher=project.publisher,
    )


def scope_of(
    workspace: Workspace, project: Project, library: Library, briefings: tuple[Briefing, ...]
) -> Scope:
    """What the checks of a project may look at."""
    return Scope(
        project,
        library,
        briefings,
        _snapshot_hashes(workspace, library),
        today=workspace.today(),
        coverage=ProjectFonts(workspace),
    )


def _parsed(head: LoadedBriefing, stage: _Stage) -> Briefing:
    """The briefing with its pages, in the order of the tabs, and the sources it uses."""
    briefing = head.briefing
    assert briefing is not None  # noqa: S101 (the caller has filtered)
    reading = stage.reading(briefing)
    fields = tuple(parse_page(text, reading) for text in head.fields)
    written = {text.kind: parse_page(titled(text, briefing), reading) for text in head.texts}
    used = _used(briefing, written.values(), fields, stage.library)
    briefing = replace(briefing, used=used, editions=stage.lock.of(briefing.slug))
    pages: list[Page] = []
    for name, maker in page_makers().items():
        page = written.get(PageKind(name))
        if page is None and not maker.wanted(briefing):
            continue
        if page is None:
            text = maker.assemble(briefing, stage.library, stage.templates)
            page = parse_page(titled(text, briefing), reading)
        pages.append(page)
    used = _used(briefing, pages, fields, stage.library)
    return replace(briefing, pages=tuple(pages), field_pages=fields, used=used)


def titled(text: PageText, briefing: Briefing) -> PageText:
    """The page with the name of its kind where its author gave it no title."""
    name = page_makers()[text.kind].title(briefing.language)
    return text if text.title else replace(text, title=name)


def _used(
    briefing: Briefing, pages: Iterable[Page], fields: Iterable[Page], library: Library
) -> tuple[str, ...]:
    """Cited sources in order of first use on the sections, then the fields; then listed ones."""
    sections = [page for page in pages if page.kind is not PageKind.OVERVIEW]
    overviews = [page for page in pages if page.kind is PageKind.OVERVIEW]
    cited = [
        citation.source_id
        for page in (*sections, *fields, *overviews)
        for citation in page.citations
    ]
    tags = frozenset(briefing.source_tags)
    tagged = [source.id for source in library.sources if tags and not tags.isdisjoint(source.tags)]
    ids = dict.fromkeys([*cited, *briefing.sources, *tagged])
    return tuple(source_id for source_id in ids if library.get(source_id))


def _free_pages(
    workspace: Workspace, stage: _Stage
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Pages outside the briefings whose front matter says `standfirst: true`."""
    docs = stage.project.docs_dir
    pages: list[Page] = []
    faults: list[Diagnostic] = []
    for path in workspace.files(docs):
        if not path.endswith(".md") or path.startswith(f"{docs}/briefings/"):
            continue
        content = workspace.read(path)
        if b"standfirst: true" not in content[:4096]:
            continue
        file = TextFile(path, content.decode("utf-8", "replace"))
        text, page_faults, fields = page_text(file, PageKind.FREE, _published_path(path, docs))
        faults += page_faults
        if fields.get("standfirst") == "true":
            unspoken = replace(text, standfirst="")
            pages.append(parse_page(unspoken, stage.reading(None)))
    return tuple(pages), tuple(faults)


def _published_path(path: str, docs: str) -> str:
    name = path.removeprefix(f"{docs}/").removesuffix(".md")
    return name.removesuffix("index").rstrip("/")


def _with_blocks(
    briefings: tuple[Briefing, ...], stage: _Stage
) -> tuple[tuple[Briefing, ...], list[Diagnostic]]:
    faults: list[Diagnostic] = []
    complete: list[Briefing] = []
    for briefing in briefings:
        pages, page_faults = read_blocks(briefing.pages, briefing, briefings, stage.library)
        complete.append(replace(briefing, pages=pages))
        faults += page_faults
    return tuple(complete), faults


def read_blocks(
    pages: tuple[Page, ...],
    briefing: Briefing | None,
    briefings: tuple[Briefing, ...],
    library: Library,
) -> tuple[tuple[Page, ...], list[Diagnostic]]:
    """The pages with the options of their blocks, and what is wrong with those."""
    faults: list[Diagnostic] = []
    complete: list[Page] = []
    for page in pages:
        writer = PageWriter(page.path, library, briefing, briefings)
        around = Surroundings(library, briefings, writer, briefing)
        read = [_read_block(block, around) for block in page.blocks]
        complete.append(replace(page, blocks=tuple(block for block, _ in read)))
        faults += [diagnostic for _, found in read for diagnostic in found]
    return tuple(complete), faults


def _read_block(block: Block, around: Surroundings) -> tuple[Block, list[Diagnostic]]:
    kind = blocks()[block.name]
    body = block.body.text[block.body_start : block.body_end]
    document = read_yaml(block.body, block.body_start, block.body_end)
    opening = Span(block.body.path, block.span.start, block.span.start + 3 + len(block.name))
    if document.faults:
        return block, [_invalid(fault.message, fault.span) for fault in document.faults]
    options, faults = read_record(kind.options, document)
    if options is None:
        return block, [
            _invalid(fault.message, (fault.span if body.strip() else None) or opening, fault.help)
            for fault in faults
        ]
    wrong = [
        _invalid(fault.message, document.span(fault.place) or opening, fault.help)
        for fault in kind.faults(options, around)
    ]
    return (block if wrong else replace(block, options=options)), wrong


def _snapshot_hashes(workspace: Workspace, library: Library) -> Callable[[str], str | None]:
    folder = f"{FOLDER}/snapshots"

    @cache
    def paths() -> dict[str, str]:
        return {path.rsplit("/", 1)[-1].split(".")[0]: path for path in workspace.files(folder)}

    @cache
    def stored(source_id: str) -> str | None:
        source = library.get(source_id)
        path = paths().get(source.snapshot.sha256) if source and source.snapshot else None
        return sha256(workspace.read(path)).hexdigest() if path else None

    return stored


def _all_pages(briefings: Iterable[Briefing], free: Iterable[Page]) -> Iterator[Page]:
    for briefing in briefings:
        yield from briefing.pages
        yield from briefing.field_pages
    yield from free


def _invalid(message: str, span: Span, advice: str = "") -> Diagnostic:
    return Diagnostic("invalid-block", Severity.ERROR, message, span, help=advice)
