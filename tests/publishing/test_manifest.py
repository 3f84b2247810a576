"""What the manifest says, what it keeps to itself, and that it is read as a stranger's file."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from generator.build import compile_project
from generator.manifest.form import manifest_text, read_manifest
from generator.manifest.inputs import Engine, Inputs, inputs_of
from generator.manifest.packages import program_digest, versions
from generator.model.manifest import Manifest, ManifestBriefing
from generator.releasing import Wanted, release
from generator.workspace import LocalWorkspace
from tests.conftest import ROOT
from tests.editions.history import TREND, begin, commit, edit
from tests.examples import example_files, write_files

DIGEST = sha256(b"").hexdigest()
SCHEMA = json.loads((ROOT / "docs/handbook/manifest.schema.json").read_text(encoding="utf-8"))
MANIFEST = Manifest(
    site_name="港口 desk",
    site_url="https://desk.example/",
    program=DIGEST,
    versions=(("mkdocs", "1.6.1"),),
    with_past=False,
    briefings=(
        ManifestBriefing("clips", "published", 2, "2026-03-02", "ab" * 20, as_released=True),
        ManifestBriefing("tides", "draft"),
    ),
    inputs=(("docs/index.md", DIGEST),),
    private=DIGEST,
    outputs=(("index.html", DIGEST), ("目录/index.html", DIGEST)),
)


def _write(folder: Path, text: str = "") -> LocalWorkspace:
    write_files(folder, example_files(text))
    return LocalWorkspace(folder)


def _inputs(workspace: LocalWorkspace, *published: str) -> Inputs:
    engine = Engine(frozenset({"index.md", *published}))
    return inputs_of(workspace, compile_project(workspace), engine)


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert read_manifest(manifest_text(MANIFEST)) == MANIFEST


def test_a_manifest_is_as_its_schema_says() -> None:
    jsonschema.validate(json.loads(manifest_text(MANIFEST)), SCHEMA)


def test_inputs_are_the_files_that_readers_know_of(tmp_path: Path) -> None:
    workspace = _write(tmp_path)
    named = dict(_inputs(workspace).named)
    assert [path for path in named if not path.startswith("sources/snapshots/")] == [
        "docs/briefings/example/briefing.yml",
        "docs/briefings/example/trend.md",
        "docs/index.md",
        "mkdocs.yml",
        "sources/harbour-2026-02-09.md",
        "sources/ministry-2026-01.md",
        "sources/quay-2026-02-10.md",
    ]
    content = (tmp_path / "docs/index.md").read_bytes()
    assert named["docs/index.md"] == sha256(content).hexdigest()


def test_captures_count_by_the_hash_in_front_matter_whether_they_are_here_or_not(
    tmp_path: Path,
) -> None:
    workspace = _write(tmp_path)
    before = _inputs(workspace)
    captures = sorted((tmp_path / "sources/snapshots").iterdir())
    assert {f"sources/snapshots/{path.stem}" for path in captures} <= dict(before.named).keys()
    for path in captures:
        path.unlink()
    assert _inputs(workspace) == before


_PRIVATE = """\
>>> sources/leak-2026-03.md
---
title: A leak
---
Words.
>>> docs/plans.md
# Plans
"""


def test_neither_names_nor_digests_of_private_files_are_in_it(tmp_path: Path) -> None:
    workspace = _write(tmp_path, _PRIVATE)
    inputs = _inputs(workspace)
    said = str(inputs)
    for name in ("sources/leak-2026-03.md", "docs/plans.md"):
        content = (tmp_path / name).read_bytes()
        assert name not in said
        assert sha256(content).hexdigest() not in said


@pytest.mark.parametrize("path", ["sources/leak-2026-03.md", "docs/plans.md", "docs/index.md"])
def test_every_file_counts_in_the_private_digest(tmp_path: Path, path: str) -> None:
    workspace = _write(tmp_path, _PRIVATE)
    before = _inputs(workspace)
    with (tmp_path / path).open("a", encoding="utf-8") as stream:
        stream.write("\nMore.\n")
    assert _inputs(workspace).private != before.private
    with (tmp_path / path).open("a", encoding="utf-8") as stream:
        stream.write("\nMore.\n")


def test_pages_that_are_published_are_named(tmp_path: Path) -> None:
    workspace = _write(tmp_path, _PRIVATE)
    assert "docs/plans.md" in dict(_inputs(workspace, "plans.md").named)


def test_hooks_templates_and_inherited_settings_are_named(tmp_path: Path) -> None:
    workspace = _write(tmp_path)
    files = ("hooks/dates.py", "overrides/main.html", "templates/theme/main.html", "base.yml")
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}\n")
    with (tmp_path / "mkdocs.yml").open("a") as stream:
        stream.write("INHERIT: base.yml\n")
    code = (tmp_path / "hooks/dates.py", tmp_path / "overrides", tmp_path.parent / "outside.py")
    inputs = inputs_of(workspace, compile_project(workspace), Engine(code=code))
    assert set(files) <= dict(inputs.named).keys()
    assert not any("outside" in path for path, _ in inputs.named)


def test_a_briefing_says_which_edition_it_is_and_whether_it_still_is(tmp_path: Path) -> None:
    project = begin(tmp_path / "project")
    workspace = LocalWorkspace(project)
    assert _inputs(workspace).briefings == (ManifestBriefing("example", "published"),)
    head = commit(project, "Before")
    released = release(workspace, Wanted("example")).edition
    assert released is not None
    (briefing,) = _inputs(workspace).briefings
    assert briefing == ManifestBriefing(
        "example", "published", 1, released.date, head, as_released=True
    )
    edit(project, TREND, "Monday", "day")
    (briefing,) = _inputs(workspace).briefings
    assert briefing.edition == 1
    assert briefing.as_released is False


def test_what_shapes_the_bytes_is_named_with_its_version() -> None:
    found = dict(versions(("material/search", "search", "nothing")))
    assert {"standfirst", "mkdocs", "mkdocs-material", "markdown", "jinja2", "typst"} <= set(found)
    assert len(program_digest()) == 64


def _forged(**changes: object) -> bytes:
    """A manifest with other values and a proof that fits them."""
    content = {**json.loads(manifest_text(MANIFEST)), **changes}
    del content["sha256"]
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    content["sha256"] = sha256(text.encode()).hexdigest()
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def test_the_forger_of_these_tests_could_forge() -> None:
    forged = _forged(private="0" * 64)
    assert read_manifest(forged) == replace(MANIFEST, private="0" * 64)


@pytest.mark.parametrize(
    "path",
    ["../secret", "a/../../secret", "/etc/passwd", "", ".", "a//b", "a/./b", "a/", "a\0b"],
)
@pytest.mark.parametrize("key", ["inputs", "outputs"])
def test_a_path_that_leads_elsewhere_is_refused(path: str, key: str) -> None:
    with pytest.raises(ValueError, match="leads elsewhere"):
        read_manifest(_forged(**{key: {path: DIGEST}}))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"format": 1}',
        b'{"format": 1, "format": 1}',
        b'{"format": 2}',
        b"1" * 10_000,
        _forged(outputs=[]),
        _forged(outputs={"a": 1}),
        _forged(outputs={"a": "b"}),
        _forged(outputs={"a": DIGEST.upper().replace("0", "A")}),
        _forged(versions={"a": []}),
        _forged(site=[]),
        _forged(site={"name": "a", "url": "b", "more": "c"}),
        _forged(briefings={}),
        _forged(briefings=["clips"]),
        _forged(briefings=[{"slug": "clips"}]),
        _forged(briefings=[{"slug": "clips", "status": "draft", "edition": "x"}]),
        _forged(program=1),
        _forged(with_past="yes"),
        _forged(more=1),
        manifest_text(MANIFEST).replace(b"1.6.1", b"1.6.2"),
        manifest_text(MANIFEST) + b"\n",
        manifest_text(MANIFEST).replace(b"\n", b"\r\n"),
    ],
    ids=range(26),
)
def test_a_broken_manifest_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".{10}"):
        read_manifest(content)
