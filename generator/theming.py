"""What we set of Material's settings before it reads them."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.plugins import template_folder

if TYPE_CHECKING:
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
