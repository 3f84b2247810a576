"""Disagreements as schema.org has them: a question with the answers that are offered to it.

None of them is the accepted answer: our assessment is a comment of the desk.
"""

from collections.abc import Callable, Iterator

from generator.evidence.disagreements import disagreements
from generator.evidence.named import NamedPage
from generator.model.briefing import Briefing
from generator.model.disagreement import DisagreementRecord, PositionRecord
from generator.model.page import Page
from generator.site.named_things import Json, Node


def questions(
    page: Page, briefing: Briefing, cited: Callable[[str], str], desk: Node
) -> Iterator[Node]:
    """Those that the page sets out; `cited` gives what names a source."""
    for each in disagreements([NamedPage(page, briefing)]):
        yield _question(each, briefing.language, cited, desk)


def _question(
    each: DisagreementRecord, language: str, cited: Callable[[str], str], desk: Node
) -> Node:
    answers: list[Json] = [_answer(one, cited) for one in each.positions]
    comment: Node = {"@type": "Comment", "text": each.assessment, "author": desk}
    return {
        "@type": "Question",
        "name": each.question,
        "inLanguage": language,
        "suggestedAnswer": answers,
        "comment": comment if each.assessment else None,
    }


def _answer(one: PositionRecord, cited: Callable[[str], str]) -> Node:
    sources: list[Json] = [{"@id": cited(source_id)} for source_id in one.sources]
    return {"@type": "Answer", "name": one.who, "text": one.says, "citation": sources}
