"""A chart in the words of its page: units, and the names of those that the glossary knows."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.actor import Entry
from generator.plotting.options import ChartOptions
from generator.plotting.units import regrouped, scaled
from generator.text.figures import Report
from generator.text.values import same_name


def worded(
    options: ChartOptions, found: Sequence[Report], entries: Sequence[Entry], language: str
) -> tuple[ChartOptions, list[Report]]:
    """Options and reports, which have no faults, as a page in this language shows them."""
    figures = [
        Decimal(cell.replace("\N{MINUS SIGN}", "-")) for each in found for cell in each.figures
    ]
    largest = max((abs(one) for one in figures), default=Decimal(0))
    factor, unit = regrouped(options.unit, largest, language)
    names = _names(entries, language)

    def named(text: str) -> str:
        return options.label(text) or names.get(same_name(text)) or text

    shown = [
        replace(
            each,
            x=named(each.x),
            series=named(each.series),
            facet=named(each.facet),
            y=scaled(each.y, factor),
            low=scaled(each.low, factor),
            high=scaled(each.high, factor),
        )
        for each in found
    ]
    only = tuple(dict.fromkeys(named(name) for name in options.only))
    return replace(options, unit=unit, only=only), shown


def _names(entries: Sequence[Entry], language: str) -> dict[str, str]:
    """The name to use for each name that an entry has in another language. A name of two entries
    is no one's.
    """
    found: dict[str, set[str]] = {}
    for entry in entries:
        for name in entry.names:
            if not _is_same(name.language, language):
                found.setdefault(same_name(name.text), set()).add(entry.name(language))
    return {name: min(shown) for name, shown in found.items() if len(shown) == 1}


def _is_same(language: str, other: str) -> bool:
    return language.split("-")[0].lower() == other.split("-")[0].lower()
