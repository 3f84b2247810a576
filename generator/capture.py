"""Takes articles into the library: the bytes as captured, and a source file with their text.

Each location stands alone: ids are given as they are made, what failed is raised at the end, and
an article that failed leaves nothing behind. What is in the library is never overwritten.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from pathlib import Path
from typing import BinaryIO

from generator.errors import CaptureError, StandfirstError, UsageError
from generator.ingest import Article, Document, importers
from generator.library.captured_fields import captured_fields
from generator.library.front_matter import write_source
from generator.library.hashes import body_sha256
from generator.library.ids import new_source_id
from generator.library.known import KnownSources, Traits
from generator.library.load import FOLDER, is_source_id
from generator.network import MAX_BYTES, fetch
from generator.text.dates import is_written_date
from generator.text.plain import has_text, one_line
from generator.text.strict_yaml import Value
from generator.text.urls import is_web_url
from generator.workspace import LocalWorkspace

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_OTHER_FORMATS = (
    (b"%PDF-", "PDF is not read yet; save its text as a plain text file and add that"),
    (b"PK\x03\x04", "office documents and archives are not read; save the text and add that"),
    (b"{\\rtf", "RTF is not read; save it as plain text and add that"),
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


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
    """Take in each location (URL, path, or `-`) and give its new id as soon as it is there.

    Raises UsageError before anything is done, and after all locations the one failure, or
    SeveralFailed.
    """
    _check(request, locations)
    known = KnownSources.of(workspace)
    failures: list[StandfirstError] = []
    for location in locations:
        result = _attempt(workspace, location, request, known)
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
    one_only = {"--id": request.id, "--title": request.title, "--url": request.url}
    for option, value in one_only.items():
        if value is not None and len(locations) > 1:
            raise UsageError(f"{option} is for one article; add the others on their own")
        if value is not None and not value.strip():
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


def _attempt(
    workspace: LocalWorkspace, location: str, request: AddRequest, known: KnownSources
) -> str | StandfirstError:
    """The new id, or what stood in its way."""
    try:
        return _add_one(workspace, location, request, known)
    except StandfirstError as error:
        return error


def _add_one(
    workspace: LocalWorkspace, location: str, request: AddRequest, known: KnownSources
) -> str:
    asked = request.url or (location if _SCHEME.match(location) else "")
    _refuse_known(location, known, Traits(url=asked))
    document = _document(location, request)
    article = _article(document)
    fields = _fields(article, request, document)
    traits = Traits(
        url=str(fields.get("url", "")),
        sha256=sha256(document.content).hexdigest(),
        text_sha256=body_sha256(article.body),
    )
    _refuse_known(location, known, traits)
    source_id = _id(request, fields, traits, known)
    snapshot: dict[str, Value] = {
        "sha256": traits.sha256,
        "media_type": article.media_type,
        "retrieved": workspace.now().isoformat().replace("+00:00", "Z"),
        "text_sha256": traits.text_sha256,
        "extractor": article.extractor,
    }
    dated = {"accessed": workspace.today().isoformat(), **fields, "snapshot": snapshot}
    text = write_source(dated, article.body)
    kept = f"{FOLDER}/snapshots/{traits.sha256}.{article.extension}"
    _write(workspace, (kept, document.content), (f"{FOLDER}/{source_id}.md", text.encode()))
    known.add(source_id, traits)
    return source_id


def _refuse_known(location: str, known: KnownSources, traits: Traits) -> None:
    found = known.find(traits)
    if found:
        source_id, trait = found
        raise AlreadyThere(
            f"{location}: already in the library as {source_id} (the same {trait}); edit "
            f"{FOLDER}/{source_id}.md, or remove it to capture the article anew",
            source_id,
        )


def _document(location: str, request: AddRequest) -> Document:
    if location == "-":
        if request.stdin is None:
            raise UsageError("-: there is no standard input to read; give a file or an address")
        return Document("-", _bounded(request.stdin, "standard input"))
    if location.lower().startswith(("http://", "https://")):
        fetched = fetch(location, allow_private=request.allow_private)
        return Document(location, fetched.content, fetched.media_type, fetched.url)
    if _SCHEME.match(location):
        raise CaptureError(
            f"{location}: only http and https addresses are fetched; give a file by its path"
        )
    return Document(location, _file(location))


def _file(location: str) -> bytes:
    """The content of a file anywhere on disk: input, not part of the project."""
    try:
        with Path(location).open("rb") as stream:
            return _bounded(stream, location)
    except FileNotFoundError as error:
        advice = "check the path"
        if _HOST.fullmatch(location):
            advice = f"check the path, or write https://{location} for an address"
        raise CaptureError(f"{location}: no such file; {advice}") from error
    except IsADirectoryError as error:
        raise CaptureError(f"{location}: is a folder; name the files in it") from error
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise CaptureError(f"{location}: cannot be read: {reason.lower()}") from error


def _bounded(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise CaptureError(
            f"{name}: larger than {MAX_BYTES // 1_000_000} MB; save the article's text alone and "
            "add that"
        )
    return content


def _article(document: Document) -> Article:
    """What the first importer that takes the document makes of it."""
    if not document.content.strip():
        raise CaptureError(f"{document.location}: is empty; there is no article to add")
    for start, advice in _OTHER_FORMATS:
        if document.content.startswith(start):
            raise CaptureError(f"{document.location}: {advice}")
    if _MHTML.search(document.content[:2048]):
        raise CaptureError(
            f"{document.location}: web archives (MHTML) are not read; save the page as HTML only"
        )
    for importer in sorted(importers().values(), key=lambda importer: importer.order):
        if importer.reads(document):
            article = importer.read(document)
            break
    else:
        raise CaptureError(
            f"{document.location}: is {document.media_type}, which is not read; save the article "
            "as HTML, Markdown or plain text and add that"
        )
    if not has_text(article.body):
        raise CaptureError(
            f"{document.location}: has no text besides its title and headings; copy the article's "
            "text into a file and add that"
        )
    return article


def _fields(article: Article, request: AddRequest, document: Document) -> dict[str, Value]:
    stated = dict(article.fields)
    stated["url"] = stated.get("url") or document.url
    asked = {
        "title": request.title,
        "publisher": request.publisher,
        "published": request.published,
        "url": request.url,
    }
    stated |= {name: value for name, value in asked.items() if value is not None}
    fields = captured_fields(stated)
    if "title" not in fields:
        raise CaptureError(f"{document.location}: no title was found; give one with --title")
    return fields


def _id(request: AddRequest, fields: dict[str, Value], traits: Traits, known: KnownSources) -> str:
    if request.id is None:
        return new_source_id(fields, traits.sha256, known.ids)
    if request.id.casefold() in known.ids:
        raise CaptureError(
            f"--id {request.id}: {FOLDER}/{known.ids[request.id.casefold()]}.md has that id; "
            "choose another"
        )
    return request.id


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
