"""What goes into a site: which files are named in its manifest, and which only count.

A manifest is public and much of a project is not. Named are files that readers know of anyway:
settings, templates, published pages, what briefings are written in, and the sources that the site
shows. Of a captured page it is the hash in its source's front matter that counts, which is
published in `evidence.json` too: git may ignore the capture itself. All other files (sources that
are not used, data, notes, pages left out) count in one digest, together with all that are named:
neither their names nor their number show, and nobody can try guesses on one of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.editions.inputs import input_paths
from generator.editions.lock import LOCK
from generator.library.load import FOLDER
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.manifest import Digests, ManifestBriefing
from generator.profiles import FOLDER as PROFILES
from generator.project import SETTINGS, load_project, settings_files
from generator.site.evidence import published_sources
from generator.workspace import LocalWorkspace

_TEMPLATES = ("templates/pages", "templates/theme", "templates/pdf")
_CAPTURES = f"{FOLDER}/snapshots/"


@dataclass(frozen=True, slots=True)
class Engine:
    """What MkDocs knows of a site: the files of `docs` that it publishes, by their paths there;
    its hooks and the theme's own folder; the names of its plugins; whether editions of the past
    are built too.
    """

    published: frozenset[str] = frozenset()
    code: tuple[Path, ...] = ()
    plugins: tuple[str, ...] = ()
    with_past: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """The digests of inputs: those that are named, and the one of all that may not be."""

    named: Digests
    private: str
    briefings: tuple[ManifestBriefing, ...]


def inputs_of(workspace: LocalWorkspace, build: Build, engine: Engine) -> Inputs:
    """All inputs of the build. Raises WorkspaceError where one cannot be read."""
    docs = load_project(workspace).docs_dir
    published = {f"{docs}/{path}" for path in engine.published}
    candidates = {*published, *_authored(build), *_settings(workspace, engine)}
    named = {path for path in candidates if workspace.exists(path)}
    captures = _captures(build)
    private = {path for path in workspace.files(FOLDER) if not path.startswith(_CAPTURES)}
    paths = {*named, *private, *workspace.files(docs)}
    digests = {path: sha256(workspace.read(path)).hexdigest() for path in sorted(paths)}
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    digests |= captures
    return Inputs(
        tuple(sorted((path, digests[path]) for path in {*named, *captures})),
        sha256(lines.encode("utf-8", "surrogateescape")).hexdigest(),
        tuple(_briefing(workspace, build, one, digests) for one in build.briefings),
    )


def _settings(workspace: LocalWorkspace, engine: Engine) -> Iterable[str]:
    yield from (SETTINGS, LOCK, *settings_files(workspace))
    for folder in (PROFILES, *_TEMPLATES):
        yield from workspace.files(folder)
    for path in engine.code:
        if path.is_relative_to(workspace.root):
            name = path.relative_to(workspace.root).as_posix()
            yield from workspace.files(name) if path.is_dir() else (name,)


def _authored(build: Build) -> Iterable[str]:
    """The files of briefings and free pages as written, and those of the sources shown."""
    for briefing in build.briefings:
        yield briefing.file.path
        yield from (page.text.file.path for page in briefing.pages)
    yield from (page.text.file.path for page in build.free_pages)
    for name in published_sources(build):
        source = build.library.get(name)
        if source:
            yield source.file.path


def _captures(build: Build) -> dict[str, str]:
    """The captures of sources that the site shows, by the name that they have in the library."""
    shown = (build.library.get(name) for name in published_sources(build))
    hashes = [source.snapshot.sha256 for source in shown if source and source.snapshot]
    return {f"{_CAPTURES}{digest}": digest for digest in hashes}


def _briefing(
    workspace: LocalWorkspace, build: Build, briefing: Briefing, digests: dict[str, str]
) -> ManifestBriefing:
    last = briefing.editions[-1] if briefing.editions else None
    if last is None:
        return ManifestBriefing(briefing.slug, str(briefing.status))
    now = {path: digests.get(path) for path in input_paths(workspace, briefing, build)}
    then = dict(last.inputs)
    known = {path: digest for path, digest in then.items() if not path.startswith(_CAPTURES)}
    same_captures = all(digests.get(path) == then[path] for path in then if path not in known)
    return ManifestBriefing(
        briefing.slug,
        str(briefing.status),
        last.number,
        last.date,
        last.commit or None,
        as_released=now == known and same_captures,
    )
