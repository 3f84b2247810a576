"""The last look over what will be published: nothing private may be in it.

Two things are looked for in every file: a capture (by name or by hash), and a long run of a
source's body that nothing allows to be published. A run of 160 characters always holds one whole
window of 80 that begins at a multiple of 80, so windows of the bodies are compared with every
place of the output: linear in both.
"""

import html
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.errors import StandfirstError
from generator.model.build import Build
from generator.model.source import Rights, Source
from generator.site.passages import published_passages

_WINDOW = 80
_TEXT = {".html", ".json", ".xml", ".txt", ".js", ".css", ".md", ".svg"}
_TAGS = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")


class LeakError(StandfirstError):
    """Something private is among the files to be published."""

    exit_status = 1


def look_over(build: Build, site: Path) -> None:
    """Raise LeakError if a capture or a long run of an unpublished body is in `site`."""
    captures = {
        source.snapshot.sha256: source.id for source in build.library.sources if source.snapshot
    }
    private = _private_windows(build)
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            _refuse_capture(path.relative_to(site), content, captures)
            if path.suffix in _TEXT:
                _refuse_body(path.relative_to(site), content, private)


def _refuse_capture(path: Path, content: bytes, captures: dict[str, str]) -> None:
    found = captures.get(path.stem) or captures.get(sha256(content).hexdigest())
    if found:
        raise LeakError(f"{path}: is the capture of `{found}`; nothing was published")


def _refuse_body(path: Path, content: bytes, private: dict[str, str]) -> None:
    text = _plain(content.decode("utf-8", "replace"))
    for start in range(len(text) - _WINDOW + 1):
        source_id = private.get(text[start : start + _WINDOW])
        if source_id:
            shown = text[start : start + 40]
            raise LeakError(
                f"{path}: holds a long run of the text of `{source_id}` that its rights do not"
                f" allow (“{shown}…”); nothing was published"
            )


def _private_windows(build: Build) -> dict[str, str]:
    public = _SPACES.sub(" ", " ".join(_public_texts(build)))
    return {
        window: source.id
        for source in build.library.sources
        if source.rights is not Rights.FULL
        for window in _windows(source)
        if window not in public
    }


def _windows(source: Source) -> Iterator[str]:
    text = _SPACES.sub(" ", source.body)
    for start in range(0, len(text) - _WINDOW + 1, _WINDOW):
        yield text[start : start + _WINDOW]


def _public_texts(build: Build) -> Iterator[str]:
    """What may stand in the output: quoted passages, notes, and what authors wrote themselves."""
    for source in build.library.sources:
        for note in source.notes:
            yield from (note.says, note.quote or "")
        for passage in published_passages(build, source):
            yield passage.before + passage.words + passage.after
    for briefing in build.briefings:
        yield briefing.file.text
        for page in briefing.pages:
            yield page.text.file.text


def _plain(text: str) -> str:
    """What a reader of the file sees: tags gone, references resolved, white space single."""
    return _SPACES.sub(" ", html.unescape(_TAGS.sub("", text)))
