"""What an anonymous visitor of the site gets, asked of Django at WSGI as a server asks it."""

import sys
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from .base import Base

TEXTS = {
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/xml",
    "image/svg+xml",
}


@dataclass(frozen=True)
class Answer:
    """The status, the type and the bytes that a visitor gets."""

    status: int
    media_type: str
    body: bytes

    @property
    def is_text(self) -> bool:
        """True for what is worth compressing: pictures and fonts are compressed already."""
        return self.media_type.startswith("text/") or self.media_type in TEXTS


class Visitor:
    """Somebody without a session, at the site's own address."""

    def __init__(self, base: Base) -> None:
        """Make the visitor of the site at `base`, inside `standing_at(base)`."""
        self.base = base
        self.application: Any = WSGIHandler()

    def get(self, path: str) -> Answer:
        """Return the Answer to a GET of a decoded path, which begins with the site's root."""
        host, _colon, port = self.base.host.rpartition(":")
        has_port = bool(host) and port.isdecimal()
        below = path.removeprefix(self.base.root)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": self.base.root.rstrip("/"),
            # CGI's bytes as WSGI has them (PEP 3333).
            "PATH_INFO": "/" + below.encode("utf-8", "replace").decode("latin-1"),
            "QUERY_STRING": "",
            "SERVER_NAME": host if has_port else self.base.host,
            "SERVER_PORT": port if has_port else {"http": "80", "https": "443"}[self.base.scheme],
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": self.base.host,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self.base.scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            # The search page asks: files cannot answer a query.
            "keireki.static_site": True,
        }
        started: list[tuple[Any, ...]] = []
        parts = self.application(environ, lambda *start: started.append(start))
        try:
            body = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        status, headers = started[-1][:2]
        found = {name.lower(): value for name, value in headers}
        media_type = found.get("content-type", "").partition(";")[0].strip().lower()
        return Answer(int(status[:3]), media_type, body)
