"""What an ellipsis or a bracket hides: a negation or a figure is never left out silently."""

from collections.abc import Iterator

from generator.text.locate.edits import Joint
from generator.text.locate.likeness import Difference, same_words
from generator.text.locate.negation import clause_after, clause_before, figure, negation
from generator.text.locate.normalise import WORDS


def hidden_between(joint: Joint, gap: str) -> Iterator[Difference]:
    """What `joint` hides where it stands for `gap` in the source."""
    yield from _brackets(joint)
    if not WORDS.search(gap) or same_words("".join(joint.brackets), gap):
        return
    if joint.elides:
        yield Difference("words are left out at an ellipsis")
    yield from _hidden(gap, "the ellipsis leaves out" if joint.elides else "the brackets replace")


def hidden_before(joint: Joint, text: str, offset: int) -> Iterator[Difference]:
    """What `joint` hides at the start of a quotation that begins at `offset` of the source."""
    if joint.is_edit:
        yield from _at_the_edge(joint, clause_before(text, offset))


def hidden_after(joint: Joint, text: str, offset: int) -> Iterator[Difference]:
    """What `joint` hides at the end of a quotation that ends at `offset` of the source."""
    if joint.is_edit:
        yield from _at_the_edge(joint, clause_after(text, offset))


def _at_the_edge(joint: Joint, rest: str) -> Iterator[Difference]:
    yield from _brackets(joint)
    if joint.elides:
        yield Difference("words are left out at an ellipsis")
    yield from _hidden(rest, "the ellipsis leaves out" if joint.elides else "the brackets replace")


def _brackets(joint: Joint) -> Iterator[Difference]:
    for words in joint.brackets:
        yield Difference(f"words in brackets are the author’s: “{words}”")
        yield from _hidden(words, "the brackets hold")
    if joint.splits_word:
        yield Difference("brackets change a part of a word", needs_review=True)


def _hidden(text: str, fact: str) -> Iterator[Difference]:
    found = negation(text)
    if found:
        yield Difference(f"{fact} a negation: “{found}”", needs_review=True)
    found = figure(text)
    if found:
        yield Difference(f"{fact} a number: “{found}”", needs_review=True)
