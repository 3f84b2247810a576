"""Releases an edition: checks, numbers it, writes it to `editions.lock`, commits and tags that."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.build import compile_project, read_project
from generator.commit_workspace import commit_workspace
from generator.editions.compare import Comparison, compare, summary
from generator.editions.explained import unexplained
from generator.editions.held import held
from generator.editions.inputs import digests, edition_commit, input_paths, uncommitted
from generator.editions.lock import LOCK, lock_text, read_lock
from generator.editions.wording import change_words
from generator.errors import HistoryError, UsageError
from generator.git.recording import Record, record_file
from generator.git.repository import Repository, open_repository
from generator.memo import NoMemo
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.edition import Edition, Subject
from generator.model.span import Span
from generator.text.plain import one_line
from generator.workspace import LocalWorkspace

_ERRORS_HERE = frozenset({"unreviewed-proposal", "unexplained-change", "forecast-rewritten"})
"""Warnings of `check` that an edition cannot be released with."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be released and how. A tag needs a commit to stand on."""

    slug: str
    message: str = ""
    commits: bool = True
    tags: bool = True


@dataclass(frozen=True, slots=True)
class Released:
    """The edition, or None where the diagnostics of `build` stand against it."""

    build: Build
    edition: Edition | None = None


def release(workspace: LocalWorkspace, wanted: Wanted) -> Released:
    """Release the next edition of a briefing. Raises UsageError and HistoryError."""
    build = compile_project(workspace)
    briefing = _released_briefing(build, wanted.slug)
    with open_repository(workspace.root) as repository:
        head = repository.require_commit("HEAD")
        past = commit_workspace(repository, head)
        paths = tuple(
            sorted(
                {
                    *input_paths(workspace, briefing, build),
                    *past.files(briefing.file.path.rsplit("/", 1)[0]),
                }
            )
        )
        changed = uncommitted(paths, workspace, past)
        if changed:
            return Released(_stopped(build, [*map(_uncommitted, changed)]))
        comparison = _comparison(repository, briefing, build)
        build = _stopped(build, [*_stricter(build, briefing, comparison)])
        if build.has_errors:
            return Released(build)
        edition = _edition(wanted, briefing, comparison, workspace)
        edition = replace(edition, commit=head, inputs=digests(paths, past, briefing, build))
        _refuse_same(briefing, edition)
        _record(workspace, repository, head, edition, wanted)
    return Released(build, edition)


def _released_briefing(build: Build, slug: str) -> Briefing:
    briefing = next((each for each in build.briefings if each.slug == slug), None)
    if briefing is None:
        known = ", ".join(each.slug for each in build.briefings)
        raise UsageError(f"there is no briefing `{slug}`; there are: {known}")
    if briefing.is_draft:
        raise UsageError(f"{slug} is a draft; write `status: published` in {briefing.file.path}")
    return briefing


def _uncommitted(path: str) -> Diagnostic:
    message = "this file is not committed as it stands"
    advice = "commit it, then release"
    return Diagnostic("uncommitted-changes", Severity.ERROR, message, Span(path, 0, 0), help=advice)


def _stopped(build: Build, further: list[Diagnostic]) -> Build:
    """The build with more diagnostics; of two at one place that say the same, the graver."""
    known = {(each.code, each.span, each.message) for each in further}
    kept = [each for each in build.diagnostics if (each.code, each.span, each.message) not in known]
    return replace(build, diagnostics=(*kept, *further))


def _comparison(repository: Repository, briefing: Briefing, build: Build) -> Comparison | None:
    """What changed since the last edition; None where this is the first."""
    if not briefing.editions:
        return None
    commit = edition_commit(repository, briefing.editions[-1])
    past = read_project(commit_workspace(repository, commit), NoMemo())
    return compare(briefing.slug, past, build)


def _stricter(
    build: Build, briefing: Briefing, comparison: Comparison | None
) -> Iterator[Diagnostic]:
    """What is a warning elsewhere and an error here, and changes of the text without a word."""
    folder = briefing.file.path.rsplit("/", 1)[0]
    for diagnostic in build.diagnostics:
        is_here = diagnostic.span is not None and diagnostic.span.path.startswith(f"{folder}/")
        if diagnostic.code in _ERRORS_HERE and is_here:
            yield replace(diagnostic, severity=Severity.ERROR)
    if comparison is None:
        return
    last = briefing.editions[-1]
    spans = {
        passage.either.place: passage.span
        for redline in comparison.redlines
        for passage in redline.passages
        if passage.after
    }
    for change in unexplained(comparison.changes, briefing, last.held):
        if change.subject not in (Subject.JUDGEMENT, Subject.FORECAST):
            yield Diagnostic(
                "unexplained-change",
                Severity.ERROR,
                f"{change_words(change)} since edition {last.number}, and nothing says why",
                spans.get(change.id, briefing.file.span(0, 1)),
                help=f"say it in `corrections:` with `ids: [{change.id}]`, or `minor: true`",
            )


def _edition(
    wanted: Wanted, briefing: Briefing, comparison: Comparison | None, workspace: LocalWorkspace
) -> Edition:
    return Edition(
        briefing=briefing.slug,
        number=(briefing.edition or 0) + 1,
        date=workspace.today().isoformat(),
        message=one_line(wanted.message),
        changes=summary(comparison) if comparison else (),
        held=held(briefing),
    )


def _refuse_same(briefing: Briefing, edition: Edition) -> None:
    if briefing.editions and briefing.editions[-1].inputs == edition.inputs:
        number = briefing.editions[-1].number
        raise UsageError(f"nothing has changed since edition {number} of {briefing.slug}")


def _record(
    workspace: LocalWorkspace,
    repository: Repository,
    head: str,
    edition: Edition,
    wanted: Wanted,
) -> None:
    """Write the lock, then commit and tag it; where that fails the lock is as it was."""
    lock = read_lock(workspace)
    before = workspace.read(LOCK) if lock.file else None
    content = lock_text([*lock.editions, edition]).encode()
    workspace.replace(LOCK, content)
    if not wanted.commits:
        return
    title = f"Release edition {edition.number} of {edition.briefing}"
    message = f"{title}\n\n{edition.message}\n" if edition.message else f"{title}\n"
    tag = edition.tag if wanted.tags else ""
    try:
        record_file(repository, head, Record(LOCK, content, message, workspace.now(), tag))
    except HistoryError:
        if before is None:
            workspace.remove(LOCK)
        else:
            workspace.replace(LOCK, before)
        raise
