"""Where `may` and `could` tell of a right or of an ability, and not of what will happen.

`Member states may apply until June` gives leave; `the panel could meet only twice last year` and
`if the lira fell, the bank could sell` tell what somebody was, or would be, able to do.
"""

import re

_ABILITY = re.compile(
    r"\b(?:few|no) (?:\w+ )?$|\b(?:nobody|no one|none|anyone|anybody|only \w+(?: \w+)?)\s+$", re.I
)
_COUNTERFACTUAL = re.compile(r"(?:could|might) (?:\w+ )?have\b", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    # `If the lira fell, the bank could sell`: what it would be able to do.
    r"^\W*(?:if [^,]{0,200}\b(?:\w+ed|were|was|had|did|fell|rose|came|went|broke|lost|won|left)\b"
    r"|should\b|were\b|had\b)[^,]{0,200},[^,;:]*$",
    re.IGNORECASE,
)
_LAW = (
    r"\b(?:acts?|laws?|rules?|rulebook|statutes?|treaty|treaties|constitution|regulations?"
    r"|directives?|charter|code|decree|powers|section|article|scheme|licence|contract)\b"
)
_UNDER_LAW = re.compile(rf"^\W*(?:under|by) [^,;]{{0,40}}?{_LAW}[^,;]*,[^,;]*$", re.IGNORECASE)
_ALLOWED = re.compile(
    # By whom or under what the right is given, or until when it can be used.
    rf"may,? (?:only |also |not )?[^,;]*?\b(?:(?:under|in line with) [^,;]{{0,40}}?{_LAW}"
    r"|by (?:order|decree|law|statute|right|regulation)\b)"
    r"|may (?:also |only |still )?(?:apply|register|enrol|enroll|claim|opt|submit|object"
    r"|comment|vote|sign up|use|choose|ask|request)\b[^,;]*?"
    r"\b(?:until|no later than|at any time|free of charge)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    # The ability of once: `could meet only twice last year`.
    r"(?<!\bthan )(?<!\bas )(?<!\blike )(?<!\bfrom )(?<!\bsince )(?<!\bof )"
    r"\blast (?:year|month|week|night|time|spring|summer|autumn|fall|winter|quarter|season)\b"
    r"|\byesterday\b|(?:year|month|week|decade)s? ago\b|\bat the time\b|\bback then\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:()]")


def tells_of_right_or_ability(text: str, match: re.Match[str], clause: str) -> bool:
    """Whether the modal found tells of either. `clause` is what stands before it in its clause."""
    if _COUNTERFACTUAL.match(text, match.start()) or _ABILITY.search(clause):
        return True
    return _is_right(text, match) or _is_able(text, match)


def _is_right(text: str, match: re.Match[str]) -> bool:
    """Whether `may` tells what somebody is allowed to do."""
    if match[0].casefold() != "may":
        return False
    before = text[: match.start()]
    return bool(_ALLOWED.match(text, match.start()) or _UNDER_LAW.search(before))


def _is_able(text: str, match: re.Match[str]) -> bool:
    """Whether `could` tells what somebody was able to do once, or would be."""
    if match[0].casefold() != "could":
        return False
    if _HYPOTHETICAL.search(text[: match.start()]):
        return True
    ends = _CLAUSE_END.search(text, match.end())
    return _PAST.search(text[: ends.start() if ends else len(text)]) is not None
