"""A judgement says that something `may` happen, and not how likely it is.

`May`, `could`, `possible` and `cannot be ruled out` are true of nearly everything, so nobody can
hold the desk to them. Standard: ICD 203, D.6.e.(2), which asks for one of its words.

Say how likely it is, in a word of the profile; or say what would have to happen first. Relative
clauses, what stands behind `if` and `whether`, and what sources say are left alone.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.profiles import other_profiles, profile_of
from generator.text.likelihood.judged import judged_words
from generator.text.likelihood.terms import Vocabulary
from generator.text.likelihood.weasels import weasels
from generator.text.own_words import place_of


def weasel_word(sentence: Sentence, scope: Scope) -> Iterator[Finding]:
    """Find main clauses of our own that leave likelihood open."""
    text = judged_words(sentence, scope.page, says_only=True)
    if not text or scope.page is None:
        return
    profile = profile_of(scope.briefing)
    for start, end in weasels(text, Vocabulary(profile, other_profiles(profile))):
        yield Finding(
            place_of(start, end, sentence, scope.page),
            f"`{text[start:end]}` says that it is open, not how likely it is",
            f"say how likely, in a word of {profile.title}",
        )


CHECK = Check(Sentence, Severity.WARNING, weasel_word)

_OUTLOOK = """\
>>> docs/briefings/example/outlook.md
"""

EXAMPLES = Examples(
    passes=(
        f"{_OUTLOOK}A suit this year is likely. Whether it may settle is open.\n",
        f"{_OUTLOOK}The executive said that a studio might sell [@quay-2026-02-10].\n",
        f"{_OUTLOOK}The rules that may follow are not written yet.\n",
    ),
    fails=(
        f"{_OUTLOOK}A suit may follow this year.\n",
        f"{_OUTLOOK}A settlement cannot be ruled out.\n",
        f"{_OUTLOOK}监管部门可能开出罚单。\n",
    ),
)
