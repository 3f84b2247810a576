"""The manifest of a site: what it was made of, and every file of it, by SHA-256."""

from dataclasses import dataclass

Digests = tuple[tuple[str, str], ...]
"""Paths with the SHA-256 of their files, sorted by path."""


@dataclass(frozen=True, slots=True)
class ManifestBriefing:
    """A briefing as it was published. `edition` is the newest one, None before the first.

    `as_released` says whether its inputs are those of that edition, to the letter; where it is
    false, the text was changed since.
    """

    slug: str
    status: str
    edition: int | None = None
    date: str | None = None
    commit: str | None = None
    as_released: bool | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` says.

    `program` is the digest of our own code and templates, `versions` are those of the packages
    that shape the bytes. `with_past` says whether editions of the past were built again and are in
    the site. `private` is one digest of all of the library and the pages folder, what
    is not named among the `inputs` included.
    """

    site_name: str
    site_url: str
    program: str
    versions: tuple[tuple[str, str], ...]
    with_past: bool
    briefings: tuple[ManifestBriefing, ...]
    inputs: Digests
    private: str
    outputs: Digests
