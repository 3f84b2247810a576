"""What a source's body is known by."""

from hashlib import sha256


def body_sha256(body: str) -> str:
    """SHA-256 of the body in UTF-8, in hexadecimal: `snapshot.text_sha256`."""
    return sha256(body.encode()).hexdigest()
