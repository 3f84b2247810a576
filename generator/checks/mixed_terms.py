"""The outlook uses a word for likelihood that belongs to another profile.

`Highly likely` is a word of PHIA, and ICD 203 does not have it; `unlikely` is 20 to 45 percent in
one and 25 to 35 in the other. A reader who looks a word up in the legend must find it there.
Source: ICD 203, D.6.e.(2); PHIA probability yardstick.

Use the word of this briefing's profile for the same degree. Words of sources, quoted or reported,
are left alone.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.profiles import other_profiles, profile_of
from generator.text.likelihood.bands import interval_in, same_degree
from generator.text.likelihood.judged import judged_words
from generator.text.likelihood.reported import is_reported
from generator.text.likelihood.terms import Vocabulary
from generator.text.own_words import place_of


def mixed_terms(sentence: Sentence, scope: Scope) -> Iterator[Finding]:
    """Find words of our own that only another profile has."""
    text = judged_words(sentence, scope.page)
    if not text or scope.page is None or scope.briefing is None:
        return
    profile, language = profile_of(scope.briefing), scope.briefing.language
    for term, other in Vocabulary(profile, other_profiles(profile)).other_terms(text):
        if is_reported(text, term.start):
            continue
        interval = interval_in(language, other, term.band)
        same = same_degree(other.bands[term.band], profile, language)
        yield Finding(
            place_of(term.start, term.end, sentence, scope.page),
            f"`{term.word}` is a word of {other.title} ({interval}), and this is {profile.title}",
            f"about the same degree here is `{same}`",
        )


CHECK = Check(Sentence, Severity.WARNING, mixed_terms)

_OUTLOOK = """\
>>> docs/briefings/example/outlook.md
"""

EXAMPLES = Examples(
    passes=(
        f"{_OUTLOOK}A suit by the end of the year is very likely.\n",
        f"{_OUTLOOK}The executive said that a sale was highly likely [@quay-2026-02-10].\n",
    ),
    fails=(
        f"{_OUTLOOK}A suit by the end of the year is highly likely.\n",
        f"{_OUTLOOK}There is a realistic possibility of a suit.\n",
    ),
)
