"""Fetches one address, with limits, and never from inside the network that we run in.

An address in a curated list must not make this machine ask a router, a cloud's metadata service or
a service on localhost. So the host is resolved once, every address it has is checked, and the
connection goes to the checked address itself; each redirect is checked again. Proxies from the
environment are not used: they would resolve the host anew, out of our sight. No cookies are kept.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from generator.errors import FetchError
from generator.text.urls import is_web_url

MAX_BYTES = 20_000_000
_MAX_REDIRECTS = 5
_CONNECT_SECONDS = 10.0
_CHUNK = 65536
_ADVICE = "save the page in your browser and add the file"
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Standfirst)",
    "Accept": "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")

_Place = tuple[socket.AddressFamily, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the bytes, their type as the server states it, the address after redirects."""

    content: bytes
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a fetch may take: bytes, and seconds in all (`deadline` is on the monotonic clock)."""

    allow_private: bool
    max_bytes: int
    timeout: float
    deadline: float

    def remaining(self, url: str) -> float:
        """Seconds left. Raises FetchError where there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError(f"{url}: took longer than {self.timeout:g} seconds; {_ADVICE}")
        return left


def fetch(
    url: str, *, allow_private: bool = False, max_bytes: int = MAX_BYTES, timeout: float = 30.0
) -> Fetched:
    """The document at `url`. Raises FetchError, whose message names the address.

    `timeout` is for everything together: name, connection, redirects and content.
    """
    limits = _Limits(allow_private, max_bytes, timeout, time.monotonic() + timeout)
    for _ in range(_MAX_REDIRECTS + 1):
        result = _fetch_once(url, limits)
        if isinstance(result, Fetched):
            return result
        url = result
    raise FetchError(f"{url}: redirected more than {_MAX_REDIRECTS} times; {_ADVICE}")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address, and any that it wraps, belongs to the public internet."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    if address.ipv4_mapped or address in _NAT64:
        return is_public(IPv4Address(address.packed[-4:]))
    wrapped = address.sixtofour
    is_outside = address in _GLOBAL_UNICAST and address.is_global and not address.teredo
    return is_outside and (wrapped is None or is_public(wrapped))


def _fetch_once(url: str, limits: _Limits) -> Fetched | str:
    """The document, or the address that the server redirects to."""
    parts = _parts(url)
    with (
        _guarded(url, limits),
        closing(_connected(url, parts, limits)) as connection,
        _cut_off(connection.sock, limits.remaining(url)),
    ):
        if isinstance(connection.sock, ssl.SSLSocket):
            connection.sock.do_handshake()
        connection.request("GET", _target(parts), headers=_HEADERS)
        response = connection.getresponse()
        location = _redirect(url, response)
        if location:
            return location
        if response.status != HTTPStatus.OK:
            raise FetchError(_refusal(url, response.status))
        return Fetched(_content(url, response, limits), _media_type(response), url)


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return quote(parts.path or "/", safe=_SAFE) + query


def _parts(url: str) -> SplitResult:
    """The address taken apart. Raises FetchError where it is none that is fetched."""
    if not is_web_url(url):
        shown = url.encode("unicode_escape").decode()[:200]
        raise FetchError(f"{shown}: not a web address; only http:// and https:// are fetched")
    parts = urlsplit(url)
    if parts.username or parts.password:
        raise FetchError(
            f"{parts.hostname}: the address holds a user name or password, which would be kept "
            f"with the source; {_ADVICE}"
        )
    return parts


@contextmanager
def _guarded(url: str, limits: _Limits) -> Iterator[None]:
    """Faults of the connection as FetchErrors in plain words."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        reason = f"its certificate is not trusted ({error.verify_message})"
        raise FetchError(f"{url}: {reason}; check the address, or {_ADVICE}") from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        limits.remaining(url)  # where time ran out, that is the reason
        raise FetchError(f"{url}: {_reason(error)}; check the address, or {_ADVICE}") from error


def _reason(error: Exception) -> str:
    """What happened, in our words: those of the error may be the server's own."""
    if isinstance(error, socket.gaierror | UnicodeError):
        return "there is no such host"
    if isinstance(error, http.client.IncompleteRead):
        return "the content breaks off"
    if isinstance(error, TimeoutError):
        return "the server does not answer"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "the address or the server's answer is not readable"


def _connected(url: str, parts: SplitResult, limits: _Limits) -> http.client.HTTPConnection:
    """A connection to a checked address of the host; for https, the handshake is still to come."""
    host = parts.hostname or ""
    ascii_host = host if host.isascii() else host.encode("idna").decode()
    port = parts.port or (443 if parts.scheme == "https" else 80)
    stream = _dialled(url, _checked_addresses(url, ascii_host, port, limits), limits)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        stream = context.wrap_socket(
            stream, server_hostname=ascii_host, do_handshake_on_connect=False
        )
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(ascii_host, port)
    connection.sock = stream
    return connection


def _checked_addresses(url: str, host: str, port: int, limits: _Limits) -> list[_Place]:
    """The host's addresses. Raises FetchError where one of them is not public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses: list[_Place] = [(family, (str(to[0]), port)) for family, _, _, _, to in found]
    for _, (address, _) in addresses:
        if not limits.allow_private and not is_public(ip_address(address)):
            raise FetchError(
                f"{url}: leads to {address}, an address inside a private network; if that is "
                "meant, give --allow-private"
            )
    return addresses


def _dialled(url: str, addresses: list[_Place], limits: _Limits) -> socket.socket:
    """A stream to the first address that answers."""
    failure: OSError = OSError("the host has no address")
    for family, place in addresses:
        stream = socket.socket(family, socket.SOCK_STREAM)
        try:
            stream.settimeout(min(_CONNECT_SECONDS, limits.remaining(url)))
            stream.connect(place)
            stream.settimeout(limits.remaining(url))
        except OSError as error:
            stream.close()
            failure = error
        else:
            return stream
    raise failure


@contextmanager
def _cut_off(stream: socket.socket, seconds: float) -> Iterator[None]:
    """Shut the stream when time is up: a server that sends a byte now and then never times out."""

    def shut() -> None:
        with suppress(OSError):
            stream.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _redirect(url: str, response: http.client.HTTPResponse) -> str:
    """The address that the answer sends us on to; empty where it does not."""
    location = response.headers.get("Location", "")
    if response.status not in (301, 302, 303, 307, 308) or not location:
        return ""
    with suppress(UnicodeError):  # headers are read as Latin-1, but addresses are sent in UTF-8
        location = location.encode("latin-1").decode("utf-8")
    return urljoin(url, quote(location.strip(), safe=_SAFE))


def _refusal(url: str, status: int) -> str:
    with suppress(ValueError):
        phrase = HTTPStatus(status).phrase
        return f"{url}: the server answers {status} {phrase}; check the address, or {_ADVICE}"
    return f"{url}: the server answers {status}; check the address, or {_ADVICE}"


def _media_type(response: http.client.HTTPResponse) -> str:
    """The type and charset that the server states; empty where it states none."""
    if "Content-Type" not in response.headers:
        return ""
    charset = response.headers.get_content_charset()
    kind = response.headers.get_content_type()
    return f"{kind}; charset={charset}" if charset else kind


def _content(url: str, response: http.client.HTTPResponse, limits: _Limits) -> bytes:
    """The whole content, unpacked. Raises FetchError where it is too large or breaks off."""
    if (response.length or 0) > limits.max_bytes:
        raise _too_large(url, limits)
    unpack = _Unpacking(response.headers.get("Content-Encoding", ""), url)
    content = bytearray()
    received = 0
    while chunk := response.read(_CHUNK):
        received += len(chunk)
        content += unpack.read(chunk, limits.max_bytes + 1 - len(content))
        if max(received, len(content)) > limits.max_bytes:
            raise _too_large(url, limits)
        limits.remaining(url)
    limits.remaining(url)
    if response.length or not unpack.is_whole:
        raise FetchError(f"{url}: the content breaks off; try again, or {_ADVICE}")
    return bytes(content)


def _too_large(url: str, limits: _Limits) -> FetchError:
    size = f"{limits.max_bytes / 1_000_000:g} MB"
    return FetchError(f"{url}: larger than {size}; save the article's text and add that file")


class _Unpacking:
    """Undoes gzip and deflate piece by piece, never past a given size."""

    def __init__(self, encoding: str, url: str) -> None:
        self._name = encoding.strip().lower()
        if self._name not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise FetchError(f"{url}: is sent in an encoding that is not read; {_ADVICE}")
        is_packed = self._name not in ("", "identity")
        self._engine = zlib.decompressobj(wbits=47) if is_packed else None  # gzip or zlib

    def read(self, chunk: bytes, longest: int) -> bytes:
        """The content of `chunk`, at most `longest` bytes of it."""
        if self._engine is None:
            return chunk
        return self._engine.decompress(self._engine.unconsumed_tail + chunk, max(1, longest))

    @property
    def is_whole(self) -> bool:
        """Whether the packed content has come to its end."""
        return self._engine is None or self._engine.eof
