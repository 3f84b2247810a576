"""Which sources a `cite:` list names, and how many origins stand behind them.

Ten articles that repeat one agency report are ten sources and one origin.
"""

import re
from collections.abc import Iterable

from generator.model.source import Library
from generator.text.plain import one_line
from generator.words import words_for

_ID = re.compile(r"(?<![\w@\\])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)", re.ASCII)
_GROUP = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\](?![(\[:])")


def cited_ids(cite: Iterable[str]) -> tuple[str, ...]:
    """The ids in a list of citations (`"@harbour, ¶4"`), each once, in their order."""
    return tuple(dict.fromkeys(match for text in cite for match in _ID.findall(text)))


def without_citations(text: str) -> str:
    """Text of a field on one line, without the groups of citations in it."""
    return one_line(_GROUP.sub("", text))


def sources_and_origins(source_ids: Iterable[str], library: Library, language: str = "en") -> str:
    """`3 sources, 2 origins` for those of the ids that the library has; empty for none."""
    found = [source for source_id in source_ids if (source := library.get(source_id))]
    origins = {source.origin or source.id for source in found}
    if not found:
        return ""
    words = words_for("site", language)
    counts = words.say("n_sources", n=len(found)), words.say("n_origins", n=len(origins))
    return words["comma"].join(counts)
