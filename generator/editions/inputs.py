"""What an edition is made of: its files with their hashes, and where they differ from a commit."""

from collections.abc import Iterator
from hashlib import sha256

from generator.commit_workspace import CommitWorkspace, commit_workspace
from generator.errors import HistoryError
from generator.git.repository import Repository
from generator.library.load import FOLDER
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.edition import Edition
from generator.profiles import FOLDER as PROFILES
from generator.project import SETTINGS
from generator.workspace import Workspace

_SNAPSHOTS = f"{FOLDER}/snapshots/"
_TEMPLATES = "templates/pages"


def input_paths(workspace: Workspace, briefing: Briefing, build: Build) -> tuple[str, ...]:
    """The files that go into the briefing, captured pages apart, sorted."""
    used = [source for name in briefing.used if (source := build.library.get(name))]
    folder = briefing.file.path.rsplit("/", 1)[0]
    names_shared = any(entry.is_shared for entry in briefing.entries)
    paths = {
        SETTINGS,
        *((build.glossary.file.path,) if names_shared else ()),
        *workspace.files(folder),
        *workspace.files(_TEMPLATES),
        *workspace.files(PROFILES),
        *(source.file.path for source in used),
        *(f"{FOLDER}/{source.data}" for source in used if source.data),
    }
    return tuple(sorted(path for path in paths if workspace.exists(path)))


def uncommitted(paths: tuple[str, ...], local: Workspace, past: CommitWorkspace) -> tuple[str, ...]:
    """The paths whose content a commit does not have, as it stands; line ends do not count."""
    return tuple(path for path in paths if not _is_committed(path, local, past))


def digests(
    paths: tuple[str, ...], past: Workspace, briefing: Briefing, build: Build
) -> tuple[tuple[str, str], ...]:
    """Each input with the SHA-256 of its content; of captured pages the one in the library."""
    read = {path: sha256(past.read(path)).hexdigest() for path in paths}
    return tuple(sorted({**read, **dict(_captured(briefing, build))}.items()))


def edition_commit(repository: Repository, edition: Edition) -> str:
    """The commit of an edition: the one it names, its tag, or one with the same content.

    A history that was rewritten has other names for the same content. Raises HistoryError.
    """
    for name in (edition.commit, f"refs/tags/{edition.tag}"):
        commit = repository.commit(name) if name else None
        if commit is not None and _has_content(repository, commit, edition):
            return commit
    for commit in repository.commits_touching(_folder(edition)):
        if _has_content(repository, commit, edition):
            return commit
    raise HistoryError(
        f"no commit here has the content of edition {edition.number} of {edition.briefing}"
        f"{repository.why_missing or '; fetch the branch and the tags that have it'}"
    )


def _is_committed(path: str, local: Workspace, past: CommitWorkspace) -> bool:
    if not past.exists(path) or not local.exists(path):
        return False
    one, other = local.read(path), past.read(path)
    return one == other or one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")


def _captured(briefing: Briefing, build: Build) -> Iterator[tuple[str, str]]:
    for name in briefing.used:
        source = build.library.get(name)
        if source and source.snapshot:
            yield f"{_SNAPSHOTS}{source.snapshot.sha256}", source.snapshot.sha256


def _folder(edition: Edition) -> str:
    own = f"/{edition.briefing}/briefing.yml"
    named = (path for path, _ in edition.inputs if path.endswith(own))
    return next(named, f"docs/briefings/{edition.briefing}/").rsplit("/", 1)[0]


def _has_content(repository: Repository, commit: str, edition: Edition) -> bool:
    wanted = [pair for pair in edition.inputs if not pair[0].startswith(_SNAPSHOTS)]
    past = commit_workspace(repository, commit)
    return bool(wanted) and all(
        past.exists(path) and sha256(past.read(path)).hexdigest() == digest
        for path, digest in sorted(wanted, key=lambda pair: not pair[0].endswith("briefing.yml"))
    )
