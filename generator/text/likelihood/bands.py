"""The words for likelihood of a profile: which band each stands for, and how it is printed.

The words themselves are data: `generator/profiles/`, and `profiles/` of a project.
"""

from generator.model.profile import Band, Profile
from generator.words import words_for


def band_index(word: str, profile: Profile) -> int | None:
    """The place of the band that `word` stands for, None where it is no term of the profile.

    The terms of every language count.
    """
    folded = _folded(word)
    for wording in profile.wordings:
        for index, rows in enumerate(wording.bands):
            if any(folded in forms for forms in rows):
                return index
    return None


def terms_in(language: str, profile: Profile) -> tuple[tuple[str, ...], ...]:
    """The terms of each band in a language, one for each row, the usual one first."""
    bands = profile.wording(language).bands
    return tuple(tuple(forms[0] for forms in rows) for rows in bands)


def interval_in(language: str, profile: Profile, index: int) -> str:
    """A band as printed in a language: `55–80 %`, `55%～80%`, `about 10–20 %`."""
    band = profile.bands[index]
    key = ("up_to" if band.low == 0 else "about") if profile.edges == "about" else "exact"
    return words_for("likelihood", language).say(key, low=band.low, high=band.high)


def shown(word: str, profile: Profile, language: str) -> str:
    """`word` as a page in `language` prints it: a term in that language, other text as it is.

    A term of the second row becomes that of the second row there, where there is one.
    """
    index = band_index(word, profile)
    if index is None:
        return word
    rows, folded = profile.wording(language).bands[index], _folded(word)
    if any(folded in forms for forms in rows):
        return word
    return rows[min(_row(folded, profile, index), len(rows) - 1)][0]


def legend_rows(profile: Profile, language: str) -> tuple[tuple[str, str, str], ...]:
    """For each band its usual word, its further ones, and the interval, as a legend prints them."""
    comma = words_for("site", language)["list_comma"]
    return tuple(
        (first, comma.join(others), interval_in(language, profile, index))
        for index, (first, *others) in enumerate(terms_in(language, profile))
    )


def word_for(per_cent: float, profile: Profile, language: str) -> str:
    """The usual word for a number; of a shared edge that of the upper band; empty in a gap."""
    fitting = [index for index, band in enumerate(profile.bands) if band.holds(per_cent)]
    return terms_in(language, profile)[fitting[-1]][0] if fitting else ""


def same_degree(band: Band, profile: Profile, language: str) -> str:
    """The usual word of the band nearest to one of another profile, by their middles."""
    middle = band.low + band.high
    distances = [abs(each.low + each.high - middle) for each in profile.bands]
    return terms_in(language, profile)[distances.index(min(distances))][0]


def _row(folded: str, profile: Profile, index: int) -> int:
    rows = (
        row
        for wording in profile.wordings
        for row, forms in enumerate(wording.bands[index])
        if folded in forms
    )
    return next(rows, 0)


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())
