"""The cells of the table of projects and skills: thousands, too many for a template's loop."""

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def cells(row):
    """Return the cells of a row of a `Matrix`: a mark for each skill that the project used."""
    return mark_safe("".join("<td>✓</td>" if used else "<td></td>" for used in row.cells))  # noqa: S308
