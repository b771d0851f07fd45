"""How much proves each skill: to list them, and to find those that nothing proves."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from resume.models import Audience, Post, Project, Publication, Skill

from .months import Months, cover


@dataclass(frozen=True)
class Tally:
    """How many records prove a skill, and how many months they cover."""

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


def tally(
    skills: Iterable[Skill], today: datetime.date, audience: Audience = Audience.PUBLIC
) -> dict[int, Tally]:
    """Return {key: Tally} of the skills, of that which `audience` may see, up to `today`.

    What counts is said in `evidence.proof`; a skill has the proof of those of its parts that are
    among `skills` too. Four queries, whatever the number of rows.
    """
    parents = {skill.pk: skill.parent_id for skill in skills}
    periods = {
        project: Project.period_of(dates)
        for project, _position, *dates in Project.objects.visible_to(audience).with_dates()
    }
    projects, publications, posts = (
        _gathered(model.objects.visible_to(audience).skill_links(), parents)
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
