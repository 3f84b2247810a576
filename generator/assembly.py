"""Fills in the templates of `templates/pages/`, a project's own before the bundled ones."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from generator.errors import WorkspaceError
from generator.memo import Memo, NoMemo, Task, digest, remembered
from generator.pages import Templates
from generator.plugins import template_folder
from generator.workspace import Workspace

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = "templates/pages"
_FILL: Task[str] = Task("template", str, str)


def page_templates(workspace: Workspace, memo: Memo | None = None) -> Templates:
    """The templates that missing pages are assembled with, run in Jinja2's sandbox.

    What a template makes of its values depends on nothing but all templates and those values.
    """
    remembering = memo or NoMemo()

    def own(name: str) -> str | None:
        if ".." in name.split("/"):
            return None
        try:
            return workspace.read(f"{_FOLDER}/{name}").decode("utf-8", "replace")
        except WorkspaceError:
            return None

    @cache
    def environment() -> "Environment":
        return _environment(own)

    @cache
    def texts() -> bytes:
        bundled = sorted((template_folder() / "pages").glob("*.j2"))
        written = workspace.files(_FOLDER)
        return digest(
            *(part for path in written for part in (path, workspace.read(path))),
            *(part for path in bundled for part in (path.name, path.read_bytes())),
        )

    def fill(name: str, **values: object) -> str:
        inputs = digest(texts(), name, repr(values))
        made = remembered(
            remembering, _FILL, inputs, lambda: environment().get_template(name).render(values)
        )
        return made or ""

    return Templates(fill)


def _environment(own: Callable[[str], str | None]) -> "Environment":
    # 25 ms, not needed where all assembled pages are recalled.
    from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from generator.text.markdown import escape_markdown

    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FunctionLoader(own), FileSystemLoader(template_folder() / "pages")]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["md"] = escape_markdown
    return environment
