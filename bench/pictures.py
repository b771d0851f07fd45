"""`make pictures`: the pictures of the README, taken of the example in Chromium."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from bench.example import example
from tests.conftest import CHROMIUM_ARGUMENTS

FOLDER = Path(__file__).parent.parent / "docs"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 780}
PUBLIC = (
    ("home", "/", WIDE, "light"),
    ("resume", "/resume/", WIDE, "light"),
    ("skills", "/skills/", WIDE, "dark"),
    ("phone", "/", PHONE, "dark"),
)
ADMIN = (
    ("admin", "/admin/", WIDE, "light"),
    ("admin-project", "/admin/resume/project/", WIDE, "dark"),
)


def main():
    """Write docs/<name>.webp of every page above."""
    FOLDER.mkdir(exist_ok=True)
    with example() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_ARGUMENTS
        )
        context = browser.new_context(locale="ja-JP", device_scale_factor=1.5)
        page = context.new_page()
        for picture in PUBLIC:
            take(page, served.origin, *picture)
        page.goto(f"{served.origin}/admin/")
        page.fill("input[name=username]", "admin")
        page.fill("input[name=password]", served.password)
        page.click("[type=submit]")
        for picture in ADMIN:
            take(page, served.origin, *picture)
        browser.close()


def take(page, origin, name, path, size, scheme):
    """Write the picture of one page as it fills a screen of that size."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.goto(origin + path)
    image = Image.open(io.BytesIO(page.screenshot()))
    image.save(FOLDER / f"{name}.webp", "WEBP", quality=80, method=6)


if __name__ == "__main__":
    main()
