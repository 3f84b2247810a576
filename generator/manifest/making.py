"""Writes the manifest of a finished site."""

from pathlib import Path

from generator.errors import WorkspaceError
from generator.manifest import MANIFEST, SIGNATURE
from generator.manifest.files import found_in
from generator.manifest.form import manifest_text
from generator.manifest.inputs import Engine, inputs_of
from generator.manifest.packages import program_digest, versions
from generator.model.build import Build
from generator.model.manifest import Manifest
from generator.tree import clashes
from generator.workspace import LocalWorkspace


def write_manifest(root: Path, site: Path, build: Build, engine: Engine) -> None:
    """Write `manifest.json` into the finished site of the project in `root`."""
    try:
        content = manifest_text(_manifest(root, site, build, engine))
    except UnicodeEncodeError as error:
        name = error.object.encode("utf-8", "backslashreplace").decode()
        raise WorkspaceError(f"a file's name is not UTF-8 ({name[:200]}); rename it") from error
    try:
        (site / SIGNATURE).unlink(missing_ok=True)
        (site / MANIFEST).write_bytes(content)
    except OSError as error:
        raise WorkspaceError(
            f"{error.filename}: {(error.strerror or str(error)).lower()}"
        ) from error


def _manifest(root: Path, site: Path, build: Build, engine: Engine) -> Manifest:
    inputs = inputs_of(LocalWorkspace(root), build, engine)
    outputs = found_in(site).digests
    for name, other, _, _ in clashes(outputs):
        raise WorkspaceError(
            f"the site has `{name}` and `{other}`, which are one on macOS and Windows; rename what"
            " one of them is made of"
        )
    own = (MANIFEST, SIGNATURE)
    return Manifest(
        site_name=build.site_name,
        site_url=build.site_url,
        program=program_digest(),
        versions=versions(engine.plugins),
        with_past=engine.with_past,
        briefings=inputs.briefings,
        inputs=inputs.named,
        private=inputs.private,
        outputs=tuple(sorted((path, one) for path, one in outputs.items() if path not in own)),
    )
