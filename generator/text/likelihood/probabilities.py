"""Probabilities that a sentence gives as numbers, each with the words for likelihood beside it.

A percentage is a probability only where the sentence says so: `likely (70 %)`, `70 percent
likely`, `a chance of 70 percent`. Others, such as the share of a market, are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.text.likelihood.percentages import Percentage, percentages
from generator.text.likelihood.terms import Term

_ABOUT = (
    r"(?:about|around|roughly|some|or|say|nearly|only|just|over|under|at|close to|more than"
    r"|less than|up to|below|above|approximately|an estimated|i\.e\.|that is|meaning|in our view"
    r"|we say|约|大约|大概|为|即|在|概率|概率为|可能性|可能性为|的)"
)
_CHANCE = r"(?:chances?|probability|probabilities|likelihood|odds|概率|可能性|几率|机会)"
_AFTER_TERM = re.compile(
    rf"[\s,:;(（，：、–—-]*(?:{_ABOUT}\s*)*(?:with )?(?:(?:an? |the |our )?{_CHANCE}"
    rf"(?: of| is| at)?\s*)?(?:we )?(?:(?:put|estimate|set)(?: (?:it|this|that))?(?: at)?\s*)?"
    rf"(?:{_ABOUT}\s*)*",
    re.IGNORECASE,
)
_BEFORE_TERM = re.compile(
    rf"[\s-]*(?:的)?(?:{_CHANCE}[，,]? ?(?:是|即|or|so|and so)?)?[\s:(（，,]*"
)
_BEFORE_CHANCE = re.compile(rf"[\s-]*(?:的)?{_CHANCE}")
_CHANCE_BEFORE = re.compile(
    rf"{_CHANCE}[^.;%；。\d]{{0,60}}?(?:\b(?:is|are|at|of|as|to|be|stands at)\b|[:=：为是约在])"
    rf"\s*(?:{_ABOUT}\s*)*$",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    rf"\b(?:put|set|rate|estimate|place|hold|see|give) (?:it|this|that|the (?:{_CHANCE}|figure))"
    rf"[^.;%\d]{{0,40}}?(?: at)? (?:an? )?(?:{_ABOUT}\s*)*$",
    re.IGNORECASE,
)
_WE_SAY = re.compile(
    r"(?:\bto which (?:we|i) (?:give|attach|assign) (?:an? )?"
    r"|\b(?:we|i)(?: would|'d|’d)? (?:say|reckon|guess|estimate) )"
    rf"(?:{_ABOUT}\s*)*$",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(rf"[(（](?:{_ABOUT}\s*)*$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:probability|chance|likelihood|的?概率|的?可能性)?[)）]")
_QUANTITY = re.compile(
    r"\b(?:shares?|market|revenue|sales|growth|rates?|margins?|stakes?|prices?|rises?|falls?|drop"
    r"|increase|decrease|cuts?|discount|views?|users|clips|costs?|quota|tariff|target|turnout"
    r"|labelled|tax|fee|fees|gain|loss|losses|by)\s*(?:of\s*)?[(（]?(?:of\s*)?$"
    r"|(?:份额|占比|比例|收入|增长|增幅|价格|上涨|下跌|下降|降幅|涨幅|费率|税率)[为是约达到]*[(（]?$",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"\s*(?:or|to|/|and|或|到|至)\s*", re.IGNORECASE)


_NEAR = 200
"""Characters before a number that say what it is of."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A probability in per cent, from `low` to `high`, with the terms that it goes with."""

    start: int
    end: int
    low: float
    high: float
    terms: tuple[Term, ...]


def stated_probabilities(text: str, terms: Sequence[Term]) -> Iterator[Stated]:
    """The probabilities of a sentence, whose words for likelihood are `terms`."""
    fit = [term for term in terms if not term.is_compared]
    for number in percentages(text) if fit else ():
        beside = [term for term in fit if _stands_beside(text, term, number)]
        if not beside and _is_probability(text, number):
            beside = [term for term in fit if not term.is_shy]
        if beside:
            nearest = min(beside, key=lambda term: _distance(term, number))
            joined = _coordinated(text, nearest, fit)
            yield Stated(number.start, number.end, number.low, number.high, joined)


def _stands_beside(text: str, term: Term, number: Percentage) -> bool:
    if term.end <= number.whole:
        between = text[term.end : number.whole]
        if _AFTER_TERM.fullmatch(between):
            return True
        before = _before(text, number)
        is_alone = _CLOSED.match(text, number.end) and _PARENTHESIS.search(before)
        return bool(is_alone) and not _QUANTITY.search(before) and ";" not in between
    return _BEFORE_TERM.fullmatch(text[number.end : term.start]) is not None


def _is_probability(text: str, number: Percentage) -> bool:
    before = _before(text, number)
    if _QUANTITY.search(before):
        return False
    return bool(
        _BEFORE_CHANCE.match(text, number.end)
        or _CHANCE_BEFORE.search(before)
        or _PUT_AT.search(before)
        or _WE_SAY.search(before)
    )


def _before(text: str, number: Percentage) -> str:
    return text[max(0, number.start - _NEAR) : number.start]


def _distance(term: Term, number: Percentage) -> int:
    return max(term.start - number.end, number.whole - term.end)


def _coordinated(text: str, nearest: Term, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The term, and one joined to it: `likely or very likely`."""
    joined = (
        each
        for each in terms
        if (each.end <= nearest.start and _COORDINATED.fullmatch(text, each.end, nearest.start))
        or (nearest.end <= each.start and _COORDINATED.fullmatch(text, nearest.end, each.start))
    )
    return (nearest, *joined)
