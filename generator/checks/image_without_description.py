"""An image has no description.

Who cannot see the image, on the website or in the PDF, learns nothing of it; the standard for
accessible PDF (PDF/UA-1, ISO 14289-1, 7.3) does not allow it, so the image is set there as a mere
ornament.

Say in the brackets what the image shows: `![Ships in the port, in February](port.png)`. For a mere
ornament, write `<img src="port.png" alt="">`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page, PageKind
from generator.text.page_images import page_images


def image_without_description(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find images whose description is missing or empty; an HTML tag may say that it is empty."""
    if page.kind is PageKind.FIELD or page.text.assembled:
        return
    file = page.text.file
    for image in page_images(file.text, page.text.start):
        is_ornament = image.is_html and image.alt == ""
        if not is_ornament and not (image.alt or "").strip():
            yield Finding(
                file.span(image.start, image.end),
                "this image has no description",
                "say between the brackets what it shows",
            )


CHECK = Check(Page, Severity.WARNING, image_without_description)

_CITED = "Film shares rose that Monday [@harbour-2026-02-09].\n\n"

EXAMPLES = Examples(
    passes=(
        f"{_CITED}![Ships in the port](../../assets/port.png)\n",
        f'{_CITED}<img src="port.png" alt="">\n',
    ),
    fails=(
        f"{_CITED}![](../../assets/port.png)\n",
        f'{_CITED}<img src="port.png">\n',
    ),
)
