"""What the token tree says in plain words, and where it links to."""

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from .parser import tokens_or_plain
from .sanitizer import strip_tags

BLOCK_TAG = re.compile(
    r"</?(?:br|dd|details|div|dt|h[1-6]|li|p|summary|t[dhr])\b", re.IGNORECASE
)  # where one word ends, though no space is written


def plain_text(text: str) -> str:
    """Return the text of Markdown `text` on one line, without markup, for feeds and descriptions.

    It is not escaped. Never raises.
    """
    return " ".join(" ".join(map(_block_text, tokens_or_plain(text))).split())


def links(text: str) -> list[tuple[str, str]]:
    """Return (address, text of the link) for each link of Markdown `text`, in its order.

    Links written as HTML are not among them. Never raises.
    """
    return [link for token in tokens_or_plain(text) for link in _links(token.children or [])]


def _block_text(token: Token) -> str:
    if token.type == "html_block":
        return unescape(strip_tags(BLOCK_TAG.sub(r" \g<0>", token.content)))
    if token.type in ("code_block", "fence"):
        return token.content
    return _inline_text(token.children or [])


def _inline_text(tokens: list[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "image":
            parts.append(_inline_text(token.children or []))
        elif token.type in ("softbreak", "hardbreak") or token.content.lower().startswith("<br"):
            parts.append(" ")
    return "".join(parts)


def _links(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            start = index
        elif token.type == "link_close":
            yield str(tokens[start].attrs["href"]), _inline_text(tokens[start + 1 : index])
