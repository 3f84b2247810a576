"""Tells whether a site is what its manifest says, who signed it, and whether it can be built again.

Only what is found in the folder is read, never what the manifest names: it may come from anybody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.build import compile_project
from generator.errors import StandfirstError, WorkspaceError
from generator.manifest import MANIFEST, SIGNATURE
from generator.manifest.files import found_in, read_own
from generator.manifest.form import LARGEST, read_manifest
from generator.model.build import Build
from generator.model.manifest import Manifest
from generator.publishing import rebuilt
from generator.signing import LARGEST as LARGEST_SIGNATURE
from generator.signing import signed_by, signed_by_known
from generator.store import open_store
from generator.workspace import LocalWorkspace

_OWN = (MANIFEST, SIGNATURE)
_OF_EDITION = re.compile(r"briefings/[^/]+/v\d+/index\.html$")
"""A page of an edition of the past: then the site was built with `--editions`."""


class ManifestError(StandfirstError):
    """A manifest cannot be read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out: lines that say what is wrong, and lines that say what is right."""

    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict((*self.wrong, *other.wrong), (*self.right, *other.right))


def verify(folder: Path, signers: Path | None = None) -> Verdict:
    """Hash all files of the site in `folder` again, and check the signature if there is one.

    Raises ManifestError and WorkspaceError.
    """
    content, manifest = _manifest_in(folder)
    found = found_in(folder)
    wrong = tuple(_differences(dict(manifest.outputs), found.digests, found.others))
    count = len(manifest.outputs)
    right = () if wrong else (f"{count} files are as {MANIFEST} says",)
    return Verdict(wrong, right) + _signature(folder, content, signers)


def verify_rebuilt(folder: Path, workspace: LocalWorkspace) -> tuple[Build, Verdict]:
    """Build the project again and compare with the site in `folder`, byte for byte.

    Where the project has errors nothing is built, and the build says which.
    """
    _, manifest = _manifest_in(folder)
    build = compile_project(workspace, open_store(workspace.root))
    if build.has_errors:
        return build, Verdict(("the project has errors, so it cannot be built again",))
    found = found_in(folder)
    editions = any(map(_OF_EDITION.match, dict(manifest.outputs)))
    with rebuilt(workspace.root, build, editions=editions) as site:
        again, now = found_in(site).digests, read_manifest((site / MANIFEST).read_bytes())
    theirs = {path: digest for path, digest in found.digests.items() if path not in _OWN}
    ours = {path: digest for path, digest in again.items() if path not in _OWN}
    wrong = [
        *(f"not the same when built again: {line}" for line in _unlike(ours, theirs)),
        *_other_inputs(manifest, now),
    ]
    if not wrong and found.digests[MANIFEST] != again[MANIFEST]:
        wrong.append(f"not the same when built again: {MANIFEST}")
    right = () if wrong else ("built again, every byte is the same",)
    return build, Verdict(tuple(wrong), right)


def shown(path: str) -> str:
    """A path of anybody's, without characters that a terminal obeys."""
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in path
    )


def _manifest_in(folder: Path) -> tuple[bytes, Manifest]:
    if not folder.is_dir():
        raise WorkspaceError(f"{folder}: no such folder; name one that holds a built site")
    path = folder / MANIFEST
    content = read_own(path, LARGEST)
    try:
        return content, read_manifest(content)
    except ValueError as error:
        raise ManifestError(f"{path}: cannot be read: {shown(str(error))}") from error


def _differences(
    wanted: dict[str, str], found: dict[str, str], others: frozenset[str]
) -> Iterator[str]:
    changed = {path for path in found if path in wanted and wanted[path] != found[path]}
    for path in sorted({*wanted, *found, *others}):
        if path in others:
            yield f"no file, but a link or the like: {shown(path)}"
        elif path in changed:
            yield f"changed: {shown(path)}"
        elif path not in found:
            yield f"missing: {shown(path)}"
        elif path not in wanted and path not in _OWN:
            yield f"extra: {shown(path)}"


def _signature(folder: Path, content: bytes, signers: Path | None) -> Verdict:
    path = folder / SIGNATURE
    if not path.exists() and not path.is_symlink():
        if signers is not None:
            return Verdict((f"there is no signature ({SIGNATURE})",))
        return Verdict(right=("there is no signature",))
    signature = read_own(path, LARGEST_SIGNATURE)
    if signers is not None:
        signer = signed_by_known(content, signature, signers)
        if signer is None:
            return Verdict((f"the signature is of nobody whom {signers} names",))
        return Verdict(right=(f"signed by {shown(signer)}",))
    key = signed_by(content, signature)
    if key is None:
        return Verdict((f"the signature is not of this {MANIFEST}",))
    advice = "not checked against known signers: give --signers FILE"
    return Verdict(right=(f"signed with {shown(key)}, {advice}",))


def _unlike(ours: dict[str, str], theirs: dict[str, str]) -> Iterable[str]:
    return (shown(path) for path in sorted({*ours, *theirs}) if ours.get(path) != theirs.get(path))


def _other_inputs(then: Manifest, now: Manifest) -> Iterator[str]:
    """Inputs of now that are not those of the manifest."""
    before, after = dict(then.inputs), dict(now.inputs)
    unlike = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    for path in unlike:
        what = "is new" if path not in before else "is gone" if path not in after else "has changed"
        yield f"input {what}: {shown(path)}"
    if then.private != now.private and not unlike:
        yield "input has changed: a file of the project that the manifest does not name"
    yield from _other_program(then, now)


def _other_program(then: Manifest, now: Manifest) -> Iterator[str]:
    """Packages and settings of now that are not those of the manifest."""
    old, new = dict(then.versions), dict(now.versions)
    for name in sorted({*old, *new}):
        before, after = old.get(name, "none"), new.get(name, "none")
        if before != after:
            yield f"version has changed: {shown(name)} {shown(before)} → {after}"
    if then.program != now.program and old == new:
        yield "version has changed: the code of Standfirst itself"
    if (then.site_name, then.site_url) != (now.site_name, now.site_url):
        yield f"setting has changed: site_name or site_url, {shown(then.site_url)} → {now.site_url}"
