"""The owner's colour and pictures in a real browser."""

import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from resume.colours import accents
from resume.models import Profile
from tests.browser.conftest import WATCH
from tests.factories import make_position, make_profile, make_project

pytestmark = [pytest.mark.browser, pytest.mark.any_database]

WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.value);
    }).observe({type: "layout-shift", buffered: true});
"""


def rgb(colour):
    return "rgb({}, {}, {})".format(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.mark.parametrize("chosen", ["#ffe600", "#001f4d"])
def test_links_have_the_accent_of_the_readers_scheme(page, live_server, transactional_db, chosen):
    make_profile(accent=chosen, icon="letter", name="山田")
    make_position()
    page.add_init_script(WATCH)
    for scheme, accent in zip(("light", "dark"), accents(chosen), strict=True):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{live_server.url}/")
        expect(page.locator("main a").first).to_have_css("color", rgb(accent))
        assert page.evaluate("window.violations") == []
        icon = page.locator("link[rel=icon]").get_attribute("href")
        drawn = page.evaluate(
            "address => {const image = new Image(); image.src = address;"
            " return image.decode().then(() => image.naturalWidth)}",
            icon,
        )
        assert drawn > 0


def test_a_cover_comes_in_the_width_that_is_shown_and_moves_nothing(
    browser, live_server, transactional_db, media
):
    buffer = io.BytesIO()
    Image.effect_noise((2000, 1000), 50).save(buffer, "WEBP")
    project = make_project(cover=ContentFile(buffer.getvalue(), "a.webp"), cover_alt="図")
    loaded = {}
    for width, density in ((360, 1), (360, 3), (1280, 1), (1280, 2)):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, device_scale_factor=density
        )
        context.add_init_script(WATCH_SHIFTS)
        page = context.new_page()
        page.goto(f"{live_server.url}{project.public_path}", wait_until="networkidle")
        cover = page.locator("img.cover")
        cover.evaluate("image => image.decode()")
        box = cover.bounding_box()
        assert box["width"] == pytest.approx(2 * box["height"], abs=2)
        assert page.evaluate("window.shifts") == []
        loaded[width, density] = cover.evaluate("image => image.currentSrc").rpartition("/")[2]
        context.close()
    assert loaded == {
        (360, 1): "a.480.webp",
        (360, 3): "a.1440.webp",
        (1280, 1): "a.960.webp",
        (1280, 2): "a.1440.webp",
    }


def test_a_colour_is_chosen_with_the_browsers_picker(admin_page, live_server):
    profile = make_profile()
    admin_page.add_init_script(WATCH)
    admin_page.goto(live_server.url + reverse("admin:resume_profile_change", args=[profile.pk]))
    admin_page.locator("#id_accent").fill("#ffe600")
    admin_page.locator("[name=_continue]").first.click()
    expect(admin_page.locator(".messagelist .success").first).to_be_visible()
    assert Profile.objects.get().accent == "#ffe600"
    expect(admin_page.locator(".accents svg")).to_have_count(2)
    assert admin_page.evaluate("window.violations") == []
    admin_page.locator("#id_accent-clear").check()
    admin_page.locator("[name=_continue]").first.click()
    expect(admin_page.locator("#id_accent-clear")).to_have_count(0)
    assert Profile.objects.get().accent == ""
