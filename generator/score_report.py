"""The track record as `standfirst score` prints it, for people and for programs."""

import json
from collections.abc import Iterator, Sequence

from generator.model.forecast import Probability
from generator.scoring.track_record import Listed, Means, Revised, Scored, TrackRecord, means
from generator.text.plain import one_line

Json = str | int | float | None | list["Json"] | dict[str, "Json"]


def score_table(record: TrackRecord) -> str:
    """Resolved forecasts with their scores, the means with their references, and the counts."""
    lines = [*_scored_lines("Resolved", record.own), *_mean_lines(record)]
    lines += _scored_lines("Attributed to others, not in the means", record.others)
    lines += [_counts(record)]
    return "\n".join(lines) + "\n"


def score_json(record: TrackRecord) -> str:
    """The same with all digits, as one JSON object."""
    against = record.against
    whole: dict[str, Json] = {
        "resolved": [_scored_json(each) for each in record.own],
        "attributed_to_others": [_scored_json(each) for each in record.others],
        "yes_or_no": _means_json(means(record.binary)),
        "several_outcomes": _means_json(means(record.several)),
        "skill": {
            "base_rate": against.base_rate,
            "over_base_rate": against.over_base_rate,
            "over_even_odds": against.over_even_odds,
            "over_edition_before": _revised_json(against.over_edition),
            "over_first_probability": _revised_json(against.over_first),
        }
        if against
        else None,
        "decomposition": {
            "reliability": against.parts.reliability,
            "resolution": against.parts.resolution,
            "uncertainty": against.parts.uncertainty,
        }
        if against
        else None,
        "void": [_name(each) for each in record.void],
        "without_probability_in_time": [_name(each) for each in record.unscored],
        "open": [_name(each) for each in record.open],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _scored_lines(title: str, scores: Sequence[Scored]) -> Iterator[str]:
    if not scores:
        return
    rows: list[tuple[str, ...]] = [("forecast", "by", "said", "outcome", "Brier", "daily", "log")]
    rows += [_row(each) for each in scores]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    yield title
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()
    yield ""


def _row(scored: Scored) -> tuple[str, ...]:
    scale = "" if scored.is_binary else " of 2"
    return (
        _name(scored.listed),
        one_line(scored.by)[:30] or "the desk",
        one_line(_said(scored.last))[:40],
        one_line(scored.happened)[:20],
        f"{scored.score:.3f}{scale}",
        f"{scored.daily:.3f}{scale}",
        "none" if scored.log is None else f"{scored.log:.3f}",
    )


def _mean_lines(record: TrackRecord) -> Iterator[str]:
    """The means, each with its scale, then skill with its reference, then the three parts."""
    for found, kind, worst in (
        (means(record.binary), "of yes or no", 1),
        (means(record.several), "of several outcomes", 2),
    ):
        if found:
            scale = f"0 to {worst}, 0 is best"
            log = "none" if found.log is None else f"{found.log:.3f}"
            yield f"Means of {found.count} question{'s' * (found.count > 1)} {kind}"
            yield _line("Brier, last probability before close", f"{found.score:.3f}", scale)
            yield _line("Brier, every day from first to close", f"{found.daily:.3f}", scale)
            yield _line("log score", log, "0 is best")
            yield from _against_lines(record) if worst == 1 else ()
            yield ""


def _against_lines(record: TrackRecord) -> Iterator[str]:
    against = record.against
    if against is None:
        return
    rate = f"{against.base_rate * 100:.0f} % came out yes"
    yield _line("skill over the base rate", _skill(against.over_base_rate), rate)
    yield _line("skill over even odds", _skill(against.over_even_odds), "always 50 %")
    for name, found in (
        ("edition before", against.over_edition),
        ("first word", against.over_first),
    ):
        if found:
            revised = f"{found.count} question{'s' * (found.count > 1)} revised since"
            yield _line(f"skill over the {name}", _skill(found.skill), revised)
    parts = against.parts
    sum_of = f"{parts.reliability:.3f} − {parts.resolution:.3f} + {parts.uncertainty:.3f}"
    yield _line("reliability − resolution + uncertainty", sum_of, "Murphy")


def _line(name: str, value: str, scale: str) -> str:
    return f"  {name:<38}  {value}  ({scale})"


def _skill(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"


def _counts(record: TrackRecord) -> str:
    return (
        f"{len(record.own)} scored, {len(record.void)} void, {len(record.unscored)} without a "
        f"probability in time, {len(record.open)} open"
    )


def _scored_json(scored: Scored) -> Json:
    resolution = scored.listed.forecast.resolution
    return {
        "forecast": _name(scored.listed),
        "by": scored.by or None,
        "first": dict(scored.first.chances),
        "last": dict(scored.last.chances),
        "outcome": scored.happened,
        "resolved": resolution.date if resolution else None,
        "scale": "0 to 1" if scored.is_binary else "0 to 2",
        "brier": scored.score,
        "brier_daily_mean": scored.daily,
        "log_score": scored.log,
    }


def _means_json(found: Means | None) -> Json:
    if found is None:
        return None
    return {
        "count": found.count,
        "brier": found.score,
        "brier_daily_mean": found.daily,
        "log_score": found.log,
    }


def _revised_json(found: Revised | None) -> Json:
    return {"revised": found.count, "skill": found.skill} if found else None


def _said(held: Probability) -> str:
    if not isinstance(held.p, tuple):
        return f"{held.p * 100:.1f} %".replace(".0 %", " %")
    return ", ".join(f"{share.outcome} {share.p * 100:.0f} %" for share in held.p)


def _name(listed: Listed) -> str:
    return f"{listed.briefing.slug}/{one_line(listed.forecast.id)}"
