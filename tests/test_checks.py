"""One test for each id of our system checks, and the settings as they are."""

from pathlib import Path

import pytest
from django.core.checks.registry import registry

from resume import checks

ALL = [
    checks.check_markdown_renderer,
    checks.check_site_origin,
    checks.check_media_apart_from_static,
    checks.check_middleware,
    checks.check_allowed_hosts,
]


def ids(check):
    found = check(None)
    assert all(message.hint for message in found)
    return [message.id for message in found]


def test_every_check_is_registered():
    assert set(ALL) <= registry.registered_checks | registry.deployment_checks


@pytest.mark.parametrize("check", ALL)
def test_the_settings_as_they_are_pass(check):
    assert ids(check) == []


def test_e001_a_preview_by_another_renderer(settings):
    settings.MARKDOWNX_MARKDOWNIFY_FUNCTION = "markdownx.utils.markdownify"
    assert ids(checks.check_markdown_renderer) == ["resume.E001"]


@pytest.mark.parametrize(
    ("origin", "hosts", "expected"),
    [
        ("https://example.com", ["www.example.com"], ["resume.E002"]),
        ("https://example.com", [".example.com"], []),
        ("http://[::1]:8000", ["[::1]"], []),
    ],
)
def test_e002_an_origin_that_is_not_answered(settings, origin, hosts, expected):
    settings.SITE_ORIGIN = origin
    settings.ALLOWED_HOSTS = hosts
    assert ids(checks.check_site_origin) == expected


@pytest.mark.parametrize("inside", ["static/media", "staticfiles/media", "."])
def test_e003_media_among_the_static_files(settings, inside):
    settings.MEDIA_ROOT = Path(settings.BASE_DIR, inside)
    assert ids(checks.check_media_apart_from_static) == ["resume.E003"]


@pytest.mark.parametrize("name", checks.HARMFUL_MIDDLEWARE)
def test_e004_middleware_that_breaks_a_promise(settings, name):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, name]
    assert ids(checks.check_middleware) == ["resume.E004"]


def test_w001_any_host_is_believed(settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert ids(checks.check_allowed_hosts) == ["resume.W001"]
