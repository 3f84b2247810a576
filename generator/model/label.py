"""What a name of the data is called on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A name as the data has it, and the text that readers see instead."""

    name: str
    text: str
