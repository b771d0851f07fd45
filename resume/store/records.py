"""A document as a flat list of records, in an order in which they can be written.

The three sides of an import (the file, the last import, the database as it is) are documents; each
is laid flat by the same function, so that they are compared like with like.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from resume.document import schema

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


@dataclass(eq=False)
class Record:
    """One record of a document: its values, what it stands in, and its place there.

    `container` is the section, the stint, the position or the whole skill that it stands in.
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

    @property
    def name(self) -> str:
        """What the record is called in a report."""
        own = str(self.values.get(NAMES[self.kind], ""))
        if self.kind == "Position" and self.employer:
            return " ".join(filter(None, [self.employer.name, own]))
        return own or (self.container.name if self.container else "")

    @property
    def within(self) -> tuple[str, ...]:
        """The names of what the record stands in, outermost first."""
        return (*self.container.within, self.container.name) if self.container else ()

    @property
    def path(self) -> str:
        """Where the record stands, by names: stable from one reading of a file to the next."""
        above = self.container.path if self.container else ""
        start = self.values.get("start", "")
        return f"{above}/{self.name}" + (f"@{start}" if start else "")


@dataclass
class Records:
    """The records of one document, containers before what they hold."""

    all: list[Record] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Record]:
        """Return the records of some kinds, in their order."""
        return [record for record in self.all if record.kind in kinds]


def lay_flat(resume: schema.Resume) -> Records:
    """Return the records of `resume`. An employer named twice is one record."""
    return _Flattener().resume(resume)


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
        identity = (employer.key, "".join(employer.name.split()))
        if identity not in self.employers:
            self.employers[identity] = self.add(employer, kind="Employer")
        return self.employers[identity]

    def add(self, part: Any, *, kind: str, **places: Any) -> Record:
        values = {name: _plain(part, name) for name in FIELDS[kind]}
        record = Record(
            kind=kind,
            key=getattr(part, "key", ""),
            values=values,
            status=getattr(part, "status", ""),
            skills=tuple(getattr(part, "skills", ())),
            publications=tuple(getattr(part, "publications", ())),
            **places,
        )
        self.found.all.append(record)
        return record


def _plain(part: Any, name: str) -> Any:
    """Return a value as the database keeps it."""
    value = getattr(part, name)
    if name == "aliases":
        return "\n".join(value)
    if name == "facts":
        return tuple((fact.label, fact.value) for fact in value)
    return value


def siblings(records: Records) -> Iterator[tuple[Record | None, list[Record]]]:
    """Yield each container with the records that stand in it in numbered lines."""
    found: dict[int, tuple[Record | None, list[Record]]] = {}
    for record in records.all:
        if record.order:
            found.setdefault(id(record.container), (record.container, []))[1].append(record)
    yield from found.values()
