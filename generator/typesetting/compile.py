"""Runs Typst in a process of its own, with limits of time and memory.

Typst is native code fed with text that others wrote: should it hang, use up the memory or abort,
the compiler lives on and can say which briefing it was. One process sets all briefings, so that
its start and the reading of fonts (0.1 s) are paid once.
"""

import base64
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.errors import EngineError
from generator.typesetting.legible import Node

SECONDS = 60
"""Time for each document; a long report takes half a second."""
MEMORY = 4 * 2**30
"""Address space in bytes where the system can limit it; a long report takes 0.2 GB of memory."""
_WORKER = Path(__file__).with_name("worker.py")


def compile_documents(
    documents: Sequence[tuple[str, Node]],
    templates: Mapping[str, bytes],
    fonts: Path,
    timestamp: int,
    *,
    seconds: float = SECONDS,
) -> list[bytes]:
    """The PDFs of `documents`, each given with the path that it is published at.

    `templates` are the Typst files by name; `main.typ` is set. Raises EngineError with the path
    of the document that could not be set.
    """
    if not documents:
        return []
    order = {
        "templates": {name: _packed(content) for name, content in templates.items()},
        "documents": [_packed(_json(document)) for _, document in documents],
        "fonts": str(fonts),
        "timestamp": timestamp,
        "memory": MEMORY,
    }
    answers = _run(json.dumps(order).encode(), [path for path, _ in documents], seconds)
    for (path, _), answer in zip(documents, answers, strict=True):
        if "error" in answer:
            raise EngineError(f"{path}: Typst could not set it: {answer['error']}; {_ADVICE}")
    return [base64.b64decode(answer["pdf"]) for answer in answers]


_ADVICE = "take away the project's own templates/pdf, if it has any; else report this"


def _run(order: bytes, paths: list[str], seconds: float) -> list[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="standfirst-") as folder:
        try:
            # -P: a module of the working folder must not stand in for one of the library's.
            done = subprocess.run(
                [sys.executable, "-P", str(_WORKER)],
                input=order,
                capture_output=True,
                cwd=folder,
                timeout=seconds * len(paths),
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise EngineError(
                f"{paths[0]}: Typst took longer than {seconds * len(paths):g} s; {_ADVICE}"
            ) from error
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) < len(paths):
        talk = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = talk[0] if talk else f"the process ended with status {done.returncode}"
        raise EngineError(f"{paths[len(answers)]}: Typst failed: {reason}; {_ADVICE}")
    return answers


def _json(document: Node) -> bytes:
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()


def _packed(content: bytes) -> str:
    return base64.b64encode(content).decode()
