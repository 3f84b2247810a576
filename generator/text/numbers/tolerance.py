"""How far a number on a page may be from that of its source: rounding, and what hedges leave open.

A number is rounded to its last written digit, so half of that digit is allowed either way: 1.2
million is borne out by 1,234,567. A hedge allows a twentieth of the value, in its direction;
`more than` and `less than` allow what is given up by closing zeros: `more than 500` holds for 543.
"""

from decimal import Decimal

from generator.text.numbers.records import Hedge, Quantity

SHARE = Decimal("0.05")
_HALF = Decimal("0.5")


def interval(claim: Quantity, hedge: Hedge) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that bear the number out."""
    value = claim.value
    rounding = max(claim.ulp * _HALF, claim.slack) if not claim.slack else claim.slack
    loose = max(rounding, value * SHARE, 2 * claim.slack)
    reach = max(claim.reach, loose)
    return {
        Hedge.NONE: (value - rounding, value + rounding),
        Hedge.ABOUT: (value - loose, value + loose),
        Hedge.NEARLY: (value - loose, value + rounding),
        Hedge.ABOVE: (value, value + reach),
        Hedge.BELOW: (value - reach, value),
    }[hedge]
