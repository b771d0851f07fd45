"""Links of Markdown: what they stand on, and where they lead."""

import re

from resume.document.text import TextError, canonical_url

# An address without spaces whose brackets are balanced, or any between angle brackets.
TARGET = r"(?:[^()<>\s]|\((?:[^()\s]|\([^()\s]*\))*\))+"
# Of a text that may hold brackets of its own, and is no picture.
TEXT = r"(?:[^\[\]]|\[[^\[\]]*\](?!\())+"
LINK = re.compile(rf"\[(?P<text>{TEXT})\]\((?:(?P<plain>{TARGET})|<(?P<url>[^<>\s]+)>)\)")


def target(url: str) -> str:
    """Return an address as the target of a link: "https://x.example/(a", in angle brackets."""
    return url if re.fullmatch(TARGET, url) else f"<{url}>"


def url_of(match: re.Match[str]) -> str:
    """Return where a link of LINK leads."""
    return match["plain"] or match["url"]


def canonical(url: str) -> str:
    """Return the one spelling of an address, or "" for what is none."""
    try:
        return canonical_url(url)
    except TextError:
        return ""
