"""A document from the standard keys and our own key: what the writer wrote, and the edits since."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from resume.document.dates import Period
from resume.document.schema import Item, Position, Profile, Resume, Section
from resume.document.source import SourceError, gettext_noop

from . import bodies, kept, standard
from .additions import additions
from .employers import Employers, Stay
from .kept import PROFILE, Data
from .marks import mark, pair
from .overlay import NOT_FIELDS, Told, extras_of, taken, tell
from .parts import PLACE, build, class_of, refusal, value
from .slots import CONTACT, SLOTS, WORK
from .tree import Box, Neighbours, Placed, Row, in_file_order, join_position
from .writer import LANGUAGE, VERSION, Node

PARTS_OF_POSITION = ("employer", "roles", "projects")


def read(data: Data) -> Resume:
    """Return the document of a file with our own key. Raises SourceError for one that is broken."""
    ours = data[kept.META][kept.OUR_KEY]
    if not isinstance(ours, dict):
        raise refusal(ours)
    if ours.get("version") != VERSION:
        message = gettext_noop("The version “%(value)s” of this key is not known here.")
        raise SourceError(message, {"value": str(ours.get("version"))[:80]}, PLACE)
    return _Reader(data, ours).resume()


class _Reader:
    def __init__(self, data: Data, ours: Node) -> None:
        self.data = data
        self.ours = ours
        self.entries = {name: kept.entries_of(data, slot) for name, slot in SLOTS.items()}
        self.employers = Employers(_list(ours, "employers"))
        self.indices: dict[int, int | None] = {}  # by the id of a node that has an entry
        self.told: dict[int, Told] = {}
        self.stays: dict[int, Stay] = {}
        self.has_summary = False
        self.orphans: list[Placed] = []
        self.claims: dict[str, list[Node]] = {}
        self.claim()

    def resume(self) -> Resume:
        """Return the whole document."""
        root = Box(None, [self.section(node) for node in _list(self.ours, "sections")])
        placed = [self.item(node) for node in _list(self.ours, "unlisted")]
        unlisted = Box(None, [Row([each]) for each in placed if each])
        whole = Box(None, [root, unlisted])
        for box in whole.boxes():
            box.sort()
        claimed = self.claimed()
        language = self.profile(claimed).language
        neighbours = Neighbours(root, unlisted, language)
        new = additions(self.entries, claimed, self.employers, language)
        for each in [*self.orphans, *new]:
            if each.slot in [slot.name for slot in CONTACT]:
                unlisted.children.append(Row([each]))
            elif not join_position(root, each):
                neighbours.add(each)
        return Resume(
            profile=self.profile(claimed),
            sections=tuple(box.finished() for box in root.children if isinstance(box, Box)),
            unlisted=tuple(item for row in unlisted.rows() for item in row.line().items),
        )

    def claim(self) -> None:
        """Find the entry of every node that has one, and what the two tell together."""
        nodes: dict[str, list[tuple[Node, bool]]] = {}
        for node, in_stint in self.nodes():
            name = node["at"]
            if not isinstance(name, str) or name not in SLOTS:
                raise refusal(name, f"{PLACE}.at")
            nodes.setdefault(name, []).append((node, in_stint))
        for name, found in nodes.items():
            slot, entries = SLOTS[name], self.entries[name]
            self.claims[name] = [node for node, _in_stint in found]
            marks = [str(node.get("mark", "")) for node, _in_stint in found]
            indices = pair(marks, [mark(slot, entry) for entry in entries])
            for (node, in_stint), index in zip(found, indices, strict=True):
                self.indices[id(node)] = index
                if index is None:
                    continue
                number = self.employers.number(node) if slot is WORK else 0
                outside = self.employers.values(number) if slot is WORK else {}
                told = self.told[id(node)] = tell(slot, entries[index], node, outside)
                if slot is WORK:
                    self.stays[id(node)] = Stay(number, told, in_stint)
        self.employers.settle(list(self.stays.values()))

    def nodes(self) -> Iterator[tuple[Node, bool]]:
        """Yield each node that has an entry, in the order of the document; True inside a stint."""
        waiting: list[tuple[Any, bool]] = [
            (self.ours.get(name, []), False) for name in ("unlisted", "sections")
        ]
        while waiting:
            node, in_stint = waiting.pop()
            if isinstance(node, list):
                waiting += [(each, in_stint) for each in reversed(node)]
            elif isinstance(node, dict):
                if "at" in node and "mark" in node:
                    yield node, in_stint
                parts = (("projects", False), ("roles", True), ("children", False))
                waiting += [(node[name], inside) for name, inside in parts if name in node]
            else:
                raise refusal(node)

    def section(self, node: Any) -> Box:
        """Return a section with its children."""
        if not isinstance(node, dict):
            raise refusal(node)
        fields = {name: each for name, each in node.items() if name not in ("children", "at")}
        section: Section = build(Section, fields)
        if "at" in node:
            self.has_summary = True
            written = self.data.get("basics", {}).get("summary", "")
            section = replace(section, body=bodies.with_line_feeds(written))
            if section.body != written:
                section = replace(section, extras={**section.extras, "summary": written})
        children: list[Row | Box] = []
        for child in _list(node, "children"):
            children.append(self.row(child) if isinstance(child, list) else self.section(child))
        return Box(section, children)

    def row(self, nodes: list[Any]) -> Row:
        placed = [self.item(node) for node in nodes]
        return Row([each for each in placed if each], whole=all(placed))

    def item(self, node: Any) -> Placed | None:
        """Return the item of a node, or None where its entry is gone."""
        if not isinstance(node, dict):
            raise refusal(node)
        if id(node) in self.indices:
            return self.backed(node, self.indices[id(node)])
        fields = {name: node[name] for name in node if name not in (*PARTS_OF_POSITION, "at")}
        cls = class_of(node)
        if cls is not Position:
            return Placed(build(cls, fields))
        employer = self.employers.all[self.employers.number(node)]
        return self.with_parts(node, Placed(build(cls, fields, employer=employer)))

    def backed(self, node: Node, index: int | None) -> Placed | None:
        """Return the item that an entry and its node tell."""
        slot = SLOTS[node["at"]]
        if index is None:
            for name in ("roles", "projects"):
                self.orphans += self.parts(node, name)
            return None
        told = self.told[id(node)]
        names = {name for group in slot.groups for name in group.fields}
        values = {name: told.values[name] for name in names}
        more = {name: each for name, each in told.values.items() if name not in names}
        item = replace(standard.make(slot, values, told.extras, LANGUAGE), **more)
        if stay := self.stays.get(id(node)):
            employer = self.employers.of(stay)
            key = item.key if employer == self.employers.all[stay.number] else ""
            item = replace(item, employer=employer, key=key)  # type: ignore[call-arg]
        _check_period(item)
        placed = Placed(item, slot.name, index, told.edited)
        return self.with_parts(node, placed) if isinstance(item, Position) else placed

    def with_parts(self, node: Node, placed: Placed) -> Placed | None:
        """Return a position with its roles and projects; None for a stint without a role left."""
        roles, projects = self.parts(node, "roles"), self.parts(node, "projects")
        if node.get("roles") and not roles:
            self.orphans += projects
            return None
        indices = [each.index for each in roles if each.slot]
        if indices and not placed.slot:
            placed.slot, placed.index = WORK.name, min(indices)
        placed.item = replace(
            placed.item,
            roles=tuple(each.item for each in roles),  # type: ignore[call-arg]
            projects=tuple(each.item for each in projects),
        )
        return placed

    def parts(self, node: Node, name: str) -> list[Placed]:
        """Return the roles or projects in a position, in the order of the file."""
        placed = in_file_order([each for part in _list(node, name) if (each := self.item(part))])
        for each in placed:
            if each.edited:
                each.item = replace(each.item, written="")
        return placed

    def profile(self, claimed: dict[str, set[int]]) -> Profile:
        """Return who the résumé is about, with all that no record holds."""
        base = kept.profile(self.data, claimed, "ja")
        node = self.ours.get("profile", {})
        if not isinstance(node, dict):
            raise refusal(node)
        own = {name: value(Profile, name, node[name]) for name in node if name not in NOT_FIELDS}
        basics = self.data.get("basics", {})
        for group in PROFILE.groups:
            (name,) = group.fields
            extras = base.extras.get("basics", {})
            if name in own and PROFILE.part(group, own, extras) != group.part(basics):
                del own[name]
        less, more = extras_of(node)
        return replace(base, **own, extras={**taken(base.extras, less), **more})

    def claimed(self) -> dict[str, set[int]]:
        """Return which entries of each list our key knows."""
        found: dict[str, set[int]] = {}
        for name, nodes in self.claims.items():
            indices = [self.indices[id(node)] for node in nodes]
            found[name] = {index for index in indices if index is not None}
        return found


def _list(node: Node, name: str) -> list[Any]:
    found = node.get(name, [])
    if not isinstance(found, list):
        raise refusal(found, f"{PLACE}.{name}")
    return found


def _check_period(item: Item) -> None:
    try:
        Period.parse(getattr(item, "start", ""), getattr(item, "end", ""))
    except ValueError as error:
        raise refusal(str(error)) from error
