"""From a parsed page to its content HTML, with Python-Markdown in the middle.

What our parser found (citations, blocks, comments to drop) is cut out of the Markdown at its exact
place and replaced by a token that no extension reads (`preparing`); what comes back has each token
replaced by finished HTML (`tokens`), which the page's writer made (`writer`). So nothing that was
found can be lost or read a second time, and curated text never passes through Markdown. A token
that does not come back is a fault, not a silence.
"""

from generator.render.preparing import prepare
from generator.render.tokens import LostCitationError, Piece, Prepared
from generator.render.writer import Mark, PageWriter

__all__ = ["LostCitationError", "Mark", "PageWriter", "Piece", "Prepared", "prepare"]
