import pytest

from generator.build import compile_project
from generator.errors import UsageError
from generator.memo import HeldMemo
from generator.model.diagnostic import Diagnostic
from generator.recheck import recheck_page
from generator.workspace import MemoryWorkspace
from tests.examples import TREND, example_files

PAGES = (
    'Shares of one company "rose 25 percent" that Monday [@harbour-2026-02-09].\n',
    "Shares rose that Monday [@no-such-source]. Prices fell by half.\n",
    'A mark "without partner [@harbour-2026-02-09].\n',
    "# No section\n\n### Too deep\n",
    "```chart\ndata: none\n```\n",
    '<!-- standfirst: allow uncited-quotation because so it is -->\nThey ask "what is new?"\n',
    "---\ntitle: [\n---\nText.\n",
    "",
)


def _of_page(diagnostics: tuple[Diagnostic, ...]) -> set[Diagnostic]:
    return {one for one in diagnostics if one.span and one.span.path == TREND}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.strip()[:30])
def test_a_page_checked_again_has_the_diagnostics_of_the_whole_check(page: str) -> None:
    memo = HeldMemo()
    build = compile_project(MemoryWorkspace(dict(example_files())), memo)
    edited = MemoryWorkspace({**dict(example_files()), TREND: page})
    found = recheck_page(build, edited, TREND, memo)
    whole = compile_project(edited).diagnostics
    assert set(found) == _of_page(whole)


def test_a_page_that_the_build_does_not_have_is_no_page_to_check() -> None:
    build = compile_project(MemoryWorkspace(dict(example_files())))
    with pytest.raises(UsageError, match="compile the project again"):
        recheck_page(build, MemoryWorkspace(dict(example_files())), "docs/none.md", HeldMemo())
