"""From the database to the document: the one way by which facts leave for a résumé page or file.

What the audience may not see is gone when the document is made; no renderer ever holds it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, cached_property
from itertools import groupby
from typing import Any

from django.db.models import Value

from resume import models
from resume.document import schema
from resume.document.badges import BADGES, badges_tell
from resume.document.lines import tells_its_items
from resume.models import Audience
from resume.models.aliases import names, official_name
from resume.models.base import Named
from resume.models.statements import Statement

from . import items
from .privacy import names_hidden, public_extras

CONTACT_KINDS = (
    models.ProfileLink.Kind.EMAIL,
    models.ProfileLink.Kind.PHONE,
    models.ProfileLink.Kind.ADDRESS,
)
# The kinds whose lines as written may name another record of the kind.
NAMED_IN_LINES = (
    models.ProfileLink,
    models.Skill,
    models.Publication,
    models.Education,
    models.Certification,
    models.Award,
)
Rows = dict[int | None, list[Any]]


def load_resume(
    audience: Audience = Audience.PUBLIC,
    drafts: bool = False,
    profile: models.Profile | None = None,
) -> schema.Resume:
    """Return the résumé that `audience` may see, in the owner's order.

    Records without a section follow as `unlisted`. With `drafts`, records count whatever their
    status, as a file of one's own needs them; what is private stays out all the same: contact
    facts, unlisted accounts, official names behind an alias and the drafts that name them.
    Thirteen queries, whatever the number of rows; one less for who has read the `profile` already.
    """
    return Loader(audience, drafts).resume(profile)


class Loader:
    """The rows of every table, read once, by what they stand in; `tables` has them by kind."""

    def __init__(self, audience: Audience, drafts: bool = False) -> None:
        self.audience = audience
        self.drafts = drafts
        self.tables: dict[str, list[Any]] = {}
        self.names_shown = audience == Audience.OWNER
        self.hidden: list[str] = []
        sections = self.read(models.Section)
        positions = self.read(models.Position)
        employers = {row.pk: row for row in EMPLOYERS.rows()}
        for row in positions:
            row.employer = employers[row.employer_id]
        projects = self.read(models.Project)
        self.facts = _by("project_id", FACTS.rows())
        self.hidden = [
            name
            for name in map(official_name, [*projects, *(row.employer for row in positions)])
            if name and not self.names_shown
        ]
        skills = self.read(models.Skill)
        publications = self.read(models.Publication)
        listed = [
            *self.read(models.ProfileLink),
            *(row for row in positions if not row.parent_id),
            *(row for row in projects if not row.position_id),
            *(row for row in skills if not row.parent_id),
            *publications,
            *self.read(models.Education),
            *self.read(models.Certification),
            *self.read(models.Award),
        ]
        if drafts and not self.names_shown:
            for row in [*listed, *sections, *positions, *projects, *skills]:
                row.is_visible = self.is_open(row)
        self.listed = _by("section_id", listed)
        self.subsections = _by("parent_id", sections)
        self.roles = _by("parent_id", positions)
        self.projects = _by("position_id", projects)
        self.parts = _by("parent_id", skills)
        slugs = {"skill": _slugs(skills), "publication": _slugs(publications)}
        self.references = _references(slugs)

    @cached_property
    def unseen(self) -> dict[str, list[str]]:
        """The names of what the audience may not see, by kind."""
        return {
            model.__name__: [
                getattr(row, model.name_field)
                for row in self.tables[model.__name__]
                if not row.is_visible
            ]
            for model in NAMED_IN_LINES
        }

    def read(self, model: type[Named]) -> list[Any]:
        """Return all rows, each marked with whether the audience may see it.

        Hidden ones are needed to form the lines that they are then dropped from.
        """
        found = list(_all_marked(model, self.audience).rows())
        self.tables[model.__name__] = found
        return found

    def resume(self, profile: models.Profile | None = None) -> schema.Resume:
        """Return the document of the rows; `profile` is its row where it was read already."""
        profile = profile or models.Profile.objects.current()
        self.tables["Profile"] = [profile] if profile.pk else []
        return schema.Resume(
            profile=self.profile(profile),
            sections=tuple(section for _order, section in self.sections(parent=None)),
            unlisted=tuple(item for row in self.listed[None] for item in self.line([row]).items),
        )

    def is_open(self, row: Any) -> bool:
        """True for a row that is private for no other reason than that it is a draft."""
        if isinstance(row, models.ProfileLink):
            listed = row.section_id and row.kind not in CONTACT_KINDS
            return bool(row.audience == Audience.PUBLIC or listed)
        texts = row.public_texts().values() if self.hidden else ()
        return row.is_visible or not any(names(text, n) for text in texts for n in self.hidden)

    def extras(self, row: Any) -> dict[str, Any]:
        """Return what a file said beyond the fields, unless it names what an alias hides.

        What is private in it is for the owner alone.
        """
        extras = dict(row.extras) if self.names_shown else public_extras(row.extras)
        if extras and self.hidden:
            text = json.dumps(extras, ensure_ascii=False)
            if any(names(text, name) for name in self.hidden):
                return {}
        return extras

    def profile(self, row: models.Profile) -> schema.Profile:
        return replace(items.profile(row), extras=self.extras(row))

    def sections(self, parent: int | None) -> Iterator[tuple[int, schema.Section]]:
        """Yield (order, section) of the visible sections in `parent`.

        One that is empty because all it holds is hidden is left out.
        """
        for row in self.subsections[parent]:
            if not row.is_visible:
                continue
            children = [*self.lines(self.listed[row.pk]), *self.sections(row.pk)]
            holds_rows = self.listed[row.pk] or self.subsections[row.pk]
            if children or row.body or not holds_rows:
                children.sort(key=lambda numbered: numbered[0])
                section = items.section(row, tuple(child for _order, child in children))
                if BADGES in row.extras and not (self.names_shown or badges_tell(section)):
                    section = replace(section, body="")  # one shows what they may not see
                status = row.status if self.names_shown else ""
                yield row.order, replace(section, status=status, extras=self.extras(row))

    def lines(self, rows: list[Any]) -> Iterator[tuple[int, schema.Section | schema.Line]]:
        """Yield (order, line) of what is visible."""
        rows = sorted(rows, key=lambda row: (row.order, row.place))
        for order, group in groupby(rows, key=lambda row: row.order):
            line = self.line(list(group))
            if line.items:
                yield order, line

    def line(self, rows: list[Any]) -> schema.Line:
        """Return what is visible of the rows of a line.

        The owner sees a line as it was written. For all others it is to be composed anew once it
        lost an item, or where it tells of what they may not see.
        """
        items = tuple(self.item(row) for row in rows if row.is_visible)
        line = schema.Line(items)
        if not line.written or self.names_shown:
            return line
        kinds = {type(item).__name__ for item in items}
        hidden = [name for kind in kinds for name in self.unseen.get(kind, ())]
        if len(items) == len(rows) and tells_its_items(line) and not names_hidden(line, hidden):
            return line
        return schema.Line(tuple(replace(item, written="") for item in items))

    def item(self, row: Any) -> schema.Item:
        """Return the row as an item, with its parts and references."""
        item: schema.Item
        match row:
            case models.Position():
                roles = tuple(self.item(each) for each in self.visible(self.roles[row.pk]))
                projects = tuple(self.item(each) for each in self.visible(self.projects[row.pk]))
                item = items.position(row, roles, projects, self.names_shown)
            case models.Project():
                item = items.project(row, self.facts[row.pk], self.references, self.names_shown)
            case models.Skill():
                lines = tuple(line for _order, line in self.lines(self.parts[row.pk]))
                item = items.skill(row, lines)
            case models.Publication():
                item = items.publication(row, self.references)
            case _:
                item = items.BUILDERS[type(row)](row)
        status = getattr(row, "status", "") if self.names_shown else ""
        words = {"key": row.slug, "lead": row.lead, "written": row.written}
        return replace(item, status=status, extras=self.extras(row), **words)

    def visible(self, rows: list[Any]) -> list[Any]:
        return sorted((row for row in rows if row.is_visible), key=lambda row: row.order)


@cache
def _all_marked(model: type[Named], audience: Audience) -> Statement:
    return Statement(lambda: model.objects.with_visibility(audience))  # type: ignore[no-untyped-call]


# Composed once: a query that Django composes anew costs as much as reading fifty rows.
EMPLOYERS = Statement(lambda: models.Employer.objects.all())
FACTS = Statement(lambda: models.ProjectFact.objects.all())
REFERENCES = Statement(lambda: _references_of_every_row())


def _by(name: str, rows: Iterable[Any]) -> Rows:
    grouped: Rows = defaultdict(list)
    for row in rows:
        grouped[getattr(row, name)].append(row)
    return grouped


def _slugs(rows: Iterable[Any]) -> set[str]:
    return {row.slug for row in rows if row.is_visible}


def _references(visible: dict[str, set[str]]) -> items.References:
    """Return what projects and publications are linked to."""
    found: items.References = defaultdict(list)
    for relation, slug, target in REFERENCES.tuples():
        if target in visible[relation.rpartition(" ")[2]]:
            found[relation, slug].append(target)
    return found


def _references_of_every_row() -> Any:
    """Return the query of (relation, slug, slug of what it is linked to), of the three tables."""
    tables = (
        (models.Project, "skill"),
        (models.Project, "publication"),
        (models.Publication, "skill"),
    )
    queries = [
        getattr(model, f"{word}s").through.objects.values_list(
            Value(f"{model._meta.model_name} {word}"),
            f"{model._meta.model_name}__slug",
            f"{word}__slug",
        )
        for model, word in tables
    ]
    return queries[0].union(*queries[1:])
