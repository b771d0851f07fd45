"""What proves a skill, and for how long: the projects it was used in, and what was written of it.

Using a part is using the whole: who runs GKE runs GCP. So what proves a part of a skill proves the
skill, and nothing that proves a skill proves its parts.

The months are those of the projects. One without dates of its own lasted no longer than the
position it belongs to, so it counts for those of the position, once. Writing proves, and covers no
months: its date tells when it was written, not when the skill was used.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Q

from resume.document.dates import Period
from resume.document.spans import span
from resume.models import Audience, Position, Post, Project, Publication, Skill
from resume.models.statements import Statement

from .months import Months, cover


@dataclass(frozen=True)
class Use:
    """A project in which a skill was used, in itself or by its `parts`.

    `period` is the project's own, else that of its position or of the stint this belongs to; an
    empty one where none of them has a start. The writing is what was published about the project.
    """

    project: Project
    parts: tuple[Skill, ...]
    period: Period
    publications: tuple[Publication, ...]
    posts: tuple[Post, ...]

    @property
    def is_own(self) -> bool:
        """True where the period is the project's own."""
        return bool(self.project.start)


@dataclass(frozen=True)
class Stay:
    """Where a skill was used, and from its first use there to its last."""

    record: Position | Project
    period: Period

    @property
    def public_name(self) -> str:
        """The name of the position, or of a personal project."""
        return str(self.record.public_name)

    def get_absolute_url(self) -> str:
        """Return where it is told of."""
        return str(self.record.get_absolute_url())


@dataclass(frozen=True)
class Proof:
    """All that proves one skill.

    `parts` are those right below it. `projects` and `undated` count all projects and those without
    dates. The `uses` are the newest, and at the end those without dates; the `stays` are where
    these and older ones were.
    """

    parts: tuple[Skill, ...]
    projects: int
    undated: int
    uses: tuple[Use, ...]
    stays: tuple[Stay, ...]
    publications: tuple[Publication, ...]
    posts: tuple[Post, ...]
    months: Months

    def __bool__(self) -> bool:
        return bool(self.projects or self.publications or self.posts)


def prove(
    skill: Skill,
    today: datetime.date,
    audience: Audience = Audience.PUBLIC,
    most: int | None = None,
) -> Proof:
    """Return what proves the skill, of that which `audience` may see, counted up to `today`.

    All projects are counted, and at most `most` of them read. Nine queries, whatever the number of
    rows, and a further one for every twenty projects that are read beyond the first.
    """
    ask = _statements(audience)
    dates = _dates(ask["dates"].tuples(skill.slug))
    dates.sort(key=lambda each: _when(each.period, today), reverse=True)
    positions = {row.pk: row for row in ask["positions"].rows(skill.slug)}
    projects = Project.objects.in_lines([each.project for each in dates[:most]])
    family = {row.pk: row for row in ask["family"].rows(skill.slug)}
    parts = _parts(ask, skill, family)
    publications, of_project = _writing(ask, Publication, skill)
    posts, posts_of_project = _writing(ask, Post, skill)
    return Proof(
        parts=tuple(each for each in family.values() if each.parent_id == skill.pk),
        projects=len(dates),
        undated=sum(not each.period for each in dates),
        uses=tuple(
            Use(projects[key], parts[key], each.period, of_project[key], posts_of_project[key])
            for each in dates[:most]
            # A record may have gone since the dates were read.
            if (key := each.project) in projects
        ),
        stays=_stays(dates, positions, projects),
        publications=tuple(each for each in publications if each.is_direct),
        posts=tuple(each for each in posts if each.is_direct),
        months=cover({each.period for each in dates}, today),
    )


class _Dates(NamedTuple):
    """When a project went on: its own dates, else those of its position or its stint."""

    project: int
    position: int | None
    period: Period


def _dates(rows: list[tuple[Any, ...]]) -> list[_Dates]:
    """Return the dates of each row of `with_dates`; most projects have those of a few positions."""
    period_of = cache(Project.period_of)
    return [_Dates(*row[:2], period_of(row[2:])) for row in rows]


def _stays(
    dates: list[_Dates], positions: dict[int, Position], projects: dict[int, Project]
) -> tuple[Stay, ...]:
    periods: dict[Position | Project, list[Period]] = defaultdict(list)
    for each in dates:
        record = positions.get(each.position) or projects.get(each.project)
        if record and each.period:
            periods[record].append(each.period)
    return tuple(Stay(record, span(found)) for record, found in periods.items())


def _parts(
    ask: dict[Any, Statement], skill: Skill, family: dict[int, Skill]
) -> dict[int, tuple[Skill, ...]]:
    """Return {project: by which parts of the skill it used it}: none where it did so itself."""
    used: dict[int, tuple[Skill, ...]] = defaultdict(tuple)
    for project, part in ask["used"].tuples(skill.slug):
        if part in family:
            used[project] += (family[part],)
    for project, parts in used.items():
        if any(part.pk == skill.pk for part in parts):
            used[project] = ()
    return used


def _when(period: Period, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return what sorts a period: its last day, then its first."""
    first, last = period.days(today) or (datetime.date.min, datetime.date.min)
    return last, first


def _writing(
    ask: dict[Any, Statement], model: type[Publication | Post], skill: Skill
) -> tuple[list[Any], dict[int, tuple[Any, ...]]]:
    """Return what was written about the skill or its projects, and {project: what about it}."""
    written = {row.pk: row for row in ask[model].rows(skill.slug)}
    of_project: dict[int, tuple[Any, ...]] = defaultdict(tuple)
    for project, record in ask[model, "projects"].tuples(skill.slug):
        if record in written:
            of_project[project] += (written[record],)
    return list(written.values()), of_project


@cache
def _statements(audience: Audience) -> dict[Any, Statement]:
    """Return the queries about a skill, given by its slug: composed once a process.

    Django takes several times as long to compose each of them as the database to answer it.
    """

    def positions(slug: str) -> Any:
        used = _projects(slug, audience)
        return Position.objects.for_lines().filter(pk__in=used.values("position"))

    def used(slug: str) -> Any:
        found = Project.skills.through.objects.filter(
            project__in=_projects(slug, audience), skill__in=_family(slug, audience)
        )
        return found.order_by("skill__order", "skill").values_list("project", "skill")

    return {
        "family": Statement(lambda slug: _family(slug, audience)),
        "dates": Statement(lambda slug: _projects(slug, audience).with_dates()),
        "positions": Statement(positions),
        "used": Statement(used),
        **_statements_of_writing(Publication, Project.publications.through, audience),
        **_statements_of_writing(Post, Post.projects.through, audience),
    }


def _statements_of_writing(model: Any, through: Any, audience: Audience) -> dict[Any, Statement]:
    """Return the queries of what was written; `through` relates it to projects."""
    name = model._meta.model_name

    def about_projects(slug: str) -> Any:
        return through.objects.filter(project__in=_projects(slug, audience))

    def written(slug: str) -> Any:
        links = model.skills.through.objects.filter(skill__in=_family(slug, audience))
        is_direct = Q(pk__in=links.values(name))
        rows = model.objects.visible_to(audience)
        rows = rows.filter(is_direct | Q(pk__in=about_projects(slug).values(name)))
        return rows.annotate(is_direct=is_direct)

    def pairs(slug: str) -> Any:
        return about_projects(slug).order_by("pk").values_list("project", name)

    return {model: Statement(written), (model, "projects"): Statement(pairs)}


def _family(slug: str, audience: Audience) -> Any:
    return Skill.objects.family_of(slug, audience).order_by("order", "place", "pk")


def _projects(slug: str, audience: Audience) -> Any:
    return Project.objects.visible_to(audience).that_used(_family(slug, audience))
