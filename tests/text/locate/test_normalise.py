import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.locate.normalise import WORDS, Folded, lowered

TEXT = st.text(
    "abEÉé\u0301\u0308 .,-–—'’“”\"\n\u00ad\u200b\u00a0019０１９．，ＡｂﬁﬀßςΣ%$€²①½的，。ｶﾞ()_",
    max_size=40,
)
LAWS = settings(max_examples=300, deadline=None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The “plat\u00adform” grew", "theplatformgrew"),
        ("plat\u00ad\nform", "platform"),
        ("up 1.5% to 1,200", "up1.5%to1,200"),
        ("eﬃcient ﬁgures", "efficientfigures"),
        ("１，０００．５", "1,000.5"),
        ("ＡＩ 生成，内容。", "ai生成内容"),
        ("e\u0301te\u0301", "été"),
        ("ｶﾞｽ", "ガス"),
        ("10² ① ½", "10²①½"),
        ("$5 – €6", "$5€6"),
        ("İstanbul", "istanbul"),
        ("ΟΔΟΣ", "οδοσ"),
        ("12:30, 9/11", "12:309/11"),
    ],
)
def test_the_key_of(text: str, key: str) -> None:
    assert Folded(text).key == key


@LAWS
@given(TEXT)
def test_folding_is_idempotent(text: str) -> None:
    folded = Folded(text)
    assert Folded(folded.key).key == folded.key
    assert Folded(folded.plain).plain == folded.plain
    assert Folded(folded.plain).key == folded.key


@LAWS
@given(TEXT)
def test_the_offsets_lead_back_to_each_word(text: str) -> None:
    folded = Folded(text)
    at = 0
    for word in WORDS.findall(folded.plain):
        start, end = folded.span(at, at + len(word))
        assert Folded(text[start:end]).key == lowered(word)
        at += len(word)
    assert at == len(folded.key)


@LAWS
@given(TEXT)
def test_the_plain_form_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", Folded(text).plain)


def test_lower_case_keeps_the_length_of_every_character() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(lowered(every)) == len(every)
