"""Every fact that the review looks at, read once: the number of queries does not grow."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from resume.models import (
    Audience,
    Award,
    Certification,
    Education,
    Employer,
    Position,
    Post,
    ProfileLink,
    Project,
    Publication,
    Redirect,
    Section,
    Skill,
)
from resume.models.base import Named

from .texts import Text, texts


@dataclass(frozen=True)
class Facts:
    """The records in the order of their keys, each with `is_visible`: whether all may see it.

    `proved` holds the keys of the skills that a project, a post or a publication is linked to.
    """

    sections: list[Section]
    links: list[ProfileLink]
    employers: list[Employer]
    positions: list[Position]
    projects: list[Project]
    skills: list[Skill]
    publications: list[Publication]
    education: list[Education]
    certifications: list[Certification]
    awards: list[Award]
    posts: list[Post]
    redirects: set[str]
    proved: set[int]
    parts: dict[int, list[Skill]] = field(default_factory=dict)

    @cached_property
    def texts(self) -> list[Text]:
        """The owner's own words in every record."""
        return [text for record in self.records() for text in texts(record)]

    def records(self) -> list[Named]:
        """Return every record, in the order of the résumé's words."""
        return [
            *self.sections,
            *self.links,
            *self.employers,
            *self.positions,
            *self.projects,
            *self.skills,
            *self.publications,
            *self.education,
            *self.certifications,
            *self.awards,
            *self.posts,
        ]


def read_facts() -> Facts:
    """Return the facts, drafts included: 16 queries, whatever the number of rows."""
    skills = _all(Skill)
    parts = defaultdict(list)
    for skill in skills:
        parts[skill.parent_id].append(skill)
    return Facts(
        sections=_all(Section),
        links=_all(ProfileLink),
        employers=_all(Employer),
        positions=_all(Position, "employer"),
        projects=_all(Project, "position__employer"),
        skills=skills,
        publications=_all(Publication),
        education=_all(Education),
        certifications=_all(Certification),
        awards=_all(Award),
        posts=_all(Post),
        redirects=set(Redirect.objects.values_list("old_path", flat=True)),
        proved={
            key
            for model in (Project, Post, Publication)
            for key in model.skills.through.objects.values_list("skill_id", flat=True)
        },
        parts=dict(parts),
    )


def _all(model, *related):
    rows = model.objects.with_visibility(Audience.PUBLIC).order_by("pk")
    if related:
        rows = rows.select_related(*related)
    return list(rows.prefetch_related("facts") if model is Project else rows)
