"""A small desk with a page of every kind, for tests of what a whole build writes."""

import json
import subprocess
import sys
from pathlib import Path

from tests.examples import example_files, write_files

HOME = "https://desk.example/a/"
BRIEFING = "docs/briefings/example/briefing.yml"
_CORRECTIONS = """\
translation_of: example-zh
corrections:
  - {id: c1, date: 2026-03-05, kind: correction, edition: 1, ids: [kj-rules, trend], wrong: Five.,
     right: Six., why: Miscounted., reported_by: A reader}
"""
_HELD = {
    "judgements": [
        {
            "id": "kj-rules",
            "says": "Rules already in force will bind before new ones do.",
            "likelihood": "likely",
            "confidence": "moderate",
        }
    ]
}
_CHANGE = {
    "subject": "judgement",
    "id": "kj-rules",
    "field": "likelihood",
    "before": "unlikely",
    "after": "likely",
    "title": "Rules bind",
}
_EDITIONS = [
    {"briefing": "example", "number": 1, "date": "2026-03-02", "held": _HELD},
    {
        "briefing": "example",
        "number": 2,
        "date": "2026-03-09",
        "message": "A notice came",
        "held": _HELD,
        "changes": [_CHANGE],
    },
]
_TREND = """\
---
title: A wager on licences
---

## What happened

Shares of one film company "rose 20 percent" that Monday [@harbour-2026-02-09].[^1] A second paper
saw the rise as a wager on licences [@quay-2026-02-10]; see [the outlook](outlook.md),
[the sources](sources.md#s-quay-2026-02-10), [the desk](../../index.md) and
[how we work](../../about/index.md).

[^1]: The exchange is the northern one [@quay-2026-02-10].

## What it means

!!! note
    A note, with a [way back](#what-happened).

| who | how many |
|---|--:|
| Studios | 3 |

```timeline
events:
  - {date: 2026-02-09, text: "Shares rise [@harbour-2026-02-09]."}
  - {date: 2026-02-10, text: "Studios weigh licences [@quay-2026-02-10]."}
```
"""
_CHINESE = """\
title: 短片推高影视股
standfirst: 一个新模型的短片传遍世界。
authors: [Desk]
published: 2026-03-02
status: published
language: zh-Hans
sources: [harbour-2026-02-09]
"""
_FILES = {
    "docs/index.md": "---\ntitle: Desk\nstandfirst: true\n---\n\nBriefings.\n\n```briefings\n```\n",
    "docs/track-record.md": "---\ntitle: Record\nstandfirst: true\n---\n\n```track-record\n```\n",
    "docs/about/index.md": "---\ntitle: About\nstandfirst: true\n---\n\n```briefings\n```\n",
    "docs/handbook/index.md": "# Handbook\n\nSee [format](format.md#fields).\n\n    code\n",
    "docs/handbook/format.md": "# Format\n\n## Fields\n\nAs in [the handbook](index.md).\n",
    "docs/briefings/example/trend.md": _TREND,
    "docs/briefings/example-zh/briefing.yml": _CHINESE,
    "editions.lock": json.dumps({"format": 1, "editions": _EDITIONS}),
}
_SETTINGS = """\
markdown_extensions: [admonition, attr_list, footnotes, tables, toc: {permalink: true}]
"""


def build_desk(folder: Path, settings: str = "") -> Path:
    """Write the desk into `folder` with more lines of mkdocs.yml; its built site."""
    files = {**example_files(), **_FILES}
    briefing, mkdocs = files[BRIEFING], files["mkdocs.yml"]
    assert isinstance(briefing, str)
    assert isinstance(mkdocs, str)
    files[BRIEFING] = briefing + _CORRECTIONS
    files["mkdocs.yml"] = f"{mkdocs.replace('https://desk.example/', HOME)}{_SETTINGS}{settings}"
    write_files(folder, files)
    return built(folder)


def built(folder: Path) -> Path:
    """The site of the project in `folder`, built."""
    program = str(Path(sys.executable).parent / "standfirst")
    done = subprocess.run(
        [program, "build"], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
