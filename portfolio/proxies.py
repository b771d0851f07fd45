"""Who the client is, when proxies stand between."""

from ipaddress import ip_address

from django.conf import settings


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
