"""Changes after which a quotation says what its source does not say."""

import re
from random import Random

from bench import mutation_words as words
from bench.mutations import FIGURE, HAN, WORD, Change, Kind, Passage, replaced, swapped

_DIGITS = "0123456789"


def _pairs(of: dict[str, words.Pairs]) -> Change:
    return lambda passage, draw: swapped(of[passage.language], passage.text, draw)


def _digit(passage: Passage, draw: Random) -> str | None:
    return replaced(
        passage.text, r"\d", draw, lambda place: draw.choice(_DIGITS.replace(place[0], ""))
    )


def _digits_swapped(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, r"\d\d", draw, lambda place: place[0][::-1])


def _digit_more_or_less(passage: Passage, draw: Random) -> str | None:
    if draw.random() < 0.5:
        return replaced(passage.text, r"\d(?=\d)|(?<=\d)\d", draw, "")
    return replaced(passage.text, r"\d", draw, lambda place: place[0] + draw.choice(_DIGITS))


def _decimal(passage: Passage, draw: Random) -> str | None:
    """1.5 → 15, 15 → 1.5, 64.2 → 6.42."""

    def moved(place: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", place[0])
        mark = draw.choice(".,") if len(digits) > 1 else ""
        at = draw.randint(1, max(1, len(digits) - 1))
        return f"{digits[:at]}{mark}{digits[at:]}"

    return replaced(passage.text, rf"(?<![\d.,]){FIGURE}", draw, moved)


def _sign(passage: Passage, draw: Random) -> str | None:
    if draw.random() < 0.5:
        return replaced(passage.text, r"[−+](?=\d)", draw, "")
    flipped = {"−": "+", "+": "−"}
    return replaced(passage.text, r"[−+](?=\d)", draw, lambda place: flipped[place[0]])


def _currency(passage: Passage, draw: Random) -> str | None:
    return replaced(
        passage.text, r"[$£€]", draw, lambda place: draw.choice("$£€¥".replace(place[0], ""))
    )


def _power(passage: Passage, draw: Random) -> str | None:
    return replaced(passage.text, "²", draw, draw.choice(("", "2", "³")))


def _name(passage: Passage, draw: Random) -> str | None:
    names = words.NAMES[passage.language]
    found = [name for name in names if name in passage.text]
    if not found:
        return None
    old = draw.choice(found)
    return passage.text.replace(old, draw.choice([name for name in names if name != old]), 1)


def _order(passage: Passage, draw: Random) -> str | None:
    one = rf"({HAN})({HAN})" if passage.language == "zh" else rf"\b({WORD}) ({WORD})\b"
    between = "" if passage.language == "zh" else " "
    return replaced(passage.text, one, draw, lambda place: f"{place[2]}{between}{place[1]}")


def _word_dropped(passage: Passage, draw: Random) -> str | None:
    one = (
        rf"(?<={HAN}){HAN}(?={HAN})"
        if passage.language == "zh"
        else rf"(?<=[^\W\d_] ){WORD} (?={WORD})"
    )
    return replaced(passage.text, one, draw, "")


def _word_added(passage: Passage, draw: Random) -> str | None:
    more = draw.choice(words.ADDED[passage.language])
    if passage.language == "zh":
        return replaced(passage.text, rf"(?<={HAN})(?={HAN})", draw, more)
    return replaced(passage.text, r"(?<=[^\W\d_]) (?=[^\W\d_])", draw, f" {more} ")


def _letter(passage: Passage, draw: Random) -> str | None:
    letters = "的一在人有我他这中大" if passage.language == "zh" else "abdegikmnoprstu"
    one = HAN if passage.language == "zh" else r"(?<=[a-zäöü])[a-zäöü](?=[a-zäöü])"
    return replaced(
        passage.text, one, draw, lambda place: draw.choice(letters.replace(place[0], ""))
    )


def _number_of_a_noun(passage: Passage, draw: Random) -> str | None:
    if passage.language == "zh":
        return None
    if draw.random() < 0.5:
        return replaced(passage.text, r"(?<=[a-z]{3})s\b(?!’)", draw, "")
    return replaced(passage.text, r"(?<=[a-z]{4})(?<!s)(?= )", draw, "s")


def _negation_elided(passage: Passage, draw: Random) -> str | None:
    return replaced(
        passage.text, _negations(passage.language), draw, draw.choice(("[…]", "…", "[...]"))
    )


def _negation_bracketed(passage: Passage, draw: Random) -> str | None:
    inside = {"en": "indeed", "de": "stets", "zh": "确实"}[passage.language]
    return replaced(passage.text, _negations(passage.language), draw, f"[{inside}]")


def _negations(language: str) -> str:
    """A negation with words on either side."""
    either = "|".join(map(re.escape, words.NEGATIONS[language]))
    if language == "zh":
        return rf"(?<={HAN}{{3}})(?:{either})(?={HAN}{{3}})"
    return rf"(?<=[a-zäöü] )(?:{either})(?= {WORD} {WORD})"


def _figure_elided(passage: Passage, draw: Random) -> str | None:
    space = "" if passage.language == "zh" else " "
    pattern = rf"(?<=[^\W\d_]{space}){FIGURE}(?={space}[^\W\d_])"
    return replaced(passage.text, pattern, draw, draw.choice(("[…]", "…", "[20]")))


def _turned_round(passage: Passage, draw: Random) -> str | None:
    """The second half before the first, with an ellipsis between them."""
    if passage.language == "zh":
        places = [
            place.start() for place in re.finditer(rf"(?<={HAN}{{4}})(?={HAN}{{4}})", passage.text)
        ]
    else:
        places = [place.start() for place in re.finditer(" ", passage.text[8:-8])]
        places = [place + 8 for place in places]
    if not places:
        return None
    at = draw.choice(places)
    return f"{passage.text[at:].strip()} […] {passage.text[:at].strip()}"


def _cut(passage: Passage, draw: Random) -> str | None:
    """Begin or end inside a word or a number."""
    if draw.random() < 0.5:
        inside = re.match(
            r"\d[\d.,]*\d" if passage.language == "zh" else r"[A-Za-zäöüÄÖÜß]{4,}|\d[\d.,]*\d",
            passage.text,
        )
        return passage.text[draw.randint(1, inside.end() - 1) :].lstrip(".,") if inside else None
    inside = re.search(
        r"\d[\d.,]*\d$" if passage.language == "zh" else r"(?:[A-Za-zäöüß]{4,}|\d[\d.,]*\d)$",
        passage.text,
    )
    return (
        passage.text[: draw.randint(inside.start() + 1, inside.end() - 1)].rstrip(".,")
        if inside
        else None
    )


HARMFUL = (
    Kind("a digit changed", _digit),
    Kind("two digits swapped", _digits_swapped),
    Kind("a digit more or less", _digit_more_or_less),
    Kind("the decimal mark moved", _decimal),
    Kind("a sign dropped or turned", _sign),
    Kind("another currency", _currency),
    Kind("a power dropped", _power),
    Kind("another unit", _pairs(words.UNITS)),
    Kind("percent for points, points for percent", _pairs(words.POINTS)),
    Kind("a negation dropped", _pairs(words.DROPPED_NEGATIONS)),
    Kind("a negation added", _pairs(words.ADDED_NEGATIONS)),
    Kind("a negation behind […]", _negation_elided),
    Kind("a negation behind a bracket", _negation_bracketed),
    Kind("a figure behind […] or a bracket", _figure_elided),
    Kind("the opposite word", _pairs(words.OPPOSITES)),
    Kind("another name", _name),
    Kind("another order of words", _order),
    Kind("halves turned round at […]", _turned_round),
    Kind("another tense", _pairs(words.TENSES)),
    Kind("surer or less sure", _pairs(words.CERTAINTIES)),
    Kind("all for some, some for all", _pairs(words.AMOUNTS)),
    Kind("a word dropped", _word_dropped),
    Kind("a word added", _word_added),
    Kind("a letter changed", _letter),
    Kind("singular for plural", _number_of_a_noun),
    Kind("cut inside a word or a number", _cut, is_part=True),
)
