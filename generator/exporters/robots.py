"""`robots.txt`: crawlers are asked to leave drafts alone, and told of the site map.

Crawlers read it at the root of a host only. A site below a path needs the same lines in the file
of its host; its drafts carry `noindex` in any case. A `robots.txt` of the author's own in docs/
stays as it is.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.exporters import Published
from generator.model.build import Asset
from generator.text.urls import absolute_url


def _export(published: Published) -> Iterator[Asset]:
    if published.file("robots.txt") is not None:
        return
    build = published.build
    root = urlsplit(absolute_url(build.site_url, "")).path or "/"
    drafts = [briefing for briefing in build.briefings if briefing.is_draft]
    lines = ["User-agent: *", *(f"Disallow: {root}{briefing.path}/" for briefing in drafts)]
    lines += [] if drafts else ["Disallow:"]
    site_map = absolute_url(build.site_url, "sitemap.xml")
    lines += ["", f"Sitemap: {site_map}"] if site_map else []
    yield Asset("robots.txt", ("\n".join(lines) + "\n").encode())


EXPORT = _export
