"""Records that nobody but the owner may see, with a mark in each of their texts."""

import datetime
import itertools

from django.db import models
from django.utils import timezone

from resume.models import (
    Award,
    Certification,
    Education,
    Employer,
    Position,
    Post,
    ProfileLink,
    Project,
    ProjectFact,
    Publication,
    Section,
    Skill,
    Status,
)
from resume.models.fields import CanonicalURLField, PartialDateField
from tests.factories import make_employer, make_position, make_post, make_project, make_skill

CANARY = "canary"
# What a public page shows of a record, once it may.
SHOWN = ("title", "name", "label", "role", "institution", "claim", "venue", "value", "body")
MARK_LENGTH = 30
numbers = itertools.count(1)


def make_canary(model, **fields):
    """Save a record of which every text holds the mark; `fields` override."""
    number = next(numbers)
    record = model(**fields)
    for field in model._meta.concrete_fields:
        if field.name in fields:
            continue
        if isinstance(field, CanonicalURLField):
            setattr(record, field.name, f"https://example.com/{CANARY}/{number}")
        elif holds_words(field):
            setattr(record, field.name, f"{CANARY}-{field.name}-{number}")
    record.save()
    return record


def holds_words(field):
    """Return whether a field holds the owner's words, long enough for a mark."""
    return (
        isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not isinstance(field, PartialDateField)
        and (field.max_length or MARK_LENGTH) >= MARK_LENGTH
    )


def hide_canaries():
    """Save hidden records of every kind, linked to public ones; return what each would show."""
    employer = make_employer(name="公開の会社")
    position = make_position(employer=employer)
    project = make_project(position=position)
    skill = make_skill(name="公開の技術")
    post = make_post(title="公開の記事")
    later = timezone.now() + datetime.timedelta(days=1)
    section = make_canary(Section, holds=Section.Holds.SKILLS)
    stint = make_canary(Position, employer=employer)
    with_alias = make_canary(
        Employer, alias="ある会社", slug="ある会社", business="", size="", body=""
    )
    draft_skill = make_canary(Skill, section=section)
    hidden = [
        section,
        stint,
        with_alias,
        draft_skill,
        make_canary(Position, employer=employer, parent=stint, status=Status.PUBLISHED),
        make_canary(Position, employer=make_canary(Employer, alias="")),
        make_canary(Project, position=stint, status=Status.PUBLISHED, alias="", cover=""),
        make_canary(Project, position=position, alias="", cover=""),
        make_canary(
            Project,
            position=make_position(employer=with_alias),
            status=Status.PUBLISHED,
            alias="ある計画",
            slug="ある計画",
            cover="",
            body="",
        ),
        make_canary(Skill, parent=draft_skill, status=Status.PUBLISHED),
        make_canary(Skill, parent=skill),
        make_canary(ProfileLink, audience="owner"),
        make_canary(ProfileLink, audience="recipient"),
        *(make_canary(model, section=section) for model in (Education, Certification, Award)),
        make_canary(Publication),
        make_canary(Publication, status=Status.PUBLISHED, publish_at=later),
        make_canary(Post, cover=""),
        make_canary(Post, cover="", status=Status.PUBLISHED, publish_at=later),
    ]
    hidden += [
        make_canary(ProjectFact, project=record)
        for record in hidden
        if isinstance(record, Project) and not record.alias
    ]
    link(hidden, project, skill, post)
    return [
        getattr(record, name)
        for record in hidden
        for name in SHOWN
        if CANARY in str(getattr(record, name, ""))
    ]


def link(hidden, project, skill, post):
    """Link every hidden record to public ones, in each way there is."""
    for record in hidden:
        if isinstance(record, Skill):
            project.skills.add(record)
            post.skills.add(record)
        if isinstance(record, Publication):
            project.publications.add(record)
            post.publications.add(record)
            record.skills.add(skill)
        if isinstance(record, Project):
            record.skills.add(skill)
            post.projects.add(record)
        if isinstance(record, Post):
            record.skills.add(skill)
            record.projects.add(project)


def reveal_canaries():
    """Make all of it public."""
    for model in (Section, Position, Project, Skill, Publication, Education, Certification, Award):
        model.objects.update(status=Status.PUBLISHED)
    Post.objects.update(status=Status.PUBLISHED, publish_at=timezone.now())
    Publication.objects.update(publish_at=None)
    ProfileLink.objects.update(audience="public")
    Employer.objects.update(alias="")
    Project.objects.update(alias="")
