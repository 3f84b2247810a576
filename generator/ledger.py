"""Writes a probability or a resolution into briefing.yml, at its place, and changes nothing else.

Comments, layout and line ends stay as they are: the lines are inserted into the text. Then the
text is read again and compared with what was meant; where the two differ, or where the place is
written in a way that this module does not know, nothing is written and the lines are shown for
pasting. A ledger is only ever added to: what was held before stays.
"""

from dataclasses import dataclass
from datetime import date

from generator.briefing.load import briefing_slugs, is_slug
from generator.errors import UsageError, WorkspaceError
from generator.insertion import Fields, Refused, with_field, with_item
from generator.library.load import FOLDER
from generator.model.briefing import Briefing
from generator.model.forecast import Forecast, Outcome
from generator.model.span import TextFile
from generator.project import load_project
from generator.schema import read_record
from generator.text.dates.curated import day_number, is_written_date, last_day_number
from generator.text.plain import one_line
from generator.text.strict_yaml import Place, YamlDocument, read_yaml
from generator.workspace import LocalWorkspace


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written: the file, its line, and the lines themselves."""

    path: str
    line: int
    lines: str


@dataclass(frozen=True, slots=True)
class OpenBriefing:
    """A briefing.yml as it stands, and what it says."""

    file: TextFile
    document: YamlDocument
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The file as it stands, the forecast in it, and where that stands."""

    file: TextFile
    document: YamlDocument
    forecast: Forecast
    place: Place


def add_probability(
    workspace: LocalWorkspace, slug: str, forecast_id: str, held: Fields, today: date
) -> Entry:
    """Add a probability to a forecast. `held` has `p`, `because`, perhaps `date` and `by`.

    Raises UsageError, before anything is written, where it cannot be added.
    """
    ledger = _open(workspace, slug, forecast_id)
    entry: Fields = {"date": today.isoformat()} | held
    _check_open(ledger.forecast)
    _check_day(ledger.forecast, str(entry["date"]))
    _check_chances(ledger.forecast, entry["p"])
    place = (*ledger.place, "probabilities")
    return _write(workspace, ledger, place, entry, is_item=True)


def add_resolution(
    workspace: LocalWorkspace, slug: str, forecast_id: str, resolution: Fields, today: date
) -> Entry:
    """Resolve a forecast. `resolution` has `outcome`, `cite`, perhaps `date`.

    Raises UsageError, before anything is written, where it cannot be resolved so.
    """
    ledger = _open(workspace, slug, forecast_id)
    entry: Fields = {"date": today.isoformat()} | resolution
    _check_open(ledger.forecast)
    _check_written(str(entry["date"]))
    if day_number(str(entry["date"])) < day_number(ledger.forecast.opened):
        raise UsageError(f"{entry['date']}: lies before {ledger.forecast.opened}, the opening day")
    choices = (*ledger.forecast.choices, Outcome.VOID.value)
    if entry["outcome"] not in choices:
        raise UsageError(f"{_shown(entry['outcome'])}: is no outcome; write {_listed(choices)}")
    _check_sources(workspace, entry["cite"])
    return _write(workspace, ledger, (*ledger.place, "resolution"), entry, is_item=False)


def open_briefing(workspace: LocalWorkspace, slug: str) -> OpenBriefing:
    """The briefing of this name. Raises UsageError where there is none that can be read."""
    docs = load_project(workspace).docs_dir
    slugs = briefing_slugs(workspace, docs)
    if not is_slug(slug) or slug not in slugs:
        raise UsageError(f"there is no briefing `{_shown(slug)}`; there are: {', '.join(slugs)}")
    path = f"{docs}/briefings/{slug}/briefing.yml"
    try:
        file = TextFile(path, workspace.read(path).decode())
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; save it again as UTF-8") from error
    document = read_yaml(file)
    return OpenBriefing(file, document, _briefing(document, file, slug))


def write_briefing(workspace: LocalWorkspace, file: TextFile, text: str) -> None:
    """Write `text` over the file, unless somebody else has changed that meanwhile."""
    if workspace.read(file.path) != file.text.encode():
        raise WorkspaceError(f"{file.path}: was changed meanwhile; run the command again")
    workspace.replace(file.path, text.encode())


def _open(workspace: LocalWorkspace, slug: str, forecast_id: str) -> _Ledger:
    found = open_briefing(workspace, slug)
    forecasts = found.briefing.forecasts
    known = [forecast.id for forecast in forecasts]
    if known.count(forecast_id) != 1:
        there = f"there are: {', '.join(known)}" if known else "it has none"
        raise UsageError(f"{found.file.path}: has no one forecast `{_shown(forecast_id)}`; {there}")
    index = known.index(forecast_id)
    return _Ledger(found.file, found.document, forecasts[index], ("forecasts", index))


def _briefing(document: YamlDocument, file: TextFile, slug: str) -> Briefing:
    briefing = None
    if not document.faults:
        briefing, _ = read_record(Briefing, document, reserved={"slug": slug, "file": file})
    if briefing is None:
        raise UsageError(f"{file.path}: cannot be read; run `standfirst check` and correct it")
    return briefing


def _check_open(forecast: Forecast) -> None:
    if forecast.resolution:
        when, outcome = forecast.resolution.date, forecast.resolution.outcome
        raise UsageError(f"{forecast.id}: was resolved on {when} as {outcome}")


def _check_written(day: str) -> None:
    if not is_written_date(day):
        raise UsageError(f"{_shown(day)}: is not a date; write 2026-02-09")


def _check_day(forecast: Forecast, day: str) -> None:
    _check_written(day)
    before = forecast.probabilities[-1].date if forecast.probabilities else forecast.opened
    if day_number(day) < day_number(before):
        raise UsageError(f"{day}: lies before {before}; a ledger is only added to at its end")
    closes = forecast.closes or forecast.resolves
    if day_number(day) > last_day_number(closes):
        raise UsageError(f"{day}: the question closed on {closes}; resolve it instead")


def _check_chances(forecast: Forecast, p: object) -> None:
    chances = p if isinstance(p, dict) else {"": p}
    if isinstance(p, dict) != bool(forecast.outcomes) or (
        forecast.outcomes and sorted(chances) != sorted(forecast.outcomes)
    ):
        wanted = " ".join(f"{name}=P" for name in forecast.outcomes) or "one number"
        raise UsageError(f"{forecast.id}: write {wanted}")
    numbers = [_number(part) for part in chances.values()]
    if not all(0 < number < 1 for number in numbers):
        raise UsageError("a probability lies above 0 and below 1, as 0.35 does")
    if isinstance(p, dict) and abs(sum(numbers) - 1) > 0.0005:
        raise UsageError(f"the probabilities make {sum(numbers):.3g}, not 1")


def _number(text: object) -> float:
    try:
        return float(str(text))
    except ValueError as error:
        raise UsageError(f"{_shown(text)}: is no number; write a probability as 0.35") from error


def _check_sources(workspace: LocalWorkspace, cite: object) -> None:
    for citation in cite if isinstance(cite, list) else ():
        source_id = str(citation).removeprefix("@").split(",")[0]
        if not workspace.exists(f"{FOLDER}/{source_id}.md"):
            raise UsageError(f"{_shown(source_id)}: the library has no source of this name")


def _write(
    workspace: LocalWorkspace, ledger: _Ledger, place: Place, entry: Fields, *, is_item: bool
) -> Entry:
    insert = with_item if is_item else with_field
    try:
        text, line = insert(ledger.file, ledger.document, place, entry)
    except Refused as refusal:
        raise UsageError(
            f"{ledger.file.path}: nothing was written, for {refusal}; add these lines to the "
            f"forecast `{ledger.forecast.id}` yourself:\n{refusal.lines}"
        ) from refusal
    write_briefing(workspace, ledger.file, text)
    lines = "\n".join(_added(ledger.file.text, text))
    return Entry(ledger.file.path, line, lines)


def _added(before: str, after: str) -> list[str]:
    """The lines of `after` that are new or changed; they stand together."""
    old, new = before.splitlines(), after.splitlines()
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    kept = len(old) - start
    while kept and old[len(old) - kept :] != new[len(new) - kept :]:
        kept -= 1
    return new[start : len(new) - kept]


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _shown(text: object) -> str:
    return one_line(str(text))[:100]
