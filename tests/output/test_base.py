"""The address of a static site."""

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse

from resume.output.base import Base, parse_base, standing_at


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://example.com", Base("https://example.com", "/")),
        ("https://Example.com/", Base("https://example.com", "/")),
        ("https://me.github.io/cv", Base("https://me.github.io", "/cv/")),
        ("http://example.com:8080/a/b/", Base("http://example.com:8080", "/a/b/")),
        ("http://[::1]:80/", Base("http://[::1]:80", "/")),
    ],
)
def test_an_address_is_a_host_and_a_root(address, base):
    assert parse_base(address) == base


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.com",
        "/cv/",
        "ftp://example.com/",
        "https://",
        "https://a:b@example.com/",
        "https://example.com/?a",
        "https://example.com/#a",
        "https://example.com:port/",
        "https://example.com//cv/",
        "https://example.com/../",
        "https://example.com/履歴/",
        'https://example.com/"/',
    ],
)
def test_anything_else_is_refused(address):
    with pytest.raises(ValueError):  # noqa: PT011 - urlsplit's own words count too
        parse_base(address)


def test_every_address_that_django_makes_is_below_the_root_and_only_meanwhile():
    def addresses():
        return [reverse("home"), static("site.css"), settings.MEDIA_URL, settings.SITE_ORIGIN]

    before = [*addresses(), get_script_prefix()]
    with standing_at(Base("https://example.com", "/cv/")):
        assert addresses() == ["/cv/", "/cv/static/site.css", "/cv/media/", "https://example.com"]
    assert [*addresses(), get_script_prefix()] == before
