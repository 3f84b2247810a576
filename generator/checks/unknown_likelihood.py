"""`likelihood` of a judgement is no word of the briefing's profile.

Only the words of the profile stand for a band; another word means something else to each reader,
and the scale cannot show it. Standards: ICD 203, D.6.e.(2); PHIA probability yardstick.

Choose a word of the profile, which the legend under the judgements lists, or name the profile that
has the word in `likelihood_words`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span, shortened
from generator.model.briefing import Judgement
from generator.model.diagnostic import Severity
from generator.model.profile import Profile
from generator.profiles import other_profiles, profile_of
from generator.text.likelihood.bands import band_index, same_degree


def unknown_likelihood(judgement: Judgement, scope: Scope) -> Iterator[Finding]:
    """Find a likelihood that is no term."""
    word, profile = judgement.likelihood, profile_of(scope.briefing)
    if word is None or scope.briefing is None or band_index(word, profile) is not None:
        return
    language = scope.briefing.language
    yield Finding(
        judgement.span or field_span(scope.briefing, "judgements"),
        f"`likelihood: {shortened(word, 60)}` of `{judgement.id}` is no word of {profile.title}",
        _advice(word, profile, language),
    )


def _advice(word: str, profile: Profile, language: str) -> str:
    from rapidfuzz import process  # 10 ms, and only needed for a fault

    for other in other_profiles(profile):
        index = band_index(word, other)
        if index is not None:
            same = same_degree(other.bands[index], profile, language)
            return f"that is a word of {other.title}; about the same here is `{same}`"
    known = [row[0] for rows in profile.wording(language).bands for row in rows]
    near = process.extractOne(word.casefold(), known, score_cutoff=60)
    return f"did you mean `{near[0]}`?" if near else f"its words are {', '.join(known)}"


CHECK = Check(Judgement, Severity.ERROR, unknown_likelihood)

_JUDGED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
likelihood_words: LIKELIHOOD_WORDS
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]
    likelihood: """


def _judged(profile: str, word: str) -> str:
    return f"{_JUDGED.replace('LIKELIHOOD_WORDS', profile)}{word}\n"


EXAMPLES = Examples(
    passes=(_judged("icd-203", "very likely"), _judged("phia", "realistic possibility")),
    fails=(
        _judged("icd-203", "plausible"),
        _judged("icd-203", "highly likely"),
        _judged("phia", "very likely"),
    ),
)
