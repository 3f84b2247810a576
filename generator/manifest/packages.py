"""What shapes the bytes of a site beside its project: our own code, and packages."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from generator.plugins import template_folder

_PACKAGES = (
    "jinja2",
    "justmytype-intl-cjk",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pagefind-bin",
    "pagefind-bin-extended",
    "pygments",
    "pymdown-extensions",
    "pyyaml",
    "rapidfuzz",
    "standfirst",
    "typst",
)
_CODE = frozenset({".py", ".toml", ".txt"})
_NOT_PUBLISHED = "starter"


def versions(plugins: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """The packages that are installed, and those that the MkDocs plugins of these names are in."""
    found = {name: number for name in _PACKAGES if (number := _version(name))}
    points = {point.name: point for point in entry_points(group="mkdocs.plugins")}
    for plugin in plugins:
        point = points.get(plugin)
        if point is not None and point.dist is not None:
            found[point.dist.name.lower().replace("_", "-")] = point.dist.version
    return tuple(sorted(found.items()))


@cache
def program_digest() -> str:
    """The digest of our own code and templates, the same for a checkout and an installed wheel."""
    package, templates = Path(__file__).parent.parent, template_folder()
    code = {
        f"generator/{path.relative_to(package).as_posix()}": path
        for path in package.rglob("*")
        if path.suffix in _CODE and not path.is_relative_to(templates)
    }
    shown = {
        f"templates/{path.relative_to(templates).as_posix()}": path
        for path in templates.rglob("*")
        if path.relative_to(templates).parts[0] != _NOT_PUBLISHED
    }
    sums = sha256()
    for name, path in sorted({**code, **shown}.items()):
        if path.is_file() and not path.name.startswith("."):
            sums.update(f"{sha256(path.read_bytes()).hexdigest()}  {name}\n".encode())
    return sums.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
