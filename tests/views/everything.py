"""A site on which every kind of record exists, linked to every other, `count` times."""

import datetime

from django.utils import timezone

from tests.factories import (
    make_award,
    make_certification,
    make_education,
    make_employer,
    make_fact,
    make_position,
    make_post,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
    make_section,
    make_skill,
)


def make_everything(count):
    """Make the rows and return {kind: the first record of that kind}."""
    make_profile(title="")
    found = {}
    for number in range(count):
        section = make_section(title=f"見出し {number}", order=number)
        make_profile_link(section=section, order=5)
        make_education(section=section)
        make_certification(section=section)
        make_award(section=section)
        records = make_linked(section, count)
        found = found or records
    return found


def make_linked(section, count):
    """Make an employer with its work and writing, `count` of each, all linked."""
    employer = make_employer(body="本文", url="https://example.com/employer")
    stint = make_position(employer=employer, section=section, body="本文", start="2020")
    roles = [
        make_position(employer=employer, parent=stint, role=f"役割{number}", order=number)
        for number in range(count)
    ]
    projects = [
        make_project(position=position, featured=True, order=number)
        for number in range(count)
        for position in (stint, *roles)
    ]
    skill = make_skill(section=section, claim="3年")
    skills = [skill, *(make_skill(parent=skill, order=number) for number in range(count))]
    day = timezone.now() - datetime.timedelta(days=1)
    posts = [make_post(publish_at=day) for _ in range(count)]
    # The newest writing is of both kinds.
    today = str(timezone.localdate())
    publications = [
        make_publication(section=section, date="2022-08" if number else today)
        for number in range(count)
    ]
    for project in projects:
        make_fact(project=project)
        project.skills.set(skills)
        project.publications.set(publications)
    for publication in publications:
        publication.skills.set(skills)
    for post in posts:
        post.skills.set(skills)
        post.projects.set(projects)
        post.publications.set(publications)
    return {
        "employer": employer,
        "project": projects[0],
        "skill": skill,
        "skill-matrix": skill,
        "category-matrix": section,
        "publication": publications[0],
        "post": posts[0],
    }
