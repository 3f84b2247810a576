"""A build with whatever is remembered is the build without it, to the letter."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.memo import HeldMemo, Memo
from generator.model.build import Build
from generator.plugins import template_folder
from generator.report import report_text
from generator.site import site_pages
from generator.store import StoredMemo
from generator.workspace import MemoryWorkspace

EDITS = 14
STARTER = template_folder() / "starter"

Files = dict[str, bytes]


@pytest.fixture
def files() -> Files:
    return {
        path.relative_to(STARTER).as_posix(): path.read_bytes()
        for path in sorted(STARTER.rglob("*"))
        if path.is_file()
    }


def _stored(folder: Path) -> StoredMemo:
    return StoredMemo(folder / "results.sqlite", 50_000_000, b"test")


def _published(build: Build) -> str:
    """All that is printed, published and handed on."""
    pages = () if build.has_errors else site_pages(build)
    written = [(page.src, page.prepared.markdown, page.view) for page in pages]
    return report_text(build, "json") + repr(written) + repr(build)


def _texts(files: Files) -> list[str]:
    return sorted(path for path in files if path.endswith((".md", ".yml", ".csv")))


def _some_text(draw: random.Random, files: Files) -> tuple[str, str]:
    path = draw.choice([path for path in _texts(files) if path != "mkdocs.yml"])
    return path, files[path].decode()


def _swap_words(draw: random.Random, files: Files) -> None:
    path, text = _some_text(draw, files)
    words = text.split(" ")
    at = draw.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    files[path] = " ".join(words).encode()


def _change_a_character(draw: random.Random, files: Files) -> None:
    path, text = _some_text(draw, files)
    at = draw.randrange(len(text))
    files[path] = (text[:at] + draw.choice('x7"“”[]@: \n') + text[at + 1 :]).encode()


def _drop_a_line(draw: random.Random, files: Files) -> None:
    path, text = _some_text(draw, files)
    lines = text.splitlines(keepends=True)
    del lines[draw.randrange(len(lines))]
    files[path] = "".join(lines).encode()


def _edit_a_body(draw: random.Random, files: Files) -> None:
    path = draw.choice([path for path in _texts(files) if path.startswith("sources/")])
    text = files[path].decode()
    at = draw.randrange(len(text) // 2, len(text))
    files[path] = (text[:at] + "ly " + text[at:]).encode()


def _drop_a_file(draw: random.Random, files: Files) -> None:
    optional = [path for path in _texts(files) if not path.endswith((".yml", "index.md"))]
    del files[draw.choice(optional)]


def _change_a_setting(draw: random.Random, files: Files) -> None:
    option = draw.choice(("quotation_words: 3", "severity: {quote-not-found: warning}"))
    settings = "site_name: Other\ntheme: {name: material}\nplugins: [standfirst: {OPTION}]\n"
    files["mkdocs.yml"] = settings.replace("OPTION", option).encode()


EDITING: tuple[Callable[[random.Random, Files], None], ...] = (
    _swap_words,
    _change_a_character,
    _drop_a_line,
    _edit_a_body,
    _drop_a_file,
    _change_a_setting,
)


def _edited(draw: random.Random, files: Files) -> Iterator[Files]:
    """The project as it is, and after each of some edits; every other edit is taken back."""
    yield files
    for number in range(EDITS):
        changed = dict(files)
        EDITING[number % len(EDITING)](draw, changed)
        yield changed
        if number % 2:
            files = changed


@pytest.mark.parametrize("seed", [1, 2])
def test_a_remembered_build_is_the_clean_build(seed: int, files: Files, tmp_path: Path) -> None:
    draw = random.Random(seed)  # noqa: S311 (no secret)
    held: Memo = HeldMemo(_stored(tmp_path / "held"))
    for state in _edited(draw, files):
        workspace = MemoryWorkspace(state)
        clean = _published(compile_project(workspace))
        for memo in (held, _stored(tmp_path / "warm")):
            assert _published(compile_project(workspace, memo)) == clean


def test_a_second_run_parses_and_checks_nothing(files: Files, tmp_path: Path) -> None:
    compile_project(MemoryWorkspace(files), _stored(tmp_path))
    memo = _stored(tmp_path)
    kept: list[str] = []
    memo.keep = lambda task, inputs, result: kept.append(task.name)  # type: ignore[method-assign]  # to watch it
    compile_project(MemoryWorkspace(files), memo)
    assert kept == []


def test_an_edited_page_is_the_only_one_parsed_and_checked(files: Files, tmp_path: Path) -> None:
    compile_project(MemoryWorkspace(files), _stored(tmp_path))
    path = next(path for path in files if path.endswith("/outlook.md"))
    memo = _stored(tmp_path)
    kept: list[str] = []
    memo.keep = lambda task, inputs, result: kept.append(task.name)  # type: ignore[method-assign]  # to watch it
    compile_project(MemoryWorkspace({**files, path: files[path] + b"\nMore words.\n"}), memo)
    assert sorted(kept) == ["findings", "page", "sources of a page"]


def test_a_source_in_other_words_is_noticed(files: Files, tmp_path: Path) -> None:
    before = compile_project(MemoryWorkspace(files), _stored(tmp_path))
    quoted = next(
        quotation
        for page in before.briefings[0].pages
        for quotation in page.quotations
        if quotation.match and quotation.match.is_found
    )
    assert quoted.match
    source = before.library.get(quoted.match.source_id)
    assert source
    exact = quoted.match.passages[0].exact
    text = source.file.text[: source.body_start] + source.body.replace(exact, exact[::-1])
    after = compile_project(
        MemoryWorkspace({**files, source.file.path: text.encode()}), _stored(tmp_path)
    )
    assert "quote-not-found" in {diagnostic.code for diagnostic in after.diagnostics}
