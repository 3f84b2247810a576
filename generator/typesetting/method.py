"""The part that says what the document rests on and how it was made: its methodology and its
source summary statement.
"""

from collections import Counter
from collections.abc import Iterator

from generator.model.evidence import Evidence
from generator.model.passage import MatchKind
from generator.model.source import Credibility, Reliability
from generator.profiles import profile_of
from generator.typesetting.desk import Desk, part_of
from generator.typesetting.legible import Json, Node
from generator.typesetting.source_list import origin_count
from generator.words import Words, words_for


def method_part(desk: Desk) -> list[Node]:
    """The part, where there is anything that it could be about."""
    if not desk.briefing.used:
        return []
    words = words_for("pdf", desk.briefing.language)
    part = part_of(desk, "method", f"{desk.briefing.path}#method", words["method"])
    sections = [
        (words["method_rests"], _rests(desk, words)),
        (words["method_quotations"], _quotations(desk, words)),
        (words["method_grades"], _grades(desk, words)),
        (words["method_likelihood"], _likelihood(desk, words)),
        (words["method_allowed"], _allowed(desk)),
        (words["method_attached"], _attached(desk, words)),
    ]
    shown: list[Json] = []
    for title, content in sections:
        found = list(content)
        shown += [_heading(title), *found] if found else []
    return [part | {"blocks": shown}]


def _rests(desk: Desk, words: Words) -> Iterator[Node]:
    briefing, library = desk.briefing, desk.manuscript.library
    yield from (_paragraph(text) for text in _paragraphs(briefing.source_summary or ""))
    sources = len(briefing.used)
    origins = origin_count(briefing, library)
    text = words.say("sources_counted", n=sources)
    text += words["between"] + words.say("origins_counted", n=origins)
    if origins < sources:
        text += words["between"] + words["copies_count_once"]
    yield _paragraph(text)
    evidence = desk.manuscript.evidence
    if evidence and evidence.claims:
        counts = {"n": evidence.claims, "cited": f"{evidence.cited_claims:,}"}
        yield _paragraph(words.say("claims_counted", **counts))


def _quotations(desk: Desk, words: Words) -> Iterator[Node]:
    evidence = desk.manuscript.evidence
    counts = _found(evidence) if evidence else Counter()
    all_of_them = sum(counts.values())
    text = words["quotations_checked"] + words["between"]
    text += words.say("quotations_counted", n=all_of_them)
    for kind in ("exact", "normalised", "translated", "other"):
        if counts[kind]:
            text += words["between"] + words.say(f"quotations_{kind}", n=counts[kind])
    yield _paragraph(text)


def _found(evidence: Evidence) -> Counter[str]:
    """How the quotations stand to their sources; what is allowed without being found is other."""
    return Counter(
        "other"
        if not each.found
        else "translated"
        if each.original
        else str(each.match if each.match is MatchKind.NORMALISED else MatchKind.EXACT)
        for each in evidence.quotations
        if each.source is not None
    )


def _grades(desk: Desk, words: Words) -> Iterator[Node]:
    names = words_for("site", desk.briefing.language)
    found = [desk.manuscript.library.get(source_id) for source_id in desk.briefing.used]
    counts = Counter((source.reliability, source.credibility) for source in found if source)
    yield _paragraph(words["grades_note"])
    yield {
        "b": "grades",
        "columns": [{"grade": str(figure), "name": names[figure]} for figure in Credibility],
        "rows": [
            {
                "grade": str(letter),
                "name": names[letter],
                "counts": [counts[letter, figure] for figure in Credibility],
            }
            for letter in Reliability
        ],
        "most": max(counts.values(), default=1),
    }


def _likelihood(desk: Desk, words: Words) -> Iterator[Node]:
    briefing = desk.briefing
    if any(judgement.likelihood for judgement in briefing.judgements):
        link: Json = {
            "k": "link",
            "to": desk.labels.name(briefing.path),
            "c": [words["key_judgements"]],
        }
        before, _, after = words["likelihood_follows"].partition("{where}")
        standard = profile_of(briefing).title
        run: list[Json] = [before.format(standard=standard), link, after]
        yield {"b": "p", "c": [*run, words["between"], words["confidence_note"]]}
    if briefing.forecasts:
        yield _paragraph(words["forecasts_kept"])


def _allowed(desk: Desk) -> Iterator[Node]:
    """What the authors let stand although the compiler found it, with their reasons."""
    evidence = desk.manuscript.evidence
    allowances = evidence.allowances if evidence else ()
    items: list[Json] = [
        [{"b": "p", "c": [{"k": "code", "c": [each.code]}, f" {each.because}"]}]
        for each in allowances
    ]
    if items:
        yield {"b": "list", "ordered": False, "start": 1, "items": items}


def _attached(desk: Desk, words: Words) -> Iterator[Node]:
    items: list[Json] = [
        [{"b": "p", "c": [{"k": "strong", "c": [each.name]}, f": {words[each.description]}"]}]
        for each in desk.manuscript.attachments
    ]
    if items:
        yield _paragraph(words["attached_note"])
        yield {"b": "list", "ordered": False, "start": 1, "items": items}


def _heading(title: str) -> Node:
    """A heading that the bookmarks have and the contents do without."""
    return {"b": "h", "level": 2, "plain": title, "c": [title], "l": None, "listed": False}


def _paragraph(text: str) -> Node:
    return {"b": "p", "c": [text]}


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
