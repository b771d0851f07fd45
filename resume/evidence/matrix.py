"""Which project used which skill, as a table of both: the newest projects first.

A project that used a part of a skill used the skill. Only projects that used a skill have a row,
and only skills that a project on the page used have a column.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from resume.models import Project, Skill


@dataclass(frozen=True)
class Row:
    """A project, and for each column whether it used the skill."""

    project: Project
    cells: tuple[bool, ...]


@dataclass(frozen=True)
class Matrix:
    """A page of the table, and whether there is another one after it."""

    columns: tuple[Skill, ...]
    rows: tuple[Row, ...]
    has_more: bool


class SkillTree:
    """Skills in the order of the columns, and what is part of what."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        """`skills` are all that may be seen."""
        self.skills = {skill.pk: skill for skill in skills}

    def upwards(self, key: int | None) -> Iterator[Skill]:
        """Yield the skill of the key, what it is part of, and so on."""
        while key in self.skills:
            yield self.skills[key]
            key = self.skills[key].parent_id

    def named(self, slugs: Collection[str]) -> list[Skill]:
        """Return the skills of the slugs."""
        return [skill for skill in self.skills.values() if skill.slug in slugs]

    def within(self, skill: Skill) -> set[int]:
        """Return the keys of the skill and of all that is part of it."""
        return {key for key in self.skills if skill in self.upwards(key)}

    def in_category(self, section: int) -> set[int]:
        """Return the keys of the skills of a category and of all that is part of them."""
        roots = {key: list(self.upwards(key))[-1] for key in self.skills}
        return {key for key, root in roots.items() if root.section_id == section}


def matrix(
    tree: SkillTree,
    first: int,
    last: int,
    *,
    among: Collection[int] = (),
    chosen: Collection[Skill] = (),
) -> Matrix:
    """Return the rows from `first` to `last`, and their columns. Two queries, or three.

    `among` are the keys of the skills that count, all without it. With `chosen` skills only
    projects have a row that used each of them.
    """
    counted = set(among or tree.skills)
    projects = Project.objects.published().that_used(among or Skill.objects.published())
    if chosen:
        projects = projects.filter(pk__in=_with_each([tree.within(skill) for skill in chosen]))
    found = list(projects.newest_first()[first : last + 1])
    shown = found[: last - first]
    links = _links(counted, [project.pk for project in shown])
    used = {
        project: {skill.pk for key in keys for skill in tree.upwards(key)} & counted
        for project, keys in links.items()
    }
    in_columns = set().union(*used.values())
    columns = tuple(skill for key, skill in tree.skills.items() if key in in_columns)
    return Matrix(
        columns,
        tuple(
            Row(project, tuple(skill.pk in used[project.pk] for skill in columns))
            for project in shown
        ),
        has_more=len(found) > len(shown),
    )


def _with_each(families: list[set[int]]) -> set[int]:
    """Return the keys of the projects that used a skill of each family."""
    of_skill: dict[int, set[int]] = defaultdict(set)
    for project, skill in _pairs().filter(skill__in=set().union(*families)):
        of_skill[skill].add(project)
    found = [set().union(*(of_skill[key] for key in family)) for family in families]
    return reduce(set.intersection, found)


def _links(skills: Collection[int], projects: Collection[int]) -> dict[int, set[int]]:
    """Return {project: the skills, of these, that it is linked to}."""
    found: dict[int, set[int]] = {project: set() for project in projects}
    for project, skill in _pairs().filter(project__in=projects):
        if skill in skills:
            found[project].add(skill)
    return found


def _pairs():
    return Project.skills.through.objects.values_list("project", "skill")
