"""What is wrong with the author's text, as a value: code, place, fact, and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class Severity(StrEnum):
    """How much a diagnostic weighs; a project sets it per code in mkdocs.yml."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Label:
    """A further fact about a diagnostic; with a span it is shown at that place."""

    text: str
    span: Span | None = None
    passage_of: str = ""
    """The id of the source whose words the text shows, if it shows any."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about the author's text. `message` is a fact, `help` is an action."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    labels: tuple[Label, ...] = ()
    help: str = ""

    @property
    def is_error(self) -> bool:
        """Whether publishing stops."""
        return self.severity is Severity.ERROR
