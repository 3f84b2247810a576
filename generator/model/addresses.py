"""Where pages are published, as `use_directory_urls` in mkdocs.yml has it."""

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """From the path of a page (`briefings/clips/trend`) to its address within the site.

    A path with a dot in its last part is a file, and its own address.
    """

    is_flat: bool = False
    """Whether a page is a file of its own name (`trend.html`), not a folder (`trend/`)."""
    indexes: frozenset[str] = frozenset({""})
    """The paths of pages that are the index of their folder."""
    root: str = ""
    """The folder of an edition of the past, which has evidence pages of its own below it."""

    def of(self, path: str) -> str:
        """The address, relative to the site; empty for the front page in a folder."""
        if self.root and path.startswith("sources/"):
            path = f"{self.root}/{path}"
        if "." in posixpath.basename(path):
            return path
        if not self.is_flat:
            return f"{path}/" if path else ""
        return posixpath.join(path, "index.html") if path in self.indexes else f"{path}.html"

    def between(self, here: str, there: str) -> str:
        """The address of `there`, relative to the page `here`."""
        target = posixpath.relpath(f"/{self.of(there)}", f"/{posixpath.dirname(self.of(here))}")
        is_folder = not self.is_flat and "." not in posixpath.basename(there)
        return f"{target}/" if is_folder else target


FOLDERS = Addresses()
"""Pages are folders, as where mkdocs.yml says nothing."""
