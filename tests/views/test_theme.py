"""The owner's accent and icon: made from their address, kept for good, asked of no database."""

import gzip
from xml.etree import ElementTree

import pytest
from django.conf import settings

from resume.colours import STANDARD, accents, contrast
from resume.views.theme import letter_icon_path, theme_path
from tests.factories import make_profile
from tests.page import Page

FOR_GOOD = "public, max-age=31536000, immutable"


def page(client, path="/"):
    return Page(client.get(path).content.decode())


def sheets(client, path="/"):
    return [found["href"] for found in page(client, path).all("link", rel="stylesheet")]


def icons(client):
    found = page(client)
    return [
        (each["rel"], each["href"])
        for each in (*found.all("link", rel="icon"), *found.all("link", rel="apple-touch-icon"))
    ]


@pytest.mark.django_db
def test_a_theme_is_the_site_s_sheet_with_the_accent_last(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(theme_path("#ffe600"))
    css = response.content.decode()
    light, dark = accents("#ffe600")
    plain, accent = css.split("@layer theme {")
    assert plain == (settings.BASE_DIR / "static" / "site.css").read_text(encoding="utf-8")
    assert f"--accent-light: {light};" in accent
    assert f"--accent-dark: {dark};" in accent
    assert "--accent: light-dark(var(--accent-light), var(--accent-dark));" in accent
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == FOR_GOOD
    assert (response.cookies, response["Vary"]) == ({}, "Accept-Encoding")


@pytest.mark.django_db
def test_a_theme_is_sent_compressed_to_who_reads_that(client):
    plain = client.get(theme_path("#ffe600"))
    packed = client.get(theme_path("#ffe600"), headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/theme/ffe600-00000000.css", "/theme/FFE600-00000000.css"])
def test_a_theme_that_another_version_made_is_not_kept(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "immutable" not in response.get("Cache-Control", "")


@pytest.mark.django_db
def test_pages_link_one_sheet_and_with_a_chosen_colour_its_theme(client):
    assert sheets(client) == ["/static/site.css"]
    make_profile(accent="#FFE600")
    for path in ("/", "/en/", "/resume/", "/skills/", "/nothing/"):
        assert sheets(client, path) == [theme_path("#ffe600")]


@pytest.mark.django_db
@pytest.mark.parametrize("letters", ["山", "K", "KT", "<&", "#?", "❤️"])
def test_an_icon_shows_its_letters_on_the_accent(client, letters, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(letter_icon_path(letters, "#ffe600"))
    drawing = ElementTree.fromstring(response.content)  # noqa: S314
    ground, text = list(drawing)
    assert text.text == letters
    assert ground.get("fill") == accents("#ffe600").light
    assert text.get("fill") == "#ffffff"
    assert contrast(ground.get("fill"), text.get("fill")) >= 4.5
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == FOR_GOOD


@pytest.mark.django_db
def test_more_letters_than_fit_are_not_drawn(client):
    assert client.get(letter_icon_path("ABC", STANDARD)).status_code == 404


@pytest.mark.django_db
def test_the_icon_is_what_the_owner_chose(client):
    assert icons(client) == [("icon", "/static/icon.svg")]
    profile = make_profile(name="山田 花子", title="", icon="letter")
    assert icons(client) == [("icon", letter_icon_path("山", ""))]
    profile.icon_letter, profile.accent = "YH", "#c0392b"
    profile.save()
    assert icons(client) == [("icon", letter_icon_path("YH", "#c0392b"))]
    type(profile).objects.update(
        icon="picture", icon_picture="icons/a.png", icon_width=180, icon_height=180
    )
    assert icons(client) == [
        ("icon", "/media/icons/a.48.png"),
        ("apple-touch-icon", "/media/icons/a.png"),
    ]
    # What a fixture may say, the form would not.
    type(profile).objects.update(icon_picture="")
    assert icons(client) == [("icon", "/static/icon.svg")]
