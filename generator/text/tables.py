"""CSV files as tables of text."""

import csv
import io

from generator.model.source import Table


def read_table(path: str, content: bytes) -> Table:
    """The table in `content`. Raises ValueError, csv.Error or UnicodeDecodeError if it is none."""
    rows = [tuple(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) if row]
    if not rows:
        raise ValueError("the file has no header line")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValueError(f"row {number} has {len(row)} cells, the header has {len(rows[0])}")
    return Table(path, rows[0], tuple(rows[1:]))
