"""Files that authors write, as text, and what is wrong with them."""

from generator.errors import WorkspaceError
from generator.model.actor import SHARED
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.span import Span, TextFile
from generator.workspace import Workspace

_OF_BRIEFINGS = (".md", ".yml", ".yaml", ".csv")


def is_private(path: str) -> bool:
    """Whether a file of docs/ is only read: pages are made of it, and it is not published."""
    of_briefing = path.startswith("briefings/") and path.endswith(_OF_BRIEFINGS)
    return of_briefing or path == SHARED


def text_file(workspace: Workspace, path: str) -> tuple[TextFile, Diagnostic | None]:
    """The file, empty where it cannot be read, and why it cannot."""
    try:
        return TextFile(path, workspace.read(path).decode("utf-8")), None
    except WorkspaceError as error:
        return TextFile(path, ""), bad_metadata(str(error), Span(path, 0, 0))
    except UnicodeDecodeError:
        advice = "save it again as UTF-8"
        return TextFile(path, ""), bad_metadata(
            "the file is not UTF-8 text", Span(path, 0, 0), advice
        )


def bad_metadata(message: str, span: Span, advice: str = "") -> Diagnostic:
    """A fault of what an author writes beside the prose."""
    return Diagnostic("bad-metadata", Severity.ERROR, message, span, help=advice)
