"""Nobody has looked at an indicator for some time.

An indicator is a promise to watch a figure. After 45 days without a look its value says nothing of
today. The day is today or that of `check --as-of`.

Look at the figure, add it to the data file where it has changed, and set `checked` to the day.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.model.diagnostic import Severity
from generator.model.page import Block
from generator.plotting.indicators import IndicatorsOptions
from generator.text.dates.curated import is_written_date, last_day_number

_DAYS = 45


def indicator_stale(block: Block, scope: Scope) -> Iterator[Finding]:
    """Find indicators whose `checked` is old."""
    if not isinstance(block.options, IndicatorsOptions):
        return
    for indicator in block.options.items:
        if not is_written_date(indicator.checked):
            continue
        age = scope.today.toordinal() - last_day_number(indicator.checked)
        if age > _DAYS:
            yield Finding(
                block.span,
                f"“{shortened(indicator.watch, 60)}” was last checked {age} days ago",
                "look at the figure and set `checked` to the day",
            )


CHECK = Check(Block, Severity.WARNING, indicator_stale, of_today=True)

_TABLE = ">>> docs/briefings/example/data/board.csv\nmodel,score\nTidal,1480\n"


def _block(checked: str) -> str:
    return f"""Film shares rose [@harbour-2026-02-09].

```indicators
items:
  - {{watch: Points, data: data/board.csv, column: score, threshold: 1500, direction: above,
     checked: {checked}}}
```
{_TABLE}"""


EXAMPLES = Examples(passes=(_block("2026-02-01"),), fails=(_block("2026-01-01"),))
