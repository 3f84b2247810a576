"""The child process: a line of JSON and the files say what there is to set; a line of JSON and the
PDF or the picture answer.

It is run as a script and imports nothing of the package, so that it starts in 30 ms. Once the
fonts are in memory it gives up the right to open anything: from then on neither a document nor a
template nor a fault of Typst can read a file of the machine or reach a network.
"""

import collections.abc  # noqa: F401 (Typst's binding asks for it after the files are closed)
import json
import re
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst

STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
_PIXELS_PER_INCH = 180.0
"""Of a picture: a page of 480 × 252 pt has 1200 × 630 pixels."""
_LONGEST = 1000  # letters of what is told of a fault
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
        error, warnings, content = compiler.answer(order, files)
        answers.write(json.dumps([error, warnings, len(content)]).encode() + b"\n" + content)
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
    ) -> tuple[str, list[str], bytes]:
        """What went wrong, or nothing; what Typst warns of; the PDF or the picture."""
        lost = [name for name in order["images"] if not self._is_sound(name, files[name])]
        try:
            compiler = self._with(files, {"lost": json.dumps(lost)})
            if order["format"] == "png":
                made, warnings = compiler.compile_with_warnings(format="png", ppi=_PIXELS_PER_INCH)
            else:
                made, warnings = compiler.compile_with_warnings(
                    format="pdf", pdf_standards=[*STANDARDS], timestamp=order["timestamp"]
                )
        except RuntimeError as error:  # a TypstError, or one while it was put into words
            return _said(error), [], b""
        first = made[0] if isinstance(made, list) else made  # of a picture's pages
        return "", list(dict.fromkeys(map(_said, warnings))), first or b""

    def _with(self, files: dict[str, bytes], inputs: dict[str, str]) -> "typst.Compiler":
        # The stubs do not know that the wheel takes files by name.
        return self._typst.Compiler(
            files,  # type: ignore[type-var]
            root=".",
            font_paths=self._fonts,
            sys_inputs=inputs,
        )

    def _is_sound(self, name: str, content: bytes) -> bool:
        """Whether Typst can decode an image and the standards let it stand: found by trying."""
        if content not in self._sound:
            try:
                files = {"main.typ": _PROBE.format(name=name).encode(), name: content}
                self._with(files, {}).compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=0)
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


def _said(fault: Exception) -> str:
    """An error or a warning in one line, with its place where it has one, and all hints.

    Hints can hold values of the document, however long and of whatever letters.
    """
    place = re.search(r"┌─ (\S+)", getattr(fault, "diagnostic", ""))
    where = f"{place[1]}: " if place else ""
    words = "; ".join([getattr(fault, "message", str(fault)), *getattr(fault, "hints", [])])
    line = " ".join("".join(each if each.isprintable() else " " for each in words).split())
    return where + (line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")


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
