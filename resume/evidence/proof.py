"""What proves a skill, and for how long: the projects it was used in, and what was written of it.

Using a part is using the whole: who runs GKE runs GCP. So what proves a part of a skill proves the
skill, and nothing that proves a skill proves its parts.

The months are those of the projects. One without dates of its own lasted no longer than the
position it belongs to, so it counts for those of the position, once. Writing proves, and covers no
months: its date tells when it was written, not when the skill was used.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from resume.models import Audience, Position, Post, Project, Publication, Skill

from .months import Months, cover


@dataclass(frozen=True)
class Use:
    """A project in which a skill was used, in itself or by its `parts`.

    `dated` is the record whose period tells when: the project, its position or the stint that
    this belongs to; None where none of them has a start.
    """

    project: Project
    parts: tuple[Skill, ...]
    dated: Project | Position | None


@dataclass(frozen=True)
class Proof:
    """All that proves one skill; the projects newest first, those without dates last."""

    uses: tuple[Use, ...]
    publications: tuple[Publication, ...]
    posts: tuple[Post, ...]
    months: Months

    def __bool__(self) -> bool:
        return bool(self.uses or self.publications or self.posts)

    @cached_property
    def stays(self) -> list[Project | Position]:
        """The dated records that the months are counted from, each once."""
        return list(dict.fromkeys(use.dated for use in self.uses if use.dated))

    @cached_property
    def undated(self) -> list[Use]:
        """The uses of which nothing tells when."""
        return [use for use in self.uses if not use.dated]


@dataclass(frozen=True)
class Tally:
    """How much proves a skill."""

    projects: int
    publications: int
    posts: int
    months: Months

    @property
    def proofs(self) -> int:
        """The number of all that proves it."""
        return self.projects + self.publications + self.posts

    def __bool__(self) -> bool:
        return bool(self.proofs)


def prove(skill: Skill, today: datetime.date, audience: Audience = Audience.PUBLIC) -> Proof:
    """Return what proves the skill, of that which `audience` may see, counted up to `today`."""
    parts = Skill.objects.visible_to(audience).parts_of(skill)
    family = [skill.pk, *parts.values_list("pk", flat=True)]
    projects = Project.objects.visible_to(audience).that_used(family).with_writing(audience)
    uses = [Use(project, _parts(project, skill), _dated(project)) for project in projects]
    uses.sort(key=lambda use: _when(use, today), reverse=True)
    periods = [use.dated.period for use in uses if use.dated]
    return Proof(
        tuple(uses),
        tuple(Publication.objects.visible_to(audience).about(family)),
        tuple(Post.objects.visible_to(audience).about(family)),
        cover(periods, today),
    )


def tally(
    skills: Iterable[Skill], today: datetime.date, audience: Audience = Audience.PUBLIC
) -> dict[int, Tally]:
    """Return {key: Tally} of the skills, of that which `audience` may see, up to `today`.

    A skill has the proof of those of its parts that are among `skills` too. Four queries, whatever
    the number of rows.
    """
    parents = {skill.pk: skill.parent_id for skill in skills}
    periods = dict(Project.objects.visible_to(audience).periods())
    projects, publications, posts = (
        _gathered(model.objects.visible_to(audience).values_list("skills", "pk"), parents)
        for model in (Project, Publication, Post)
    )
    return {
        skill: Tally(
            len(projects[skill]),
            len(publications[skill]),
            len(posts[skill]),
            cover({periods[project] for project in projects[skill]}, today),
        )
        for skill in parents
    }


def unproved(today: datetime.date, audience: Audience = Audience.OWNER) -> list[Skill]:
    """Return the skills that nothing proves, neither them nor a part of them."""
    skills = list(Skill.objects.visible_to(audience))
    found = tally(skills, today, audience)
    return [skill for skill in skills if not found[skill.pk]]


def _gathered(
    pairs: Iterable[tuple[int | None, int]], parents: dict[int, int | None]
) -> dict[int, set[int]]:
    """Return {skill: the keys of what proves it or a part of it}."""
    found: dict[int, set[int]] = defaultdict(set)
    for skill, record in pairs:
        while skill in parents:
            found[skill].add(record)
            skill = parents[skill]
    return found


def _parts(project: Project, skill: Skill) -> tuple[Skill, ...]:
    """Return by which parts of the skill a project uses it: none where it does so itself."""
    used = project.used
    return () if any(each.pk == skill.pk for each in used) else tuple(used)


def _dated(project: Project) -> Project | Position | None:
    position = project.position
    records = (project, position, position and position.parent)
    return next((record for record in records if record and record.start), None)


def _when(use: Use, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return what sorts a use: its last day, then its first."""
    days = use.dated and use.dated.period.days(today)
    first, last = days or (datetime.date.min, datetime.date.min)
    return last, first
