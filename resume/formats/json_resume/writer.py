"""A document as the standard keys, and our own key with what they cannot say.

Our key holds the tree of the résumé: sections, lines, items. An item that has an entry in a
standard list points to it ("at", and its mark), and holds the fields alone that a reader would not
get from the entry. So an entry changed by hand changes the item, and no fact stands twice.
"""

from dataclasses import fields, replace
from typing import Any

from resume.document.codec import KIND
from resume.document.schema import (
    Employer,
    Item,
    Line,
    Position,
    Profile,
    Project,
    Resume,
    Section,
    Skill,
)

from . import bodies, kept, official, spellings, standard
from .entries import Entry, Slot, Values
from .marks import mark
from .parts import plain
from .slots import slot_of

Node = dict[str, Any]
VERSION = 1
LANGUAGE = "en"  # of the labels that need not be said
PARTS = ("extras", "employer", "roles", "projects")  # said in other ways than as a field


def data_of(resume: Resume) -> dict[str, Any]:
    """Return the whole file of a document as JSON values."""
    writer = _Writer(resume)
    sections = [writer.section(section) for section in resume.sections]
    unlisted = [writer.item(item) for item in resume.unlisted]
    data, claimed = kept.write(resume.profile, writer.summary or "", writer.entries)
    is_known = not data or not data.keys().isdisjoint(official.names())
    has_keys = any(item.key for item in resume.items())  # no standard key says one
    if is_known and not has_keys and standard.read(data) == resume:
        return data
    ours: Node = {"version": VERSION}
    base = kept.profile(data, claimed, "ja")
    parts = {
        "profile": profile_node(resume.profile, base),
        "employers": [plain(employer) for employer in writer.employers],
        "sections": sections,
        "unlisted": unlisted,
    }
    ours.update({name: part for name, part in parts.items() if part})
    data[kept.META] = {**data.get(kept.META, {}), kept.OUR_KEY: ours}
    return data


def profile_node(profile: Profile, base: Profile) -> Node:
    """Return what the standard keys do not say of the profile."""
    return changed_fields(profile, base) | extras_node(profile.extras, base.extras)


def changed_fields(part: Any, base: Any) -> Node:
    """Return the fields of a part that a reader of the entry alone would get wrong."""
    return {
        each.name: plain(getattr(part, each.name))
        for each in fields(part)
        if each.name not in PARTS and getattr(part, each.name) != getattr(base, each.name)
    }


def extras_node(extras: Entry, base: Entry) -> Node:
    """Return what to add to the extras that the entry gives, and what to take from them.

    What is taken is written with its value: changed by hand, it says something new.
    """
    more = {
        key: value for key, value in extras.items() if key not in base or not same(base[key], value)
    }
    less = {key: value for key, value in base.items() if key not in extras}
    return ({"extras": more} if more else {}) | ({"without": less} if less else {})


def same(one: Any, other: Any) -> bool:
    """True for the same JSON value: Python takes 1, 1.0 and True for one another."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def values_of(slot: Slot, item: Item) -> Values:
    """Return the values of the fields that a slot tells; those of its employer, too."""
    names = [name for group in slot.groups for name in group.fields]
    return {
        name: getattr(item.employer, name.removeprefix("employer."))
        if isinstance(item, Position) and "." in name
        else getattr(item, name)
        for name in names
    }


class _Writer:
    def __init__(self, resume: Resume) -> None:
        self.entries: dict[str, list[Entry]] = {}
        self.employers: list[Employer] = []
        self.numbers: dict[Employer, int] = {}
        self.summary: str | None = None
        self.names = {
            item.key: item.name for item in resume.items() if isinstance(item, Skill) and item.key
        }

    def section(self, section: Section) -> Node:
        """Return the node of a section; the text of the first summary is in the basics."""
        node: Node = plain(replace(section, children=()))
        if section.holds == "summary" and section.body and self.summary is None:
            written = section.extras.get("summary")
            is_kept = isinstance(written, str) and bodies.with_line_feeds(written) == section.body
            self.summary = written if is_kept else section.body
            if bodies.with_line_feeds(self.summary or "") == section.body:
                extras = dict(section.extras)
                if is_kept and written != section.body:
                    del extras["summary"]  # It is what stands in the basics.
                node = plain(replace(section, children=(), body="", extras=extras))
                node["at"] = "basics.summary"
        children = [
            self.line(child) if isinstance(child, Line) else self.section(child)
            for child in section.children
        ]
        return node | ({"children": children} if children else {})

    def line(self, line: Line) -> list[Node]:
        return [self.item(item) for item in line.items]

    def item(self, item: Item, employer: str = "") -> Node:
        """Return the node of an item, whose entry is added to its list."""
        slot = slot_of(item)
        entry = slot.write(values_of(slot, item), item.extras) if slot else {}
        entry = spellings.without_older(slot.name, entry) if slot else {}
        if slot and entry and not (slot.is_single and slot.name in self.entries):
            if isinstance(item, Project):
                entry = self.related(item, employer) | entry
            self.entries.setdefault(slot.name, []).append(entry)
            base = standard.make(slot, *slot.read(entry), LANGUAGE)
            node = {"at": slot.name, "mark": mark(slot, entry)}
            node |= changed_fields(item, base) | extras_node(item.extras, base.extras)
        else:
            whole = item
            if isinstance(item, Position):
                whole = replace(item, roles=(), projects=())
            node = {KIND: type(item).__name__} | plain(whole)
        return node | self.parts(item) if isinstance(item, Position) else node

    def parts(self, item: Position) -> Node:
        """Return what stands in a position: its employer by number, its roles and projects."""
        node: Node = {"employer": self.number(item.employer)}
        name = item.employer.name
        if item.roles:
            node["roles"] = [self.item(role) for role in item.roles]
        if item.projects:
            node["projects"] = [self.item(project, name) for project in item.projects]
        return node

    def number(self, employer: Employer) -> int:
        if employer not in self.numbers:
            self.numbers[employer] = len(self.employers)
            self.employers.append(employer)
        return self.numbers[employer]

    def related(self, project: Project, employer: str) -> Entry:
        """Return what other records say about a project: where it was done, and its skills."""
        names = [self.names[key] for key in project.skills if key in self.names]
        return ({"entity": employer} if employer else {}) | ({"keywords": names} if names else {})
