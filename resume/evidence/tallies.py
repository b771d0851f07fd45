"""How much proves each skill: to list them, and to find those that nothing proves."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from resume.models import Audience, Post, Project, Publication, Skill
from resume.models.statements import Statement

from .months import Months, cover, together


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
    ask = _statements(audience)
    parents = {skill.pk: skill.parent_id for skill in skills}
    dates = {project: tuple(texts) for project, _position, *texts in ask["dates"].tuples()}
    months = {texts: cover([Project.period_of(texts)], today) for texts in set(dates.values())}
    # A record may have come since the dates were read.
    known = set(dates)
    projects, publications, posts = (
        _gathered(ask[model].tuples(), parents) for model in (Project, Publication, Post)
    )
    return {
        skill: Tally(
            len(projects[skill]),
            len(publications[skill]),
            len(posts[skill]),
            together(months[each] for each in {dates[key] for key in projects[skill] & known}),
        )
        for skill in parents
    }


def _gathered(
    pairs: Iterable[tuple[Any, ...]], parents: dict[int, int | None]
) -> dict[int | None, set[int]]:
    """Return {skill: the keys of what proves it or a part of it}, from (skill, key)."""
    direct: dict[int | None, set[int]] = defaultdict(set)
    for skill, record in pairs:
        direct[skill].add(record)
    found: dict[int | None, set[int]] = defaultdict(set)
    for skill, records in direct.items():
        passed: set[int | None] = set()
        # A fixture can hold skills that are part of each other.
        while skill in parents and skill not in passed:
            passed.add(skill)
            found[skill] |= records
            skill = parents[skill]
    return found


@cache
def _statements(audience: Audience) -> dict[Any, Statement]:
    """Return the queries of all skills, composed once a process."""
    return {
        "dates": Statement(lambda: Project.objects.visible_to(audience).with_dates()),
        **{
            model: Statement(partial(_links, model, audience))
            for model in (Project, Publication, Post)
        },
    }


def _links(model: Any, audience: Audience) -> Any:
    return model.objects.visible_to(audience).skill_links()
