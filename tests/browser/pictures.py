"""Takes the pictures in the README and the handbook from the built site: `make pictures`."""

import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
PICTURES = {
    "overview": ("briefings/bytedance-video/", 1300, 1000, "light"),
    "trend": ("briefings/bytedance-video/trend/", 1300, 1000, "light"),
    "phone": ("briefings/bytedance-video/outlook/", 390, 844, "light"),
    "dark": ("briefings/bytedance-video/", 1300, 1000, "dark"),
}


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
            page.wait_for_timeout(300)
            page.screenshot(path=str(target / f"{name}.png"))
            page.close()
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
