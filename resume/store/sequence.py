"""Lines in their sequence after a save: no two lines with one number."""

from typing import Any

from .compare import Comparison
from .order import is_reordered, merge, number
from .records import Record, siblings

Row = Any
Line = tuple[int, ...]


def write_order(comparison: Comparison, written: dict[Record, Row]) -> None:
    """Number the lines of every container that the file filled or changed.

    The file's sequence is taken where the owner did not change it; otherwise the owner's is kept
    and what is new follows the neighbour that it follows in the file.
    """
    stored = {id(box): group for box, group in siblings(comparison.stored)}
    base = {id(box): group for box, group in siblings(comparison.base)} if comparison.base else {}
    for box, group in siblings(comparison.file):
        owner_box = comparison.now.get(box) if box else None
        base_box = comparison.then.get(box) if box else None
        ours = stored.get(id(owner_box), []) if owner_box or box is None else []
        was = base.get(id(base_box), []) if base_box or box is None else []
        rows = [record for record in group if record in written]
        if rows and (comparison.exact or _has_changed(comparison, group, was, rows)):
            _write(comparison, rows, ours, was, written)


def _has_changed(
    comparison: Comparison, group: list[Record], was: list[Record], rows: list[Record]
) -> bool:
    """True when the file has a new line here, or another sequence than the last time."""
    if any(record not in comparison.now for record in rows):
        return True
    if comparison.base is None:
        return False
    then = [comparison.then.get(record) for record in group]
    return then != was or [r.order for r in group] != [r.order for r in was]


def _write(
    comparison: Comparison,
    rows: list[Record],
    ours: list[Record],
    was: list[Record],
    written: dict[Record, Row],
) -> None:
    wanted = _lines({id(written[record]): record.order for record in rows})
    by_stored = {id(own): file for file, own in comparison.now.items()}
    existing: dict[int, int] = {}
    others: dict[int, Row] = {}
    for record in ours:
        file = by_stored.get(id(record))
        row = written.get(file) if file is not None else None
        row = row if row is not None else _row(comparison, record)
        if row is None or row.pk is None:
            continue
        existing[id(row)] = record.order
        others[id(row)] = row
    have = _lines(existing)
    all_rows = {id(written[record]): written[record] for record in rows} | others
    before = _sequence(comparison, was)
    ours_first = not comparison.exact and (
        comparison.base is None or is_reordered(before, [key for line in have for key in line])
    )
    numbers = _owners(wanted, have, existing) if ours_first else _files(wanted, have)
    places = {id(written[record]): record.place for record in rows}
    for line, order in numbers.items():
        for key in line:
            _renumber(all_rows[key], order, places.get(key))


def _owners(wanted: list[Line], have: list[Line], existing: dict[int, int]) -> dict[Line, int]:
    """Return the numbers of the owner's sequence, with the file's new lines fitted in."""
    known = {key for line in have for key in line}
    fresh = [line for line in wanted if not set(line) & known]
    marked = [next((own for own in have if set(own) & set(line)), line) for line in wanted]
    merged = merge(have, [line for line in marked if line in have or line in fresh])
    return number(merged, {line: existing[line[0]] for line in have})


def _files(wanted: list[Line], have: list[Line]) -> dict[Line, int]:
    """Return the numbers of the file's sequence, with the owner's own lines fitted in."""
    known = {key for line in wanted for key in line}
    rest = [tuple(key for key in line if key not in known) for line in have]
    extra = [line for line in rest if line]
    anchored = [
        next((line for line in wanted if set(line) & set(own)), left)
        for own, left in zip(have, rest, strict=True)
    ]
    merged = merge(wanted, [line for line in anchored if line])
    start = {} if extra else {line: index for index, line in enumerate(wanted, 1)}
    return number(merged, start)


def _renumber(row: Row, order: int, place: int | None) -> None:
    fields = {"order": order}
    if place is not None and hasattr(row, "place"):
        fields["place"] = place
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=changed)


def _lines(numbers: dict[int, int]) -> list[Line]:
    """Return the keys with one number as one line, in the order of the numbers."""
    groups: dict[int, list[int]] = {}
    for key, order in numbers.items():
        groups.setdefault(order, []).append(key)
    return [tuple(groups[order]) for order in sorted(groups)]


def _sequence(comparison: Comparison, was: list[Record]) -> list[int]:
    """Return the rows of what stood here at the last import, in its order."""
    found = []
    for record in was:
        stored = comparison.since.get(record)
        row = _row(comparison, stored) if stored else None
        if row is not None:
            found.append(id(row))
    return found


def _row(comparison: Comparison, stored: Record) -> Row | None:
    row = comparison.row(stored)
    return row if row.pk else None
