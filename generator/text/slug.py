"""Names for files and anchors out of titles."""

import re
import unicodedata


def slug(text: str, *, limit: int = 60) -> str:
    """ASCII letters and digits of `text`, lower case, joined by hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:limit].strip("-")
