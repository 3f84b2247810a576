"""When each file was last changed, in one walk through the history."""

from datetime import UTC, datetime

from generator.errors import HistoryError
from generator.git.repository import Repository


def last_modified(repository: Repository, commit: str = "HEAD") -> dict[str, datetime]:
    """The time of the newest commit that changed each file of the project, by path, in UTC.

    One `git log`, whatever the number of files. Raises HistoryError in a shallow clone, whose
    oldest commit seems to have changed everything: no date is better than a wrong one.
    """
    if repository.checkout.is_shallow:
        raise HistoryError(f"the dates of files are not known here{repository.why_missing}")
    prefix = repository.checkout.prefix.encode("utf-8", "surrogateescape")
    wanted = {path.encode("utf-8", "surrogateescape") for path in repository.tree(commit)}
    wanted = {path for path in wanted if path.startswith(prefix)}
    found: dict[str, datetime] = {}
    when = datetime.fromtimestamp(0, UTC)
    parts = iter(_log(repository, commit).split(b"\0"))
    for part in parts:
        if not part.lstrip(b"\n").startswith(b":"):
            when = datetime.fromtimestamp(int(part), UTC) if part.strip() else when
            continue
        path = next(parts)
        if path in wanted:
            wanted.remove(path)
            found[path.removeprefix(prefix).decode("utf-8", "surrogateescape")] = when
            if not wanted:
                break
    return found


def _log(repository: Repository, commit: str) -> bytes:
    """For each commit its seconds, then `:modes and names` and the path of each file it changed."""
    raw = ("--raw", "-z", "--no-renames", "--no-show-signature", "--no-abbrev")
    return repository.run("log", *raw, "--format=%ct", commit, "--")
