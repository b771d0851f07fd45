"""Uploaded pictures: what is served, how, and what never is."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.fixture
def stored(settings, tmp_path):
    """Return a function that stores a file under a fresh MEDIA_ROOT."""
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "outside.png").write_bytes(PNG)
    return lambda name, content=PNG: default_storage.save(name, ContentFile(content))


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("a.png", "image/png"), ("b.jpg", "image/jpeg"), ("c.webp", "image/webp")],
)
def test_a_picture_is_served_as_a_picture_and_nothing_else(client, stored, name, content_type):
    response = client.get(f"/media/{stored(f'pictures/{name}')}")
    assert response.status_code == 200
    assert response.getvalue() == PNG
    assert {
        name: response[name]
        for name in (
            "Cache-Control",
            "Content-Security-Policy",
            "Content-Type",
            "X-Content-Type-Options",
        )
    } == {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Content-Type": content_type,
        "X-Content-Type-Options": "nosniff",
    }
    assert response.cookies == {}


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "moving.gif", "noextension", "A.PNG"])
def test_a_stored_file_that_is_no_picture_of_ours_is_not_found(client, db, stored, name):
    assert client.get(f"/media/{stored(name)}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "none.png",
        "../outside.png",
        "%2e%2e/outside.png",
        "x/../../outside.png",
        "a%00.png",
        "a%00.480.png",
        "../outside.480.png",
        "..480.png",
        "d.png",
    ],
)
def test_a_path_that_reaches_no_stored_picture_is_not_found(client, db, stored, path):
    stored("d.png/inside.png")
    assert client.get(f"/media/{path}").status_code == 404


def test_a_rendition_that_was_never_made_is_the_picture_itself(client, db, stored):
    stored("covers/a.png")
    stored("covers/b.png", PNG + b"1")
    stored("covers/b.480.png", PNG + b"2")
    assert client.get("/media/covers/a.480.png").getvalue() == PNG
    assert client.get("/media/covers/b.480.png").getvalue() == PNG + b"2"
    assert client.get("/media/covers/a.wide.png").status_code == 404
    assert client.get("/media/covers/none.480.png").status_code == 404


def test_an_unchanged_picture_is_not_sent_again(client, db, stored):
    url = f"/media/{stored('a.png')}"
    first = client.get(url)
    first.close()
    again = client.get(url, headers={"if-modified-since": first["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert again["Cache-Control"] == "public, max-age=31536000, immutable"


def test_head_tells_the_length_and_post_is_refused(client, db, stored):
    url = f"/media/{stored('a.png')}"
    head = client.head(url)
    head.close()
    assert (head.status_code, head["Content-Length"]) == (200, str(len(PNG)))
    assert client.post(url).status_code == 405
