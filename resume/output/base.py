"""Where a static site will stand: a host, and the path there at which the site begins."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.test.utils import override_settings
from django.urls import get_script_prefix, set_script_prefix

# A file has no headers; these would cost a sixth of each page.
ONLY_HEADERS = {
    "axes.middleware.AxesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "portfolio.middleware.ContentSecurityPolicyMiddleware",
    "portfolio.middleware.robots_as_chosen",
    "portfolio.middleware.security_headers",
}


@dataclass(frozen=True)
class Base:
    """`origin` is scheme://host[:port]; `root` begins and ends with a slash."""

    origin: str
    root: str = "/"

    @property
    def scheme(self) -> str:
        """The scheme of the site: http or https."""
        return self.origin.partition("://")[0]

    @property
    def host(self) -> str:
        """The host, with the port where one is written."""
        return self.origin.partition("://")[2]


def parse_base(address: str) -> Base:
    """Return the Base of an address such as https://example.com/site/. Raises ValueError."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port
    if ":" in host:
        host = f"[{host}]"
    netloc = host + (f":{port}" if port is not None else "")
    root = f"{parts.path.rstrip('/')}/"
    plain = root.isascii() and root.isprintable() and not set(root) & set(" %\"'<>\\")
    steps = root.split("/")[1:-1]
    if (
        not host
        or parts.scheme not in ("http", "https")
        or parts.netloc.lower() != netloc
        or parts.query
        or parts.fragment
        or not plain
        or not all(step.strip(".") for step in steps)
    ):
        raise ValueError(address)
    return Base(f"{parts.scheme}://{netloc}", root)


@contextmanager
def standing_at(base: Base) -> Iterator[None]:
    """Have every address that Django makes be one of the site at `base`.

    Django's own words for that are settings and its script prefix, so the pages are rendered right
    and nothing in them is rewritten. `override_settings` is its one way of changing settings that
    also tells the storages, which keep what they read.
    """
    before = get_script_prefix()
    logger = logging.getLogger("django.request")
    level = logger.level
    with override_settings(
        ALLOWED_HOSTS=["*"],  # Nobody but the export asks here.
        DEBUG=False,
        FORCE_SCRIPT_NAME=None if base.root == "/" else base.root.rstrip("/"),
        MEDIA_URL=f"{base.root}media/",
        MIDDLEWARE=[name for name in settings.MIDDLEWARE if name not in ONLY_HEADERS],
        SECURE_SSL_REDIRECT=False,
        SERVED_AS_FILES=True,
        SITE_ORIGIN=base.origin,
        STATIC_URL=f"{base.root}static/",
    ):
        set_script_prefix(base.root)
        # A missing page is the 404 page being made, or is told as a dead link.
        logger.setLevel(logging.ERROR)
        try:
            yield
        finally:
            logger.setLevel(level)
            set_script_prefix(before)
