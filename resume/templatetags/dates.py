"""Dates in templates, written as the owner writes them."""

from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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


@register.filter
def duration(months):
    """Return how long `Months` are as people say it: "5 years 8 months"; "" for none.

    It says so where a date is known to the year only, or an end is not known at all.
    """
    if not months:
        return ""
    years, rest = months.years_and_months
    words = " ".join(
        wording % {"number": number}
        for number, wording in (
            (years, ngettext("%(number)d year", "%(number)d years", years)),
            (rest, ngettext("%(number)d month", "%(number)d months", rest)),
        )
        if number
    )
    if months.is_rough:
        return _("about %(duration)s") % {"duration": words}
    return _("at least %(duration)s") % {"duration": words} if months.is_open else words
