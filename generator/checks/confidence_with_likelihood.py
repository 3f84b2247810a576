"""One sentence speaks of likelihood and of confidence.

`Likely` is about the event, confidence about what the judgement rests on. Side by side the two run
into one, and the reader takes high confidence for high likelihood. ICD 203, D.6.e.(2), says that
they should not stand in one sentence; that it is an error here is our choice.

Say how likely it is in one sentence, and how sure you are, and why, in the next; or leave
confidence to the field `confidence`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Label, Severity
from generator.model.page import Sentence
from generator.profiles import other_profiles, profile_of
from generator.text.likelihood.judged import judged_words
from generator.text.likelihood.reported import is_reported
from generator.text.likelihood.terms import Vocabulary, confidence_cues
from generator.text.own_words import place_of


def confidence_with_likelihood(sentence: Sentence, scope: Scope) -> Iterator[Finding]:
    """Find a sentence of our own with words for both."""
    text = judged_words(sentence, scope.page)
    if not text or scope.page is None:
        return
    profile = profile_of(scope.briefing)
    terms = [
        term
        for term in Vocabulary(profile, other_profiles(profile)).terms(text)
        if not term.is_shy and not is_reported(text, term.start)
    ]
    cues = [cue for cue in confidence_cues(text, profile) if not is_reported(text, cue[0])]
    if terms and cues:
        at = place_of(terms[0].start, terms[0].end, sentence, scope.page)
        sure = place_of(*cues[0], sentence, scope.page)
        words = text[slice(*cues[0])].strip(" ,(（，")
        yield Finding(
            at,
            f"`{terms[0].word}` and `{words}` stand in one sentence",
            "make two sentences of it: how likely it is, and how sure you are",
            (Label("confidence", sure),),
        )


CHECK = Check(Sentence, Severity.ERROR, confidence_with_likelihood)

_OUTLOOK = """\
>>> docs/briefings/example/outlook.md
"""

EXAMPLES = Examples(
    passes=(
        f"{_OUTLOOK}A suit this year is likely. Our confidence is low: the talks are hidden.\n",
        f"{_OUTLOOK}It is likely that consumer confidence falls.\n",
    ),
    fails=(
        f"{_OUTLOOK}We judge with high confidence that a suit is likely this year.\n",
        f"{_OUTLOOK}我们以中等信心判断，起诉的可能性较大。\n",
    ),
)
