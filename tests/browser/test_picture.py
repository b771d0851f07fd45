"""A chosen picture is shown before it is sent, under the site's policy."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import WATCH
from tests.browser.test_editor import picture_file

pytestmark = [pytest.mark.browser, pytest.mark.any_database]


@pytest.fixture
def form(admin_page, live_server):
    admin_page.add_init_script(WATCH)
    admin_page.goto(live_server.url + reverse("admin:resume_post_add"))
    return admin_page


def test_a_chosen_picture_is_drawn_and_asks_for_its_words(form):
    expect(form.locator(".field-cover .picture-new")).to_be_hidden()
    form.locator("#id_cover").set_input_files(picture_file())
    canvas = form.locator(".field-cover canvas")
    expect(canvas).to_be_visible()
    size = canvas.evaluate("canvas => [canvas.width, canvas.height]")
    colour = canvas.evaluate("canvas => [...canvas.getContext('2d').getImageData(5, 5, 1, 1).data]")
    assert (size, colour) == ([40, 20], [0, 0, 128, 255])
    expect(form.locator("#id_cover_alt")).to_have_attribute("aria-required", "true")
    assert form.evaluate("window.violations") == []


def test_what_is_no_picture_is_told_and_not_drawn(form):
    broken = {"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"}
    form.locator("#id_cover").set_input_files(broken)
    expect(form.locator(".field-cover figcaption")).to_contain_text("PNG")
    expect(form.locator(".field-cover canvas")).to_be_hidden()


def test_a_picture_that_is_taken_back_is_no_longer_shown(form):
    form.locator("#id_cover").set_input_files(picture_file())
    expect(form.locator(".field-cover canvas")).to_be_visible()
    form.locator("#id_cover").set_input_files([])
    expect(form.locator(".field-cover .picture-new")).to_be_hidden()
