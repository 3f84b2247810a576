"""Web addresses: what may be linked, and which two name the same article."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(r"utm_|fbclid$|gclid$|mc_[ce]id$|igshid$|spm$")
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"`\\^{|}]")


def is_web_url(url: str) -> bool:
    """Whether `url` is an http(s) address with a host and no white space or control character."""
    if _UNSAFE.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def linkable(url: str | None) -> str:
    """The address where it may be linked, else nothing."""
    return url if url and is_web_url(url) else ""


def absolute_url(site_url: str, path: str) -> str:
    """The address of what is published at `path`: `briefings/clips/`, `feed.xml`, or the site.

    Empty where `site_url` is no web address.
    """
    return f"{site_url.rstrip('/')}/{quote(path)}" if is_web_url(site_url) else ""


def normalised_url(url: str) -> str:
    """The address without what does not name the article: scheme, `www.`, fragment, tracking."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    query = urlencode([pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])])
    return urlunsplit(("", host + port, parts.path.rstrip("/"), query, "")).removeprefix("//")
