"""The settings of a project. The only reader of mkdocs.yml on our side.

mkdocs.yml is the engine's file: aliases, `!ENV`, `!relative`, `INHERIT` and `!!python/…` are its
business. Here it is read without the engine, so that `check` starts at once, and nothing in it is
ever run: what we do not know stays opaque.
"""

import os
from dataclasses import dataclass
from typing import Any

import yaml

from generator.errors import UsageError
from generator.model.diagnostic import Severity
from generator.model.span import TextFile
from generator.text.strict_yaml import MAX_DEPTH
from generator.workspace import Workspace

SETTINGS = "mkdocs.yml"
_MAX_PARENTS = 5

PUBLISHER = (
    "name",
    "url",
    "logo",
    "publishingPrinciples",
    "correctionsPolicy",
    "ethicsPolicy",
    "verificationFactCheckingPolicy",
    "unnamedSourcesPolicy",
    "actionableFeedbackPolicy",
    "missionCoveragePrioritiesPolicy",
    "ownershipFundingInfo",
    "noBylinesPolicy",
)
"""Properties of schema.org's NewsMediaOrganization; all but the name are addresses."""

Mapping = dict[str, Any]  # Any: the engine's file holds what the engine likes


@dataclass(frozen=True, slots=True)
class Project:
    """What a project says about itself. Folders are relative to it."""

    file: TextFile
    site_name: str = "Briefings"
    site_url: str = ""
    language: str = "en"
    docs_dir: str = "docs"
    output: str = "site"
    publisher: tuple[tuple[str, str], ...] = ()
    """`extra.publisher`: what the desk says of itself, by property of schema.org."""
    severity: tuple[tuple[str, Severity], ...] = ()
    quotation_share: float = 0.20
    """The share of a source's words that one briefing may quote."""
    quotation_words: int = 300
    """The words of a source that one briefing may quote."""
    stale_after: int = 180
    """Days after which the newest source of a trend page is old."""

    def severity_of(self, code: str, default: Severity) -> Severity:
        """How much a diagnostic weighs in this project."""
        return dict(self.severity).get(code, default)


def load_project(workspace: Workspace) -> Project:
    """Read the settings. Raises UsageError where there is no usable mkdocs.yml."""
    if not workspace.exists(SETTINGS):
        raise UsageError(
            f"there is no {SETTINGS} here; run this in a project's folder, or make one with"
            " `standfirst new PATH`"
        )
    text = workspace.read(SETTINGS).decode("utf-8", "replace")
    settings = _settings(workspace, SETTINGS, text, parents=0)
    options = _plugin_options(settings)
    theme = settings.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    return Project(
        TextFile(SETTINGS, text),
        site_name=str(settings.get("site_name") or "Briefings"),
        site_url=str(settings.get("site_url") or ""),
        language=str(language or "en"),
        docs_dir=_folder(settings, "docs_dir", "docs"),
        output=_folder(settings, "site_dir", "site"),
        publisher=_publisher(settings.get("extra")),
        severity=_severities(options.get("severity")),
        quotation_share=_number(options, "quotation_share", 0.20),
        quotation_words=int(_number(options, "quotation_words", 300)),
        stale_after=int(_number(options, "stale_after", 180)),
    )


def settings_files(workspace: Workspace) -> tuple[str, ...]:
    """The settings and those that they inherit, as far as they lie in the project."""
    paths: list[str] = []
    path: object = SETTINGS
    while isinstance(path, str) and len(paths) <= _MAX_PARENTS and workspace.exists(path):
        paths.append(path)
        text = workspace.read(path).decode("utf-8", "replace")
        settings = yaml.load(text, Loader=_OpaqueLoader)  # noqa: S506 (a SafeLoader underneath)
        path = settings.get("INHERIT") if isinstance(settings, dict) else None
    return tuple(paths)


class _OpaqueLoader(yaml.SafeLoader):
    """Safe YAML in which an unknown tag is an opaque value, not an error and never code."""


def _opaque(loader: _OpaqueLoader, suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return None


def _environment(loader: _OpaqueLoader, node: yaml.Node) -> object:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`, as the engine resolves it."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    if not isinstance(node, yaml.SequenceNode):
        return None
    names = [str(item) for item in loader.construct_sequence(node)]
    default = names[-1] if names else ""
    return next((os.environ[name] for name in names if name in os.environ), default)


_OpaqueLoader.add_multi_constructor("", _opaque)
_OpaqueLoader.add_constructor("!ENV", _environment)


def _settings(workspace: Workspace, path: str, text: str, *, parents: int) -> Mapping:
    try:
        _refuse_depth(text, path)
        settings = yaml.load(text, Loader=_OpaqueLoader)  # noqa: S506 (a SafeLoader underneath)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise UsageError(
            f"{place}: this is not YAML: {getattr(error, 'problem', error)}"
        ) from error
    if not isinstance(settings, dict):
        raise UsageError(f"{path}: settings are expected here, as `name: value`")
    parent = settings.pop("INHERIT", None)
    if not isinstance(parent, str) or parents >= _MAX_PARENTS or not workspace.exists(parent):
        return settings
    inherited = workspace.read(parent).decode("utf-8", "replace")
    return _merged(_settings(workspace, parent, inherited, parents=parents + 1), settings)


def _refuse_depth(text: str, path: str) -> None:
    """Deep nesting overflows the C stack of the loader, so it is refused first."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise UsageError(f"{path}:{line}: nested more than {MAX_DEPTH} levels deep")


def _merged(base: Mapping, over: Mapping) -> Mapping:
    both = {
        key: _merged(base[key], value)
        for key, value in over.items()
        if isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    return {**base, **over, **both}


def _plugin_options(settings: Mapping) -> Mapping:
    plugins = settings.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("standfirst") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def _folder(settings: Mapping, name: str, default: str) -> str:
    folder = str(settings.get(name) or default).rstrip("/")
    if folder.startswith("/") or ".." in folder.split("/"):
        raise UsageError(f"{SETTINGS}: `{name}` leads out of the project; name a folder inside it")
    return folder


def _severities(value: object) -> tuple[tuple[str, Severity], ...]:
    if not isinstance(value, dict):
        return ()
    words = {False: "off"}  # YAML 1.1 reads an unquoted `off` as false
    chosen = {str(code): str(words.get(word, word)) for code, word in value.items()}
    for code, word in chosen.items():
        if word not in tuple(Severity):
            raise UsageError(
                f"{SETTINGS}: severity of `{code}` is `{word}`; write error, warning or off"
            )
    return tuple(sorted((code, Severity(word)) for code, word in chosen.items()))


def _publisher(extra: object) -> tuple[tuple[str, str], ...]:
    value = extra.get("publisher") if isinstance(extra, dict) else None
    if not isinstance(value, dict):
        return ()
    for name in value:
        if name not in PUBLISHER:
            raise UsageError(
                f"{SETTINGS}: `extra.publisher` has `{name}`; it may have {', '.join(PUBLISHER)}"
            )
    return tuple((name, str(value[name])) for name in PUBLISHER if value.get(name))


def _number(options: Mapping, name: str, default: float) -> float:
    value = options.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise UsageError(f"{SETTINGS}: `{name}` is `{value}`; write a number of 0 or more")
    return float(value)
