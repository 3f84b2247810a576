from hypothesis import given
from hypothesis import strategies as st

from generator.text.likelihood.terms import Phrases, phrase_pattern

PHRASES = Phrases.of(
    ["likely", "very likely", "couldn't", "be that as it may", "our … confidence", "可能", "50/50"]
)
WORDLESS = Phrases.of(["50/50", "likely"])
WORDS = "very Likely likely, couldn't be that as it may our high confidence 很可能 50/50 dislikely"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.sampled_from([" ", "-", "\n"]))
def test_the_first_look_misses_no_phrase(words: list[str], space: str) -> None:
    text = space.join(words)
    for phrases in (PHRASES, WORDLESS):
        found = [match.span() for match in phrases.find(text)]
        assert found == [match.span() for match in phrase_pattern(phrases.phrases).finditer(text)]
        assert phrases.dotted(text).count("·") == sum(end - start for start, end in found)
