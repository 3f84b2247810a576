"""Keys of ssh, made for a test."""

import subprocess
from pathlib import Path


def new_key(path: Path, passphrase: str = "") -> Path:
    """A new private key at `path`; the public half stands beside it."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "", "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def signers_file(path: Path, name: str, key: Path) -> Path:
    """A file of allowed signers that knows the key by this name."""
    public = key.with_name(f"{key.name}.pub").read_text(encoding="ascii")
    path.write_text(f"{name} {public}", encoding="ascii")
    return path
