"""A source with notes of one's own in the small project, and what the checks find there."""

from generator.build import compile_project
from generator.model.build import Build
from generator.model.diagnostic import Diagnostic
from tests.examples import example_project

PATH = "sources/other.md"


def noted(note: str, body: str = "Studios weigh their options.", **fields: str) -> str:
    """The file of a source with these lines of `notes`."""
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: Studios weigh their options\n{more}notes:\n{note}---\n{body}\n"


def project(*sources: str, page: str = "", head: str = "") -> Build:
    """The example project with the sources `a`, `b`, … , which its briefing uses."""
    names = [chr(ord("a") + number) for number in range(len(sources))]
    files = "".join(
        f">>> sources/{name}.md\n{text}" for name, text in zip(names, sources, strict=True)
    )
    briefing = (
        ">>> docs/briefings/example/briefing.yml\ntitle: Video clips\n"
        f"sources: [harbour-2026-02-09, {', '.join(names)}]\n{head}"
    )
    return compile_project(
        example_project(f"Shares rose [@harbour-2026-02-09].\n\n{page}\n{briefing}{files}")
    )


def places(note: str, code: str) -> list[tuple[Diagnostic, str]]:
    """The diagnostics with that code on a source with this note, and the words they mark."""
    build = compile_project(example_project(f">>> {PATH}\n{noted(note)}"))
    text = build.files[PATH].text
    return [
        (one, text[one.span.start : one.span.end])
        for one in build.diagnostics
        if one.code == code and one.span
    ]


def found(build: Build, code: str) -> list[Diagnostic]:
    """The diagnostics with that code."""
    return [one for one in build.diagnostics if one.code == code]
