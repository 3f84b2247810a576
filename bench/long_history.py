"""A repository with a long invented history, and what its editions truly changed."""

import os
import random
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SLUG = "long"
EDITIONS = 10
_SETTINGS = """\
site_name: Bench
theme:
  name: material
plugins:
  - standfirst
markdown_extensions: [attr_list, tables, footnotes]
"""
_BRIEFING = """\
title: The long report of the harbour
standfirst: What the quays told the desk.
authors: [Bench desk]
published: 2026-03-02
status: published
"""
_WORDS = (
    *("harbour", "council", "report", "market", "water", "ferry", "season", "traffic", "village"),
    *("station", "library", "archive", "teacher", "engine", "signal", "ledger", "window", "garden"),
    *("bridge", "winter", "summer", "morning", "evening", "budget", "permit", "survey", "record"),
)
_PAGES = ("trend", "context", "outlook")


@dataclass
class History:
    """How many commits and files there are, and for each edition the claims that it changed."""

    commits: int
    files: int
    changed: list[set[str]] = field(default_factory=list)


def write_history(folder: Path, commits: int = 2000, files: int = 1000) -> History:
    """Make the repository in `folder`, with a tag `v1` … `v10` at each edition's commit.

    Every commit changes a claim and two notes of the desk; an edition is cut after every tenth
    part of the commits, so that about 300 claims differ between two editions of 2,000 commits.
    """
    draw = random.Random(20260302)  # noqa: S311 (no secret: the same history at every run)
    history = History(commits, files)
    subprocess.run(["git", "init", "--quiet", "-b", "main", str(folder)], check=True)
    claims = {name: [_claim(draw, name, at) for at in range(600)] for name in _PAGES}
    sources = files - len(_PAGES) - len(("mkdocs.yml", "index.md", "briefing.yml"))
    stream = [_commit(0, _first(draw, claims, sources))]
    changed: set[str] = set()
    for number in range(1, commits):
        written: dict[str, str] = {}
        for _ in range(2 if number % 2 else 1):
            name = draw.choice(_PAGES)
            at = draw.randrange(len(claims[name]))
            claims[name][at] = _claim(draw, name, at)
            changed.add(f"{name}-{at}")
            written[_page_path(name)] = _page(claims[name])
        written[f"sources/s-{draw.randrange(sources):04d}.md"] = _source(draw, number)
        stream.append(_commit(number, written))
        if (number + 1) % (commits // EDITIONS) == 0:
            stream.append(f"reset refs/tags/v{len(history.changed) + 1}\nfrom :{number + 1}\n\n")
            history.changed.append(changed)
            changed = set()
    _git(folder, "fast-import", "--quiet", given="".join(stream))
    _git(folder, "repack", "-adq")
    _git(folder, "reset", "--quiet", "--hard")
    return history


def _first(draw: random.Random, claims: dict[str, list[str]], sources: int) -> dict[str, str]:
    return {
        "mkdocs.yml": _SETTINGS,
        "docs/index.md": "# Bench\n",
        f"docs/briefings/{SLUG}/briefing.yml": _BRIEFING,
        **{_page_path(name): _page(claims[name]) for name in _PAGES},
        **{f"sources/s-{number:04d}.md": _source(draw, number) for number in range(sources)},
    }


def _page_path(name: str) -> str:
    return f"docs/briefings/{SLUG}/{name}.md"


def _page(claims: list[str]) -> str:
    return "\n\n".join(claims) + "\n"


def _claim(draw: random.Random, page: str, number: int) -> str:
    words = " ".join(draw.choices(_WORDS, k=12))
    return f"The {words} [@s-{number:04d}].\n{{#{page}-{number}}}"


def _source(draw: random.Random, number: int) -> str:
    words = " ".join(draw.choices(_WORDS, k=80))
    return (
        f"---\ntitle: Article {number} of the harbour\npublisher: Harbour Times\n"
        f"published: 2026-01-{number % 28 + 1:02d}\nreliability: B\ncredibility: 2\n"
        f"grade_reason: Its own reporting\n---\n\nThe {words}.\n"
    )


def _commit(number: int, files: dict[str, str]) -> str:
    when = 1772000000 + number * 600
    head = (
        f"commit refs/heads/main\nmark :{number + 1}\ncommitter Desk <d@b.example> {when} +0000\n"
    )
    parent = f"from :{number}\n" if number else ""
    listed = "".join(
        f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"
        for path, text in files.items()
    )
    return f"{head}data 4\nedit\n{parent}{listed}\n"


def _git(folder: Path, *arguments: str, given: str = "") -> None:
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments],
        cwd=folder,
        input=given.encode(),
        check=True,
        env={**os.environ, **settings},
    )
