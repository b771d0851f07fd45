"""Who tries to log in: the address and the name by which failures are counted."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import get_user_model


def client_address(request):
    """Return the client's IP address, believing PROXY_COUNT proxies and no more.

    Each proxy appends the address it saw to X-Forwarded-For, so the one that counts is the
    PROXY_COUNT-th from the right: anything further left was written by the client.
    """
    peer = request.META.get("REMOTE_ADDR") or None
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not settings.PROXY_COUNT or len(forwarded) < settings.PROXY_COUNT:
        return peer
    try:
        return str(ip_address(forwarded[-settings.PROXY_COUNT].strip()))
    except ValueError:
        return peer


def user_name(request, credentials=None):
    """Return the name that was tried, no longer than a name can be.

    Django's login form does not hold to that length, and PostgreSQL refuses to note a longer one.
    """
    model = get_user_model()
    name = (credentials or request.POST).get(model.USERNAME_FIELD) or ""
    return name[: model._meta.get_field(model.USERNAME_FIELD).max_length]
