import re
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.model.diagnostic import Diagnostic
from generator.model.span import TextFile
from generator.profiles import own_names, own_profile, profile_of, project_profile
from generator.workspace import MemoryWorkspace
from tests.examples import example_files

_SCALE = """\
title = "Harbour scale"
source = "The style book of the harbour desk"
bands = [
  { low = 0, high = 30 },
  { low = 30, high = 70 },
  { low = 70, high = 100 },
]

[[wordings]]
language = "en"
bands = [[["doubtful"]], [["open"]], [["to be expected", "expected"]]]
"""
_PATH = "profiles/harbour-scale.toml"
_BRIEFING = "docs/briefings/example/briefing.yml"


def _project(profile: str | None, name: str = "harbour-scale") -> MemoryWorkspace:
    files = example_files()
    text = str(files[_BRIEFING]).replace("likelihood: likely", "likelihood: expected")
    files[_BRIEFING] = f"{text}likelihood_words: {name}\n"
    if profile is not None:
        files[f"profiles/{name}.toml"] = profile
    return MemoryWorkspace(files)


def _errors(workspace: MemoryWorkspace) -> list[Diagnostic]:
    return [one for one in compile_project(workspace).diagnostics if one.is_error]


def _fault(profile: str) -> tuple[str, str]:
    """The one fault of a profile, with the words of its file that it stands at."""
    found, faults = project_profile(TextFile(_PATH, profile), "harbour-scale")
    assert found is None
    (fault,) = faults
    return fault.message, profile[fault.span.start : fault.span.end]


def test_a_profile_is_one_data_file_of_the_project() -> None:
    build = compile_project(_project(_SCALE))
    assert not build.has_errors
    profile = profile_of(build.briefings[0])
    assert (profile.title, profile.bands[2].low) == ("Harbour scale", 70)
    assert _PATH in build.files


def test_a_profile_without_weasel_words_has_those_of_icd_203() -> None:
    profile, _ = project_profile(TextFile(_PATH, _SCALE), "harbour-scale")
    assert profile is not None
    ours = own_profile("icd-203").wording("en")
    assert profile.wording("en").weasel_words == ours.weasel_words
    assert own_profile("phia").wording("en").confidence_cues == ours.confidence_cues


def test_words_of_other_profiles_are_found_in_a_briefing_with_its_own() -> None:
    workspace = _project(_SCALE)
    outlook = "docs/briefings/example/outlook.md"
    content = {**workspace.content, outlook: "A suit is very likely.\n\nA sale is expected.\n"}
    found = compile_project(MemoryWorkspace(content)).diagnostics
    mixed = [one.message for one in found if one.code == "mixed-terms"]
    assert mixed == ["`very likely` is a word of ICD 203 (80–95\xa0%), and this is Harbour scale"]


def test_an_unknown_profile_is_named_with_the_nearest() -> None:
    (error,) = (one for one in _errors(_project(None, "icd-230")) if one.code == "unknown-profile")
    assert error.span is not None
    assert error.help.startswith("did you mean `icd-203`?")


def test_a_name_leads_nowhere_but_into_the_folder() -> None:
    codes = {one.code for one in _errors(_project(None, "../secret"))}
    assert "unknown-profile" in codes


def test_the_names_of_our_profiles_are_taken() -> None:
    files = {**_project(None, "phia").content, "profiles/phia.toml": _SCALE}
    errors = _errors(MemoryWorkspace(files))
    taken = [one.message for one in errors if one.code == "bad-metadata"]
    assert taken == ["`phia` is the name of a profile that comes with Standfirst"]


def test_a_broken_profile_is_an_error_in_its_file() -> None:
    errors = _errors(_project(_SCALE.replace("title", "titel")))
    broken = [one for one in errors if one.code == "bad-metadata"]
    assert {one.span.path for one in broken if one.span} == {_PATH}


@pytest.mark.parametrize(
    ("old", "new", "message", "at"),
    [
        ("low = 30", "low = 20", "the bands 0–30 and 20–70 overlap", "bands = ["),
        ("high = 100", "high = 101", "a band from 70 to 101 is none", "bands = ["),
        ("low = 0", "low = 30", "a band from 30 to 30 is none", "bands = ["),
        (
            '[["open"]], ',
            "",
            "there are words for 2 bands, and there are 3 bands",
            'bands = [[["doubtful"]], [["to be expected", "expected"]]]',
        ),
        (
            "open",
            "expected",
            "`expected` stands twice",
            'bands = [[["doubtful"]], [["expected"]], [["to be expected", "expected"]]]',
        ),
        (
            '["open"]',
            "[]",
            "a band has no word",
            'bands = [[["doubtful"]], [[]], [["to be expected", "expected"]]]',
        ),
        ('language = "en"', "", "the field `language` is missing", "[[wordings]]"),
        ("low = 0", 'low = "x"', "`low`: `x` is no whole number", "bands = ["),
    ],
)
def test_a_fault_stands_at_its_line(old: str, new: str, message: str, at: str) -> None:
    assert _fault(_SCALE.replace(old, new, 1)) == (message, at)


def test_what_is_not_toml_is_told_with_its_line() -> None:
    message, at = _fault(_SCALE.replace("title = ", "title "))
    assert message.startswith("this is not TOML")
    assert at == 'title "Harbour scale"'


@pytest.mark.parametrize("name", own_names())
def test_our_profiles_name_their_source(name: str) -> None:
    assert len(own_profile(name).source) > 40


def test_the_profile_in_the_handbook_is_one() -> None:
    page = Path(__file__).parents[2] / "docs/handbook/judgements.md"
    (example,) = re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    profile, faults = project_profile(TextFile(_PATH, example), "harbour-scale")
    assert faults == ()
    assert profile is not None
    assert [band.open for band in profile.bands] == ["none", "none", "high"]


def test_every_word_of_our_profiles_is_in_the_handbook() -> None:
    page = (Path(__file__).parents[2] / "docs/handbook/judgements.md").read_text("utf-8")
    cells = {
        word.strip()
        for line in page.splitlines()
        if "|" in line
        for word in re.split(r"[|,]", line)
    }
    for name in own_names():
        for rows in own_profile(name).wording("en").bands:
            assert {form for forms in rows for form in forms} <= cells
