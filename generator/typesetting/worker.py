"""The child process: reads an order as JSON on standard input, answers with a line for each PDF.

It is run as a script and imports nothing of the package, so that it starts in 30 ms.
"""

import base64
import json
import re
import sys
from typing import Any, Literal

STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]


def main() -> None:
    """Set every document of the order; an error ends that document only."""
    order = json.load(sys.stdin)
    _limit_memory(order["memory"])
    compiler = _Compiler(order)
    for document in order["documents"]:
        sys.stdout.write(json.dumps(compiler.answer(document)) + "\n")
        sys.stdout.flush()


class _Compiler:
    def __init__(self, order: dict[str, Any]) -> None:  # JSON of our own making
        import typst  # native code of 40 MB, wanted in this process only

        self._typst = typst
        self._templates = {
            name: base64.b64decode(text) for name, text in order["templates"].items()
        }
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=[order["fonts"]])
        self._timestamp = order["timestamp"]

    def answer(self, document: str) -> dict[str, str]:
        files = self._templates | {"data.json": base64.b64decode(document)}
        try:
            # The stubs do not know that the wheel takes files by name.
            compiler = self._typst.Compiler(
                files,  # type: ignore[type-var]
                root=".",
                font_paths=self._fonts,
            )
            pdf = compiler.compile(
                format="pdf", pdf_standards=[*STANDARDS], timestamp=self._timestamp
            )
        except self._typst.TypstError as error:
            place = re.search(r"┌─ (\S+)", error.diagnostic)
            where = f"{place[1]}: " if place else ""
            return {"error": where + " ".join([error.message, *error.hints])}
        if not isinstance(pdf, bytes):
            return {"error": "no PDF came out"}
        return {"pdf": base64.b64encode(pdf).decode()}


def _limit_memory(size: int) -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = size if hard == resource.RLIM_INFINITY else min(size, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (OSError, ValueError):
        sys.stderr.write("the memory of Typst could not be limited\n")  # macOS refuses


if __name__ == "__main__":
    main()
