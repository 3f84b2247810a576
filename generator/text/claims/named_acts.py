"""Whether a sentence says what somebody known did: `ByteDance stepped back on faces`.

The sentence begins with a name of the glossary, and what follows is a verb in the past. Other
sentences with names are left alone, for most of them are the desk's own reasoning.

>>> finder = NameFinder([("bytedance", "ByteDance"), ("bytedance", "字节跳动")])
>>> [tells_act(f"ByteDance {what}.", "en", finder) for what in ("stepped back", "is large")]
[True, False]
>>> tells_act("字节跳动在面孔问题上退了一步。", "zh", finder)
True
"""

import re

from generator.text.naming.finder import NameFinder

_IRREGULAR = (
    "began|bought|broke|brought|built|came|chose|cut|drew|fell|gave|grew|held|kept|led|lost|made|met"
    "|paid|put|ran|rose|sent|sold|spent|stood|took|went|withdrew|won|became|left|set"
)
_PAST = {
    "en": re.compile(rf"(?:[’']s? [a-z]+)? (?:[a-z]+ly )?(?:[a-z]{{2,}}ed|{_IRREGULAR})\b"),
    "zh": re.compile("[^，。；！？,]{0,30}?了(?![解])"),
}
_DETERMINER = re.compile(r"(?:The|the) ")
_QUESTION = re.compile(r"[?？]\W*$")
_STOP = re.compile(r"[.!…。！][\"”’」』)）]*$")


def tells_act(sentence: str, language: str, finder: NameFinder) -> bool:
    """Whether the sentence begins with a name and goes on with what it did."""
    past = _PAST.get(language.split("-")[0].casefold())
    if past is None or _QUESTION.search(sentence) or not _STOP.search(sentence):
        return False
    found = next(finder.find(sentence), None)
    determiner = _DETERMINER.match(sentence)
    if found is None or found.start not in (0, determiner.end() if determiner else 0):
        return False
    return past.match(sentence, found.end) is not None
