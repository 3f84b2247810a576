"""The last look over what will be published: nothing private may be in it.

Two things are looked for in every file, and in what is packed or embedded in it: a file of the
library (by name or by hash), and a long run of a source's body that nothing allows to be published.
`readings` says what a file says to its readers, `runs` how runs are found.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.errors import StandfirstError
from generator.guard.readings import readings, unpacked
from generator.guard.runs import PrivateRuns, key
from generator.model.build import Build
from generator.model.source import Rights, Source
from generator.site.passages import published_passages
from generator.text.paragraphs import paragraphs

_CLEAN: set[tuple[object, Path, bytes]] = set()
"""What was sought in which file, by its name and hash, and not found: a preview writes most files
again as they were.
"""


class LeakError(StandfirstError):
    """Something private is among the files to be published."""

    exit_status = 1


def look_over(build: Build, site: Path, past: Iterable[Build] = ()) -> None:
    """Raise LeakError if a library file or a long run of an unpublished body is in `site`.

    `past` are the editions that are published beside `build`, with the rights of today: their
    libraries are as private as today's, and their pages as public.
    """
    builds = (build, *past)
    files = {name: found for each in builds for name, found in _library_files(each).items()}
    bodies = dict.fromkeys(source.body for each in builds for source in _private(each))
    private = PrivateRuns(bodies, chain.from_iterable(map(_public_texts, builds)))
    sought = (frozenset(files.items()), private.digest)

    def look_into(path: Path) -> None:
        name, content = path.relative_to(site), path.read_bytes()
        seen = (sought, name, sha256(content).digest())
        if seen not in _CLEAN:
            _look_into(name, content, files, private, builds)
            _CLEAN.add(seen)

    paths = sorted(path for path in site.rglob("*") if path.is_file())
    # PDFs are read by processes of their own, while the other files are looked into here.
    with ThreadPoolExecutor(max_workers=2) as pool:
        read = [pool.submit(look_into, path) for path in paths if path.suffix == ".pdf"]
        for path in paths:
            if path.suffix != ".pdf":
                look_into(path)
        for each in read:
            each.result()


def _look_into(
    path: Path,
    content: bytes,
    files: dict[str, str],
    private: PrivateRuns,
    builds: Iterable[Build],
) -> None:
    for name, part in unpacked(path.as_posix(), content):
        found = files.get(Path(name).name.split(".")[0]) or files.get(sha256(part).hexdigest())
        if found:
            raise LeakError(f"{name}: is the capture or the file of `{found}`; {_NOTHING}")
        for text in readings(name, part):
            window = private.run_in(text)
            if window:
                where = _source_of(window, builds)
                raise LeakError(
                    f"{name}: holds a long run of the text of {where} that its rights do not allow;"
                    f" {_NOTHING}"
                )


_NOTHING = "nothing was published"


def _library_files(build: Build) -> dict[str, str]:
    """The ids of sources by the hash of their captures, which is their name too, and files."""
    sources = build.library.sources
    captures = {source.snapshot.sha256: source.id for source in sources if source.snapshot}
    own = {sha256(source.file.text.encode()).hexdigest(): source.id for source in sources}
    return own | captures


def _private(build: Build) -> Iterator[Source]:
    return (source for source in build.library.sources if source.rights is not Rights.FULL)


def _source_of(window: str, builds: Iterable[Build]) -> str:
    """The source that has the words, and its paragraph where they stand in one."""
    for source in chain.from_iterable(map(_private, builds)):
        if window in key(source.body):
            numbers = (
                paragraph.number
                for paragraph in paragraphs(source.body)
                if window in key(source.body[paragraph.start : paragraph.end])
            )
            number = next(numbers, 0)
            return f"`{source.id}`{f' (¶{number})' if number else ''}"
    return "a source"


def _public_texts(build: Build) -> Iterator[str]:
    """What may stand in the output: metadata, notes, quoted passages, and what authors wrote.

    An assembled page is not among it: a template wrote it, and may have put in what it liked.
    """
    for source in build.library.sources:
        yield " ".join(filter(None, (source.title, source.descriptor, source.grade_reason)))
        for note in source.notes:
            yield note.says
            if note.quote and source.rights is not Rights.NONE:
                yield note.quote
        for passage in published_passages(build, source):
            yield passage.before + passage.words + passage.after
    pages = chain(build.free_pages, *(briefing.pages for briefing in build.briefings))
    yield from (page.text.file.text for page in pages if not page.text.assembled)
    yield from (briefing.file.text for briefing in build.briefings)
    yield build.glossary.file.text
