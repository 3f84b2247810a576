"""Writes a briefing, or its missing pages, for an editor to go on from.

What the curator noted is written as an assembled page would print it. Where a source has no note
for a page, passages of its text are proposed, each marked as a proposal until a person has read it.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches

from generator.assembly import page_templates
from generator.briefing.load import AUTHORED, is_slug
from generator.briefing.notes import sources_of
from generator.build import compile_project
from generator.errors import UsageError
from generator.library.proposals import propose_notes
from generator.model.briefing import Briefing, Status
from generator.model.build import Build
from generator.model.page import SECTION_KINDS, PageKind, PageText
from generator.model.source import Library, Note, Section, Source
from generator.model.span import TextFile
from generator.pages import page_makers
from generator.project import Project, load_project
from generator.text.words import word_count
from generator.workspace import LocalWorkspace

MARK = " <!-- standfirst: proposed -->"
_SECTIONS = {kind: section for section, kind in SECTION_KINDS.items()}
_CURLY = re.compile("[“”]")


def draft(workspace: LocalWorkspace, slug: str, source_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Write briefing.yml and the section pages that are missing; returns their paths.

    Without ids the briefing's own sources are used, else those that no briefing uses. Nothing is
    overwritten, and a draft that fails leaves nothing behind. Raises UsageError.
    """
    if not is_slug(slug):
        raise UsageError(
            f"`{slug}` cannot name a briefing: use lower case letters, digits and hyphens"
        )
    project, build = load_project(workspace), compile_project(workspace)
    folder = f"{project.docs_dir}/briefings/{slug}"
    missing = [kind for kind in AUTHORED if not workspace.exists(f"{folder}/{kind}.md")]
    has_head = workspace.exists(f"{folder}/briefing.yml")
    if not missing and has_head:
        raise UsageError(f"{folder} has all its pages already; delete a page to draft it anew")
    old = next((briefing for briefing in build.briefings if briefing.slug == slug), None)
    if has_head and old is None:
        raise UsageError(f"{folder}/briefing.yml cannot be read; `standfirst check` says why")
    briefing = _briefing(build, old, f"{folder}/briefing.yml", slug, source_ids)
    library = _with_proposals(build.library, briefing, old, project, missing)
    texts = {
        f"{folder}/{kind}.md": _page(_assembled(workspace, kind, briefing, library), build.library)
        for kind in missing
    }
    if not has_head:
        texts = {f"{folder}/briefing.yml": _head(briefing), **texts}
    _write(workspace, texts)
    return tuple(texts)


def _briefing(
    build: Build, old: Briefing | None, path: str, slug: str, source_ids: tuple[str, ...]
) -> Briefing:
    """The briefing to be drafted: the old one, or a new one on the sources given."""
    sources = _sources(build, old, source_ids)
    ids = tuple(source.id for source in sources)
    if old:
        return replace(old, sources=ids, source_tags=())
    languages = {source.language for source in sources}
    return Briefing(
        slug=slug,
        file=TextFile(path, ""),
        title=sources[0].title or slug,
        language=languages.pop() if len(languages) == 1 else build.language,
        status=Status.DRAFT,
        sources=ids,
    )


def _sources(build: Build, old: Briefing | None, source_ids: tuple[str, ...]) -> tuple[Source, ...]:
    """The sources named, else those of the briefing, else those that no briefing uses."""
    if source_ids:
        return tuple(_known(build.library, source_id) for source_id in dict.fromkeys(source_ids))
    own = sources_of(old, build.library) if old else ()
    used = {source_id for briefing in build.briefings for source_id in briefing.used}
    found = own or tuple(source for source in build.library.sources if source.id not in used)
    if not found:
        raise UsageError(
            "no source is left that no briefing uses; take one in with `standfirst add`, or name"
            " some with `--from ID`"
        )
    return found


def _known(library: Library, source_id: str) -> Source:
    source = library.get(source_id)
    if source:
        return source
    near = get_close_matches(source_id, [known.id for known in library.sources], n=1, cutoff=0.3)
    advice = f"the nearest is `{near[0]}`" if near else "`standfirst sources` lists them"
    raise UsageError(f"no source is called `{source_id}`; {advice}")


def _with_proposals(
    library: Library,
    briefing: Briefing,
    old: Briefing | None,
    project: Project,
    missing: Iterable[PageKind],
) -> Library:
    """The library, with a proposed note for each passage, which spans the passage itself."""
    wanted = {_SECTIONS[kind] for kind in missing}
    chosen = set(briefing.sources)
    return Library(
        tuple(
            _with_notes(source, _words_left(source, old, project), wanted)
            if source.id in chosen
            else source
            for source in library.sources
        ),
        library.tables,
    )


def _with_notes(source: Source, limit: int, wanted: set[Section]) -> Source:
    unnoted = wanted - {note.section for note in source.notes}
    proposed = tuple(
        Note(
            section=proposal.section,
            says=proposal.says,
            quote=proposal.quote,
            span=source.file.span(
                source.body_start + proposal.start, source.body_start + proposal.end
            ),
        )
        for proposal in propose_notes(source, limit, sections=unnoted)
    )
    return replace(source, notes=(*source.notes, *proposed))


def _words_left(source: Source, old: Briefing | None, project: Project) -> int:
    """What may still be quoted of the source beside its notes and the briefing's own pages."""
    total = word_count(source.body)
    quoted = {note.quote for note in source.notes if note.quote}
    for page in (*old.pages, *old.field_pages) if old else ():
        quoted.update(
            quotation.original or quotation.text
            for quotation in page.quotations
            if quotation.match and quotation.match.source_id == source.id
        )
    allowed = min(project.quotation_share * total, project.quotation_words)
    return int(allowed) - sum(map(word_count, quoted))


def _assembled(
    workspace: LocalWorkspace, kind: PageKind, briefing: Briefing, library: Library
) -> PageText:
    return page_makers()[kind.value].assemble(briefing, library, page_templates(workspace))


def _page(text: PageText, library: Library) -> str:
    """The page as a file: front matter, then the text with a mark on each proposed line."""
    curated = {note.span for source in library.sources for note in source.notes}
    lines = text.file.text
    for origin in reversed(text.origins):
        if origin.span not in curated:
            line = _CURLY.sub('"', lines[origin.start : origin.end])
            lines = f"{lines[: origin.start]}{line}{MARK}{lines[origin.end :]}"
    return f"---\ntitle: {_scalar(text.title)}\n---\n\n{lines.strip()}\n"


def _head(briefing: Briefing) -> str:
    """briefing.yml of a new briefing."""
    sources = "".join(f"  - {_scalar(source_id)}\n" for source_id in briefing.sources)
    return (
        f"title: {_scalar(briefing.title)}\n"
        "# One paragraph that a busy reader can stop after:\n"
        'standfirst: ""\n'
        f"language: {_scalar(briefing.language)}\n"
        f"status: {briefing.status}\n"
        f"sources:\n{sources}"
    )


def _scalar(text: str) -> str:
    """A YAML scalar in double quotation marks, on one line."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(workspace: LocalWorkspace, texts: dict[str, str]) -> None:
    """Write all files or none. Folders made on the way go again too."""
    parent = workspace.root / next(iter(texts)).rsplit("/", 1)[0]
    made = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    written: list[str] = []
    try:
        for path, text in texts.items():
            workspace.write_new(path, text.encode())
            written.append(path)
    except BaseException:
        for path in written:
            workspace.remove(path)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise
