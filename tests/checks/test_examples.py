"""Every check finds what its failing examples have, and nothing in its passing ones."""

import pytest

from generator.build import compile_project
from generator.checks import Examples, checks
from generator.plugins import implementations
from tests.examples import example_project


def _examples(kind: str) -> list[tuple[str, str]]:
    examples: dict[str, Examples] = implementations("checks", "EXAMPLES")
    return [(code, text) for code, both in examples.items() for text in getattr(both, kind)]


def _codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in compile_project(example_project(text)).diagnostics]


@pytest.mark.parametrize(("code", "text"), _examples("passes"))
def test_a_passing_example_has_nothing_of_that_code_and_no_error(code: str, text: str) -> None:
    build = compile_project(example_project(text))
    assert code not in [diagnostic.code for diagnostic in build.diagnostics]
    assert not build.has_errors


@pytest.mark.parametrize(("code", "text"), _examples("fails"))
def test_a_failing_example_is_found(code: str, text: str) -> None:
    assert (code in _codes(text)) is not checks()[code].at_release


def test_the_example_project_itself_is_clean() -> None:
    assert compile_project(example_project()).diagnostics == ()


@pytest.mark.parametrize("code", checks())
def test_every_check_has_a_manual_page_and_both_kinds_of_example(code: str) -> None:
    docstring = implementations("checks", "__doc__")[code]
    examples: Examples = implementations("checks", "EXAMPLES")[code]
    fact, _, rest = docstring.partition("\n\n")
    assert fact.endswith(".")
    assert rest.strip()
    assert examples.passes
    assert examples.fails
