"""Dates in templates, written as the owner writes them."""

from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html

from resume.document.dates import PartialDate

register = template.Library()


@register.simple_tag(takes_context=True)
def period(context, record):
    """Return the period of a dated record, or ""."""
    dates = record.period
    return dates.format(context["site"].date_style) if dates else ""


@register.simple_tag(takes_context=True)
def date(context, value):
    """Return a stored partial date, or the local day of a moment, as a <time>; "" for none."""
    if not value:
        return ""
    iso = value if isinstance(value, str) else timezone.localdate(value).isoformat()
    return time_element(iso, context["site"].date_style)


@lru_cache(maxsize=1024)
def time_element(iso, style):
    """Return the element of a partial date; a list shows the same few again and again."""
    return format_html('<time datetime="{}">{}</time>', iso, PartialDate.parse(iso).format(style))
