"""Markdown: parsed once to a token tree, of which HTML and every other output are renderings."""

from .html import render_html
from .parser import MAX_BYTES, MAX_NESTING, MarkupError, check, parse
from .text import links, plain_text

__all__ = [
    "MAX_BYTES",
    "MAX_NESTING",
    "MarkupError",
    "check",
    "links",
    "parse",
    "plain_text",
    "render_html",
]
