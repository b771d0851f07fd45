"""Rows as items of the document, one function a kind.

`names_shown` is true for the owner's own document only: everybody else gets public names.
"""

from collections.abc import Callable
from typing import Any

from resume import models
from resume.document import schema
from resume.document.dates import DateStyle

References = dict[tuple[str, str], list[str]]


def profile(row: models.Profile) -> schema.Profile:
    return schema.Profile(
        name=row.name,
        name_kana=row.name_kana,
        title=row.title,
        language=row.language,
        date_style=DateStyle(row.date_style),
    )


def section(
    row: models.Section, children: tuple[schema.Section | schema.Line, ...]
) -> schema.Section:
    return schema.Section(
        key=row.slug,
        title=row.title,
        style=row.style,
        layout=row.layout,
        separator=row.separator,
        holds=row.holds,
        body=row.body,
        children=children,
    )


def employer(row: models.Employer, names_shown: bool) -> schema.Employer:
    hidden = bool(row.alias) and not names_shown
    return schema.Employer(
        key=row.slug,
        name=row.public_name if hidden else row.name,
        alias="" if hidden else row.alias,
        aliases=tuple(row.aliases.splitlines()) if names_shown else (),
        url="" if hidden else row.url or "",
        business=row.business,
        size=row.size,
        body=row.body,
    )


def position(
    row: models.Position,
    roles: tuple[schema.Item, ...],
    projects: tuple[schema.Item, ...],
    names_shown: bool,
) -> schema.Position:
    return schema.Position(
        employer=employer(row.employer, names_shown),
        role=row.role,
        employment=row.employment,
        start=row.start,
        end=row.end,
        duration=row.duration,
        body=row.body,
        roles=tuple(role for role in roles if isinstance(role, schema.Position)),
        projects=tuple(each for each in projects if isinstance(each, schema.Project)),
    )


def project(
    row: models.Project,
    facts: list[models.ProjectFact],
    references: References,
    names_shown: bool,
) -> schema.Project:
    hidden = bool(row.alias) and not names_shown
    return schema.Project(
        title=row.public_name if hidden else row.title,
        alias="" if hidden else row.alias,
        start=row.start,
        end=row.end,
        body=row.body,
        facts=tuple(schema.Fact(label=fact.label, value=fact.value) for fact in facts),
        facts_layout=row.facts_layout,
        featured=row.featured,
        skills=tuple(sorted(references["project skill", row.slug])),
        publications=tuple(sorted(references["project publication", row.slug])),
    )


def skill(row: models.Skill, lines: tuple[schema.Section | schema.Line, ...]) -> schema.Skill:
    return schema.Skill(
        name=row.name,
        claim=row.claim,
        context=row.context,
        level=row.level,
        aliases=tuple(row.aliases.splitlines()),
        lines=tuple(line for line in lines if isinstance(line, schema.Line)),
    )


def publication(row: models.Publication, references: References) -> schema.Publication:
    return schema.Publication(
        title=row.title,
        kind=row.kind,
        url=row.url or "",
        venue=row.venue,
        authors=row.authors,
        doi=row.doi,
        date=row.date,
        skills=tuple(sorted(references["publication skill", row.slug])),
    )


def profile_link(row: models.ProfileLink) -> schema.ProfileLink:
    return schema.ProfileLink(
        label=row.label,
        kind=row.kind,
        url=row.url or "",
        value=row.value,
        audience=row.audience,
    )


def education(row: models.Education) -> schema.Education:
    return schema.Education(
        institution=row.institution,
        area=row.area,
        outcome=row.outcome,
        start=row.start,
        end=row.end,
    )


def certification(row: models.Certification) -> schema.Certification:
    return schema.Certification(
        name=row.name,
        note=row.note,
        issuer=row.issuer,
        date=row.date,
        expires=row.expires,
        url=row.url or "",
    )


def award(row: models.Award) -> schema.Award:
    return schema.Award(name=row.name, note=row.note, awarder=row.awarder, date=row.date)


BUILDERS: dict[type, Callable[[Any], schema.Item]] = {
    models.ProfileLink: profile_link,
    models.Education: education,
    models.Certification: certification,
    models.Award: award,
}
