"""Which project used which skill, as a table of both: the newest projects first.

A project that used a part of a skill used the skill. Only projects that used a skill have a row,
and only skills that a project on the page used have a column.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from resume.models import Project, Skill
from resume.models.skills import flatten, nest
from resume.models.statements import Statement


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
        """`skills` are all that may be seen; those that are part of the same one in their order."""
        self.roots: list[Skill] = nest(list(skills))
        self.skills: dict[int, Skill] = {skill.pk: skill for skill in flatten(self.roots)}

    def upwards(self, key: int | None) -> Iterator[Skill]:
        """Yield the skill of the key, what it is part of, and so on."""
        while key in self.skills:
            yield self.skills[key]
            key = self.skills[key].parent_id

    def named(self, slugs: Collection[str]) -> list[Skill]:
        """Return the skills of the slugs."""
        return [skill for skill in self.skills.values() if skill.slug in slugs]

    def within(self, *keys: int) -> set[int]:
        """Return the keys, and those of all that is part of their skills."""
        return {skill.pk for skill in flatten(self.skills[key] for key in keys)}

    def in_category(self, section: int) -> set[int]:
        """Return the keys of the skills of a category and of all that is part of them."""
        return self.within(*(root.pk for root in self.roots if root.section_id == section))


def matrix(
    tree: SkillTree,
    first: int,
    last: int,
    *,
    among: Collection[int] = (),
    chosen: Collection[Skill] = (),
) -> Matrix:
    """Return the rows from `first` to `last`, and their columns.

    `among` are the keys of the skills that count, all without it. With `chosen` skills only
    projects have a row that used each of them. Three queries, and a fourth with either.
    """
    families = [tree.within(skill.pk) for skill in chosen] or ([set(among)] if among else [])
    keys = [key for (key,) in ROW_KEYS.tuples()]
    if families:
        narrowed = _with_each(families)
        keys = [key for key in keys if key in narrowed]
    projects = Project.objects.in_lines(keys[first:last])
    counted = set(among or tree.skills)
    used = {
        key: {skill.pk for each in links for skill in tree.upwards(each)} & counted
        for key, links in _links(counted, projects).items()
    }
    in_columns = set().union(*used.values())
    columns = [key for key in tree.skills if key in in_columns]
    return Matrix(
        tuple(tree.skills[key] for key in columns),
        tuple(
            Row(projects[key], tuple(column in used[key] for column in columns))
            for key in keys[first:last]
            # A record may have gone since its key was read.
            if key in projects
        ),
        has_more=len(keys) > last,
    )


def _rows():
    used = Skill.objects.published().filter(projects=OuterRef("pk"))
    projects = Project.objects.published().filter(Exists(used))
    return projects.newest_first().values_list("pk")


# The keys of all projects that have a row in the whole table, in order.
ROW_KEYS = Statement(_rows)


def count_rows(families: Sequence[Collection[int]]) -> list[int]:
    """Return how many rows the table of each family has, of the keys of skills. Two queries."""
    rows = {key for (key,) in ROW_KEYS.tuples()}
    return [len(users & rows) for users in _users(_pairs(), families)]


def _with_each(families: Sequence[Collection[int]]) -> set[int]:
    """Return the keys of the projects that used a skill of each family."""
    return set.intersection(*_users(_pairs().filter(skill__in=set().union(*families)), families))


def _users(
    pairs: Iterable[tuple[int, int]], families: Sequence[Collection[int]]
) -> Iterator[set[int]]:
    """Yield for each family the keys of the projects that used a skill of it."""
    of_skill: dict[int, set[int]] = defaultdict(set)
    for project, skill in pairs:
        of_skill[skill].add(project)
    for family in families:
        yield set().union(*(of_skill[skill] for skill in family))


def _links(skills: Collection[int], projects: Iterable[int]) -> dict[int, set[int]]:
    """Return {project: the skills, of these, that it is linked to}."""
    found: dict[int, set[int]] = {project: set() for project in projects}
    for project, skill in _pairs().filter(project__in=projects):
        if skill in skills:
            found[project].add(skill)
    return found


def _pairs():
    return Project.skills.through.objects.values_list("project", "skill")
