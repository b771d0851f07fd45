"""Projects and skills as a table: of all skills, of a category, of one skill, or of chosen ones.

All but the last are pages like any other, each with an address of its own. A choice of several
skills is read from the query, so nothing of it is kept.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from resume.evidence import SkillTree, count_rows, matrix
from resume.models import Section, Skill
from resume.models.sections import in_resume_order
from resume.models.skills import flatten
from resume.models.statements import Statement
from resume.views.resume import address as kept_address
from resume.views.site import site_of
from resume.views.skills import SHOWN

ROWS = 20
NUMBER = re.compile("[0-9]{1,6}")
MOST_PAGES = 100_000

# They make the columns of every page, and the choices of its form.
SKILLS = Statement(lambda: Skill.objects.for_matrix())
SECTIONS = Statement(lambda: Section.objects.published().exclude(title="").only("slug", "title"))


@dataclass(frozen=True)
class Category:
    """The skills of a category that projects used; `section` is None where it may not be named."""

    section: Section | None
    skills: list[Skill]


def all_skills(request, number=None):
    """Show a page of the whole table. Raises Http404 for a page that is not there."""
    return page(request, read_tree(), number, lambda n: address("matrix", n))


def category_skills(request, slug, number=None):
    """Show the table of the skills of one category. Raises Http404."""
    tree = read_tree()
    listed = categories(tree)
    section = next(
        (each.section for each in listed if each.section and each.section.slug == slug), None
    )
    if section is None:
        raise Http404
    return page(
        request,
        tree,
        number,
        lambda n: address("category-matrix", n, slug),
        among=tree.in_category(section.pk),
        section=section,
        categories=listed,
        choices=[each for each in listed if each.section == section],
    )


def skill_projects(request, slug, number=None):
    """Show the table of the projects that used one skill. Raises Http404."""
    tree = read_tree()
    chosen = tree.named([slug])
    if not chosen:
        raise Http404
    return page(request, tree, number, lambda n: address("skill-matrix", n, slug), chosen=chosen)


@never_cache
def chosen_skills(request):
    """Show the table of the projects that used each of the skills that the query names.

    One skill has a page of its own, and so has none. Raises Http404.
    """
    tree = read_tree()
    chosen = tree.named(request.GET.getlist("skill"))
    if not chosen:
        return redirect("matrix")
    if len(chosen) == 1:
        return redirect("skill-matrix", chosen[0].slug)
    asked = request.GET.get("page")
    if asked is not None and not NUMBER.fullmatch(asked):
        raise Http404
    number = None if asked is None else int(asked)
    query = [("skill", skill.slug) for skill in chosen]

    def query_of(number):
        return f"?{urlencode([*query, *([('page', number)] if number > 1 else [])])}"

    site_of(request).query = query_of(number or 1)
    return page(
        request,
        tree,
        number,
        lambda n: f"{reverse('chosen-matrix')}{query_of(n)}",
        chosen=chosen,
        is_choice=True,
    )


def page(request, tree, number, address_of, *, among=(), chosen=(), section=None, **context):
    """Return page `number` of a table, whose pages have the addresses that `address_of` tells.

    `among` and `chosen` narrow the table as `matrix` says, and its name says to what. The first
    page has one address, which names no number. Raises Http404 for a page that is not there.
    """
    if number is not None and not 1 < number <= MOST_PAGES:
        raise Http404
    number = number or 1
    last = number * ROWS
    found = matrix(tree, last - ROWS, last, among=among, chosen=chosen)
    if number > 1 and not found.rows:
        raise Http404
    listed = context.get("categories") or categories(tree)
    context = {
        "name": section.title if section else ", ".join(skill.name for skill in chosen),
        "path": address_of(1),
        "section": section,
        "matrix": found,
        "columns": columns(found.columns),
        "categories": listed,
        "choices": listed,
        "chosen": chosen,
        "checked": {skill.slug for skill in chosen},
        "number": number,
        "newer": address_of(number - 1) if number > 1 else "",
        "older": address_of(number + 1) if found.has_more else "",
        **context,
    }
    return render(request, "projects/matrix.html", context)


def columns(skills):
    """Return [(name, path)] of the heads of the columns."""
    place = get_script_prefix(), get_language()
    return [(skill.name, kept_address("skill", skill.slug, place)) for skill in skills]


def read_tree():
    """Return the SkillTree of the published skills, in the order of the résumé."""
    return SkillTree(in_resume_order(SKILLS.rows()))


def categories(tree):
    """Return the categories of the skills that projects used, in order."""
    used = {
        each.pk
        for skill in tree.skills.values()
        if skill.is_used
        for each in tree.upwards(skill.pk)
    }
    sections = {section.pk: section for section in SECTIONS.rows()}
    found = defaultdict(list)
    for root in tree.roots:
        shown = [skill for skill in flatten([root]) if skill.pk in used]
        if shown:
            found[sections.get(root.section_id)] += shown
    return [Category(section, skills) for section, skills in found.items()]


def address(name, number, *arguments):
    """Return the path of a page: the first one names no number."""
    return reverse(name, args=[*arguments, number] if number > 1 else arguments)


def narrowed_pages():
    """Return [(name of the URL, its arguments)] of the tables beside the first page of the whole.

    That of a skill is among them where the skill's own page does not show all its projects.
    """
    tree = read_tree()
    tables = [("matrix", (), tree.skills)]
    tables += [
        ("category-matrix", (each.section.slug,), tree.in_category(each.section.pk))
        for each in categories(tree)
        if each.section
    ]
    tables += [
        ("skill-matrix", (skill.slug,), tree.within(key)) for key, skill in tree.skills.items()
    ]
    counts = count_rows([skills for _name, _arguments, skills in tables])
    found = []
    for (name, arguments, _skills), count in zip(tables, counts, strict=True):
        if name == "skill-matrix" and count <= SHOWN:
            continue
        numbers = range(2, -(-count // ROWS) + 1)
        found += [] if name == "matrix" else [(name, arguments)]
        found += [(name, (*arguments, number)) for number in numbers]
    return found
