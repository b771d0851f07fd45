"""Every fact that the review looks at, read once: the number of queries does not grow."""

from dataclasses import dataclass
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
    """The records in the order of their keys, each with `is_visible`: whether all may see it."""

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
    """Return the facts, drafts included: 13 queries, whatever the number of rows."""
    return Facts(
        sections=_all(Section),
        links=_all(ProfileLink),
        employers=_all(Employer),
        positions=_all(Position, "employer"),
        projects=_all(Project, "position__employer"),
        skills=_all(Skill),
        publications=_all(Publication),
        education=_all(Education),
        certifications=_all(Certification),
        awards=_all(Award),
        posts=_all(Post),
        redirects=set(Redirect.objects.values_list("old_path", flat=True)),
    )


def _all(model, *related):
    rows = model.objects.with_visibility(Audience.PUBLIC).order_by("pk")
    if related:
        rows = rows.select_related(*related)
    return list(rows.prefetch_related("facts") if model is Project else rows)
