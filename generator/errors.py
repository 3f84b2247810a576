"""Faults of the machine and of the command line; faults of the author's text are Diagnostics.

StandfirstError
├── UsageError        the command cannot be carried out as typed
├── WorkspaceError    a file cannot be read or written
├── FetchError        an address cannot be fetched
├── CaptureError      a document cannot be taken into the library
├── HistoryError      an earlier state of a project cannot be read or recorded
└── EngineError       MkDocs or Typst failed
"""


class StandfirstError(Exception):
    """A fault whose message names the path or address and the next step.

    `exit_status` is what a command ends with: 2, the machine failed, where nothing else is said.
    """

    exit_status = 2


class UsageError(StandfirstError):
    """The command cannot be carried out as typed."""


class WorkspaceError(StandfirstError):
    """A file cannot be read or written."""


class FetchError(StandfirstError):
    """An address cannot be fetched."""


class CaptureError(StandfirstError):
    """A document cannot be taken into the library."""


class HistoryError(StandfirstError):
    """An earlier state of a project cannot be read or recorded."""


class EngineError(StandfirstError):
    """An engine that we drive (MkDocs, Typst) failed."""
