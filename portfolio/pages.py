"""A finished page: one answer in every coding, ready to send, and the memory that keeps many."""

import hashlib
import re
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from portfolio.encodings import chosen, encoded

CACHE_CONTROL = "max-age=0, s-maxage=1, stale-if-error=86400"
# What is said anew for each coding; the rest of an answer's headers is kept as it is.
OWN_HEADERS = {"cache-control", "content-encoding", "content-length", "etag", "vary"}
ENTITY_TAG = re.compile(r'(?:W/)?("[^"]*")')
# A page's own objects, beside its bytes: lists of headers and the strings in them.
BYTES_A_HEADER = 160
BYTES_A_PAGE = 1024


@dataclass(frozen=True, slots=True)
class Variant:
    """A page in one coding."""

    etag: str
    headers: list
    not_modified: list
    body: list


class Page:
    """An answer to GET that everybody may see, in every coding."""

    __slots__ = ("size", "state", "variants")

    def __init__(self, headers, body, state):
        """Make the page of an answer's headers and body; `state` is what it was made from."""
        self.state = state
        kept = [(name, value) for name, value in headers if name.lower() not in OWN_HEADERS]
        self.variants = {
            coding: _variant(kept, coding, data) for coding, data in encoded(body).items()
        }
        self.size = BYTES_A_PAGE + sum(
            len(variant.body[0]) + BYTES_A_HEADER * (len(variant.headers) + 4)
            for variant in self.variants.values()
        )

    def answer(self, environ, start_response):
        """Answer a GET or HEAD (WSGI): 304 where the client has these very bytes already."""
        variant = self.variants[chosen(environ.get("HTTP_ACCEPT_ENCODING", ""))]
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known is not None and names(known, variant.etag):
            start_response("304 Not Modified", variant.not_modified)
            return []
        start_response("200 OK", variant.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else variant.body


def _variant(kept, coding, data):
    digest = hashlib.blake2b(data, digest_size=15).hexdigest()
    etag = f'"{digest}"'
    validators = [("ETag", etag), ("Cache-Control", CACHE_CONTROL), ("Vary", "Accept-Encoding")]
    headers = [*kept, *validators, ("Content-Length", str(len(data)))]
    if coding != "identity":
        headers.append(("Content-Encoding", coding))
    return Variant(etag, headers, validators, [data])


def names(header, etag):
    """Return whether an If-None-Match header names `etag`: weak comparison, RFC 9110, 13.1.2."""
    return header == etag or header.strip() == "*" or etag in ENTITY_TAG.findall(header)


class Memory:
    """Pages by path, up to a number of bytes; the least recently used one goes first."""

    def __init__(self, limit):
        self.limit = limit
        self.size = 0
        self._pages = OrderedDict()
        self._lock = Lock()

    def __len__(self):
        return len(self._pages)

    def get(self, path):
        """Return the page kept for the path, or None."""
        page = self._pages.get(path)
        if page is not None:
            # Another thread may just have dropped it; it can be served all the same.
            with suppress(KeyError):
                self._pages.move_to_end(path)
        return page

    def keep(self, path, page):
        """Keep the page in the place of an older one, unless it alone is over the limit."""
        with self._lock:
            self._drop(path)
            if page.size + len(path) > self.limit:
                return
            self._pages[path] = page
            self.size += page.size + len(path)
            while self.size > self.limit:
                self._drop(next(iter(self._pages)))

    def drop(self, path):
        """Forget the page of the path, if there is one."""
        with self._lock:
            self._drop(path)

    def _drop(self, path):
        page = self._pages.pop(path, None)
        if page is not None:
            self.size -= page.size + len(path)
