"""Takes articles into the library: the bytes as captured, and a source file with their text.

Each article stands alone: ids are given as they are made, what failed is raised at the end, and
an article that failed leaves nothing behind. What is in the library is never overwritten.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from typing import BinaryIO

from generator.documents import SCHEME, open_document, read_articles
from generator.errors import CaptureError, StandfirstError, UsageError
from generator.ingest import Article, Document
from generator.library.captured_fields import captured_fields
from generator.library.front_matter import Numeral, write_source
from generator.library.hashes import body_sha256
from generator.library.ids import new_source_id
from generator.library.known import KnownSources, Traits
from generator.library.load import FOLDER, is_source_id
from generator.text.dates.curated import is_written_date
from generator.text.plain import one_line
from generator.text.strict_yaml import Value
from generator.text.urls import is_web_url
from generator.workspace import LocalWorkspace


class AlreadyThere(CaptureError):  # noqa: N818 - a state of the library, no malfunction
    """The library has the article already; `source_id` is its id."""

    def __init__(self, message: str, source_id: str) -> None:
        super().__init__(message)
        self.source_id = source_id
        self.exit_status = 1


class SeveralFailed(CaptureError):  # noqa: N818 - reads as a sentence where it is raised
    """More than one location failed; `failures` are the reasons in order."""

    def __init__(self, failures: Sequence[StandfirstError]) -> None:
        super().__init__("\n".join(str(failure) for failure in failures))
        self.failures = tuple(failures)
        self.exit_status = reduce(or_, (failure.exit_status for failure in failures))


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What the curator says of the articles; it goes before what they say of themselves."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    allow_private: bool = False
    stdin: BinaryIO | None = None
    """What the location `-` reads."""


def add(workspace: LocalWorkspace, locations: Sequence[str], request: AddRequest) -> Iterator[str]:
    """Take in each location (URL, path, or `-`) and give each new id as soon as it is there.

    Raises UsageError before anything is done, and after all locations the one failure, or
    SeveralFailed.
    """
    _check(request, locations)
    intake = _Intake(workspace, request, KnownSources.of(workspace))
    failures: list[StandfirstError] = []
    for location in locations:
        for result in intake.results(location):
            if isinstance(result, str):
                yield result
            else:
                failures.append(result)
    if len(failures) == 1:
        raise failures[0]
    if failures:
        raise SeveralFailed(failures)


def _check(request: AddRequest, locations: Sequence[str]) -> None:
    """Raise UsageError where the request cannot be carried out as typed."""
    if len(locations) > 1:
        _refuse_one_only(request)
    for option, value in _one_only(request).items():
        if not value.strip():
            raise UsageError(f"{option} is empty; give a value or leave it out")
    if request.id is not None and not is_source_id(request.id):
        raise UsageError(
            f"--id {one_line(request.id)[:100]}: an id has ASCII letters, digits, `.`, `_` and "
            "`-`, begins and ends with a letter, digit or `_`, has at most 80 characters and no "
            "`..`, and is not `index`"
        )
    if request.published is not None and not is_written_date(request.published):
        raise UsageError(
            f"--published {one_line(request.published)[:100]}: write a date as 2026, 2026-02 or "
            "2026-02-09"
        )
    if request.url is not None and not is_web_url(request.url):
        raise UsageError(f"--url {one_line(request.url)[:200]}: not an http or https address")


def _one_only(request: AddRequest) -> dict[str, str]:
    """The options that were given and can be true of one article only."""
    options = {"--id": request.id, "--title": request.title, "--url": request.url}
    return {option: value for option, value in options.items() if value is not None}


def _refuse_one_only(request: AddRequest) -> None:
    for option in _one_only(request):
        raise UsageError(f"{option} is for one article; add the others on their own")


@dataclass(frozen=True, slots=True)
class _Intake:
    """Takes articles in, one location after another."""

    workspace: LocalWorkspace
    request: AddRequest
    known: KnownSources

    def results(self, location: str) -> Iterator[str | StandfirstError]:
        """For each article at the location its new id, or what stood in its way."""
        try:
            document, articles = self._opened(location)
        except StandfirstError as error:
            yield error
            return
        for number, article in enumerate(articles, 1):
            name = location if len(articles) == 1 else f"{location}, item {number}"
            try:
                yield self._taken(article, document, name)
            except StandfirstError as error:
                yield error

    def _opened(self, location: str) -> tuple[Document, tuple[Article, ...]]:
        asked = self.request.url or (location if SCHEME.match(location) else "")
        self._refuse_known(location, Traits(url=asked))
        document = open_document(
            location, stdin=self.request.stdin, allow_private=self.request.allow_private
        )
        articles = read_articles(document)
        if len(articles) > 1:
            _refuse_one_only(self.request)
        return document, articles

    def _taken(self, article: Article, document: Document, name: str) -> str:
        content = document.content if article.content is None else article.content
        fields = self._fields(article, document, name)
        traits = Traits(
            url=str(fields.get("url", "")),
            sha256=sha256(content).hexdigest(),
            text_sha256=body_sha256(article.body) if article.body else "",
        )
        self._refuse_known(name, traits)
        source_id = self._id(article, fields, traits)
        fields["snapshot"] = self._snapshot(article, traits)
        kept = f"{FOLDER}/snapshots/{traits.sha256}.{article.extension}"
        text = write_source(fields, article.body).encode()
        _write(self.workspace, (kept, content), (f"{FOLDER}/{source_id}.md", text))
        self.known.add(source_id, traits)
        return source_id

    def _refuse_known(self, name: str, traits: Traits) -> None:
        found = self.known.find(traits)
        if found:
            source_id, trait = found
            raise AlreadyThere(
                f"{name}: already in the library as {source_id} (the same {trait}); edit "
                f"{FOLDER}/{source_id}.md, or remove it to capture the article anew",
                source_id,
            )

    def _fields(self, article: Article, document: Document, name: str) -> dict[str, Value]:
        """What the curator says, then what the document says; a part of a document is at no
        address of its own, and nobody has read it today.
        """
        request, is_whole = self.request, article.content is None
        stated = dict(article.fields)
        if is_whole:
            stated["url"] = stated.get("url") or document.url
            stated["accessed"] = stated.get("accessed") or self.workspace.today().isoformat()
        asked = {
            "title": request.title,
            "publisher": request.publisher,
            "published": request.published,
            "url": request.url,
        }
        stated |= {field: value for field, value in asked.items() if value is not None}
        fields = captured_fields(stated)
        if "title" not in fields:
            raise CaptureError(f"{name}: no title was found; give one with --title")
        return fields

    def _id(self, article: Article, fields: dict[str, Value], traits: Traits) -> str:
        taken, key = self.known.ids, article.key or ""
        if self.request.id is None:
            is_free = is_source_id(key) and key.casefold() not in taken
            return key if is_free else new_source_id(fields, traits.sha256, taken)
        if self.request.id.casefold() in taken:
            raise CaptureError(
                f"--id {self.request.id}: {FOLDER}/{taken[self.request.id.casefold()]}.md has that "
                "id; choose another"
            )
        return self.request.id

    def _snapshot(self, article: Article, traits: Traits) -> dict[str, Value]:
        snapshot: dict[str, Value] = {
            "sha256": traits.sha256,
            "media_type": article.media_type,
            "retrieved": self.workspace.now().isoformat().replace("+00:00", "Z"),
            "text_sha256": body_sha256(article.body),
            "extractor": article.extractor,
        }
        if article.pages:
            snapshot["pages"] = [Numeral(start) for start in article.pages]
        if article.first_page != 1:
            snapshot["first_page"] = Numeral(article.first_page)
        return snapshot


def _write(
    workspace: LocalWorkspace, snapshot: tuple[str, bytes], source: tuple[str, bytes]
) -> None:
    """Write both files or neither. A snapshot that is there already has the same bytes."""
    is_new = not workspace.exists(snapshot[0])
    is_written = False
    try:
        if is_new:
            workspace.write_new(*snapshot)
            is_written = True
        workspace.write_new(*source)
    except BaseException:  # also an interrupt: a snapshot without its source must not stay
        is_whole = workspace.exists(source[0]) and workspace.read(source[0]) == source[1]
        if is_written and not is_whole:
            workspace.remove(snapshot[0])
        raise
