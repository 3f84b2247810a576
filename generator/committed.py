"""What the last commit holds of a briefing's forecasts, for the check that compares with it.

One file of each briefing that has forecasts is read, through git in its private directory, and only
when it is asked for. Without a repository, git or a commit there is nothing to compare with.
"""

from collections.abc import Callable, Iterable

from generator.editions.held import held
from generator.errors import HistoryError
from generator.git.checkout import find_checkout
from generator.git.repository import open_repository
from generator.model.briefing import Briefing
from generator.model.edition import Held
from generator.model.span import TextFile
from generator.schema import read_record
from generator.text.strict_yaml import read_yaml
from generator.workspace import LocalWorkspace, Workspace


def last_committed(
    workspace: Workspace, briefings: Iterable[Briefing]
) -> Callable[[Briefing], Held | None]:
    """A function from a briefing to what HEAD holds of it; None where that is what stands here."""
    forecasting = [briefing for briefing in briefings if briefing.forecasts]
    found: dict[str, Held] | None = None

    def known(briefing: Briefing) -> Held | None:
        nonlocal found
        if found is None:
            local = workspace if isinstance(workspace, LocalWorkspace) else None
            found = _read(local, forecasting) if local else {}
        return found.get(briefing.slug)

    return known


def _read(workspace: LocalWorkspace, briefings: Iterable[Briefing]) -> dict[str, Held]:
    checkout = find_checkout(workspace.root)
    if checkout is None:
        return {}
    found: dict[str, Held] = {}
    try:
        with open_repository(workspace.root) as repository:
            for briefing in briefings:
                name = f"HEAD:{checkout.prefix}{briefing.file.path}"
                content = repository.file(name)
                before = _held(briefing, content) if content is not None else None
                if before is not None:
                    found[briefing.slug] = before
    except HistoryError:
        return {}
    return found


def _held(briefing: Briefing, content: bytes) -> Held | None:
    text = content.decode("utf-8", "replace")
    if text == briefing.file.text:
        return None
    file = TextFile(briefing.file.path, text)
    reserved = {"slug": briefing.slug, "file": file}
    before, _ = read_record(Briefing, read_yaml(file), reserved=reserved)
    return held(before) if before else None
