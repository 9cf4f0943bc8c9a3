"""Makes the pictures of the handbook from the real program and the example content: needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/handboek/beelden"
LETTER = "brief/2026-12-voortgang"
BRIEF = "content/brieven/2026-12-voortgang/brief.yaml"
PATIENCE = 60_000
PAGE_WIDTH = 800
"""Pixels of a single page."""
COLOURS = 64
"""Enough for text and a few areas of colour; the pictures stay small."""

_PROGRAM = Path(sys.executable).with_name("kamerwerk")
_BROWSER = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


def main() -> int:
    """Make every picture anew."""
    browser_path = next((found for name in _BROWSER if (found := shutil.which(name))), None)
    if browser_path is None:
        raise SystemExit("Chromium is needed to make the pictures.")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(_FLAGS))
        with _preview(root) as address:
            page = browser.new_page(viewport={"width": 1360, "height": 820}, base_url=address)
            _pictures(page, root)
        browser.close()
    return 0


def _pictures(page: Page, root: Path) -> None:
    _open(page, LETTER)
    page.locator("nav").get_by_text("wordt nagekeken").first.wait_for(state="detached", timeout=PATIENCE)
    page.locator(".spot", has_text="De brief beschrijft eerst").first.click()
    page.mouse.move(5, 5)
    _save(page.screenshot(), "voorvertoning")
    _save(_page_with(page, "De brief beschrijft eerst"), "brief")
    brief = root / BRIEF
    brief.write_text(brief.read_text(encoding="utf-8").replace("betreft:", "betrefft:"), encoding="utf-8")
    page.locator("#stale").wait_for(timeout=PATIENCE)
    page.evaluate("() => scrollTo(0, 0)")
    _save(page.screenshot(), "fout")
    brief.write_text((ROOT / BRIEF).read_text(encoding="utf-8"), encoding="utf-8")
    _open(page, "agenda/zeeland")
    _save(_page_with(page, "Zeeland en het Rijk werken al jaren samen"), "agenda")
    _open(page, "bijlage/2026-12-voortgang-stand-van-zaken")
    _save(_page_with(page, "Walstroom"), "bijlage")


def _open(page: Page, document: str) -> None:
    page.goto(f"/?document={document}")
    page.locator(".page[data-version]").first.wait_for(timeout=PATIENCE)


def _page_with(page: Page, words: str) -> bytes:
    """Return the first page on which words stand, as the preview itself draws it."""
    version = page.locator(".page[data-version]").first.get_attribute("data-version")
    shown = page.locator(".page").filter(has=page.locator(".spot", has_text=words)).first
    number = shown.get_attribute("data-number")
    return page.request.get(f"/pages/{version}/{number}.png?width={PAGE_WIDTH}").body()


def _save(picture: bytes, name: str) -> None:
    image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS)
    image.save(PICTURES / f"{name}.png", optimize=True)


@contextmanager
def _preview(root: Path) -> Generator[str]:
    command = [str(_PROGRAM), "preview", "--port", "0", "--project", str(root)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert server.stdout
        address = server.stdout.readline().removeprefix("Voorvertoning: ").partition("/?")[0]
        yield address
    finally:
        server.terminate()
        server.communicate(timeout=20)


if __name__ == "__main__":
    sys.exit(main())
