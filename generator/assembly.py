"""Fills in the templates of `templates/pages/`, a project's own before the bundled ones."""

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.errors import WorkspaceError
from generator.pages import Templates
from generator.plugins import template_folder
from generator.text.markdown import escape_markdown
from generator.workspace import Workspace


def page_templates(workspace: Workspace) -> Templates:
    """The templates that missing pages are assembled with, run in Jinja2's sandbox."""

    def own(name: str) -> str | None:
        try:
            return workspace.read(f"templates/pages/{name}").decode("utf-8", "replace")
        except WorkspaceError:
            return None

    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FunctionLoader(own), FileSystemLoader(template_folder() / "pages")]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["md"] = escape_markdown
    return Templates(lambda name, **values: environment.get_template(name).render(values))
