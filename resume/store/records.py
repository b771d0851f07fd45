"""A document as a flat list of records, in an order in which they can be written.

The three sides of an import (the file, the last import, the database as it is) are documents; each
is laid flat by the same function, so that they are compared like with like.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from resume import evidence, models
from resume.document import schema
from resume.document.written import follow

# The fields of each kind of record that hold a value of their own.
PRINTED = ("lead", "written", "extras")
FIELDS: dict[str, tuple[str, ...]] = {
    "Profile": ("name", "name_kana", "title", "language", "date_style", "extras"),
    "Section": ("title", "style", "layout", "separator", "holds", "body", "extras"),
    "Employer": ("name", "alias", "aliases", "url", "business", "size", "body"),
    "ProfileLink": ("label", "kind", "url", "value", "audience", *PRINTED),
    "Position": ("role", "employment", "start", "end", "duration", "body", *PRINTED),
    "Project": (
        "title",
        "alias",
        "start",
        "end",
        "body",
        "facts",
        "facts_layout",
        "featured",
        *PRINTED,
    ),
    "Skill": ("name", "claim", "context", "level", "aliases", *PRINTED),
    "Publication": ("title", "kind", "url", "venue", "authors", "doi", "date", *PRINTED),
    "Education": ("institution", "area", "outcome", "start", "end", *PRINTED),
    "Certification": ("name", "note", "issuer", "date", "expires", "url", *PRINTED),
    "Award": ("name", "note", "awarder", "date", *PRINTED),
}
# The field that names a record, in the order in which kinds are written.
NAMES = {
    "Profile": "name",
    "Employer": "name",
    "Section": "title",
    "ProfileLink": "label",
    "Publication": "title",
    "Position": "role",
    "Skill": "name",
    "Project": "title",
    "Education": "institution",
    "Certification": "name",
    "Award": "name",
}
# What a record says where its document does not say it.
DEFAULTS = {
    kind: {each.name: each.default for each in fields(getattr(schema, kind))} for kind in FIELDS
}
EMPTY: tuple[Any, ...] = ("", None, (), {}, False)


@dataclass(eq=False)
class Record:
    """One record of a document: its values, what it stands in, and its place there.

    `container` is the section, the stint, the position or the whole skill that it stands in. `row`
    is its row, where it has one. A publication that `is_cited` is known by a link in a text
    only; an employer that `is_idle` has no position; a text that `is_followed` was parsed already.
    """

    kind: str
    key: str
    values: dict[str, Any]
    status: str = ""
    container: "Record | None" = None
    employer: "Record | None" = None
    order: int = 0
    place: int = 0
    skills: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    cited: list["Record"] = field(default_factory=list)
    is_followed: bool = False
    is_cited: bool = False
    is_idle: bool = False
    number: int = 1
    part: Any = None
    row: Any = None

    @cached_property
    def name(self) -> str:
        """What the record is called in a report."""
        own = str(self.values.get(NAMES[self.kind], ""))
        if self.kind == "Position" and self.employer:
            return " ".join(filter(None, [self.employer.name, own]))
        if self.kind == "Profile":
            return own or self.values["title"] or str(models.Profile._meta.verbose_name)
        return own or (self.container.name if self.container else "")

    @cached_property
    def within(self) -> tuple[str, ...]:
        """The names of what the record stands in, outermost first."""
        return (*self.container.within, self.container.name) if self.container else ()

    @cached_property
    def path(self) -> str:
        """Where the record stands, by names: stable from one reading of a file to the next."""
        above = self.container.path if self.container else ""
        start = self.values.get("start", "")
        if self.kind == "Profile":
            return ""
        return f"{above}/{self.name}" + (f"@{start}" if start else "")

    @property
    def identity(self) -> str:
        """What names the record in one document, and in a dry run as in the run after it."""
        return f"{self.kind}{self.path}" + (f"#{self.number}" if self.number > 1 else "")

    @cached_property
    def depth(self) -> int:
        """How many containers the record stands in."""
        return 1 + self.container.depth if self.container else 0

    @property
    def told(self) -> dict[str, str]:
        """What the record's line as written may tell, by the names of its fields."""
        model = getattr(models, self.kind)
        names = {*model.line_fields, *model.told_fields}
        if any(not value for _label, value in self.values.get("facts", ())):
            names -= {"start", "end"}
        told = {name: str(self.values[name] or "") for name in sorted(names)}
        return {**told, "employer": self.employer.name} if self.employer else told

    def line_as(self, other: "Record") -> str:
        """Return the line as written with what `other` has in place of its own fields."""
        return follow(str(self.values["written"]), self.told, other.told)

    def says(self, name: str) -> bool:
        """True when the document gives the field a value that is not the usual one."""
        value = self.values[name]
        return value not in EMPTY and value != DEFAULTS[self.kind].get(name)


@dataclass
class Records:
    """The records of one document, containers before what they hold."""

    all: list[Record] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Record]:
        """Return the records of some kinds, in their order."""
        return [record for record in self.all if record.kind in kinds]


def lay_flat(resume: schema.Resume, known: Collection[str] | None = None) -> Records:
    """Return the records of `resume`. An employer named twice is one record.

    With `known`, the canonical URLs of the publications that there are, what the texts of projects
    link to is added: publications are told by their address, known ones whatever it looks like.
    """
    found = _Flattener().resume(resume)
    if known is not None:
        _add_cited(found, known)
    numbers: Counter[str] = Counter()
    for record in found.all:
        numbers[record.kind + record.path] += 1
        record.number = numbers[record.kind + record.path]
    return found


def with_keys(resume: schema.Resume, records: Iterable[Record]) -> schema.Resume:
    """Return `resume` with the address of its row in each part that has one."""
    keys = {id(record.part): str(record.row.slug) for record in records if record.row is not None}
    keyed: schema.Resume = _with_keys(resume, keys)
    return keyed


def _with_keys(part: Any, keys: dict[int, str]) -> Any:
    if isinstance(part, tuple):
        return tuple(_with_keys(each, keys) for each in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    values = {each.name: _with_keys(getattr(part, each.name), keys) for each in fields(part)}
    if "key" in values and id(part) in keys:
        values["key"] = keys[id(part)]
    return replace(part, **values)


class _Flattener:
    def __init__(self) -> None:
        self.found = Records()
        self.employers: dict[tuple[str, str], Record] = {}

    def resume(self, resume: schema.Resume) -> Records:
        self.add(resume.profile, kind="Profile")
        for order, section in enumerate(resume.sections, 1):
            self.section(section, None, order)
        for item in resume.unlisted:
            self.item(item, None, 0, 0)
        return self.found

    def section(self, section: schema.Section, container: Record | None, order: int) -> None:
        record = self.add(section, kind="Section", container=container, order=order)
        self.children(section.children, record)

    def children(self, children: tuple[Any, ...], container: Record) -> None:
        for order, child in enumerate(children, 1):
            if isinstance(child, schema.Section):
                self.section(child, container, order)
                continue
            for place, item in enumerate(child.items):
                self.item(item, container, order, place)

    def item(self, item: Any, container: Record | None, order: int, place: int) -> None:
        """Add an item, and below it what is part of it."""
        kind = type(item).__name__
        employer = self.employer(item.employer) if isinstance(item, schema.Position) else None
        record = self.add(
            item, kind=kind, container=container, employer=employer, order=order, place=place
        )
        if isinstance(item, schema.Position):
            for number, part in enumerate(item.roles, 1):
                self.item(part, record, number, 0)
            for number, project in enumerate(item.projects, 1):
                self.item(project, record, number, 0)
        elif isinstance(item, schema.Skill):
            self.children(item.lines, record)

    def employer(self, employer: schema.Employer) -> Record:
        identity = (employer.key, "" if employer.key else "".join(employer.name.split()))
        if identity not in self.employers:
            self.employers[identity] = self.add(employer, kind="Employer")
        return self.employers[identity]

    def add(self, part: Any, *, kind: str, **places: Any) -> Record:
        record = Record(
            kind=kind,
            key=getattr(part, "key", ""),
            values={name: _stored(kind, name, getattr(part, name)) for name in FIELDS[kind]},
            status=getattr(part, "status", ""),
            skills=tuple(getattr(part, "skills", ())),
            publications=tuple(getattr(part, "publications", ())),
            part=part,
            **places,
        )
        self.found.all.append(record)
        return record


def _add_cited(records: Records, known: Collection[str]) -> None:
    """Note which publications the texts of projects link to; add those that are not listed."""
    by_url = {each.values["url"]: each for each in records.of("Publication") if each.values["url"]}
    for project in records.of("Project"):
        for citation in evidence.citations(project.values["body"]):
            # A text that the parser does not follow to its end has no links.
            project.is_followed = True
            if citation.url not in by_url:
                if not citation.kind and citation.url not in known:
                    continue
                title = citation.title[:300] or citation.url[:300]
                kind = citation.kind or "other"
                part = schema.Publication(title=title, kind=kind, url=citation.url)
                values = {
                    name: _stored("Publication", name, getattr(part, name))
                    for name in FIELDS["Publication"]
                }
                by_url[citation.url] = Record("Publication", "", values, is_cited=True)
                records.all.append(by_url[citation.url])
            if by_url[citation.url] not in project.cited:
                project.cited.append(by_url[citation.url])


def _stored(kind: str, name: str, value: Any) -> Any:
    """Return a value as the database keeps it; one that no field takes stays as it is."""
    if name == "facts":
        return tuple(
            (_clean("ProjectFact", "label", fact.label), _clean("ProjectFact", "value", fact.value))
            for fact in value
        )
    return _clean(kind, name, "\n".join(value) if name == "aliases" else value)


def _clean(kind: str, name: str, value: Any) -> Any:
    model_field = _FIELDS[kind, name]
    try:
        return model_field.to_python(value)
    except ValidationError:
        return value  # refused, with its reason, when the record is checked


_FIELDS = {
    (kind, name): getattr(models, kind)._meta.get_field(name)
    for kind, names in {**FIELDS, "ProjectFact": ("label", "value")}.items()
    for name in names
    if name != "facts"
}
