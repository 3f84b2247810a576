"""The checks of the outlook's prose on labelled sentences, half of them held out from tuning."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.build import compile_project
from tests.examples import example_project

_CASES = Path(__file__).parent / "cases"
_RULES = frozenset(
    {
        "likelihood-outside-band",
        "likelihood-in-gap",
        "confidence-with-likelihood",
        "mixed-terms",
        "weasel-word",
    }
)
_OUTLOOK = "docs/briefings/example/outlook.md"
_SETS = ("outlook_tuning", "outlook_held_out", "outlook_tuning_2", "outlook_held_out_2")


@dataclass(frozen=True)
class _Sentence:
    rule: str
    profile: str
    text: str


@dataclass(frozen=True)
class _Score:
    right: tuple[str, ...]
    false: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return len(self.right) / (len(self.right) + len(self.false))

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.missed))


def _sentences(name: str) -> list[_Sentence]:
    lines = (_CASES / f"{name}.txt").read_text("utf-8").splitlines()
    return [_Sentence(*line.split("\t")) for line in lines if not line.startswith("#")]


def _found(sentences: list[_Sentence], profile: str) -> set[tuple[str, str]]:
    """The rules that are found broken, each with its sentence: one paragraph for each."""
    text = "\n\n".join(sentence.text for sentence in sentences)
    briefing = f"title: Clips\nlikelihood_words: {profile}\n"
    build = compile_project(
        example_project(
            f">>> docs/briefings/example/briefing.yml\n{briefing}>>> {_OUTLOOK}\n{text}\n"
        )
    )
    return {
        (diagnostic.code, _paragraph(text, diagnostic.span.start))
        for diagnostic in build.diagnostics
        if diagnostic.code in _RULES and diagnostic.span and diagnostic.span.path == _OUTLOOK
    }


def _paragraph(text: str, at: int) -> str:
    start = text.rfind("\n\n", 0, at) + 2 if "\n\n" in text[:at] else 0
    return text[start:].split("\n\n")[0]


def _score(name: str) -> _Score:
    sentences = _sentences(name)
    found: set[tuple[str, str]] = set()
    for profile in sorted({sentence.profile for sentence in sentences}):
        found |= _found([one for one in sentences if one.profile == profile], profile)
    wanted = {(one.rule, one.text) for one in sentences if one.rule != "-"}
    return _Score(
        *(
            tuple(f"{a}: {b}" for a, b in sorted(pairs))
            for pairs in (found & wanted, found - wanted, wanted - found)
        )
    )


@pytest.mark.parametrize("name", _SETS)
def test_a_set_is_half_right_and_has_every_rule(name: str) -> None:
    sentences = _sentences(name)
    wrong = [sentence for sentence in sentences if sentence.rule != "-"]
    assert {sentence.rule for sentence in wrong} == _RULES
    assert abs(2 * len(wrong) - len(sentences)) <= len(sentences) / 20
    assert len(sentences) >= 75
    assert len({sentence.text for sentence in sentences}) == len(sentences)


@pytest.mark.parametrize("name", _SETS)
def test_rules_are_found_broken_where_they_are(name: str) -> None:
    score = _score(name)
    assert score.precision >= 0.95, score.false
    assert score.recall >= 0.9, score.missed
