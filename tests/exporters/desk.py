"""A small desk whose texts are as hostile as texts can be, and what exporters make of it."""

from generator.build import compile_project
from generator.exporters import Published, exporters
from generator.model.build import Build
from generator.workspace import MemoryWorkspace

HOSTILE = (
    """</script><script>alert(1)</script><!-- ]]> "'><img src=x onerror=alert(1)> & \\ { } $ % #"""
)
"""Ends a script, a comment, an attribute and a CDATA section, and is TeX besides."""
FENCED = "x\nER  - \n}\n@online{evil,\n"

_SOURCE = """\
---
title: {title}
type: article-newspaper
authors: ["{author}", 陈大文, Ana Example]
publisher: {title}
published: 2026-02-09
accessed: 2026-02-14
url: "javascript:alert(1)"
archive_url: https://archive.example/1
language: en
origin: plain
reliability: B
credibility: 2
grade_reason: {title}
descriptor: {title}
licence: {title}
tags: [{title}]
notes:
  - section: trend
    says: {title}
    quote: a plain sentence
    date: 2026-02-09
---
Here stands a plain sentence.
"""
_BRIEFING = """\
title: {title}
standfirst: Clips came first [@hostile].
authors: [{title}]
published: 2026-03-02
updated: 2026-03
language: en
status: published
topics: [{title}]
sources: [hostile, plain]
judgements:
  - id: kj
    says: Rules will bind first.
    likelihood: likely
    confidence: moderate
    because: One notice says so.
    cite: ["@plain"]
corrections:
  - {{id: c1, date: 2026-03-05, kind: correction, wrong: {title}, right: {title}, why: {title}}}
  - {{id: c2, date: 2026-03-06, kind: correction, why: A comma., minor: true}}
"""


def yaml(text: str) -> str:
    """The text as a single-quoted scalar."""
    return "'" + text.replace("'", "''") + "'"


def desk_files(title: str = HOSTILE, site_url: str = "https://desk.example/a/") -> dict[str, str]:
    """The files of the desk: a published briefing, a draft, a hostile and a plain source."""
    quoted = yaml(title)
    return {
        "mkdocs.yml": f"site_name: {quoted}\nsite_url: {site_url}\ntheme: {{name: material}}\n"
        "plugins: [standfirst]\nmarkdown_extensions: [attr_list, footnotes, tables]\n",
        "docs/index.md": "# Desk\n",
        "docs/briefings/clips/briefing.yml": _BRIEFING.format(title=quoted),
        "docs/briefings/clips/trend.md": (
            f"---\ntitle: {quoted}\nstandfirst: First [@plain].\n---\n"
            'It says "a plain sentence" and no more [@hostile].\n'
        ),
        "docs/briefings/later/briefing.yml": "title: Later\nstatus: draft\nsources: [draft-only]\n",
        "sources/hostile.md": _SOURCE.format(
            title=quoted, author=FENCED.encode("unicode_escape").decode()
        ),
        "sources/plain.md": (
            "---\ntitle: 码头上的短片\ntype: report\nauthors: [新华社]\npublisher: 港口日报\n"
            "published: 2026-02\nurl: https://pier.example/a_1\nlanguage: zh-Hans\n---\n文本。\n"
        ),
        "sources/draft-only.md": "---\ntitle: Soon\ntype: dataset\ntext: data\n"
        "data: data/rows.csv\nrights: full\nlicence: CC0\n---\nRows.\n",
        "sources/data/rows.csv": 'name,value\n"=cmd|calc </td><script>alert(1)</script>",1\n',
    }


def desk_build(title: str = HOSTILE, site_url: str = "https://desk.example/a/") -> Build:
    """The desk, compiled."""
    return compile_project(MemoryWorkspace(dict(desk_files(title, site_url))))


def exported(build: Build, name: str) -> dict[str, str]:
    """What the exporter makes, by path."""
    published = Published(build, {}, lambda _name: b"", 0)
    return {asset.path: asset.content.decode() for asset in exporters()[name](published)}
