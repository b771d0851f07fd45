"""Three sides of an import: the file, the last import, the database as it is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from resume.document import schema
from resume.document.source import Recognise, as_read
from resume.models import Audience

from . import items
from .levels import fits, heights, levels
from .load import Loader
from .match import Matches, is_named, match
from .privacy import with_private_extras
from .records import FIELDS, NAMES, Record, Records, lay_flat
from .report import FieldChange
from .tables import CONTAINERS, Tables

# How a section prints is for its owner to say, once it holds something.
LAYOUT = ("layout", "separator")
GUESSED = ("language", "date_style")
RELATIONS = {"skills": "Skill", "publications": "Publication"}


@dataclass(frozen=True)
class Difference:
    """A value that the file gives anew; in a conflict the owner changed it too.

    `add` and `drop` are the records to link and to unlink, where the field is a relation; `model`
    is the model of the field, where it is not the record's own.
    """

    name: str
    before: Any
    after: Any
    conflict: bool = False
    add: tuple[Record, ...] = ()
    drop: tuple[Record, ...] = ()
    model: str = ""

    @property
    def is_move(self) -> bool:
        """True when the record is to stand elsewhere."""
        return self.name in CONTAINERS

    def change(self, model: str) -> FieldChange:
        """Return the difference as a report shows it."""
        return FieldChange(self.model or model, self.name, self.before, self.after)


class Comparison:
    """Which record of the file is which of the database and of the last import."""

    def __init__(
        self,
        resume: schema.Resume,
        base: schema.Resume | None,
        exact: bool,
        recognise: Recognise = as_read,
    ) -> None:
        self.exact = exact
        loader = Loader(Audience.OWNER)
        stored = loader.resume()
        # The last import comes first: it has as it was what an edit made print otherwise since.
        known_first = recognise(resume, base) if base else resume
        self.resume = recognise(known_first, stored)
        self.stored = lay_flat(stored)
        self.tables = Tables.of(loader)
        self._add_idle_employers()
        for record in self.stored.all:
            record.row = self.tables.row(record)
        self.stored.all = [record for record in self.stored.all if record.row is not None]
        known = {row.url for row in self.tables.rows["Publication"].values() if row.url}
        self.file = lay_flat(self.resume, None if exact else known)
        self.base = lay_flat(base, known) if base is not None and not exact else None
        self.then: Matches = match(self.file, self.base) if self.base else {}
        self.apart = self._apart()
        if self.apart:
            self.base, self.then = None, {}
        self.since: Matches = match(self.base, self.stored) if self.base else {}
        settled = {file: self.since[was] for file, was in self.then.items() if was in self.since}
        self.given_up = {
            file for file in self.then if file not in settled and file.kind != "Profile"
        }
        self.now = match(self.file, self.stored, settled, self.given_up)
        for file, own in self.now.items():
            file.row = own.row
        self.holding = {record.container for record in self.stored.all}
        self.heights = heights(self.stored.all)
        self.keys = {side: _keys(records) for side, records in self._sides().items()}

    def _apart(self) -> set[str]:
        """Return by which kinds a file is no newer version of the last one; none where it is one.

        They have no record of these kinds in common. Employers tell where both name some, else any
        of their records: a file that no record was read from has none in common.
        """
        if self.base is None:
            return set()
        kinds = {"Employer"}
        if not (self.file.of("Employer") and self.base.of("Employer")):
            kinds = set(FIELDS) - {"Profile", "Section"}
        is_apart = self.base.of(*kinds) and all(each.kind not in kinds for each in self.then)
        return kinds if is_apart else set()

    def _sides(self) -> dict[str, Records]:
        sides = {"file": self.file, "stored": self.stored}
        return {**sides, "base": self.base} if self.base else sides

    def differences(self, record: Record) -> list[Difference]:
        """Return what the file would change of a record that the database has."""
        stored, base = self.now[record], self.then.get(record)
        found = []
        for name in _told_fields(record, self.exact):
            ours, theirs = stored.values[name], record.values[name]
            if name == "extras" and not self.exact:
                theirs = with_private_extras(theirs, ours)
            if theirs == ours:
                continue
            if self.exact:
                found.append(Difference(name, ours, theirs))
            elif name != "audience" and self._is_news(record, base, name):
                said = None if base is None else base.values[name]
                conflict = ours != said if base is not None else stored.says(name)
                if name == "written" and base is not None:
                    conflict = ours != base.line_as(stored)
                found.append(Difference(name, ours, theirs, conflict and name != "holds"))
        if self.exact and record.status and record.status != stored.status:
            found.append(Difference("status", stored.status, record.status))
        return [*found, *self._moves(record, stored, base)]

    def _is_news(self, record: Record, base: Record | None, name: str) -> bool:
        """True when the file says something of a field that it did not say the last time."""
        if base is not None:
            return bool(record.values[name] != base.values[name])
        if name == NAMES[record.kind] and is_named(self.now[record], str(record.values[name])):
            return False
        if name in LAYOUT and self.now[record] in self.holding:
            return False
        return record.says(name)

    def _moves(self, record: Record, stored: Record, base: Record | None) -> list[Difference]:
        found = []
        target = self.now.get(record.container) if record.container else None
        if self._is_moved(record, stored, base) and (target is None or target != stored.container):
            conflict = False
            if base is not None and not self.exact:
                was = self.since.get(base.container) if base.container else None
                conflict = was is not stored.container
            name = container_field(record.kind, record.container or stored.container)
            before = stored.container.name if stored.container else ""
            after = record.container.name if record.container else ""
            found.append(Difference(name, before, after, conflict))
        if record.employer and self.now.get(record.employer) is not stored.employer:
            before = stored.employer.name if stored.employer else ""
            found.append(Difference("employer", before, record.employer.name))
        return found

    def _is_moved(self, record: Record, stored: Record, base: Record | None) -> bool:
        """True when the file has the record elsewhere than the database, and not by its owner."""
        if record.container is None and stored.container is None:
            return False
        if self.exact:
            return True
        if not self._fits(record, stored):
            return False
        if base is None:
            # What no section lists yet is put where the file has it, and so is a role that the file
            # has at another employer than its stint.
            if stored.container is None:
                return record.container is not None and record.kind != "Section"
            is_role = record.kind == stored.container.kind == "Position"
            return bool(
                is_role and record.employer and self.now.get(record.employer) is not stored.employer
            )
        then = self.then.get(record.container) if record.container else None
        return then is not base.container or (then is None) != (record.container is None)

    def _fits(self, record: Record, stored: Record) -> bool:
        """True where what the owner has below a record may stand below its new place as well."""
        if record.container is None or record.container.kind != record.kind:
            return True
        above = max(levels(record.container), levels(self.now.get(record.container)))
        return fits(record, above, self.heights[stored])

    def links(self, record: Record, name: str, adding: Collection[Record]) -> Difference | None:
        """Return what the file links anew and no longer; what the owner unlinked stays so.

        A target that is not there and not among the `adding` counts as not linked.
        """
        stored, base = self.now.get(record), self.then.get(record)
        wanted = self._targets("file", record, name)
        have = self._targets("stored", stored, name) if stored else []
        said = self._targets("base", base, name) if base is not None else []
        before = {self.then.get(each, each) for each in wanted}
        news = [each for each in wanted if each.row is not None or each in adding]
        if stored is not None:
            news = [each for each in news if self.then.get(each, each) not in said]
        add = [each for each in news if self.now.get(each, each) not in have]
        if self.exact:
            kept = {self.now.get(each, each) for each in wanted}
            drop = [each for each in have if each not in kept]
        else:
            gone = {self.since.get(each, each) for each in said if each not in before}
            drop = [each for each in have if each in gone]
        if not add and not drop:
            return None
        after = [*(each for each in have if each not in drop), *add]
        return Difference(name, _names(have), _names(after), add=tuple(add), drop=tuple(drop))

    def targets(self, stored: Record) -> list[Record]:
        """Return what a record of the database is linked to."""
        return [each for name in RELATIONS for each in self._targets("stored", stored, name)]

    def _targets(self, side: str, record: Record, name: str) -> list[Record]:
        kind = RELATIONS[name]
        keys = self.keys[side]
        found = [
            keys.get((kind, key)) or self.keys["stored"].get((kind, key))
            for key in getattr(record, name)
        ]
        listed = [each for each in found if each is not None]
        cited = record.cited if name == "publications" else []
        return list(dict.fromkeys([*listed, *cited]))

    def is_edited(self, stored: Record, base: Record) -> bool:
        """True when the owner changed the record since the last import."""
        if base.is_cited and stored.container is not None:
            return True
        return any(
            stored.values[name] != base.values[name]
            for name in FIELDS[stored.kind]
            if name != "audience"
        )

    def gone(self) -> list[tuple[Record, Record | None]]:
        """Return (stored record, record of the last import) of what the file no longer has.

        What stands in another record comes before it.
        """
        kept = set(self.now.values())
        if self.exact:
            pairs: list[tuple[Record, Record | None]] = [
                (stored, None) for stored in self.stored.all if not stored.is_idle
            ]
        else:
            known = set(self.then.values())
            pairs = [(own, was) for was, own in self.since.items() if was not in known]
        left = [pair for pair in pairs if pair[0] not in kept and pair[0].kind != "Profile"]
        return sorted(left, key=lambda pair: (pair[0].kind == "Employer", -pair[0].depth))

    def _add_idle_employers(self) -> None:
        """Add the employers without a position: no document shows them, but they are there."""
        shown = {record.key for record in self.stored.of("Employer")}
        idle = [row for slug, row in self.tables.rows["Employer"].items() if slug not in shown]
        for row in idle:
            part = schema.Position(employer=items.employer(row, names_shown=True))
            for record in lay_flat(schema.Resume(unlisted=(part,))).of("Employer"):
                record.is_idle = True
                self.stored.all.append(record)


def _told_fields(record: Record, exact: bool) -> list[str]:
    """Return the fields that the file says itself.

    What is cited only has no words of its own, but is no longer where a list had it. A language
    that is not told is guessed, and the style of dates with it.
    """
    if record.is_cited:
        return []
    is_guessed = record.kind == "Profile" and not exact and not record.part.is_language_told
    return [name for name in FIELDS[record.kind] if not (is_guessed and name in GUESSED)]


def container_field(kind: str, container: Record | None) -> str:
    """Return the field by which a record of a kind stands in a container."""
    if kind == "Section":
        return "parent"
    if container is None or container.kind == "Section":
        return "section"
    return "position" if kind == "Project" else "parent"


def _keys(records: Records) -> dict[tuple[str, str], Record]:
    return {(each.kind, each.key): each for each in records.all if each.key}


def _names(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(record.name for record in records)
