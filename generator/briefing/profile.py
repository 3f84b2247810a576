"""The profile that a briefing names, where the project adds it: `profiles/<name>.toml`."""

import re
from dataclasses import dataclass

from generator.errors import WorkspaceError
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.profile import Profile
from generator.model.span import Span, TextFile
from generator.profiles import FOLDER, own_names, project_profile
from generator.workspace import Workspace

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """The project's own profile, None for one of ours; what is wrong; and the files read."""

    profile: Profile | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[TextFile, ...] = ()


def load_profile(workspace: Workspace, name: str, span: Span | None) -> LoadedProfile:
    """Read the profile `name`, which the briefing names at `span`."""
    path = f"{FOLDER}/{name}.toml"
    is_there = bool(_NAME.fullmatch(name)) and workspace.exists(path)
    if name in own_names():
        return LoadedProfile(diagnostics=(_taken(path, name),)) if is_there else LoadedProfile()
    if not is_there:
        return LoadedProfile(diagnostics=(_unknown(name, _names(workspace), span),))
    try:
        file = TextFile(path, workspace.read(path).decode("utf-8"))
    except (WorkspaceError, UnicodeDecodeError) as error:
        message = f"this profile cannot be read: {error}"
        return LoadedProfile(diagnostics=(_bad(message, Span(path, 0, 0), "save it as UTF-8"),))
    profile, faults = project_profile(file, name)
    wrong = tuple(_bad(fault.message, fault.span, fault.help) for fault in faults)
    return LoadedProfile(profile, wrong, (file,))


def _names(workspace: Workspace) -> list[str]:
    """All that can be named here: those of the product and those of the project."""
    files = [path.removeprefix(f"{FOLDER}/") for path in workspace.files(FOLDER)]
    added = {path.removesuffix(".toml") for path in files if path.endswith(".toml")}
    return sorted({*own_names(), *(name for name in added if _NAME.fullmatch(name))})


def _unknown(name: str, known: list[str], span: Span | None) -> Diagnostic:
    from rapidfuzz import process  # 10 ms, and only needed for a fault

    near = process.extractOne(name, known, score_cutoff=60)
    listed = ", ".join(f"`{each}`" for each in known)
    advice = f"did you mean `{near[0]}`?" if near else f"name one of {listed}"
    return Diagnostic(
        "unknown-profile",
        Severity.ERROR,
        f"no profile of likelihood words is called `{name[:60]}`",
        span,
        help=f"{advice}; or add `{FOLDER}/<name>.toml`, as the handbook tells",
    )


def _taken(path: str, name: str) -> Diagnostic:
    message = f"`{name}` is the name of a profile that comes with Standfirst"
    return _bad(message, Span(path, 0, 0), "give the file another name")


def _bad(message: str, span: Span, advice: str = "") -> Diagnostic:
    return Diagnostic("bad-metadata", Severity.ERROR, message, span, help=advice)
