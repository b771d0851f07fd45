"""What an import changed or would change; the caller prints or shows it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
CONFLICT, UNCHANGED, KEPT = "conflict", "unchanged", "kept"


@dataclass(frozen=True)
class FieldChange:
    """A field, its value in the database and the one of the file."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """What happens to one record.

    `id` is the same in a dry run and in the run after it: it is made of content. `action` is
    "added", "changed", "removed", "conflict" (the owner changed what the file changes: the
    database stays), "kept" (the file has it and the owner deleted it, or the other way round and
    it cannot be removed), or "unchanged". `words` says why, where the action alone does not.
    """

    id: str
    action: str
    model: str
    name: str
    fields: tuple[FieldChange, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Mention:
    """A skill that a project's text names. `skills` holds the keys of all it may mean."""

    project: str
    text: str
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """All that an import did or would do."""

    changes: tuple[Change, ...] = ()
    linked: tuple[Mention, ...] = ()
    suggested: tuple[Mention, ...] = ()
    ambiguous: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def counts(self) -> dict[str, int]:
        """Return how many records each action happens to."""
        return dict(Counter(change.action for change in self.changes))

    @property
    def is_unchanged(self) -> bool:
        """True when the import writes nothing."""
        writes = {ADDED, CHANGED, REMOVED}
        return not self.linked and not any(each.action in writes for each in self.changes)
