"""The endpoints behind the Markdown editor: for staff, bounded, and never a page."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from resume import markup
from resume.admin.markdown import PREVIEWS_PER_MINUTE

pytestmark = pytest.mark.django_db

PREVIEW = reverse("markdownx_markdownify")
UPLOAD = reverse("markdownx_upload")
ENDPOINTS = pytest.mark.parametrize("path", [PREVIEW, UPLOAD])


@pytest.fixture(autouse=True)
def no_earlier_requests():
    cache.clear()


def picture(form="PNG", **options):
    buffer = io.BytesIO()
    Image.new("RGB", (8, 4), "navy").save(buffer, form, **options)
    return SimpleUploadedFile("picture", buffer.getvalue(), "image/png")


def test_the_endpoints_have_the_names_and_paths_that_the_widget_expects():
    assert (PREVIEW, UPLOAD) == ("/markdownx/markdownify/", "/markdownx/upload/")


def test_the_preview_is_what_the_page_shows(owner):
    text = "# 見出し\n\n**「重要」**です<script>alert(1)</script>"
    answer = owner.post(PREVIEW, {"content": text, "id": "id_body"})
    assert answer.json() == {
        "html": markup.render_html(text, heading_level=3, document_id="id_body")
    }
    assert "<script" not in answer.json()["html"]


@ENDPOINTS
def test_who_is_not_logged_in_gets_401_and_no_page(client, path):
    answer = client.post(path, {"content": "x"})
    assert (answer.status_code, list(answer.json())) == (401, ["error"])


@ENDPOINTS
def test_who_is_no_staff_or_may_not_edit_gets_403(client, path):
    for staff in (False, True):
        user = get_user_model().objects.create_user(f"user{staff}", is_staff=staff)
        client.force_login(user)
        answer = client.post(path, {"content": "x"})
        assert (answer.status_code, list(answer.json())) == (403, ["error"])


@ENDPOINTS
def test_a_form_without_its_token_gets_403_and_no_page(admin_user, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    answer = client.post(path, {"content": "x"})
    assert (answer.status_code, list(answer.json())) == (403, ["error"])


@ENDPOINTS
def test_other_methods_are_refused(owner, path):
    assert owner.get(path).status_code == 405


def test_a_text_that_the_parser_refuses_is_named(owner):
    assert owner.post(PREVIEW, {}).status_code == 400
    long = owner.post(PREVIEW, {"content": "あ" * markup.MAX_BYTES})
    deep = owner.post(PREVIEW, {"content": "> " * 200 + "x"})
    assert (long.status_code, deep.status_code) == (413, 400)
    assert str(markup.MAX_BYTES) in long.json()["error"]
    assert "1" in deep.json()["error"]


def test_a_body_over_every_limit_is_refused_in_json(owner):
    answer = owner.post(PREVIEW, {"content": "x" * 3_000_000})
    assert (answer.status_code, list(answer.json())) == (413, ["error"])


def test_too_many_previews_in_a_minute_are_refused(owner):
    cache.set(f"admin-preview-{get_user_model().objects.get().pk}", PREVIEWS_PER_MINUTE)
    answer = owner.post(PREVIEW, {"content": "x"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")


def test_an_upload_is_stored_clean_under_a_new_name(owner):
    answer = owner.post(UPLOAD, {"image": picture(), "alt": "図 [A]"})
    code = answer.json()["image_code"]
    assert code.startswith("![図 \\[A\\]](/media/pictures/")
    name = code.partition("(/media/")[2].rstrip(")")
    with default_storage.open(name) as file, Image.open(file) as stored:
        assert (stored.format, stored.size) == ("WEBP", (8, 4))
    assert 'alt="図 [A]"' in markup.render_html(code)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script></html>",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"",
        b"\x89PNG\r\n\x1a\nbroken",
    ],
)
def test_an_upload_that_is_no_picture_is_refused(owner, content):
    file = SimpleUploadedFile("x.gif", content, "image/gif")
    answer = owner.post(UPLOAD, {"image": file, "alt": "図"})
    assert (answer.status_code, list(answer.json())) == (400, ["error"])


def test_an_upload_without_words_is_refused(owner):
    assert owner.post(UPLOAD, {"image": picture()}).status_code == 400
