"""The rules of ARCHITECTURE.md that a reader relies on, as tests."""

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from generator.blocks import blocks
from generator.checks import checks
from generator.commands_manual import commands_reference
from generator.exporters import exporters
from generator.ingest import importers
from generator.manual import reference
from generator.pages import page_makers
from generator.reporters import reporters
from tests.conftest import ROOT

CONTRACTS = ("blocks", "checks", "commands", "exporters", "ingest", "pages", "reporters")
GENERATOR = ROOT / "generator"
FILES = sorted(GENERATOR.rglob("*.py"))


def implementations_of(folder: str) -> list[str]:
    package = import_module(f"generator.{folder}")
    return [f"generator.{folder}.{module.name}" for module in iter_modules(package.__path__)]


@pytest.mark.parametrize("folder", CONTRACTS)
def test_a_contract_is_short_and_every_other_file_is_an_implementation(folder: str) -> None:
    contract = (GENERATOR / folder / "__init__.py").read_text(encoding="utf-8")
    assert contract.count("\n") <= 120
    for name in implementations_of(folder):
        assert (import_module(name).__doc__ or "").strip(), f"{name} has no docstring"


def test_one_file_is_enough_for_a_check() -> None:
    for code, check in checks().items():
        module = import_module(f"generator.checks.{code.replace('-', '_')}")
        assert module.CHECK is check
        assert module.EXAMPLES.passes, f"{code} has no example that passes"
        assert module.EXAMPLES.fails, f"{code} has no example that fails"


def test_what_a_folder_offers_is_found_by_its_files() -> None:
    assert {"unknown-source", "quote-not-found"} <= set(checks())
    assert set(blocks()) >= {"chart", "timeline", "judgements", "forecasts", "sources", "briefings"}
    assert list(page_makers()) == ["overview", "trend", "context", "outlook", "sources", "changes"]
    assert set(importers()) == {"csl", "html", "markdown", "pdf", "text"}
    assert {"biblatex", "csl-json", "data", "feed", "llms", "pdf", "ris"} <= set(exporters())
    assert set(reporters()) == {"github", "gitlab", "json", "sarif", "terminal"}


def test_the_reference_of_diagnostics_in_the_handbook_is_that_of_the_checks() -> None:
    written = (ROOT / "docs/handbook/diagnostics.md").read_text(encoding="utf-8")
    assert written == reference(), "run: make reference"


def test_the_reference_of_commands_in_the_handbook_is_that_of_the_command_line() -> None:
    written = (ROOT / "docs/handbook/commands.md").read_text(encoding="utf-8")
    assert written == commands_reference(), "run: make reference"


def test_every_page_of_the_handbook_is_in_its_order_and_on_its_first_page() -> None:
    folder = ROOT / "docs/handbook"
    pages = {path.name for path in folder.glob("*.md")}
    listed = re.findall(r"- handbook/(\S+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (listed[:2], sorted(listed)) == (["index.md", "tutorial.md"], sorted(pages))
    linked = re.findall(r"\]\(([\w-]+\.md)\)", (folder / "index.md").read_text(encoding="utf-8"))
    assert {"index.md", *linked} == pages


def test_every_public_thing_has_a_docstring() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not _is_nested(node, path)
    ]
    assert bare == []


def _is_nested(node: ast.FunctionDef | ast.ClassDef, path: Path) -> bool:
    return node.col_offset > 0 and isinstance(node, ast.FunctionDef) and _in_private(node, path)


def _in_private(node: ast.FunctionDef, path: Path) -> bool:
    """Whether the function stands inside another function or a private class."""
    for parent in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        inside = any(
            isinstance(child, ast.FunctionDef) and child.lineno == node.lineno
            for child in ast.walk(parent)
            if child is not parent
        )
        if inside and isinstance(parent, ast.FunctionDef):
            return True
        if inside and isinstance(parent, ast.ClassDef) and parent.name.startswith("_"):
            return True
    return False


def test_functions_and_files_stay_short() -> None:
    long_files = [path.name for path in FILES if path.read_text("utf-8").count("\n") > 300]
    assert long_files == []
    long_functions = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and _length(node) > 40
    ]
    assert long_functions == []


def _length(node: ast.FunctionDef) -> int:
    docstring = ast.get_docstring(node)
    return (node.end_lineno or 0) - node.lineno + 1 - (docstring or "").count("\n")


def test_no_module_is_named_after_nothing() -> None:
    names = {path.stem for path in FILES}
    assert not names & {"utils", "helpers", "common", "manager", "handler", "base", "misc"}


def test_check_imports_no_engine() -> None:
    """`standfirst check` answers at once because it never loads MkDocs, Typst or trafilatura."""
    program = (
        "import sys; from generator.cli import main; main(['check']);"
        "print([name for name in ('mkdocs', 'typst', 'trafilatura', 'lxml', 'material')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_lock_names_no_registry_and_pins_by_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
        assert len(pins) >= 40
        assert text.count("--hash=sha256:") >= len(pins)
