"""The rows of the database that an import is compared with, by kind and slug."""

from dataclasses import dataclass, field
from typing import Any

from resume import models

from .load import Loader
from .records import FIELDS, Record

CONTAINERS = ("section", "position", "parent", "employer")  # fields that say where a row stands


@dataclass
class Tables:
    """The rows of the database by kind and slug, wired to each other."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, loader: Loader) -> "Tables":
        """Return the rows that a loader read, and the employers."""
        tables = {**loader.tables, "Employer": list(models.Employer.objects.all())}
        by_key = {
            (type(row)._meta.concrete_model, row.pk): row
            for rows in tables.values()
            for row in rows
        }
        for rows in tables.values():
            for row in rows:
                for name in CONTAINERS:
                    if getattr(row, f"{name}_id", None):
                        target = row._meta.get_field(name).related_model
                        setattr(row, name, by_key[target, getattr(row, f"{name}_id")])
        return cls({kind: {row.slug: row for row in tables[kind]} for kind in FIELDS})

    def row(self, record: Record) -> Any:
        """Return the row of a stored record."""
        key = "profile" if record.kind == "Profile" else record.key
        return self.rows[record.kind].get(key)
