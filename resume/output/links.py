"""What a page of the site links to and loads, read from its bytes."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from .base import Base

# A tag with its attributes; a quoted value may hold any character but its quote.
TAG = re.compile(r"""<([a-z][a-z0-9:]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
# Most tags of a page lead nowhere, and each page is searched.
LEADING = {
    "a", "area", "audio", "embed", "iframe", "img", "link", "meta", "object", "script", "source",
    "track", "video", "xhtml:link",
}  # fmt: skip
ATTRIBUTE = re.compile(r"""\s(href|src|srcset|content|property)=(?:"([^"]*)"|'([^']*)')""")
ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
LOCATION = re.compile(r"<loc>([^<]*)</loc>")
STYLE_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
PICTURES = {"og:image"}


def links(body: bytes, media_type: str) -> Iterable[str]:
    """Return the addresses that an answer names, as they are written, each once."""
    text = body.decode("utf-8", "replace")
    if media_type == "text/css":
        return dict.fromkeys(STYLE_URL.findall(text))
    found: dict[str, None] = {}
    for tag, attributes in TAG.findall(text):
        if tag.lower() in LEADING:
            found.update(dict.fromkeys(_named(attributes)))
    found.update(dict.fromkeys(map(unescape, LOCATION.findall(text))))
    return found


def _named(attributes: str) -> Iterator[str]:
    values = {
        name: unescape(double or single) for name, double, single in ATTRIBUTE.findall(attributes)
    }
    for name in ("href", "src"):
        if name in values:
            yield values[name]
    for candidate in filter(None, map(str.strip, values.get("srcset", "").split(","))):
        yield candidate.split()[0]
    if values.get("property") in PICTURES:
        yield values.get("content", "")


def identifiers(body: bytes) -> set[str]:
    """Return the ids of a page: what a fragment may name."""
    text = body.decode("utf-8", "replace")
    return {
        unescape(double or single)
        for _tag, attributes in TAG.findall(text)
        for double, single in ID.findall(attributes)
    }


def inside(link: str, page: str, base: Base) -> tuple[str, str] | None:
    """Return (path, fragment) of a link that leads to this site, decoded; None for any other.

    `page` is the decoded path that names it, `base` the Base of the site. An address of the same
    host that is not below the site's root is another site's, unless it was written without a host:
    then it is this site's, and wrong.
    """
    if link.startswith("/") and not link.startswith("//"):
        address = link
    else:
        address = urljoin(f"{base.origin}{page}", link)
        if not address.startswith(f"{base.origin}{base.root}"):
            return None
        address = address.removeprefix(base.origin)
    address, fragment = urldefrag(address)
    return unquote(urlsplit(address).path), unquote(fragment)
