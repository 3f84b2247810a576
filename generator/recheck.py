"""One page as its author changes it: what is wrong with it now, beside a build that is at hand.

A program that stays (an editor, a preview) need not compile the project after each keystroke. It
keeps the build and its memo; the page is parsed anew, and its nodes are checked, with all else as
the build has it.
"""

from dataclasses import replace

from generator.briefing import Bodies, Reading, parse_page
from generator.briefing.load import page_text
from generator.build import read_blocks, scope_of, without_collector
from generator.checking import Runner
from generator.errors import UsageError
from generator.memo import Memo
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.diagnostic import Diagnostic
from generator.model.page import Page
from generator.model.span import TextFile
from generator.parsing import reading_of, titled
from generator.project import load_project
from generator.run_checks import settle
from generator.workspace import Workspace


def recheck_page(
    build: Build, workspace: Workspace, path: str, memo: Memo
) -> tuple[Diagnostic, ...]:
    """What is wrong with the authored page at `path` as it is now.

    `memo` is best the one that `build` was compiled with. Raises UsageError where the build has no
    such page: a page that is new or gone changes more than itself.
    """
    briefing, old = _page_at(build, path)
    with without_collector():
        return _rechecked(build, workspace, briefing, old, memo)


def _page_at(build: Build, path: str) -> tuple[Briefing, Page]:
    for briefing in build.briefings:
        for page in briefing.pages:
            if page.text.file.path == path and not page.text.assembled:
                return briefing, page
    raise UsageError(f"{path}: the build has no such page; compile the project again")


def _rechecked(
    build: Build, workspace: Workspace, briefing: Briefing, old: Page, memo: Memo
) -> tuple[Diagnostic, ...]:
    bodies = Bodies(build.library, memo)
    reading = reading_of(bodies, briefing, briefing.language, build.glossary)
    page, faults = _parsed_now(workspace, old, briefing, reading)
    (page,), block_faults = read_blocks((page,), briefing, build.briefings, build.library)
    pages = tuple(page if one is old else one for one in briefing.pages)
    changed = replace(briefing, pages=pages)
    briefings = tuple(changed if one is briefing else one for one in build.briefings)
    project = load_project(workspace)
    scope = scope_of(workspace, project, build.library, briefings, build.glossary)
    found = Runner(scope, bodies).of_page(page, changed)
    told = [*faults, *block_faults, *found]
    return settle(told, project, (changed,), glossary=build.glossary).diagnostics


def _parsed_now(
    workspace: Workspace, old: Page, briefing: Briefing, reading: Reading
) -> tuple[Page, tuple[Diagnostic, ...]]:
    file = TextFile(old.text.file.path, workspace.read(old.text.file.path).decode("utf-8"))
    text, faults, _ = page_text(file, old.kind, old.path)
    return parse_page(titled(text, briefing), reading), faults
