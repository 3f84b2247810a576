"""Signatures by `ssh-keygen -Y`, which everybody has who has git: with keys that they have anyway.

The program is run when a signature is asked for or there is one to check, and at no other time.
Keys that the agent holds, and keys with a passphrase, are its business.
"""

import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import EngineError, UsageError

NAMESPACE = "standfirst"
LARGEST = 100_000
"""Bytes of a signature that are read."""
_ARMOUR = re.compile(
    rb"-----BEGIN SSH SIGNATURE-----\n((?:[A-Za-z0-9+/=]{1,76}\n)+)-----END SSH SIGNATURE-----\n"
)
_GOOD = re.compile(r'Good "standfirst" signature (?:for \S+ )?with (.+)')


def require_key(key: Path) -> None:
    """Raise UsageError where the key cannot be read, EngineError without ssh-keygen."""
    _program()
    try:
        with key.open("rb") as stream:
            stream.read(1)
    except OSError as error:
        raise UsageError(
            f"{key}: {(error.strerror or str(error)).lower()}; name a private key of ssh, or the"
            " public half of one that the agent holds"
        ) from error


def signature_of(content: bytes, key: Path) -> bytes:
    """The signature of `content`, made with the key in that file. Raises EngineError."""
    arguments = ["-Y", "sign", "-n", NAMESPACE, "-f", str(key.absolute())]
    done = _run(arguments, content)
    if done.returncode or not _ARMOUR.fullmatch(done.stdout):
        raise EngineError(f"{key}: cannot sign: {_words(done)}; nothing was published")
    return done.stdout


def signed_by(content: bytes, signature: bytes) -> str | None:
    """The key that made the signature, whoever has it; None where it is not of this content."""
    with _signature(signature) as path:
        if path is None:
            return None
        return _key(_run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", path], content))


def signed_by_known(content: bytes, signature: bytes, signers: Path) -> str | None:
    """The signer and key, of those that the file of allowed signers names; else None."""
    if not signers.is_file():
        raise UsageError(f"{signers}: no such file; it names signers, one a line: `name key`")
    allowed = ["-f", str(signers.absolute()), "-n", NAMESPACE]
    with _signature(signature) as path:
        if path is None:
            return None
        found = _run(["-Y", "find-principals", *allowed, "-s", path], content)
        names = found.stdout.decode("utf-8", "replace").replace(",", "\n").split("\n")
        for name in filter(None, names):
            key = _key(_run(["-Y", "verify", *allowed, "-I", name, "-s", path], content))
            if key is not None:
                return f"{name} ({key})"
    return None


@contextmanager
def _signature(signature: bytes) -> Iterator[str | None]:
    """The path of a file with the signature; None where it is not written as it must be."""
    if not _is_whole(signature):
        yield None
        return
    with TemporaryDirectory(prefix="standfirst-") as folder:
        path = Path(folder) / "signature"
        path.write_bytes(signature)
        yield str(path)


def _is_whole(signature: bytes) -> bool:
    """Whether it is written as ssh-keygen writes it, to the letter: else damage may not show."""
    match = _ARMOUR.fullmatch(signature)
    letters = match[1].replace(b"\n", b"") if match else b""
    try:
        return bool(letters) and b64encode(b64decode(letters, validate=True)) == letters
    except Error:
        return False


def _key(done: subprocess.CompletedProcess[bytes]) -> str | None:
    said = _GOOD.search(done.stdout.decode("utf-8", "replace"))
    return said[1].strip() if said and not done.returncode else None


def _run(arguments: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen; it asks for a passphrase at the terminal, not at its standard input."""
    return subprocess.run([_program(), *arguments], input=content, capture_output=True, check=False)


def _program() -> str:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise EngineError(
            "the program `ssh-keygen` was not found; install OpenSSH to sign or verify"
        )
    return program


def _words(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].strip() if lines else "ssh-keygen said nothing"
