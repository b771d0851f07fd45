"""Lines in their sequence after a save: no two lines with one number."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .compare import Difference
from .order import Line, merge, number, restricted
from .plan import ORDERED, Plan
from .records import Record, Records
from .report import CHANGED, CONFLICT

# A container with what shares one numbering in it: a position's roles and projects do not.
Box = tuple[Record | None, str]
Lines = list[Line[Record]]
Target = Callable[[Record], Record | None]


@dataclass
class Sequences:
    """The lines of one box: the file's, the last import's, and the database's."""

    file: Lines = field(default_factory=list)
    base: Lines = field(default_factory=list)
    ours: Lines = field(default_factory=list)


def write_order(plan: Plan) -> None:
    """Number the lines of every container that the file filled or changed.

    The file's sequence is taken where the owner did not change it; otherwise the owner's is kept
    and what is new follows the neighbour that it follows in the file.
    """
    comparison = plan.comparison
    final = _final_boxes(plan)
    boxes: dict[Box, Sequences] = {}

    def to_file(record: Record) -> Record | None:
        return comparison.now.get(record) or (record if record in plan.adding else None)

    def lines(records: Records, target: Target) -> dict[Box, Lines]:
        return _lines(records, target, final)

    for name, found in (
        ("file", lines(comparison.file, to_file)),
        ("base", lines(comparison.base, comparison.since.get) if comparison.base else {}),
        ("ours", lines(comparison.stored, lambda record: record)),
    ):
        for box, sequence in found.items():
            setattr(boxes.setdefault(box, Sequences()), name, sequence)
    for box, sequences in boxes.items():
        wanted = _wanted(plan, box, sequences)
        if wanted is not None:
            _number(wanted, sequences.ours, is_listed=_is_listed(box))


def _group(record: Record) -> str:
    """Return what shares a numbering with the record in its container."""
    in_position = record.container is not None and record.container.kind == "Position"
    return record.kind if record.container is None or in_position else ""


def _is_listed(box: Box) -> bool:
    container, group = box
    return container is not None or group == "Section"


def _final_boxes(plan: Plan) -> dict[Record, Box]:
    """Return where every record stands after the save: those of the database, and new ones."""
    now = plan.comparison.now
    files = {stored: file for file, stored in now.items()}
    removed = set(plan.removing)
    found: dict[Record, Box] = {}
    for record in plan.comparison.stored.all:
        file = files.get(record)
        moves = plan.changing.get(file, ()) if file else ()
        if file and any(each.is_move and each.name != "employer" for each in moves):
            container = now.get(file.container, file.container) if file.container else None
            found[record] = (container, _group(file))
        elif record not in removed:
            found[record] = (record.container, _group(record))
    for record in plan.adding:
        container = now.get(record.container, record.container) if record.container else None
        found[record] = (container, _group(record))
    return {record: box for record, box in found.items() if record.kind not in UNORDERED}


UNORDERED = ("Profile", "Employer")


def _lines(records: Records, target: Target, final: dict[Record, Box]) -> dict[Box, Lines]:
    """Return the lines of one document, as the records that they are in the end.

    What stands elsewhere in the end is left out.
    """
    found: dict[Box, dict[int, list[Record]]] = {}
    for number_in_document, record in enumerate(records.all):
        end = target(record)
        container = target(record.container) if record.container else None
        box = (container, _group(record))
        if end is None or final.get(end) != box or (record.container and container is None):
            continue
        order = record.order if _is_listed(box) else number_in_document
        found.setdefault(box, {}).setdefault(order, []).append(end)
    return {
        box: [tuple(numbered[order]) for order in sorted(numbered)]
        for box, numbered in found.items()
    }


def _wanted(plan: Plan, box: Box, sequences: Sequences) -> Lines | None:
    """Return the lines as they are to be; None where they stay as they are."""
    file, base, ours = sequences.file, sequences.base, sequences.ours
    has_new = bool(_keys(file) - _keys(ours))
    if plan.comparison.exact:
        wanted = merge(file, ours)
        return None if wanted == ours else wanted
    if not file or not _is_listed(box):
        return None
    fitted = merge(ours, file) if has_new else None
    common = _keys(file) & _keys(base)
    if restricted(file, common) == restricted(base, common):
        return fitted
    taken = merge(file, ours)
    if restricted(taken, _keys(ours)) == ours:
        return fitted
    common = _keys(ours) & _keys(base)
    is_reordered = restricted(ours, common) != restricted(base, common)
    return taken if _tell(plan, box, ours, taken, is_reordered) else fitted


def _tell(plan: Plan, box: Box, ours: Lines, taken: Lines, is_reordered: bool) -> bool:
    """Tell that the file has the lines in another order; return whether it is to be taken."""
    container = box[0] or next(iter(plan.comparison.file.of("Profile")))
    difference = Difference("order", _names(ours), _names(taken), model=ours[0][0].kind)
    action = CONFLICT if is_reordered else CHANGED
    return plan.say(container, action, [difference], verb=ORDERED)


def _keys(lines: Lines) -> set[Record]:
    return {record for line in lines for record in line}


def _names(lines: Lines) -> tuple[str, ...]:
    return tuple(" / ".join(record.name for record in line) for line in lines)


def _number(lines: Lines, ours: Lines, *, is_listed: bool) -> None:
    """Give the rows their numbers and places; those that are right stay."""
    rows = [[record.row for record in line] for line in lines]
    if not is_listed:
        keys = [(row.order, row.place, row.pk) for line in rows for row in line]
        if keys == sorted(keys):
            return
    known = _keys(ours)
    numbers = {record: record.row.order for line in lines for record in line if record in known}
    for line, line_rows, order in zip(lines, rows, number(lines, numbers), strict=True):
        places = [getattr(row, "place", 0) for row in line_rows]
        is_right = known.issuperset(line) and places == sorted(set(places))
        for place, row in enumerate(line_rows):
            _renumber(row, order, None if is_right else place)


def _renumber(row: Any, order: int, place: int | None) -> None:
    fields = {"order": order}
    if place is not None and hasattr(row, "place"):
        fields["place"] = place
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=changed)
