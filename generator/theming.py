"""What we set of Material's settings before it reads them."""

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from generator.plugins import template_folder

if TYPE_CHECKING:
    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig

_PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-night", "name": "Dark colours"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-sunny", "name": "Light colours"},
    },
]


def prepare_theme(config: "MkDocsConfig", root: Path) -> None:
    """Put the project's templates before ours and ours before Material's; no fonts of others."""
    own = root / "templates" / "theme"
    folders = [str(template_folder() / "theme")]
    config.theme.dirs[:0] = (
        [str(own), *folders] if own.is_dir() and str(own) != folders[0] else folders
    )
    config.theme["font"] = False
    if not config.theme.get("palette"):
        config.theme["palette"] = _PALETTE


class KeptTemplates(BytecodeCache):
    """Templates that were compiled before, while their text is the same. MkDocs makes an
    environment anew for each build of a preview, and compiling takes a quarter of one.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: "Bucket") -> None:
        """Jinja compares the text's digest and leaves the bucket empty where it is another."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: "Bucket") -> None:
        """Keep it for as long as the process lives."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
