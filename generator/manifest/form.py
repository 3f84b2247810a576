"""The form of `manifest.json`: one text for one manifest, so that any damage to it shows.

The last key is the SHA-256 of the text before it was put in. It finds damage; only a signature
finds forgery. What is read is taken as hostile: it is small enough, has the types it must have, and
no path in it leads anywhere else.
"""

import json
import re
from hashlib import sha256
from typing import Any

from generator.model.manifest import Digests, Manifest, ManifestBriefing
from generator.schema import read_plain

LARGEST = 128_000_000
"""Bytes of a manifest that are read: those of about a million files."""
_FORMAT = 1
_SHA = re.compile(r"[0-9a-f]{64}")
_KEYS = frozenset(
    {
        "format",
        "site",
        "program",
        "versions",
        "with_past",
        "briefings",
        "inputs",
        "private",
        "outputs",
        "sha256",
    }
)
_UNSAFE = frozenset({"", ".", ".."})
_Json = Any  # what json.loads gives


def manifest_text(manifest: Manifest) -> bytes:
    """The file's content. Raises ValueError where a name cannot be written as UTF-8."""
    content = {
        "format": _FORMAT,
        "site": {"name": manifest.site_name, "url": manifest.site_url},
        "program": manifest.program,
        "versions": dict(manifest.versions),
        "with_past": manifest.with_past,
        "briefings": [_briefing(briefing) for briefing in manifest.briefings],
        "inputs": dict(manifest.inputs),
        "private": manifest.private,
        "outputs": dict(manifest.outputs),
    }
    proof = sha256(_written(content)).hexdigest()
    return _written({**content, "sha256": proof})


def read_manifest(content: bytes) -> Manifest:
    """The manifest that a file holds. Raises ValueError that says what is wrong with it."""
    try:
        value = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        raise ValueError(f"it is not of format {_FORMAT}, which this version of Standfirst reads")
    manifest = _manifest(value)
    if manifest_text(manifest) != content:
        raise ValueError("it is damaged: it is not as it was written")
    return manifest


def _manifest(value: dict[str, _Json]) -> Manifest:
    if frozenset(value) != _KEYS:
        wrong = ", ".join(sorted(frozenset(value) ^ _KEYS))
        raise ValueError(f"it lacks keys, or has others: {wrong[:80]}")
    site, briefings = value["site"], value["briefings"]
    if not isinstance(site, dict) or not isinstance(briefings, list):
        raise ValueError("`site` or `briefings` is of the wrong type")  # noqa: TRY004 (of the file)
    return Manifest(
        site_name=str(site.get("name")),
        site_url=str(site.get("url")),
        program=str(value["program"]),
        versions=tuple(_texts(value["versions"], "versions").items()),
        with_past=value["with_past"] is True,
        briefings=tuple(read_plain(ManifestBriefing, briefing) for briefing in briefings),
        inputs=_digests(value["inputs"], "inputs"),
        private=str(value["private"]),
        outputs=_digests(value["outputs"], "outputs"),
    )


def _digests(value: _Json, name: str) -> Digests:
    read = tuple(_texts(value, name).items())
    for path, digest in read:
        if not _SHA.fullmatch(digest):
            raise ValueError(f"`{name}` has something other than a SHA-256")
        if "\0" in path or not _UNSAFE.isdisjoint(path.split("/")):
            raise ValueError(f"`{name}` has a path that leads elsewhere: {path[:80]!a}")
    return read


def _texts(value: _Json, name: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ValueError(f"`{name}` is of the wrong type")
    return value


def _once(pairs: list[tuple[str, _Json]]) -> dict[str, _Json]:
    """A mapping whose keys stand there once."""
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise ValueError("a key stands in it twice")
    return mapping


def _briefing(briefing: ManifestBriefing) -> dict[str, _Json]:
    names = ("slug", "status", "edition", "date", "commit", "as_released")
    values = {name: getattr(briefing, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _written(content: dict[str, _Json]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
