"""A number and a word for likelihood in one sentence disagree.

`Likely (40 %)` leaves the reader with two judgements. The profile says which band a word stands
for; both edges of a band belong to it. Where two words stand beside one number, it must lie in the
bands of both. Standards: ICD 203, D.6.e.(2); PHIA probability yardstick.

Change the word or the number.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.model.profile import Profile
from generator.profiles import other_profiles, profile_of
from generator.text.likelihood.bands import interval_in, word_for
from generator.text.likelihood.judged import judged_words
from generator.text.likelihood.probabilities import Stated, stated_probabilities
from generator.text.likelihood.reported import is_reported
from generator.text.likelihood.terms import Term, Vocabulary
from generator.text.own_words import place_of


def likelihood_outside_band(sentence: Sentence, scope: Scope) -> Iterator[Finding]:
    """Find percentages outside the band of the word beside them."""
    text = judged_words(sentence, scope.page)
    if not text or scope.page is None or scope.briefing is None:
        return
    profile, language = profile_of(scope.briefing), scope.briefing.language
    terms = Vocabulary(profile, other_profiles(profile)).terms(text)
    for stated in stated_probabilities(text, terms):
        for term in stated.terms:
            if _disagree(stated, term, profile) and not is_reported(text, stated.start):
                interval = interval_in(language, profile, term.band)
                message = f"`{term.word}` is {interval} in {profile.title}, and the number is "
                yield Finding(
                    place_of(stated.start, stated.end, sentence, scope.page),
                    message + text[stated.start : stated.end],
                    _advice(stated, profile, language),
                )


def _disagree(stated: Stated, term: Term, profile: Profile) -> bool:
    if not term.is_own:
        return False
    band = profile.bands[term.band]
    wrong = [value for value in (stated.low, stated.high) if not band.holds(value)]
    return any(term.band not in (profile.gap(value) or ()) for value in wrong)


def _advice(stated: Stated, profile: Profile, language: str) -> str:
    word = word_for(stated.low, profile, language)
    same = word if word == word_for(stated.high, profile, language) else ""
    return f"the word for this number is `{same}`" if same else "change the word or the number"


CHECK = Check(Sentence, Severity.ERROR, likelihood_outside_band)

_OUTLOOK = """\
>>> docs/briefings/example/outlook.md
"""

EXAMPLES = Examples(
    passes=(
        f"{_OUTLOOK}A suit by the end of the year is likely (80 percent).\n",
        f"{_OUTLOOK}It is likely that the share of labelled clips passes 30 percent.\n",
        f'{_OUTLOOK}The lawyer called a suit "likely, 20 percent" [@quay-2026-02-10].\n'
        ">>> sources/quay-2026-02-10.md\n---\ntitle: Studios weigh licences\n---\n"
        "A suit is likely, 20 percent.\n",
    ),
    fails=(
        f"{_OUTLOOK}A suit by the end of the year is likely (40 percent).\n",
        f"{_OUTLOOK}A suit is very unlikely: we put the chance at 30 to 40 %.\n",
        f"{_OUTLOOK}年底前起诉的可能性较大（30%）。\n",
    ),
)
