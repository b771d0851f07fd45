"""Which publications a text cites: a link to a publication is a fact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from resume.document.text import TextError, canonical_url
from resume.markup import links

# Where writing is published: by host, and by an address that looks like an article's.
ARTICLE_HOSTS = re.compile(
    r"(?:^|\.)(?:zenn\.dev|qiita\.com|note\.com|medium\.com|dev\.to|prtimes\.jp|speakerdeck\.com|"
    r"slideshare\.net|docswell\.com|arxiv\.org|doi\.org|logmi\.jp|codezine\.jp|gihyo\.jp|"
    r"hatenablog\.(?:com|jp)|hatenadiary\.(?:com|jp)|hateblo\.jp|blogspot\.com|wordpress\.com)$"
)
BLOG_HOST = re.compile(
    r"(?:^|[.-])(?:blog|tech|techblog|engineering|developers?|inside)[.-]|\.blog$"
)
ARTICLE_PATH = re.compile(
    r"/(?:19|20)\d\d[/-]\d{1,2}(?:[/-]|$)|/(?:articles?|entry|posts?|blog|n)/\w"
)
REPOSITORY_HOSTS = ("github.com", "gitlab.com")


@dataclass(frozen=True)
class Citation:
    """A link in a text: its canonical URL, the words that it stands on, and what it leads to."""

    url: str
    title: str
    kind: str


def citations(text: str) -> Iterator[Citation]:
    """Yield the links of Markdown `text` to addresses on the web, as a page would show them.

    A link in code is none, and neither is one written as HTML.
    """
    if "://" not in text:
        return
    for address, words in links(text):
        try:
            url = canonical_url(address)
        except TextError:
            continue
        if url.startswith("http"):
            yield Citation(url, " ".join(words.split()), publication_kind(url))


def publication_kind(url: str) -> str:
    """Return the kind of publication an address leads to, or "" when it may be any page.

    A press release by its host, a repository by host and two parts of a path, an article by a
    host that publishes writing or by a dated path on a blog; never the front page of a site.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    depth = len([part for part in parts.path.split("/") if part])
    if host in REPOSITORY_HOSTS:
        return "repository" if depth == 2 else ""
    if not depth:
        return ""
    if host == "prtimes.jp":
        return "press_release"
    if host.endswith(("speakerdeck.com", "slideshare.net", "docswell.com")):
        return "talk" if depth > 1 else ""
    if host.endswith(("arxiv.org", "doi.org")):
        return "paper"
    if ARTICLE_HOSTS.search(host):
        return "article" if depth > 1 else ""
    is_writing = BLOG_HOST.search(host) or re.match(r"/(?:blog|tech)/", parts.path)
    return "article" if is_writing and ARTICLE_PATH.search(parts.path) else ""
