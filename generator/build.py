"""The pipeline: from a workspace to a compiled build.

    settings → library → briefings (authored or assembled pages, parsed) → checks

Everything below is pure but for the workspace; what publishes a build stands above.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256

from generator.assembly import page_templates
from generator.blocks import Surroundings, blocks
from generator.briefing import Bodies, parse_page
from generator.briefing.files import bad_metadata
from generator.briefing.glossary import load_glossary
from generator.briefing.load import briefing_slugs, load_briefing, page_text
from generator.checks import Scope
from generator.committed import last_committed
from generator.editions.lock import read_lock
from generator.errors import WorkspaceError
from generator.fonts import ProjectFonts
from generator.library.load import FOLDER, load_library
from generator.memo import Memo, NoMemo
from generator.model.actor import Glossary
from generator.model.addresses import Addresses
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.page import Block, Citation, CitationGroup, Page, PageKind
from generator.model.source import Library
from generator.model.span import Span, TextFile
from generator.parsing import Stage, parsed_briefing
from generator.project import Project, load_project
from generator.render import PageWriter
from generator.run_checks import Verdict, run_checks
from generator.schema import read_record
from generator.text.strict_yaml import read_yaml
from generator.tree import tree_faults
from generator.workspace import Workspace


def compile_project(workspace: Workspace, memo: Memo | None = None) -> Build:
    """Compile the project. What is wrong with its text is in `Build.diagnostics`.

    `memo` remembers earlier runs; the build is the same, to the letter, with any memo or none.
    """
    memo = memo or NoMemo()
    with without_collector():
        build = _compiled(workspace, memo, checked=True)
    memo.save()
    return build


def read_project(workspace: Workspace, memo: Memo) -> Build:
    """The same, but nothing is checked: for comparing what two states say."""
    with without_collector():
        return _compiled(workspace, memo, checked=False)


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


def _compiled(workspace: Workspace, memo: Memo, *, checked: bool) -> Build:
    project = load_project(workspace)
    loaded = load_library(workspace, language=project.language, memo=memo)
    bodies, lock = Bodies(loaded.library, memo), read_lock(workspace)
    shared = load_glossary(workspace, project.docs_dir, project.language)
    templates = page_templates(workspace, memo)
    stage = Stage(project, loaded.library, bodies, templates, lock, shared)
    heads = [
        load_briefing(workspace, project.docs_dir, slug, project.language)
        for slug in briefing_slugs(workspace, project.docs_dir)
    ]
    parsed = tuple(parsed_briefing(head, stage) for head in heads if head.briefing)
    free, free_faults = _free_pages(workspace, stage)
    briefings, block_faults = _with_blocks(parsed, stage)
    free, more_block_faults = read_blocks(free, None, briefings, loaded.library)
    faults = [*loaded.diagnostics, *free_faults, *block_faults, *more_block_faults]
    faults += [*lock.diagnostics, *shared.diagnostics]
    faults += tree_faults(workspace, project.docs_dir, FOLDER)
    faults += [diagnostic for head in heads for diagnostic in head.diagnostics]
    scope = scope_of(workspace, project, loaded.library, briefings, shared.glossary)
    pages = (*free, *_unnamed(briefings, stage))
    verdict = run_checks(scope, pages, faults, bodies) if checked else Verdict(tuple(faults))
    files = [project.file, *loaded.files, *(file for head in heads for file in head.files)]
    files += [*shared.files, *(page.text.file for page in _all_pages(briefings, free))]
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
        addresses=Addresses(indexes=_indexes(briefings, free)),
        glossary=shared.glossary,
    )


def _unnamed(briefings: tuple[Briefing, ...], stage: Stage) -> tuple[Page, ...]:
    """The fields of shared actors and terms that no briefing names, which no other page shows."""
    named = {entry.id for briefing in briefings for entry in briefing.entries if entry.is_shared}
    rest = [entry for entry in stage.shared.glossary.entries if entry.id not in named]
    reading = stage.reading(None)
    return tuple(parse_page(text, reading) for text in stage.shared.fields(rest))


def _indexes(briefings: tuple[Briefing, ...], free: tuple[Page, ...]) -> frozenset[str]:
    """The paths of the pages that are the index of their folder."""
    names = {page.text.path for page in free if page.text.file.path.endswith("/index.md")}
    return frozenset({"", *names, *(briefing.path for briefing in briefings)})


def scope_of(
    workspace: Workspace,
    project: Project,
    library: Library,
    briefings: tuple[Briefing, ...],
    glossary: Glossary,
) -> Scope:
    """What the checks of a project may look at."""
    return Scope(
        project,
        library,
        briefings,
        _snapshot_hashes(workspace, library),
        today=workspace.today(),
        coverage=ProjectFonts(workspace),
        glossary=glossary,
        committed=last_committed(workspace, briefings),
    )


def _free_pages(
    workspace: Workspace, stage: Stage
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Pages outside the briefings whose front matter says `standfirst: true`."""
    docs = stage.project.docs_dir
    pages: list[Page] = []
    faults: list[Diagnostic] = []
    for path in workspace.files(docs):
        if not path.endswith(".md") or path.startswith(f"{docs}/briefings/"):
            continue
        try:
            content = workspace.read(path)
        except WorkspaceError as error:
            faults.append(bad_metadata(str(error), Span(path, 0, 0)))
            continue
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
    briefings: tuple[Briefing, ...], stage: Stage
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
        blocks_read = tuple(block for block, _ in read)
        cited = [group for block in blocks_read for group in _cited_by(block, around)]
        groups = tuple(sorted((*page.groups, *cited), key=lambda group: group.span))
        complete.append(replace(page, blocks=blocks_read, groups=groups))
        faults += [diagnostic for _, found in read for diagnostic in found]
    return tuple(complete), faults


def _cited_by(block: Block, around: Surroundings) -> Iterator[CitationGroup]:
    """What the block cites without its author naming it, as if written in its first line."""
    if block.options is not None:
        span = _opening(block)
        ids = blocks()[block.name].cites(block.options, around)
        known = (source_id for source_id in ids if around.library.get(source_id))
        citations = tuple(Citation(source_id, span) for source_id in known)
        if citations:
            yield CitationGroup(span, citations)


def _opening(block: Block) -> Span:
    return Span(block.body.path, block.span.start, block.span.start + 3 + len(block.name))


def _read_block(block: Block, around: Surroundings) -> tuple[Block, list[Diagnostic]]:
    kind = blocks()[block.name]
    body = block.body.text[block.body_start : block.body_end]
    document = read_yaml(block.body, block.body_start, block.body_end)
    opening = _opening(block)
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
