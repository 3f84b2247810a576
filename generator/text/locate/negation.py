"""What must not be hidden by an ellipsis or a bracket: a negation or a figure.

The words are those of English, German, French, Spanish, Italian, Chinese, Japanese, Korean and
Russian, all at once: a quotation does not say its language, and a needless look does no harm.
"""

import re

from generator.text.characters import CURRENCY

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|cannot|without|hardly|barely"
    r"|scarcely|rarely|seldom|unless|except"
    r"|nicht|nichts|kein\w*|nie|niemals|niemand|ohne|weder|kaum"
    r"|ne|pas|jamais|sans|aucune?|rien|ni|non|nunca|jamás|sin|nada|ningun\w*|senza|nessun\w*"
    r"|не|нет|ни|без)\b"
    r"|n['’]t\b|\bn['’](?=\w)|ない|ません|なかっ|않|없|못|(?<!\w)안(?= )"
    # without 未来 (the future), 非常 (very), 非洲 (Africa), 识别 (to recognise) and their like
    r"|不(?!断)|未(?!来)|非(?!常|洲)|(?<!是)否|(?<![特分级区性个类识判])别|[没沒无無別勿莫]",
    re.IGNORECASE,
)
_FIGURE = re.compile(rf"[{CURRENCY}+−-]*\d[\d.,]*%?|[²³¹⁰-₉①-⓿¼-¾⅐-↉]")

CLAUSE = 400
"""Characters looked at for the rest of a clause, at most."""
_ASIDE = re.compile(r", [^,.;!?\n]{1,24},")
_CLAUSE_END = re.compile(
    r"[;!?…—。！？；：，\n]|[,:](?!\d)| [–-] |(?<=[^\W\d_]{4})\.|(?<=[\d)\"”’])\.(?!\d)"
)


def negation(text: str) -> str:
    """The first negation in `text`, or nothing."""
    found = _NEGATION.search(text)
    return found[0] if found else ""


def figure(text: str) -> str:
    """The first number written in digits in `text`, or nothing."""
    found = _FIGURE.search(text)
    return found[0].rstrip(".,") if found else ""


def clause_before(text: str, offset: int) -> str:
    """The part of its clause that stands before `offset`."""
    stretch = _ASIDE.sub(" ", text[max(0, offset - CLAUSE) : offset])
    ends = [found.end() for found in _CLAUSE_END.finditer(stretch)]
    return stretch[ends[-1] :] if ends else stretch


def clause_after(text: str, offset: int) -> str:
    """The part of its clause that stands after `offset`."""
    stretch = _ASIDE.sub(" ", text[offset : offset + CLAUSE])
    found = _CLAUSE_END.search(stretch)
    return stretch[: found.start()] if found else stretch
