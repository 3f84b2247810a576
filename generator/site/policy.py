"""The last hand on a page's HTML: what its scripts may do, and how links leave the site.

The policy goes into the page itself because a desk rarely sets the headers of its host. It allows
files of the site, and the inline scripts that the templates write, each by its hash. Scripts in
the content are not among them: what an author wants to run is a file in `extra_javascript`, and a
script that found its way in through a source is not run.
"""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape, unescape
from urllib.parse import urlsplit

_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_HEAD = re.compile(r"<head[^>]*>\s*(?:<meta charset[^>]*>)?", re.IGNORECASE)
_LINK = re.compile(r"<a\s(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.IGNORECASE)
_ATTRIBUTE = r"""\s{}\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)"""
_HREF = re.compile(_ATTRIBUTE.format("href"), re.IGNORECASE)
_REL = re.compile(_ATTRIBUTE.format("rel"), re.IGNORECASE)
_OUTGOING = ("external", "noopener", "noreferrer")
_RULES = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def protected(html: str, content: str = "") -> str:
    """The page with its Content-Security-Policy; `content` is the part that authors wrote."""
    hashes = sorted(_hashes(html) - _hashes(content))
    # The index of a search is WebAssembly, which asks for a word of its own.
    scripts = " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes])
    policy = "; ".join((*_RULES, scripts))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
    return _HEAD.sub(lambda head: f"{head.group()}\n{tag}", html, count=1)


def with_safe_links(html: str, site_url: str) -> str:
    """The page, its links to other hosts with a `rel` that tells them nothing of us."""
    own = urlsplit(site_url).netloc
    parts = _SCRIPT.split(html)
    return "".join(
        f"{_LINK.sub(lambda link: _safe_link(link.group(), own), text)}{script}"
        for text, script in zip(parts[::3], [*_scripts(html), ""], strict=True)
    )


def _scripts(html: str) -> list[str]:
    return [match.group() for match in _SCRIPT.finditer(html)]


def _hashes(html: str) -> set[str]:
    """The sources that allow each inline script; data (JSON) is not run and needs none."""
    return {
        f"'sha256-{b64encode(sha256(match[2].encode()).digest()).decode()}'"
        for match in _SCRIPT.finditer(html)
        if not re.search(r"\ssrc\s*=|json", match[1], re.IGNORECASE)
    }


def _safe_link(tag: str, own: str) -> str:
    href = _HREF.search(tag)
    if href is None or not _leaves(unescape(href[1].strip("\"'")), own):
        return tag
    rel = _REL.search(tag)
    words = unescape(rel[1].strip("\"'")).split() if rel else []
    attribute = f' rel="{escape(" ".join(dict.fromkeys([*words, *_OUTGOING])))}"'
    return _REL.sub("", tag).replace(href.group(), href.group() + attribute, 1)


def _leaves(url: str, own: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return True
    return bool(parts.netloc) and parts.netloc != own
