"""Takes the pictures in the README and the handbook from the built site: `make pictures`."""

import functools
import http.server
import shutil
import struct
import threading
import zlib
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
PICTURES = {
    "overview": ("briefings/bytedance-video/", 1300, 1000, "light"),
    "trend": ("briefings/bytedance-video/trend/", 1300, 1000, "light"),
    "card": ("briefings/bytedance-video/trend/", 1300, 1000, "light"),
    "phone": ("briefings/bytedance-video/outlook/", 390, 844, "light"),
    "dark": ("briefings/bytedance-video/", 1300, 1000, "dark"),
}

PDF = "briefings/bytedance-video/bytedance-video.pdf"
JUDGEMENTS, CONTENTS = "Key judgements", "Contents"
"""Headings by which the pages of the PDF are found that are shown beside its cover."""
_GREY = 0xD8


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        pass


def main() -> None:
    handler = functools.partial(QuietHandler, directory=str(ROOT / "site"))
    target = ROOT / "docs/assets"
    target.mkdir(exist_ok=True)
    browser_path = next(
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    )
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for name, (path, width, height, scheme) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            if name == "card":
                page.locator("article .sf-cite a").nth(2).click()
            page.wait_for_timeout(300)
            page.screenshot(path=str(target / f"{name}.png"))
            page.close()
        browser.close()
        server.shutdown()
    (target / "pdf-pages.png").write_bytes(picture_of_pages(ROOT / "site" / PDF))


def picture_of_pages(path: Path, *, height: int = 760, gap: int = 16) -> bytes:
    """Some pages of a PDF side by side, as PNG."""
    document = pypdfium2.PdfDocument(path)
    texts = [sheet.get_textpage().get_text_range() for sheet in document]
    first = next(at for at, text in enumerate(texts) if JUDGEMENTS in text and CONTENTS not in text)
    sheets = []
    for number in (0, first, first + 2):
        sheet = document[number]
        scale = height / sheet.get_height()
        bitmap = sheet.render(scale=scale, rev_byteorder=True, no_smoothpath=False)
        pixels, channels = bytes(bitmap.buffer), bitmap.n_channels
        rows = [pixels[at : at + bitmap.stride] for at in range(0, len(pixels), bitmap.stride)]
        sheets.append([row[: bitmap.width * channels] for row in rows[:height]])
        assert channels == 3
    document.close()
    between = bytes([_GREY]) * 3 * gap
    edge = bytes([_GREY]) * len(between.join([b"", *(rows[0] for rows in sheets), b""]))
    lines = [between.join([b"", *row, b""]) for row in zip(*sheets, strict=True)]
    return png([edge] * gap + lines + [edge] * gap)


def png(rows: list[bytes]) -> bytes:
    """Rows of RGB pixels as a PNG file."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        proof = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + proof

    head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


if __name__ == "__main__":
    main()
