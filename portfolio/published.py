"""Finished pages: answered at WSGI, before Django starts.

The first anonymous GET of a page is rendered by Django and kept; every later one is answered from
memory, as long as the state of the public content (see `portfolio.generation`) is the one it was
made from. A page is always rendered for the site's own origin, without query, cookie or any other
header of the visitor, so nothing that somebody sends can get into what others are shown.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from urllib.parse import urlsplit

from portfolio.pages import Memory, Page

# Answers that are somebody's own or one of endlessly many: a search, or a theme, which is asked for
# once a browser and made for any colour.
NEVER_KEPT = (
    "/admin/",
    "/en/search/",
    "/healthz",
    "/markdownx/",
    "/media/",
    "/search/",
    "/static/",
    "/theme/",
)
METHODS = ("GET", "HEAD")
KEPT_TYPES = {
    "application/atom+xml",
    "application/xml",
    "text/html",
    "text/plain",
    "text/xml",
}
# An answer with one of these is somebody's own, or the view's business.
NOT_KEPT = re.compile(r"\b(?:private|no-store|no-cache)\b", re.IGNORECASE)
DEFAULT_PORTS = {"http": ":80", "https": ":443"}
LOCKS = 64
# Tells the health view how many pages this worker could serve without its database.
FINISHED_PAGES = "keireki.finished_pages"
# Tells the search which state of the content a visitor sees, without a query.
STATE = "keireki.state"
# What the server says about itself, for Django's answer to a plain request.
SERVER_FACTS = (
    "wsgi.errors",
    "wsgi.version",
    "wsgi.multithread",
    "wsgi.multiprocess",
    "wsgi.run_once",
)


@dataclass(frozen=True)
class Answer:
    """What Django answered, whole."""

    status: str
    headers: list
    body: bytes

    def send(self, environ, start_response):
        """Answer with it (WSGI)."""
        start_response(self.status, with_cache_control(self.headers, "no-cache"))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


class Published:
    """The WSGI application that answers with finished pages, and asks Django for the others."""

    def __init__(self, application, question, origin, session_cookie, limit, scheme_header=None):
        """Wrap Django's `application`.

        `question.answer()` gives the state of the content, `origin` is SITE_ORIGIN, `limit` the
        bytes of memory. `scheme_header` is the CGI name of the header in which a trusted proxy
        tells the scheme, if there is one.
        """
        self.application = application
        self.question = question
        self.scheme, host = urlsplit(origin)[:2]
        # Browsers leave out the port that the scheme has anyway.
        self.host = host.removesuffix(DEFAULT_PORTS[self.scheme])
        self.session_cookie = session_cookie
        self.scheme_header = scheme_header
        self.memory = Memory(limit)
        self._locks = [Lock() for _ in range(LOCKS)]

    def __call__(self, environ, start_response):
        if not self._is_public(environ):
            return self._live(environ, start_response)
        state = self.question.answer()
        path = environ["PATH_INFO"]
        page = self.memory.get(path)
        if page is not None and page.state == state:
            return page.answer(environ, start_response)
        if state is None:
            return self._live(environ, start_response)
        found = self._finish(path, state, environ)
        if isinstance(found, Answer):
            if environ.get("QUERY_STRING"):
                # This page may read its query, so it gets to see it.
                return self._live(environ, start_response)
            return found.send(environ, start_response)
        return found.answer(environ, start_response)

    def _is_public(self, environ):
        """Return whether the request asks for what everybody gets to see at that address."""
        cookies = environ.get("HTTP_COOKIE")
        return (
            environ["REQUEST_METHOD"] in METHODS
            and environ.get("HTTP_HOST") == self.host
            and self._scheme(environ) == self.scheme
            and not environ["PATH_INFO"].startswith(NEVER_KEPT)
            and (cookies is None or self.session_cookie not in cookies)
            and not environ.get("SCRIPT_NAME")
        )

    def _scheme(self, environ):
        """Return the scheme that Django would believe."""
        told = self.scheme_header and environ.get(self.scheme_header)
        if told:
            return "https" if told.partition(",")[0].strip() == "https" else "http"
        return environ["wsgi.url_scheme"]

    def _finish(self, path, state, environ):
        """Return the page of this state, rendered once however many wait; else Django's Answer.

        While Django cannot use the database, that is the page of an older state, if there is one.
        """
        with self._locks[hash(path) % LOCKS]:
            page = self.memory.get(path)
            if page is not None and page.state == state:
                return page
            answer = self._render(path, environ)
            if is_kept(answer):
                page = Page(answer.headers, answer.body, state)
                self.memory.keep(path, page)
                return page
            if answer.status.startswith("503 ") and page is not None:
                return page
            if not answer.status.startswith("5"):
                self.memory.drop(path)
            return answer

    def _render(self, path, environ):
        """Return Django's Answer to a plain GET of the path at the site's own origin."""
        plain = {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": environ["SERVER_NAME"],
            "SERVER_PORT": environ["SERVER_PORT"],
            "SERVER_PROTOCOL": environ.get("SERVER_PROTOCOL", "HTTP/1.1"),
            "REMOTE_ADDR": environ.get("REMOTE_ADDR", ""),
            "HTTP_HOST": self.host,
            "wsgi.url_scheme": self.scheme,
            "wsgi.input": BytesIO(),
        }
        plain |= {name: environ[name] for name in SERVER_FACTS if name in environ}
        started = []
        parts = self.application(plain, lambda *start: started.append(start))
        try:
            body = b"".join(parts)
        finally:
            close = getattr(parts, "close", None)
            if close is not None:
                close()
        status, headers = started[-1][:2]
        return Answer(status, headers, body)

    def _live(self, environ, start_response):
        """Let Django answer this very request; caches ask again, and keep nothing of a session."""
        environ[FINISHED_PAGES] = len(self.memory)
        has_session = self.session_cookie in environ.get("HTTP_COOKIE", "")
        if not has_session:
            environ[STATE] = self.question.answer
        default = "private, no-store" if has_session else "no-cache"

        def start(status, headers, *exc_info):
            return start_response(status, with_cache_control(headers, default), *exc_info)

        return self.application(environ, start)


def with_cache_control(headers, default):
    """Return the headers with a Cache-Control, so that no cache makes up a time of its own."""
    if any(name.lower() == "cache-control" for name, _value in headers):
        return headers
    return [*headers, ("Cache-Control", default)]


def is_kept(answer):
    """Return whether Django's answer to a plain GET is a page for everybody."""
    if not answer.status.startswith("200 "):
        return False
    found = {name.lower(): value for name, value in answer.headers}
    media_type = found.get("content-type", "").partition(";")[0].strip().lower()
    vary = {name.strip().lower() for name in found.get("vary", "").split(",")}
    return (
        media_type in KEPT_TYPES
        and "set-cookie" not in found
        and "content-encoding" not in found
        # A nonce is for one answer; kept, it would let anybody's script in.
        and "'nonce-" not in found.get("content-security-policy", "")
        and vary <= {"", "accept-encoding"}
        and not NOT_KEPT.search(found.get("cache-control", ""))
    )
