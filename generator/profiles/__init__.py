"""The profiles of likelihood words: those of this folder, and those that a project adds.

A profile is one TOML file, and its name is the file's. `icd-203.toml` shows all that can stand in
one. A project keeps its own in `profiles/`; weasel words, cues for confidence and idioms that it
leaves out are those of `icd-203` in the same language.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.model.briefing import Briefing
from generator.model.profile import Profile, Wording
from generator.model.span import TextFile
from generator.profiles.read import ProfileFault, read_profile

FOLDER = "profiles"
"""Where a project keeps its own profiles."""

DEFAULT = "icd-203"
_FROM_DEFAULT = ("confidence", "confidence_cues", "weasel_words", "idioms")


@cache
def own_names() -> tuple[str, ...]:
    """The names of the profiles that come with the product, sorted."""
    names = (file.name for file in Path(__file__).parent.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def own_profile(name: str) -> Profile:
    """One of the profiles that come with the product; `name` is one of `own_names`."""
    text = Path(__file__).with_name(f"{name}.toml").read_text("utf-8")
    profile, faults = read_profile(TextFile(f"{name}.toml", text), name)
    if profile is None:
        raise ValueError(f"{name}.toml: {faults[0].message}")
    return profile if name == DEFAULT else _completed(profile)


def project_profile(file: TextFile, name: str) -> tuple[Profile | None, tuple[ProfileFault, ...]]:
    """A profile that a project adds, and what is wrong with it; with faults there is none."""
    profile, faults = read_profile(file, name)
    return (_completed(profile) if profile else None), faults


def profile_of(briefing: Briefing | None) -> Profile:
    """The profile that a briefing names; `icd-203` outside the briefings."""
    if briefing is not None and briefing.profile is not None:
        return briefing.profile
    name = briefing.likelihood_words if briefing else DEFAULT
    return own_profile(name if name in own_names() else DEFAULT)


def other_profiles(profile: Profile) -> tuple[Profile, ...]:
    """Those that come with the product, without this one."""
    return tuple(own_profile(name) for name in own_names() if name != profile.name)


def _completed(profile: Profile) -> Profile:
    wordings = tuple(_with_defaults(wording) for wording in profile.wordings)
    return replace(profile, wordings=wordings)


def _with_defaults(wording: Wording) -> Wording:
    ours = own_profile(DEFAULT).wording(wording.language)
    if ours.language != wording.language:
        return wording
    missing = {name: getattr(ours, name) for name in _FROM_DEFAULT if not getattr(wording, name)}
    return replace(wording, **missing)
