import struct
import zlib

import pytest

from generator.typesetting.images import Pictures, as_drawing
from generator.typesetting.svg import rebuilt

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def chunk(kind: bytes, body: bytes) -> bytes:
    proof = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + proof


def png(width: int = 2, height: int = 2) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\0" * 2) * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\0" * 9
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xd9"


def drawn(inside: str) -> str:
    found = rebuilt(f"<svg {SVG}>{inside}</svg>".encode())
    assert found is not None
    return found.decode().removeprefix('<svg xmlns="http://www.w3.org/2000/svg">')[:-6]


def test_photographs_are_framed_in_their_size() -> None:
    assert b'width="2" height="2" viewBox="0 0 2 2"' in (as_drawing(png()) or b"")
    assert b'width="30" height="20"' in (as_drawing(jpeg(30, 20)) or b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"RIFF____WEBP",
        b"%PDF-1.7",
        png()[:-20],
        png().replace(b"IDAT", b"IDOT"),
        png(100_000, 100_000),
        png(0, 0),
        jpeg(60_000, 60_000),
        jpeg(30, 20)[:-2],
        b"\x89PNG\r\n\x1a\n",
        b"<html><body/></html>",
        b"<svg>no namespace</svg>",
    ],
)
def test_what_cannot_be_set_gives_nothing(content: bytes) -> None:
    assert as_drawing(content) is None


def test_an_image_is_read_once_and_named_by_us() -> None:
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return png() if path == "a b.png" else None

    pictures = Pictures(read)

    names = [pictures.name(path) for path in ("a%20b.png", "lost.png", "a%20b.png")]

    assert names == ["picture-0.svg", None, "picture-0.svg"]
    assert asked == ["a b.png", "lost.png"]
    assert list(pictures.files) == ["picture-0.svg"]


def test_shapes_words_and_references_within_the_file_stay() -> None:
    kept = (
        '<defs><g id="a"><path d="M0 0"></path></g></defs><use href="#a"></use>'
        '<text x="1">A &amp; B</text><rect fill="url(#g)"></rect>'
    )

    assert drawn(kept) == kept


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<image href='file:///etc/passwd'/>",
        "<image xlink:href='data:image/png;base64,AAAA'/>",
        "<use href='https://a.example/b.svg#c'/>",
        "<use xlink:href='other.svg#c'/>",
        "<animate attributeName='x'/>",
        "<filter id='f'/>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>y</x:script>",
    ],
)
def test_what_runs_or_leads_out_of_the_file_is_left_out(inside: str) -> None:
    assert drawn(inside) == ""


@pytest.mark.parametrize(
    ("attribute", "kept"),
    [
        ("onload='a()'", ""),
        ("fill='url(https://a.example/#g)'", ""),
        ("style='fill:url(//a.example)'", ""),
        ("href='https://a.example'", ""),
        ("fill='url(#g)'", ' fill="url(#g)"'),
        ("width='2'", ' width="2"'),
    ],
)
def test_attributes_that_fetch_or_run_are_left_out(attribute: str, kept: str) -> None:
    assert drawn(f"<rect {attribute}/>") == f"<rect{kept}></rect>"


def test_a_style_that_fetches_is_emptied() -> None:
    assert drawn("<style>@import 'a';</style>") == "<style></style>"
    assert drawn("<style>*{fill:red}</style>") == "<style>*{fill:red}</style>"


def test_references_within_references_are_not_drawn() -> None:
    doubled = "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 40)
    )

    assert "use" not in drawn(f'{doubled}<use href="#g39"/>')


def test_many_references_to_many_shapes_are_bounded() -> None:
    shapes = "".join("<path/>" for _ in range(400))
    uses = "".join('<use href="#a"/>' for _ in range(400))

    assert drawn(f'<g id="a">{shapes}</g>{uses}').count("<use") == 50_000 // 401


def test_entities_of_the_file_s_own_are_refused() -> None:
    bomb = f'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg {SVG}>&b;</svg>'
    outside = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {SVG}>&a;</svg>'

    assert rebuilt(bomb.encode()) is None
    assert rebuilt(outside.encode()) is None


def test_deep_nesting_is_cut() -> None:
    found = drawn("<g>" * 5000 + "</g>" * 5000)

    assert found.count("<g>") == 59
