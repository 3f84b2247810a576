"""Claims, measured on sentences that were labelled before the rules were written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.claims.kinds import Claim, claim_in

_CASES = Path(__file__).parent / "cases" / "claims.txt"
_TERMS = ("清朗", "Lantern")


def _labelled() -> dict[str, list[tuple[bool, str]]]:
    """The sentences by heading (`en held out`), each with whether it is a claim."""
    cases: dict[str, list[tuple[bool, str]]] = {}
    heading = ""
    for line in _CASES.read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line[:2] in ("+ ", "- "):
            cases.setdefault(heading, []).append((line[0] == "+", line[2:]))
    return cases


def _measured(headings: tuple[str, ...]) -> tuple[float, float]:
    """Precision and recall over the sentences under the headings."""
    sentences = [(one, text, name[:2]) for name in headings for one, text in _labelled()[name]]
    found = [(is_claim, claim_in(text, language)) for is_claim, text, language in sentences]
    right = sum(1 for is_claim, claim in found if is_claim and claim)
    claims = sum(1 for _, claim in found if claim)
    return right / claims, right / sum(1 for is_claim, _ in found if is_claim)


def test_there_are_enough_sentences_and_half_of_them_are_held_out() -> None:
    cases = _labelled()
    held_out = sum(len(cases[name]) for name in cases if name.endswith("held out"))
    everything = sum(map(len, cases.values()))
    assert everything >= 150
    assert held_out * 2 == everything


@pytest.mark.parametrize(
    "headings", [("en held out", "zh held out"), ("en held out",), ("zh held out",)]
)
def test_claims_are_told_from_analysis(headings: tuple[str, ...]) -> None:
    precision, recall = _measured(headings)
    assert precision >= 0.9
    assert recall >= 0.85


@pytest.mark.parametrize(
    ("language", "claim", "analysis"),
    [
        ("de", "Die Aktie stieg um 20 Prozent.", "Die beiden Zahlen messen Verschiedenes."),
        ("de", "Das Ministerium kündigte eine Prüfung an.", "Wir fanden keine Zählung."),
        ("de-AT", "Der Test begann am Montag.", "Entscheidend ist, wer zahlt."),
        (
            "fr",
            "L’action a gagné 20 pour cent.",
            "Les deux chiffres ne mesurent pas la même chose.",
        ),
        ("fr", "Le ministère a annoncé un examen.", "Nous n’avons trouvé aucun décompte."),
        ("es", "La acción subió un 20 por ciento.", "Las dos cifras miden cosas distintas."),
        ("es", "El ministerio anunció una revisión.", "No encontramos ningún recuento."),
        ("xx", "Axe 20 bex.", "Axe bex."),
    ],
)
def test_other_languages_have_the_basics(language: str, claim: str, analysis: str) -> None:
    assert claim_in(claim, language)
    assert claim_in(analysis, language) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sales grew by 12 units.", Claim.NUMBER),
        ("It began in May.", Claim.DATE),
        ("The mayor said so.", Claim.SPEECH),
        ("The city banned the boats.", Claim.ACT),
        ("Lantern is everywhere.", Claim.NAME),
        ("The 清朗 campaign is wide.", Claim.NAME),
        ("Lanterns are everywhere.", None),
        ("Who saw 12 of them in May?", None),
        ("9 February 2026.", None),
        ("It may be so, and marches on.", None),
        ("Tidal 2.0 differs from Wan2.2 and from Kling 3.", None),
        ("See table 3 and section 4.", None),
        ("We counted 12 of them.", None),
        ("We note that the city banned 12 boats.", Claim.NUMBER),
        ("The published counts differ.", None),
        ("That said, little is certain.", None),
    ],
)
def test_what_makes_a_claim(sentence: str, kind: Claim | None) -> None:
    assert claim_in(sentence, "en", _TERMS) is kind


@given(st.text(max_size=200), st.sampled_from(["en", "zh-Hans", "de", "fr", "es", "ja"]))
def test_any_text_is_read_and_white_space_does_not_matter(text: str, language: str) -> None:
    assert claim_in(text, language) is claim_in(f"  {text}\n", language)
