"""The table of projects and skills: parts of it that are too many for a template's loop.

A loop takes some forty times as long: it looks up each of its words in each round.
"""

from html import escape

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def heads(columns, lang):
    """Return the heads of the columns, for [(name, path)]; `lang` is the attribute of the names."""
    return _joined(
        f'<th scope="col"><a href="{escape(path)}"{lang}>{escape(name)}</a></th>'
        for name, path in columns
    )


@register.filter
def cells(row):
    """Return the cells of a row of a `Matrix`: a mark for each skill that the project used."""
    return _joined("<td>✓</td>" if used else "<td></td>" for used in row.cells)


@register.filter
def boxes(skills, checked):
    """Return the boxes to choose the skills by; `checked` are the slugs of those chosen."""
    return _joined(
        f'<label><input type="checkbox" name="skill" value="{escape(skill.slug)}"'
        f"{' checked' if skill.slug in checked else ''}> {escape(skill.name)}</label>\n"
        for skill in skills
    )


def _joined(parts):
    return mark_safe("".join(parts))  # noqa: S308 — what others wrote is escaped in each of them
