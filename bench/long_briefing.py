"""A long invented briefing, the same at every run: text, quotations, tables, charts, timelines."""

import random
from pathlib import Path

SLUG = "long"
_SETTINGS = """\
site_name: Bench
site_url: https://bench.example/
theme:
  name: material
plugins:
  - standfirst: {severity: {quotation-budget: off, number-not-in-source: off}}
markdown_extensions: [attr_list, admonition, tables, footnotes]
"""
_SOURCES = 80
_WORDS = (
    *("harbour", "council", "report", "market", "water", "ferry", "season", "traffic", "village"),
    *("station", "library", "archive", "teacher", "engine", "signal", "ledger", "window", "garden"),
    *("bridge", "winter", "summer", "morning", "evening", "budget", "permit", "survey", "record"),
    *("ticket", "cargo", "pilot", "editor", "reader", "writer", "office", "opens", "closes"),
    *("moves", "waits", "counts", "names", "finds", "keeps", "loses", "holds", "quiet", "early"),
    *("steady", "broad", "narrow", "local", "public", "private", "former", "current", "weekly"),
)


def write_long_project(folder: Path, sections: int) -> None:
    """Write a project with one briefing of three chapters with so many sections each."""
    draw = random.Random(20260302)  # noqa: S311 (no secret: the same project at every run)
    bodies = [[_sentence(draw) for _ in range(24)] for _ in range(_SOURCES)]
    _write(folder / "mkdocs.yml", _SETTINGS)
    _write(folder / "docs/index.md", "# Bench\n")
    for number, sentences in enumerate(bodies):
        _write(folder / f"sources/s-{number:03d}.md", _source(number, sentences))
    briefing = folder / f"docs/briefings/{SLUG}"
    _write(briefing / "briefing.yml", _BRIEFING)
    _write(briefing / "data/series.csv", "year,harbour\n2021,12\n2022,19\n2023,31\n2024,28\n")
    for kind in ("trend", "context", "outlook"):
        parts = [_section(draw, bodies, f"{kind}-{number}") for number in range(sections)]
        _write(briefing / f"{kind}.md", "\n\n".join(parts) + "\n")


_BRIEFING = """\
title: The long report of the harbour
standfirst: What the quays told the desk, in more pages than anybody asked for.
authors: [Bench desk]
published: 2026-03-02
updated: 2026-03-09
status: published
marking: TLP:CLEAR
judgements:
  - id: kj-quays
    says: The quays will keep what they have.
    likelihood: likely
    confidence: moderate
    because: They have kept it so far.
    cite: ["@s-001"]
"""


def _source(number: int, sentences: list[str]) -> str:
    paragraphs = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 24, 4))
    return (
        f"---\ntitle: Article {number} of the harbour\npublisher: Harbour Times\n"
        f"published: 2026-0{number % 2 + 1}-{number % 28 + 1:02d}\n"
        f"url: https://harbour.example/news/{number}\nreliability: B\ncredibility: 2\n"
        f"grade_reason: Its own reporting\n---\n\n{paragraphs}\n"
    )


def _sentence(draw: random.Random) -> str:
    words = " ".join(_some_words(draw))
    return f"{words[:1].upper()}{words[1:]}."


def _section(draw: random.Random, bodies: list[list[str]], name: str) -> str:
    number = int(name.rpartition("-")[2])
    title = " ".join(_some_words(draw)[:5])
    parts = [f"## {title.capitalize()} {{#{name}}}"]
    parts += [_paragraph(draw) for _ in range(3)]
    if number % 2 == 0:
        source = draw.randrange(len(bodies))
        words = draw.choice(bodies[source]).removesuffix(".").split()[1:9]
        parts.append(f'The desk reads that "{" ".join(words)}" [@s-{source:03d}].')
    if number % 3 == 1:
        parts.append(_table(draw))
    if number % 6 == 2:
        parts.append(_CHART.format(title=title.capitalize()))
    if number % 8 == 5:
        parts.append(f'!!! note "{title.capitalize()}"\n    {_paragraph(draw)}')
    return "\n\n".join(parts)


_CHART = """```chart
data: data/series.csv
x: year
y: harbour
mark: step
title: {title}
```"""


def _paragraph(draw: random.Random) -> str:
    cited = [f"{_sentence(draw)[:-1]} [@s-{draw.randrange(_SOURCES):03d}]." for _ in range(2)]
    return " ".join([*cited, *(_sentence(draw) for _ in range(4))])


def _table(draw: random.Random) -> str:
    cells = [" ".join(_some_words(draw)[:3]) for _ in range(28)]
    rows = [f"| {' | '.join(cells[at : at + 4])} |" for at in range(0, 28, 4)]
    return "\n".join([rows[0], "|---|---|---|---|", *rows[1:]])


def _some_words(draw: random.Random) -> list[str]:
    return draw.choices(_WORDS, k=draw.randint(9, 18))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
