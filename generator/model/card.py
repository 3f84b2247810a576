"""The picture that a link to a briefing shows where it is shared."""

CARD = "card.png"
"""Its name beside the overview."""
CARD_SIZE = (1200, 630)
"""Pixels across and down, which those who show it want (Open Graph, 1.91 : 1)."""
