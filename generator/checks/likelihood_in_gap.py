"""A number beside a word for likelihood lies where the profile has no word.

PHIA leaves gaps between its bands on purpose, because nobody tells 22 from 26 percent; below 1 and
above 99 percent ICD 203 has no word either. Such a number claims more exactness than there is.
Source: PHIA probability yardstick; ICD 203, D.6.e.(2).

Give a number inside one of the two neighbouring bands, or the word alone.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.model.profile import Profile
from generator.profiles import other_profiles, profile_of
from generator.text.likelihood.bands import interval_in, terms_in
from generator.text.likelihood.judged import judged_words
from generator.text.likelihood.probabilities import Stated, stated_probabilities
from generator.text.likelihood.reported import is_reported
from generator.text.likelihood.terms import Vocabulary
from generator.text.own_words import place_of


def likelihood_in_gap(sentence: Sentence, scope: Scope) -> Iterator[Finding]:
    """Find percentages between the bands, beside the word of a neighbouring one."""
    text = judged_words(sentence, scope.page)
    if not text or scope.page is None or scope.briefing is None:
        return
    profile, language = profile_of(scope.briefing), scope.briefing.language
    terms = Vocabulary(profile, other_profiles(profile)).terms(text)
    for stated in stated_probabilities(text, terms):
        neighbours = _neighbours(stated, profile)
        if neighbours and not is_reported(text, stated.start):
            names = " and ".join(_named(index, profile, language) for index in neighbours)
            yield Finding(
                place_of(stated.start, stated.end, sentence, scope.page),
                f"{text[stated.start : stated.end]} has no word in {profile.title}",
                f"beside it {'stand' if len(neighbours) > 1 else 'stands'} {names}",
            )


def _neighbours(stated: Stated, profile: Profile) -> list[int]:
    """The bands beside a number in a gap, if the word beside it is that of one of them."""
    words = {term.band for term in stated.terms if term.is_own}
    for value in (stated.low, stated.high):
        beside = [index for index in profile.gap(value) or () if index is not None]
        if words & set(beside):
            return beside
    return []


def _named(index: int, profile: Profile, language: str) -> str:
    return f"`{terms_in(language, profile)[index][0]}` ({interval_in(language, profile, index)})"


CHECK = Check(Sentence, Severity.WARNING, likelihood_in_gap)

_OUTLOOK = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
likelihood_words: phia
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
>>> docs/briefings/example/outlook.md
"""

EXAMPLES = Examples(
    passes=(f"{_OUTLOOK}A suit by the end of the year is unlikely (30 percent).\n",),
    fails=(
        f"{_OUTLOOK}A suit by the end of the year is unlikely (22 percent).\n",
        ">>> docs/briefings/example/outlook.md\nA suit is almost certain (99.5 %).\n",
    ),
)
