"""Markdown fields in templates, through the one renderer."""

from functools import lru_cache
from urllib.parse import urlsplit

from django import template
from django.urls import get_script_prefix
from django.utils.text import Truncator

from resume import markup

register = template.Library()

DESCRIPTION_LENGTH = 120
LONGEST_KEPT = 4096  # characters of a paragraph


@register.simple_tag
def markdown(text, heading_level, document_id):
    """Return Markdown `text` as safe HTML; its highest headings get `heading_level`."""
    return markup.render_html(
        text,
        heading_level=heading_level,
        document_id=document_id,
        root=get_script_prefix(),
    )


@register.filter
def host(url):
    """Return the host that a URL names, as a reader knows it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@register.filter
def summary(text, length=DESCRIPTION_LENGTH):
    """Return the first paragraph of Markdown `text` as plain words on one line, cut at `length`."""
    first, _blank, rest = text.strip().partition("\n\n")
    if first.startswith("#"):
        first = rest.strip().partition("\n\n")[0] or first
    plain = plain_paragraph if len(first) <= LONGEST_KEPT else markup.plain_text
    words = plain(first)
    return words if len(words) <= length else Truncator(words).chars(length)


# A page and its translation, a list and what it lists begin with the same words.
plain_paragraph = lru_cache(maxsize=1024)(markup.plain_text)
