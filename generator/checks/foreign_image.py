"""An image is not a PNG, JPEG or SVG file among the pages of the project.

The PDF reads no file but those below the docs folder, and fetches nothing, so it prints the
description of such an image in its place. On the website, an image of another host tells that host
who reads the page, and is gone when the host is.

Copy the image below the docs folder, as PNG, JPEG or SVG, and show that.
"""

import posixpath
import re
from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page, PageKind
from generator.text.page_images import PageImage, page_images

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SET = (".png", ".jpg", ".jpeg", ".svg")


def foreign_image(page: Page, scope: Scope) -> Iterator[Finding]:
    """Find images that the PDF does not set."""
    if page.kind is PageKind.FIELD or page.text.assembled:
        return
    file = page.text.file
    for image in page_images(file.text, page.text.start):
        fact = _fact(image, page, scope.project.docs_dir)
        if fact:
            yield Finding(
                file.span(image.start, image.end),
                fact,
                f"copy the image below {scope.project.docs_dir}/, as PNG, JPEG or SVG",
            )


def _fact(image: PageImage, page: Page, docs: str) -> str:
    """What is wrong with where an image is; empty where nothing is."""
    if _ELSEWHERE.match(image.address):
        return "this image is not a file of the project"
    path = image.address.partition("#")[0].partition("?")[0]
    folder = page.path if image.is_html else posixpath.dirname(page.text.file.path)
    root = "" if image.is_html else f"{docs}/"
    whole = posixpath.normpath(posixpath.join(folder, path))
    if path.startswith("/") or whole.startswith("..") or not whole.startswith(root):
        return f"this image is outside {docs}/"
    if not path.lower().endswith(_SET):
        return "this image is not a PNG, JPEG or SVG file"
    return ""


CHECK = Check(Page, Severity.WARNING, foreign_image)

_CITED = "Film shares rose that Monday [@harbour-2026-02-09].\n\n"

EXAMPLES = Examples(
    passes=(
        f"{_CITED}![A map of the port](../../assets/port.png)\n",
        f"{_CITED}Write `![alt](https://a.example/b.png)` for an image.\n",
    ),
    fails=(
        f"{_CITED}![A map of the port](https://maps.example/port.png)\n",
        f"{_CITED}![A map of the port](../../../../port.png)\n",
        f"{_CITED}![A map of the port](port.webp)\n",
        f'{_CITED}<img src="//maps.example/port.png" alt="A map of the port">\n',
    ),
)
