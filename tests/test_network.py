import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from generator.errors import FetchError
from generator.network import fetch, is_public

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], str]]:
    """Starts a server on localhost that answers with the given function; gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self)

            def log_message(self, *_: object) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def page(
    content: bytes = b"<p>Text</p>", status: int = 200, *, length: int | None = None, **headers: str
) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def test_a_page_comes_with_its_type_and_address(serve: Callable[[Answer], str]) -> None:
    url = serve(page(content_type="text/html; charset=GB2312"))
    fetched = fetch(url, allow_private=True)
    assert (fetched.content, fetched.url) == (b"<p>Text</p>", url)
    assert fetched.media_type == "text/html; charset=gb2312"


def test_a_server_that_states_no_type_is_not_given_one(serve: Callable[[Answer], str]) -> None:
    assert fetch(serve(page()), allow_private=True).media_type == ""


def test_localhost_is_refused(serve: Callable[[Answer], str]) -> None:
    url = serve(page())
    with pytest.raises(FetchError, match=r"127\.0\.0\.1.*private network.*--allow-private"):
        fetch(url)
    with pytest.raises(FetchError, match="private network"):
        fetch(url.replace("127.0.0.1", "localhost"))
    with pytest.raises(FetchError, match="private network"):
        fetch(url.replace("127.0.0.1", "2130706433"))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse, not one to listen on
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "2001:db8::1",
    ],
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"],
)
def test_addresses_outside_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_the_checked_address_is_the_one_connected_to(
    serve: Callable[[Answer], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(serve(page()).rstrip("/").rpartition(":")[2])
    asked: list[object] = []

    def resolve(host: object, *_: object, **__: object) -> list[object]:
        asked.append(host)
        place = ("127.0.0.1" if len(asked) == 1 else "192.0.2.1", port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    fetch(f"http://harbour.example:{port}/", allow_private=True)
    assert asked == ["harbour.example"]


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, 1, 6, "", (host, 80)) for host in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        fetch("http://harbour.example/")


def test_redirects_are_followed(serve: Callable[[Answer], str]) -> None:
    target = serve(page(b"There"))
    url = serve(page(b"", 302, location=f"{target}a b"))
    fetched = fetch(url, allow_private=True)
    assert (fetched.content, fetched.url) == (b"There", f"{target}a%20b")


def test_a_redirect_inside_is_refused(
    serve: Callable[[Answer], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = serve(page())
    outside = serve(page(b"", 302, location=inside))
    answers = iter([True, False])  # the first server counts as outside, the second does not
    monkeypatch.setattr("generator.network.is_public", lambda _: next(answers))
    with pytest.raises(FetchError, match=f"^{inside}: leads to"):
        fetch(outside)


def test_redirects_end(serve: Callable[[Answer], str]) -> None:
    with pytest.raises(FetchError, match="more than 5 times"):
        fetch(serve(page(b"", 302, location="/again")), allow_private=True)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://harbour.example/", "gopher://x/"])
def test_a_redirect_to_another_scheme_is_refused(
    serve: Callable[[Answer], str], target: str
) -> None:
    with pytest.raises(FetchError, match="only http"):
        fetch(serve(page(b"", 302, location=target)), allow_private=True)


@pytest.mark.parametrize("url", ["ftp://a.example/", "a.example", "http://", "http://a\nb/", ""])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        fetch(url)


def test_an_address_with_a_password_is_refused_without_repeating_it() -> None:
    with pytest.raises(FetchError) as caught:
        fetch("https://lin:secret@harbour.example/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (403, "403"), (500, "500")])
def test_a_refusal_says_what_the_server_said(
    serve: Callable[[Answer], str], status: int, words: str
) -> None:
    with pytest.raises(FetchError, match=f"{words}.*save the page"):
        fetch(serve(page(b"no", status)), allow_private=True)


def test_too_large_a_page_is_refused(serve: Callable[[Answer], str]) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"x" * 2000)

    for answer in (page(b"x" * 2000), endless):
        with pytest.raises(FetchError, match=r"larger than 0\.001 MB"):
            fetch(serve(answer), allow_private=True, max_bytes=1000)


def test_packed_content_is_unpacked(serve: Callable[[Answer], str]) -> None:
    url = serve(page(gzip.compress(b"Text" * 50_000), content_encoding="gzip"))
    assert fetch(url, allow_private=True).content == b"Text" * 50_000


def test_packed_content_is_bounded(serve: Callable[[Answer], str]) -> None:
    url = serve(page(gzip.compress(b"\0" * 5_000_000), content_encoding="gzip"))
    with pytest.raises(FetchError, match="larger than"):
        fetch(url, allow_private=True, max_bytes=100_000)


def test_an_encoding_that_is_not_read_is_refused(serve: Callable[[Answer], str]) -> None:
    with pytest.raises(FetchError, match="encoding"):
        fetch(serve(page(content_encoding="br")), allow_private=True)


def test_content_that_breaks_off_is_refused(serve: Callable[[Answer], str]) -> None:
    cut = gzip.compress(b"Text" * 5000)[:-20]
    for answer in (page(b"half", length=8), page(cut, content_encoding="gzip")):
        with pytest.raises(FetchError, match="breaks off"):
            fetch(serve(answer), allow_private=True)


def test_a_server_that_dribbles_is_cut_off(serve: Callable[[Answer], str]) -> None:
    stop = threading.Event()

    def dribble(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        for _ in range(400):
            if stop.wait(0.02):
                return
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    url = serve(dribble)
    try:
        with pytest.raises(FetchError, match=r"longer than 0\.3 seconds"):
            fetch(url, allow_private=True, timeout=0.3)
    finally:
        stop.set()


def test_a_silent_server_is_given_up(serve: Callable[[Answer], str]) -> None:
    stop = threading.Event()

    def silent(_: BaseHTTPRequestHandler) -> None:
        stop.wait(5)

    url = serve(silent)
    try:
        with pytest.raises(FetchError, match="longer than"):
            fetch(url, allow_private=True, timeout=0.2)
    finally:
        stop.set()


def test_proxies_of_the_environment_are_not_used(
    serve: Callable[[Answer], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    assert fetch(serve(page()), allow_private=True).content == b"<p>Text</p>"


def test_nobody_at_the_port_is_said_in_words() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        with pytest.raises(FetchError, match="connection refused"):
            fetch(url, allow_private=True)


def test_an_answer_that_is_no_http_is_said_in_words(serve: Callable[[Answer], str]) -> None:
    def chatter(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x1b[31mhello\r\n\r\n")

    url = serve(chatter)
    with pytest.raises(FetchError, match="not readable") as caught:
        fetch(url, allow_private=True)
    assert "\x1b" not in str(caught.value)
