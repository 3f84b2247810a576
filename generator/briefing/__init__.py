"""From the Markdown of a page to what it claims: sentences, citations, quotations, with places.

`load` reads a briefing's folder. `parse_page` reads one page, authored or assembled:

    insets       the lines, with fenced code and raw HTML set apart
    scan         the blocks: paragraphs, list items, cells, headings, quotes, footnotes
    prose        one block as the reader sees it: code masked, links and escapes resolved,
                 citations found
    marks        quotation marks paired, and from them
    sentences    where sentences end
    quotations   what is quoted, from which of the cited sources, and where it stands there

No library for Markdown tells where in the source a piece of text stood, so the scanner is our own;
a test renders pages with Python-Markdown to see that both agree on what is code and what is prose.
"""

from generator.briefing.parse import parse_page
from generator.briefing.reading import Bodies, Reading

__all__ = ["Bodies", "Reading", "parse_page"]
