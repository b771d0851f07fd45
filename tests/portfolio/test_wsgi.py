"""The application that a server loads, as the settings have it."""

import pytest
from django.conf import settings

from portfolio.published import Published
from portfolio.wsgi import application, published


def test_finished_pages_stand_in_front_of_django():
    assert isinstance(application, Published)
    assert application.memory.limit == settings.PUBLISHED_MEMORY_MB * 1024 * 1024
    assert (application.scheme, application.host) == ("http", "127.0.0.1:8000")
    assert application.session_cookie == settings.SESSION_COOKIE_NAME


@pytest.mark.parametrize(("proxies", "header"), [(0, None), (1, "HTTP_X_FORWARDED_PROTO")])
def test_a_scheme_that_is_told_counts_behind_a_proxy_only(settings, proxies, header):
    settings.PROXY_COUNT = proxies
    assert (published(object()).scheme_header or None) == header


@pytest.mark.parametrize("change", [{"DEBUG": True}, {"PUBLISHED_MEMORY_MB": 0}])
def test_in_debugging_and_without_memory_django_answers_itself(settings, change):
    for name, value in change.items():
        setattr(settings, name, value)
    django = object()
    assert published(django) is django
