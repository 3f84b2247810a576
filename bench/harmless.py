"""Changes after which a quotation still has the words of its source."""

import re
import unicodedata
from random import Random

from bench.mutation_words import NEGATIONS
from bench.mutations import HAN, WORD, Kind, Passage, replaced

_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ", "st": "ﬆ"}
_PAIRS = ("“”", "„“", "«»", "‹›", "「」", '""')
_WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_INNER = r"(?<=[^\W\d_])(?=[^\W\d_])"


def _straight_marks(passage: Passage, _draw: Random) -> str | None:
    made = passage.text.translate(str.maketrans("“”„’‘", '"""\'\''))
    return None if made == passage.text else made


def _other_marks(passage: Passage, draw: Random) -> str | None:
    opening, closing = draw.choice(_PAIRS)
    made = re.sub("[“„]([^“”„]*)[”“]", rf"{opening}\1{closing}", passage.text)
    return None if made == passage.text else made


def _apostrophe(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, "’", draw, draw.choice("'‘´`′"))


def _dash(passage: Passage, draw: Random) -> str | None:
    spaced = replaced(passage.text, " – ", draw, draw.choice((" - ", " — ", "—", " -- ")))
    return spaced or (replaced(passage.text, "-", draw, "‑") if passage.language != "zh" else None)


def _no_break_space(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, " ", draw, draw.choice("\u00a0\u202f\u2009"))


def _more_spaces(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, " ", draw, draw.choice(("  ", "   ", " \t")))


def _space_beside_figure(passage: Passage, draw: Random) -> str | None:
    if passage.language != "zh":
        return None
    return replaced(passage.text, rf"(?<={HAN})(?=\d)|(?<=\d)(?={HAN})", draw, " ")


def _line_break(passage: Passage, draw: Random) -> str | None:
    if passage.language == "zh":
        return replaced(passage.text, rf"(?<={HAN})(?={HAN})", draw, "\n")
    return replaced(passage.text, " ", draw, draw.choice(("\n", "\n    ")))


def _soft_hyphen(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, _INNER, draw, draw.choice(("\u00ad", "\u00ad\n")))


def _zero_width(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, _INNER, draw, draw.choice("\u200b\u200c\u2060\ufeff\u200e"))


def _ligature(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, "ffi|ffl|ff|fi|fl|st", draw, lambda place: _LIGATURES[place[0]])


def _full_width(passage: Passage, draw: Random) -> str | None:
    pattern = r"(?<![\w.,:+−-])[A-Za-z0-9]+(?![\w.,:’-])"
    return replaced(
        passage.text, pattern, draw, lambda place: "".join(map(_WIDE.__getitem__, place[0]))
    )


def _other_width_of_marks(passage: Passage, draw: Random) -> str | None:
    if passage.language == "zh":
        return replaced(
            passage.text, "[，；：？！]", draw, lambda place: chr(ord(place[0]) - 0xFEE0)
        )
    return replaced(passage.text, r"(?<=[^\W\d_])[,;](?= )", draw, lambda place: _WIDE[place[0]])


def _decomposed(passage: Passage, _draw: Random) -> str | None:
    made = unicodedata.normalize("NFD", passage.text)
    return None if made == passage.text else made


def _first_letter(passage: Passage, _draw: Random) -> str | None:
    return (
        None
        if passage.text[0].swapcase() == passage.text[0]
        else passage.text[0].swapcase() + passage.text[1:]
    )


def _bracketed_letter(passage: Passage, _draw: Random) -> str | None:
    return (
        None
        if passage.text[0].swapcase() == passage.text[0]
        else f"[{passage.text[0].swapcase()}]{passage.text[1:]}"
    )


def _ellipsis(passage: Passage, draw: Random) -> str | None:
    """Leave out words of no weight: neither figure nor negation, and no clause of its own."""
    mark = draw.choice(("[…]", "[...]", "…", "[ … ]"))
    if passage.language == "zh":
        pattern, mark = rf"(?<={HAN}{{4}}){HAN}{{2,6}}(?={HAN}{{4}})", mark.replace("[ … ]", "……")
    else:
        pattern = rf"(?<=[a-zäöüß] )(?:{WORD} ){{1,5}}(?={WORD} {WORD})"
        mark += " "
    return replaced(
        passage.text,
        pattern,
        draw,
        lambda place: mark if _is_light(place[0], passage.language) else None,
    )


def _is_light(words: str, language: str) -> bool:
    if language == "zh":
        return not re.search("[不没未无非否莫别一二三四五六七八九十百千万亿两]", words)
    return not {*NEGATIONS[language]} & {*words.lower().split()}


def _sic(passage: Passage, draw: Random) -> str | None:
    if passage.language == "zh":
        return None
    return replaced(passage.text, rf"(?<=[a-zäöüß]) (?={WORD})", draw, " [sic] ")


def _end(passage: Passage, draw: Random) -> str | None:
    """Another mark at the end, as the sentence around the quotation wants it."""
    marks = "，。；" if passage.language == "zh" else ",.;"
    if passage.text[-1] in ".,;。，；":
        return passage.text[:-1] + draw.choice(["", *marks.replace(passage.text[-1], "")])
    return passage.text + draw.choice(marks) if passage.text[-1].isalpha() else None


def _outer_ellipsis(passage: Passage, draw: Random) -> str | None:
    """At an end beside which nothing of weight is left out of the sentence."""
    before = re.split("[.!?。！？]", passage.before)[-1]
    after = re.split("[.!?。！？]", passage.after)[0]
    ends = [
        made
        for left_out, made in (
            (before, draw.choice((f"… {passage.text}", f"[…] {passage.text}"))),
            (after, f"{passage.text.rstrip('.,;')} …"),
        )
        if _is_light(left_out, passage.language) and not re.search(r"\d", left_out)
    ]
    return draw.choice(ends) if ends else None


HARMLESS = (
    Kind("straight marks for curled ones", _straight_marks),
    Kind("other marks around words quoted within", _other_marks),
    Kind("another apostrophe", _apostrophe),
    Kind("another dash", _dash),
    Kind("a no-break or thin space", _no_break_space),
    Kind("several spaces for one", _more_spaces),
    Kind("a space beside a figure in Chinese", _space_beside_figure),
    Kind("a line break", _line_break),
    Kind("a soft hyphen", _soft_hyphen),
    Kind("an invisible character", _zero_width),
    Kind("a ligature", _ligature),
    Kind("full-width letters and digits", _full_width),
    Kind("punctuation of another width", _other_width_of_marks),
    Kind("accents as characters of their own", _decomposed),
    Kind("a capital or small first letter", _first_letter),
    Kind("[T]he", _bracketed_letter),
    Kind("[…] for words of no weight", _ellipsis),
    Kind("[sic]", _sic),
    Kind("another mark at the end", _end),
    Kind("… at the beginning or the end", _outer_ellipsis),
)
