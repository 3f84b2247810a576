"""The small project that the examples of checks, blocks and tests stand in. All of it is invented.

- `sources/harbour-2026-02-09.md`: a captured article of nine paragraphs. Shares of a company
  "rose 20 percent"; "synthetic clips" stands in it twice; the regulator "did not approve" a rule.
- `sources/quay-2026-02-10.md`: a captured article with reporting of its own.
- `sources/ministry-2026-01.md`: an abstract, so nothing can be quoted from it.
- `docs/briefings/example/`: a briefing that uses all three, with an authored trend page.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.workspace import MemoryWorkspace

TREND = "docs/briefings/example/trend.md"

_SETTINGS = """\
site_name: Harbour desk
site_url: https://desk.example/
theme:
  name: material
plugins:
  - standfirst
"""

_BRIEFING = """\
title: Video clips lift media shares
standfirst: A new model made clips that went round the world, and investors took note.
authors: [Desk]
published: 2026-03-02
updated: 2026-03-09
status: published
topics: [generative video]
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    likelihood: likely
    confidence: moderate
    because: The regulator points to rules that it has.
    cite: ["@harbour-2026-02-09", "@quay-2026-02-10"]
    alternatives: [A new law comes first.]
forecasts:
  - id: fc-lawsuit
    question: Will a studio sue over the model by 31 December 2026?
    opened: 2026-03-02
    resolves: 2026-12-31
    criteria: A complaint is filed in a court and reported by two outlets.
    probabilities: [{date: 2026-03-02, p: 0.45, because: Letters were sent}]
    cite: ["@quay-2026-02-10"]
"""

_TREND = """\
Shares of one film company "rose 20 percent" that Monday [@harbour-2026-02-09]. A second paper
saw the rise as a wager on licences [@quay-2026-02-10].
"""

_HARBOUR = """\
title: Video clips lift media shares
type: article-newspaper
authors: [Lin Example]
publisher: Harbour Times
published: 2026-02-09
accessed: 2026-02-14
url: https://harbour.example/video-clips
language: en
reliability: B
credibility: 2
grade_reason: Agency copy with named sources and dated market figures
tags: [markets]
notes:
  - id: shares
    section: trend
    says: Shares of a film company rose by a fifth on the Monday.
    quote: rose 20 percent
    date: 2026-02-09
  - section: outlook
    says: A lawyer expects the first suits within the year.
    date: 2026-12
"""

_HARBOUR_BODY = """\
A weekend of synthetic clips ended with a rush into film and media shares on the northern exchange.

Shares of Meridian Pictures rose 20 percent on Monday, the most in a year, on heavy trading. \
Those of Lantern Media gained 10 percent.

The clips were made with Tidal, a model that turns a sentence into fifteen seconds of film. Its \
maker put it before a small circle of testers on Friday evening.

# A question of rights

“It looked like a trailer for a film that nobody had shot,” said Ana Marlow, who edits \
commercials in the old port and was among the first to try it.

Revenue was $15 million in the quarter, the maker said, up from $1.2 million. It gave no figure \
for its costs.

The regulator did not approve the labelling rule before the holiday, yet it reminded platforms \
that an older rule is in force and names them.

Studios sent letters to the maker on Sunday. A lawyer for two of them warned that the clips are \
short, the rights are not, and expected the first suits within the year.

Platforms took down a few hundred synthetic clips that showed living actors. New ones appeared \
within the hour, some of them copies of those that had gone.

Analysts were of two minds. One called the rise a wager on licences; another saw a market that \
had been waiting for a reason.
"""

_QUAY = """\
title: Studios weigh licences after a weekend of clips
type: article-newspaper
publisher: The Quay
published: 2026-02-10
url: https://quay.example/studios-weigh-licences
reliability: B
credibility: 3
grade_reason: Own reporting; the people who know the talks are not named
notes:
  - section: trend
    says: Investors bet that studios will sell licences.
    date: 2026-02-10
  - section: context
    says: Two studios had sold licences before, for a share of the income.
"""

_QUAY_BODY = """\
Three studios are weighing whether to license their archives to the makers of video models, \
people who know the talks told this paper.

Two of them had sold licences before, for a share of the income. Neither would say how much it \
brought in.

“We would rather be paid than be right,” one executive said.
"""

_MINISTRY = """\
title: Survey of production technology
type: report
publisher: Ministry of Culture
published: 2026-01
url: https://ministry.example/survey
text: abstract
reliability: A
credibility: 2
grade_reason: The ministry counted itself
notes:
  - section: context
    says: Nine studios use such a model for drafts.
"""

_MINISTRY_BODY = "The survey counts nine studios that use a video model for drafts.\n"


def example_files(text: str = "") -> dict[str, bytes | str]:
    """The project's files. `text` is the trend page; lines `>>> path` begin other files."""
    files = {**_project(), **dict(_written(text))}
    return dict(sorted(files.items()))


def example_project(text: str = "") -> MemoryWorkspace:
    """The project with the example `text` in it."""
    return MemoryWorkspace(example_files(text))


def write_files(folder: Path, files: Mapping[str, bytes | str]) -> None:
    """Write files by their path below `folder`, the folders that they need too."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def _project() -> dict[str, bytes | str]:
    return {
        "mkdocs.yml": _SETTINGS,
        "docs/index.md": "# Harbour desk\n\nBriefings on generative video.\n",
        "docs/briefings/example/briefing.yml": _BRIEFING,
        TREND: _TREND,
        "sources/ministry-2026-01.md": f"---\n{_MINISTRY}---\n{_MINISTRY_BODY}",
        **_captured("harbour-2026-02-09", _HARBOUR, _HARBOUR_BODY),
        **_captured("quay-2026-02-10", _QUAY, _QUAY_BODY),
    }


def _captured(source_id: str, fields: str, body: str) -> dict[str, bytes | str]:
    """The files of a source whose capture is in the project."""
    capture = f"<article>{body}</article>".encode()
    digest = sha256(capture).hexdigest()
    snapshot = (
        f"snapshot:\n  sha256: {digest}\n  media_type: text/html\n"
        "  retrieved: 2026-02-14T08:00:00Z\n"
        f"  text_sha256: {sha256(body.strip().encode()).hexdigest()}\n"
        "  extractor: trafilatura 2.3.1\n"
    )
    return {
        f"sources/{source_id}.md": f"---\n{fields}{snapshot}---\n{body}",
        f"sources/snapshots/{digest}.html": capture,
    }


def _written(text: str) -> Iterator[tuple[str, str]]:
    first, *others = f"\n{text}".split("\n>>> ")
    if first.strip():
        yield TREND, first[1:] if first.endswith("\n") else f"{first[1:]}\n"
    for other in others:
        path, _, content = other.partition("\n")
        yield path.strip(), content if content.endswith("\n") else f"{content}\n"
