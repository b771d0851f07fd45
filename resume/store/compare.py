"""Three sides of an import: the file, the last import, the database as it is."""

from dataclasses import dataclass
from typing import Any

from resume import models
from resume.document import schema

from . import items
from .match import Matches, match
from .records import FIELDS, Record, lay_flat
from .report import FieldChange

QUIET = ("container",)  # moved without a word: the order of lines is not a fact
RELATIONS = ("skills", "publications")


@dataclass(frozen=True)
class Difference:
    """A value that the file gives anew; in a conflict the owner changed it too."""

    name: str
    before: Any
    after: Any
    conflict: bool = False

    @property
    def is_told(self) -> bool:
        """True when a report shows it."""
        return self.name not in QUIET

    def change(self, model: str) -> FieldChange:
        """Return the difference as a report shows it."""
        return FieldChange(model, self.name, self.before, self.after)


class Comparison:
    """Which record of the file is which of the database and of the last import."""

    def __init__(
        self,
        resume: schema.Resume,
        base: schema.Resume | None,
        stored: schema.Resume,
        exact: bool,
    ) -> None:
        self.exact = exact
        self.file = lay_flat(resume)
        self.stored = lay_flat(stored)
        self.base = lay_flat(base) if base is not None else None
        self.rows = {
            kind: {row.slug: row for row in getattr(models, kind).objects.all()} for kind in FIELDS
        }
        self._add_idle_employers()
        self.now = match(self.file, self.stored)
        if not self.rows["Profile"]:
            self.now = {file: own for file, own in self.now.items() if file.kind != "Profile"}
        self.then: Matches = match(self.file, self.base) if self.base else {}
        self.since: Matches = match(self.base, self.stored) if self.base else {}

    def row(self, stored: Record) -> Any:
        """Return the database row of a stored record."""
        if stored.kind == "Profile":
            return next(iter(self.rows["Profile"].values()))
        return self.rows[stored.kind][stored.key]

    def differences(self, record: Record) -> list[Difference]:
        """Return what the file would change of a record that the database has."""
        stored = self.now[record]
        base = self.then.get(record)
        found = []
        for name in FIELDS[record.kind]:
            ours, theirs = stored.values[name], record.values[name]
            said = None if base is None else base.values[name]
            if theirs == ours or (not self.exact and theirs == said):
                continue
            if self.base is None and not self.exact:
                if theirs in ("", (), {}, False) or name in ("layout", "separator", "order"):
                    continue
                conflict = ours not in ("", (), {}) and name != "holds"
            else:
                conflict = not self.exact and (base is None or ours != said)
            if name == "audience" and not self.exact:
                continue
            found.append(Difference(name, ours, theirs, conflict))
        if self.exact and record.status and record.status != stored.status:
            found.append(Difference("status", stored.status, record.status))
        if self._is_moved(record, stored, base):
            found.append(Difference("container", "", ""))
        return found

    def _is_moved(self, record: Record, stored: Record, base: Record | None) -> bool:
        target = self.now.get(record.container) if record.container else None
        if record.container and target is None:
            # Its container is new: a section that the file has and the database has not.
            return self.exact or base is not None or stored.container is None
        if target is stored.container:
            return False
        if self.exact:
            return True
        if base is None:
            return stored.container is None
        was = self.then.get(record.container) if record.container else None
        if was is base.container:
            return False
        then = self.since.get(base.container) if base.container else None
        return then is stored.container

    def is_edited(self, stored: Record, base: Record) -> bool:
        """True when the owner changed the record since the last import."""
        return any(
            stored.values[name] != base.values[name]
            for name in FIELDS[stored.kind]
            if name != "audience"
        )

    def gone(self) -> list[tuple[Record, Record | None]]:
        """Return (stored record, record of the last import) of what the file no longer has."""
        kept = set(self.now.values())
        if self.exact:
            return [
                (stored, None)
                for stored in self.stored.all
                if stored not in kept and stored.kind != "Profile"
            ]
        known = set(self.then.values())
        return [
            (stored, base)
            for base, stored in self.since.items()
            if base not in known and stored not in kept and base.kind != "Profile"
        ]

    def _add_idle_employers(self) -> None:
        """Add the employers without a position: no document shows them, but they are there."""
        shown = {record.key for record in self.stored.of("Employer")}
        for slug, row in self.rows["Employer"].items():
            if slug not in shown:
                self.stored.all += lay_flat_employer(items.employer(row, names_shown=True))


def lay_flat_employer(employer: schema.Employer) -> list[Record]:
    """Return the record of an employer that stands in no document."""
    resume = schema.Resume(unlisted=(schema.Position(employer=employer),))
    return lay_flat(resume).of("Employer")
