"""The numbers of each source, read once. Reading is imported when it is first needed: it takes
30 ms, and a check whose pages are all recalled reads none.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.source import Source, Table

if TYPE_CHECKING:
    from generator.text.numbers.evidence import Evidence


@dataclass(frozen=True, slots=True)
class SourceNumbers:
    """Hands out the numbers of each source, read when they are first asked for."""

    _made: "dict[str, Evidence]" = field(default_factory=dict, repr=False, compare=False)

    def of(self, source: Source, table: Table | None, language: str) -> "Evidence":
        """The numbers of `source`, whose data file is `table`."""
        from generator.text.numbers.source_numbers import evidence_of

        if source.id not in self._made:
            self._made[source.id] = evidence_of(source, table, language)
        return self._made[source.id]
