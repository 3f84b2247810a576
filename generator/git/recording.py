"""Records one file as a commit, and a tag on it, without touching anything else.

Nothing of the work tree is read and no hook, signature, filter or monitor runs: the objects are
made with git's plumbing, and the references move in one step, only from where they were.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.errors import HistoryError
from generator.git.borrowed import git_environment, run_git
from generator.git.repository import Repository

_NONE = "0" * 40
"""The name of no object; of mode 0, git reads it as an order to take the entry out."""
_OFF = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")


@dataclass(frozen=True, slots=True)
class Record:
    """What is to be committed: a file of the project, with the words for commit and tag."""

    path: str
    content: bytes
    message: str
    moment: datetime
    tag: str = ""


def record_file(repository: Repository, parent: str, record: Record) -> str:
    """Commit `record` on top of `parent`, which HEAD must still be; the new commit's name."""
    path = f"{repository.checkout.prefix}{record.path}"
    writing = _Writing(repository, _signed(repository, record.moment))
    blob = writing.write("hash-object", "-w", "--stdin", given=record.content)
    writing.write("read-tree", parent)
    writing.write("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    tree = writing.write("write-tree")
    message = record.message.encode()
    commit = writing.write("commit-tree", "--no-gpg-sign", "-p", parent, tree, given=message)
    orders = [f"update HEAD {commit} {parent}"]
    if record.tag:
        orders.append(f"create refs/tags/{record.tag} {writing.tag(commit, record)}")
    before = repository.tree(parent).get(path)
    _stage(repository, path, blob)
    try:
        _move(repository, orders, record.tag)
    except HistoryError:
        _stage(repository, path, before.object_id if before else "")
        raise
    return commit


def _stage(repository: Repository, path: str, blob: str) -> None:
    """Put the file into the index as committed, else `git status` would call it deleted.

    Git opens the index from the private directory, whose settings name no filter: on writing an
    index it may read files of the work tree again, through any filter that it knows.
    """
    checkout = repository.checkout
    for shared in checkout.git_dir.glob("sharedindex.*"):
        shutil.copyfile(shared, repository.private_dir / shared.name)
    environment = {**repository.environment, "GIT_INDEX_FILE": str(checkout.git_dir / "index")}
    entry = f"100644 {blob}\t{path}\0" if blob else f"0 {_NONE}\t{path}\0"
    arguments = ["-c", "core.splitIndex=false", "update-index", "-z", "--index-info"]
    done = run_git(arguments, environment, repository.private_dir, entry.encode())
    if done.returncode:
        raise HistoryError(_failed(checkout.top, "update-index", done.stderr))


@dataclass(frozen=True, slots=True)
class _Writing:
    """Makes objects in the repository's own store, with an index of its own."""

    repository: Repository
    signature: Mapping[str, str]

    def write(self, *arguments: str, given: bytes = b"") -> str:
        """Run git; the name of the object that it made."""
        private = self.repository.private_dir
        environment = {
            **self.repository.environment,
            **self.signature,
            "GIT_OBJECT_DIRECTORY": str(self.repository.checkout.common_dir / "objects"),
            "GIT_INDEX_FILE": str(private / "index"),
        }
        done = run_git(list(arguments), environment, private, given)
        if done.returncode:
            raise HistoryError(_failed(self.repository.checkout.top, arguments[0], done.stderr))
        return done.stdout.decode("ascii").strip()

    def tag(self, commit: str, record: Record) -> str:
        """The name of an annotated tag on the commit."""
        signature = self.signature
        when = f"{int(record.moment.timestamp())} +0000"
        who = f"{signature['GIT_COMMITTER_NAME']} <{signature['GIT_COMMITTER_EMAIL']}> {when}"
        lines = (f"object {commit}", "type commit", f"tag {record.tag}", f"tagger {who}", "")
        text = "\n".join((*lines, record.message))
        return self.write("mktag", given=text.encode())


def _signed(repository: Repository, moment: datetime) -> dict[str, str]:
    """Who commits and when, as the user's own settings say; reading them runs nothing."""
    name, email = (_setting(repository, f"user.{part}") for part in ("name", "email"))
    if not name or not email:
        raise HistoryError(
            "git does not know whose commit this is; say it with"
            " `git config user.name …` and `git config user.email …`"
        )
    when = f"{int(moment.timestamp())} +0000"
    return {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", name), ("EMAIL", email), ("DATE", when))
    }


def _setting(repository: Repository, wanted: str) -> str:
    checkout = repository.checkout
    environment = _own_environment(checkout.git_dir)
    for name in ("GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_GLOBAL"):
        environment.pop(name)
        if name in os.environ:
            environment[name] = os.environ[name]
    done = run_git(["config", "--get", wanted], environment, checkout.top)
    return done.stdout.decode("utf-8", "replace").strip()


def _move(repository: Repository, orders: list[str], tag: str) -> None:
    """Move the references of the repository itself, all or none, with its hooks off."""
    checkout = repository.checkout
    given = "".join(f"{order}\n" for order in orders).encode()
    arguments = [*_OFF, "update-ref", "-m", f"release: {tag}", "--stdin"]
    done = run_git(arguments, _own_environment(checkout.git_dir), checkout.top, given)
    if done.returncode:
        raise HistoryError(_failed(checkout.top, "update-ref", done.stderr))


def _own_environment(git_dir: Path) -> dict[str, str]:
    environment = git_environment(git_dir)
    environment["GIT_OPTIONAL_LOCKS"] = "1"
    return environment


def _failed(top: Path, order: str, stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    words = (lines[-1] if lines else "it said nothing").removeprefix("fatal: ")
    return f"git {order} failed in {top}: {words}"
