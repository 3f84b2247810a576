"""Finds the data file that a block names: a data source, or a CSV file beside the briefing."""

from generator.model.briefing import Briefing
from generator.model.source import Library, Table


def find_table(data: str, library: Library, briefing: Briefing | None) -> Table | None:
    """The table of `"@arena"`, `data/arena.csv` or `arena.csv`; None where there is none."""
    if data.startswith("@"):
        source = library.get(data[1:])
        return library.table(f"sources/{source.data}") if source and source.data else None
    ends = (f"/{data}", f"/data/{data}")
    tables = briefing.tables if briefing else ()
    return next((table for table in tables if table.path.endswith(ends)), None)
