"""Dates short enough for charts and tables: `9 Feb 2026`, `Feb 2026`, `2月9日`."""

from generator.text.dates.curated import is_period, written


def short_date(text: str, language: str = "en", *, year: bool = True) -> str:
    """The written date with its month cut to three letters, without its year if so wished.

    A date that is only a year keeps it; text that is no date comes back as it is.
    """
    if not is_period(text):
        return text
    words = written(text, language)
    if language.startswith(("zh", "ja")):
        rest = words.partition("年")[2]
        return words if year or not rest else rest
    parts = [part if part.isdigit() else part[:3] for part in words.split()]
    return " ".join(parts if year or len(parts) == 1 else parts[:-1])
