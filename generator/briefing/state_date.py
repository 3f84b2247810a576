"""The date of what a reader sees of a briefing."""

from generator.model.briefing import Briefing


def state_date(briefing: Briefing) -> str:
    """The date of the newest edition, or of an update after it; empty where there is neither."""
    issued = briefing.editions[-1].date if briefing.editions else ""
    return max(issued, briefing.updated or briefing.published or "")


def recency(briefing: Briefing) -> tuple[str, str]:
    """What briefings are sorted by, the newest state last; of those of one day, the one that its
    authors went over last.
    """
    return state_date(briefing), briefing.updated or briefing.published or ""
