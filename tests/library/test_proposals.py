"""Proposals are short, verbatim, spread, within the limit, and mean what the source means."""

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.library.proposals import Proposal, propose_notes
from generator.model.source import Rights, Section, Source, TextKind
from generator.model.span import TextFile
from generator.text.words import word_count

ENGLISH = """\
Ticket robots on the old pier served 12,000 visitors in their first week, the town said on Friday.

Visitors shared photographs of the machines, and the queue became an attraction of its own. Sales
of weekly passes rose quickly among people who live inland.

# Rules of the pier

The town council has regulated ticket sales since the pier was founded. Earlier rules covered
wooden booths and left machines out.

The union of ticket sellers, which negotiated the present contract, calls the machines a breach of
it. A court heard the first complaint in the winter under the law of the coast.

# What happens now

The council expects to buy four more machines before the summer. It plans a ballot of residents in
the autumn, with the results by the end of the year.

Analysts predict that smaller towns will follow within two seasons. Prices could fall once a
second maker enters the market.
"""

CHINESE = """\
旧码头的售票机首周接待了一万两千名游客，镇政府周五表示。游客纷纷分享照片，排队本身成了景点。

# 规定

镇议会自码头建成以来一直监管售票，此前的规定针对木制售票亭。工会认为新机器违反现行合同，法院冬季受理了首起投诉。

# 展望

议会预计夏季前再购买四台机器，秋季将举行居民投票。分析人士预测，小镇未来两季会跟进采用。
"""


def _source(body: str, language: str = "en") -> Source:
    body = body.strip()
    return Source(
        id="pier",
        file=TextFile("sources/pier.md", body),
        body=body,
        body_start=0,
        title="Ticket robots",
        publisher="Pier Weekly",
        language=language,
    )


def _by_section(proposals: tuple[Proposal, ...]) -> dict[Section, list[Proposal]]:
    return {
        section: [proposal for proposal in proposals if proposal.section is section]
        for section in Section
    }


@pytest.mark.parametrize(("body", "language", "limit"), [(ENGLISH, "en", 60), (CHINESE, "zh", 90)])
def test_every_section_gets_two_short_verbatim_passages_within_the_limit(
    body: str, language: str, limit: int
) -> None:
    source = _source(body, language)
    proposals = propose_notes(source, limit)
    assert all(len(group) >= 2 for group in _by_section(proposals).values())
    assert sum(word_count(proposal.quote) for proposal in proposals) <= limit
    for proposal in proposals:
        assert source.body[proposal.start : proposal.end] == proposal.quote
        assert 4 <= word_count(proposal.quote) <= 25
        assert source.body.count(proposal.quote) == 1


def test_headings_and_cue_words_say_which_page() -> None:
    groups = _by_section(propose_notes(_source(ENGLISH), 60))
    assert {proposal.says for proposal in groups[Section.OUTLOOK]} == {"What happens now"}
    assert {proposal.says for proposal in groups[Section.CONTEXT]} == {"Rules of the pier"}
    assert {proposal.says for proposal in groups[Section.TREND]} == {"Pier Weekly"}


def test_passages_stand_in_different_sentences() -> None:
    proposals = propose_notes(_source(ENGLISH), 300)
    between = [ENGLISH[first.end : second.start] for first, second in pairwise(proposals)]
    assert all("." in text for text in between)


def test_the_limit_holds_when_it_is_small() -> None:
    proposals = propose_notes(_source(ENGLISH), 9)
    assert 0 < sum(word_count(proposal.quote) for proposal in proposals) <= 9
    assert propose_notes(_source(ENGLISH), 3) == ()


def test_only_the_sections_asked_for_are_proposed() -> None:
    proposals = propose_notes(_source(ENGLISH), 60, sections=[Section.OUTLOOK])
    assert {proposal.section for proposal in proposals} == {Section.OUTLOOK}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody believes that the council will buy four more machines this year.",
        "The council doubts that smaller towns will follow within two seasons.",
        "If the ballot fails, the council will buy four more machines this year.",
    ],
)
def test_no_passage_leaves_behind_what_turns_its_meaning(sentence: str) -> None:
    turned = sentence.split()[0 if sentence[0] in "NI" else 2]
    assert all(turned in proposal.quote for proposal in propose_notes(_source(sentence), 60))


@pytest.mark.parametrize(
    "sentence",
    [
        "He said “the machines will be the ruin of every seller on the pier” on Friday.",
        'He said "the machines will be the ruin of every seller on the pier" on Friday.',
        "Will the council buy four more machines before the summer?",
    ],
)
def test_other_peoples_words_and_questions_are_not_quoted(sentence: str) -> None:
    assert propose_notes(_source(sentence), 60) == ()


def test_a_passage_has_no_brackets_and_does_not_end_in_a_number() -> None:
    text = "Sales of weekly passes (new this year) rose by 20 in the first week of the season."
    for proposal in propose_notes(_source(text), 60):
        assert not set(proposal.quote) & set("()[]")
        assert not proposal.quote[-1].isdigit()


def test_a_passage_that_stands_twice_is_not_proposed() -> None:
    line = "Visitors shared photographs of the ticket machines."
    assert propose_notes(_source(f"{line}\n\n{line}"), 60) == ()


@pytest.mark.parametrize(
    "change",
    [{"rights": Rights.NONE}, {"text": TextKind.ABSTRACT}, {"text": TextKind.DATA}],
)
def test_nothing_is_proposed_from_a_text_that_cannot_be_quoted(
    change: dict[str, Rights | TextKind],
) -> None:
    source = _source(ENGLISH)
    changed = replace(
        source,
        rights=Rights(change.get("rights", source.rights)),
        text=TextKind(change.get("text", source.text)),
    )
    assert propose_notes(changed, 60) == ()


def test_marks_in_a_heading_do_not_reach_the_lead_in() -> None:
    text = f"# What “now” [x] means?\n\n{ENGLISH.split('# What')[0].split('# Rules')[0]}"
    assert {proposal.says for proposal in propose_notes(_source(text), 60)} == {"What now x means"}


def test_a_short_line_without_a_stop_is_a_heading_in_plain_text() -> None:
    text = "What comes next\n\nThe council expects to buy four more machines before the summer."
    assert [one.says for one in propose_notes(_source(text), 60)] == ["What comes next"]
