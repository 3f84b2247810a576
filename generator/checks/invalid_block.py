"""A block cannot be drawn from what is written in it.

Its YAML cannot be read, it has a key that the block does not know, a value has the wrong type, or
it asks for a column or a source that is not there. The reader would see nothing in its place.

Correct the block; the handbook's reference lists the keys of each. Fenced code with any other
name is left alone.
"""

from generator.checks import Check, Examples, found_while_reading
from generator.model.diagnostic import Severity
from generator.model.page import Block

CHECK = Check(Block, Severity.ERROR, found_while_reading)

EXAMPLES = Examples(
    passes=(
        "Film shares rose [@harbour-2026-02-09].\n\n```python\nprint('clips')\n```\n",
        "Film shares rose [@harbour-2026-02-09].\n\n```sources\n```\n",
    ),
    fails=("Film shares rose [@harbour-2026-02-09].\n\n```chart\ndata: [unclosed\n```\n",),
)
