"""Large invented projects, the same at every run, and the same quotations as the peer takes them.

The peer is `citations` (PyPI): it looks for each quotation of a `claims/*.yaml` in one text file.
"""

import json
import random
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_WORDS = (
    *("harbour", "council", "report", "figure", "market", "water", "ferry", "season"),
    *("traffic", "measure", "village", "station", "library", "archive", "teacher", "engine"),
    *("signal", "ledger", "window", "garden", "bridge", "winter", "summer", "morning"),
    *("evening", "budget", "permit", "survey", "record", "ticket", "cargo", "pilot"),
    *("editor", "reader", "writer", "member", "office", "rises", "falls", "grows"),
    *("shrinks", "holds", "opens", "closes", "moves", "waits", "counts", "names"),
    *("finds", "keeps", "loses", "quiet", "early", "late", "steady", "broad"),
    *("narrow", "local", "public", "private", "former", "current", "annual", "weekly"),
)
_PLACES = ("north", "south", "east", "west", "upper", "lower", "outer", "inner")
_SETTINGS = "site_name: Bench\ntheme:\n  name: material\nplugins:\n  - standfirst\n"


@dataclass(frozen=True)
class Quoted:
    """A quotation as the author wrote it, and the source it is from."""

    source_id: str
    text: str


@dataclass(frozen=True)
class Shape:
    """How large a project is; a source has between `least` and `most` sentences."""

    sources: int
    quotations: int
    briefings: int
    least: int = 10
    most: int = 50


def write_project(folder: Path, shape: Shape) -> list[Quoted]:
    """Write a project and return its quotations: one in ten with other marks, one in a hundred
    with a changed word.
    """
    draw = random.Random(20260302)  # noqa: S311 (no secret: the same project at every run)
    bodies = {f"s-{number:05d}": _body(draw, shape) for number in range(shape.sources)}
    _write(folder / "mkdocs.yml", _SETTINGS)
    _write(folder / "docs" / "index.md", "# Bench\n")
    for source_id, sentences in bodies.items():
        _write(folder / "sources" / f"{source_id}.md", _source(source_id, sentences))
    quoted = [_quoted(draw, bodies, number) for number in range(shape.quotations)]
    share = -(-len(quoted) // shape.briefings)
    for number in range(shape.briefings):
        own = quoted[number * share : (number + 1) * share]
        _write_briefing(folder / "docs" / "briefings" / f"b-{number:03d}", number, own)
    return quoted


def write_claims(folder: Path, project: Path, quoted: list[Quoted]) -> None:
    """Write the same quotations for the peer: a claims file and a text file for each source."""
    for path in sorted((project / "sources").glob("*.md")):
        text = path.read_text(encoding="utf-8").split("---\n", 2)[2].strip()
        _write(folder / "sources" / f"{path.stem}.txt", text)
        own = [one.text for one in quoted if one.source_id == path.stem]
        claims = {f"q{number}": {"quotes": [{"exact": text}]} for number, text in enumerate(own)}
        pin = sha256(text.encode()).hexdigest()
        local = f"sources/{path.stem}.txt"
        head = {"citation": path.stem, "local": local, "sha256": pin}
        # JSON is YAML; the peer reads it with a YAML reader either way.
        content = json.dumps({"source": head, "claims": claims}, ensure_ascii=False)
        _write(folder / "claims" / f"{path.stem}.yaml", content)


def _body(draw: random.Random, shape: Shape) -> list[str]:
    return [_sentence(draw) for _ in range(draw.randint(shape.least, shape.most))]


def _sentence(draw: random.Random) -> str:
    words = draw.choices(_WORDS, k=draw.randint(8, 18))
    words[draw.randrange(len(words))] = f"{draw.randint(2, 990)}.{draw.randint(1, 9)}%"
    words.insert(2, f"the {draw.choice(_PLACES)} quay's")
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]}."


def _source(source_id: str, sentences: list[str]) -> str:
    number = int(source_id[2:])
    paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    return (
        f"---\ntitle: Article {number}\npublisher: Harbour Times\n"
        f"published: 2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}\n"
        f"url: https://harbour.example/{number}\nreliability: B\ncredibility: 2\n"
        f"notes:\n  - section: trend\n    says: Point {number} of the survey.\n"
        f'    quote: "{" ".join(sentences[0].split()[:6])}"\n'
        f"---\n\n" + "\n\n".join(paragraphs) + "\n"
    )


def _quoted(draw: random.Random, bodies: dict[str, list[str]], number: int) -> Quoted:
    source_id = draw.choice(sorted(bodies)[:: max(1, len(bodies) // 1000)])
    words = draw.choice(bodies[source_id]).removesuffix(".").split()
    start = draw.randint(0, max(0, len(words) - 7))
    text = " ".join(words[start : start + draw.randint(6, 14)])
    if number % 10 == 0:
        text = text.replace("'", "’")
    if number % 100 == 50:
        text = text.replace(" the ", " a ")
    return Quoted(source_id, text)


def _write_briefing(folder: Path, number: int, quoted: list[Quoted]) -> None:
    _write(folder / "briefing.yml", f"title: Briefing {number}\nstatus: draft\n")
    share = -(-len(quoted) // 3)
    for page, kind in enumerate(("trend", "context", "outlook")):
        own = quoted[page * share : (page + 1) * share]
        lines = [f'The desk reads that "{one.text}" [@{one.source_id}].' for one in own]
        paragraphs = [" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4)]
        _write(folder / f"{kind}.md", "\n\n".join(paragraphs) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
