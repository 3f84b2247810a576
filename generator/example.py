"""The project file that the examples of several checks share: a briefing with one forecast."""

_BRIEFING = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
forecasts:
  - id: fc-lawsuit
    question: Will a studio sue over the model?
    opened: 2026-03-02
"""


def with_forecast(*lines: str) -> str:
    """An example whose forecast goes on with `lines` after its question and opening day."""
    return _BRIEFING + "".join(f"    {line}\n" for line in lines)
