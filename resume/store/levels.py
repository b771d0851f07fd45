"""How deep skills stand in skills, and roles in stints."""

from collections.abc import Iterable

from resume import models

from .records import Record


def levels(record: Record | None) -> int:
    """Return on which level of its kind a record stands, from 1 on; 0 for none."""
    if record is None:
        return 0
    holder = record.container
    return 1 + (levels(holder) if holder and holder.kind == record.kind else 0)


def heights(records: Iterable[Record]) -> dict[Record, int]:
    """Return how many levels of its kind each record has, from itself down.

    A record comes before those that stand in it.
    """
    found = dict.fromkeys(records, 1)
    for record in reversed(found):
        holder = record.container
        if holder and holder.kind == record.kind:
            found[holder] = max(found[holder], found[record] + 1)
    return found


def fits(record: Record, above: int, height: int) -> bool:
    """True for a record that may stand with so many levels below so many others of its kind."""
    within = getattr(models, record.kind).LEVELS if record.kind in ("Skill", "Position") else None
    return within is None or above + height <= within
