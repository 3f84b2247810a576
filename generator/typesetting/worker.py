"""The child process: a line of JSON and the files say what there is to set, a line and the PDF
answer.

It is run as a script and imports nothing of the package, so that it starts in 30 ms. Once the
fonts are in memory it gives up the right to open anything: from then on neither a document nor a
template nor a fault of Typst can read a file of the machine or reach a network.
"""

import collections.abc  # noqa: F401 (Typst's binding asks for it after the files are closed)
import json
import re
import sys
from types import ModuleType
from typing import Any, Literal

STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
_KEPT_OPEN = 3  # standard input, output and error
_PROBE = '#set document(title: "probe")\n#image("{name}", alt: "probe", width: 100pt)\n'


def main() -> None:
    """Set document after document; an error ends that document only."""
    orders, answers = sys.stdin.buffer, sys.stdout.buffer
    setup = json.loads(orders.readline())
    compiler = _Compiler(setup["fonts"])
    _seal(setup["memory"])
    for line in orders:
        order = json.loads(line)
        files = {name: orders.read(size) for name, size in order["files"].items()}
        error, pdf = compiler.answer(order, files)
        answers.write(json.dumps([error, len(pdf)]).encode() + b"\n" + pdf)
        answers.flush()


class _Compiler:
    def __init__(self, fonts: list[str]) -> None:
        import typst  # native code of 40 MB, wanted in this process only

        self._typst = typst
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=[*fonts])
        self._sound: dict[bytes, bool] = {}
        self._read_fonts()

    def answer(
        self,
        order: dict[str, Any],  # Any: JSON of our own making
        files: dict[str, bytes],
    ) -> tuple[str, bytes]:
        """What went wrong, or nothing, and the PDF."""
        lost = [name for name in order["images"] if not self._is_sound(name, files[name])]
        try:
            return "", self._set(files, order["timestamp"], {"lost": json.dumps(lost)})
        except RuntimeError as error:  # a TypstError, or one while it was put into words
            place = re.search(r"┌─ (\S+)", getattr(error, "diagnostic", ""))
            where = f"{place[1]}: " if place else ""
            said = getattr(error, "message", str(error))
            return where + " ".join([said, *getattr(error, "hints", [])]), b""

    def _set(self, files: dict[str, bytes], timestamp: int, inputs: dict[str, str]) -> bytes:
        # The stubs do not know that the wheel takes files by name.
        compiler = self._typst.Compiler(
            files,  # type: ignore[type-var]
            root=".",
            font_paths=self._fonts,
            sys_inputs=inputs,
        )
        pdf = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=timestamp)
        return pdf if isinstance(pdf, bytes) else b""

    def _is_sound(self, name: str, content: bytes) -> bool:
        """Whether Typst can decode an image and the standards let it stand: found by trying."""
        if content not in self._sound:
            try:
                self._set({"main.typ": _PROBE.format(name=name).encode(), name: content}, 0, {})
                self._sound[content] = True
            except (KeyboardInterrupt, SystemExit):
                raise
            except BaseException:  # a panic of native code is no Exception
                self._sound[content] = False
        return self._sound[content]

    def _read_fonts(self) -> None:
        """Typst opens a font when it is first wanted, which is too late once we are sealed."""
        faces = [font for font in self._fonts.fonts() if font.path]
        lines = [
            f"#text(font: {json.dumps(face.family)}, style: {json.dumps(face.style.lower())},"
            f' weight: {face.weight}, fallback: false, "a")'
            for face in faces
        ]
        compiler = self._typst.Compiler("\n".join(lines).encode(), root=".", font_paths=self._fonts)
        compiler.compile(format="pdf")


def _seal(memory: int) -> None:
    """No more memory than this, and no file, socket or pipe besides those that are open."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    _limit(resource, resource.RLIMIT_AS, memory)
    _limit(resource, resource.RLIMIT_NOFILE, _KEPT_OPEN)


def _limit(resource: ModuleType, what: int, size: int) -> None:
    _, hard = resource.getrlimit(what)
    limit = size if hard == resource.RLIM_INFINITY else min(size, hard)
    try:
        resource.setrlimit(what, (limit, limit if what == resource.RLIMIT_NOFILE else hard))
    except (OSError, ValueError):
        sys.stderr.write("Typst could not be limited\n")  # macOS refuses some


if __name__ == "__main__":
    main()
