"""By which address and name failed logins are counted."""

import pytest
from django.test import RequestFactory

from portfolio.logins import client_address, user_name

PEER = "10.0.0.9"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.5", PEER),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "forged, 203.0.113.5", "203.0.113.5"),
        (2, "198.51.100.1, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", PEER),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "nonsense", PEER),
        (1, "", PEER),
    ],
)
def test_the_address_is_counted_from_the_right(settings, proxies, forwarded, expected):
    settings.PROXY_COUNT = proxies
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR=PEER)
    assert client_address(request) == expected


def test_a_request_without_any_address_has_none(settings):
    settings.PROXY_COUNT = 0
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) is None


@pytest.mark.parametrize(
    ("credentials", "expected"),
    [({"username": "owner"}, "owner"), ({"username": "x" * 300}, "x" * 150), ({}, "posted")],
)
def test_a_name_is_counted_by_what_a_name_can_hold(credentials, expected):
    request = RequestFactory().post("/", {"username": "posted"})
    assert user_name(request, credentials) == expected
