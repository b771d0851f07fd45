"""Which record of one document is which of another: by key, by address, by name and time.

Each kind has ways to tell its records apart, the surest first. A looser way counts only where it
names one record on both sides, and no record is ever taken for two.
"""

from collections.abc import Callable, Collection, Hashable
from typing import Any

from resume.document.text import core_name, fold

from .records import NAMES, Record, Records

SURE = 2  # how many of the ways of a kind are sure
Matches = dict[Record, Record]
Way = Callable[[Record, Matches], Hashable]


def match(
    left: Records,
    right: Records,
    settled: Matches | None = None,
    leave_out: Collection[Record] = (),
) -> Matches:
    """Return {record of `left`: the same record of `right`}.

    The `settled` matches are kept; records of `left` to `leave_out` get none.
    """
    found: Matches = dict(settled or {})
    taken = set(found.values())
    skipped = {*leave_out, *found}
    # Containers come before what they hold, in both documents: children are told by their parent.
    for kind in WAYS:
        lefts = [record for record in left.of(kind) if record not in skipped]
        rights = [record for record in right.of(kind) if record not in taken]
        _pair(lefts, rights, WAYS[kind][0], found, taken, sure=True)
        for members in _rounds(kind, lefts):
            for number, way in enumerate(WAYS[kind][1:], 1):
                _pair(members, rights, way, found, taken, sure=number < SURE)
        if kind in OTHER_NAMES:
            _pair_by_names(lefts, rights, found, taken)
    return found


def _rounds(kind: str, records: list[Record]) -> list[list[Record]]:
    """Return the records to pair one group after the other, each in every way.

    Sections go level by level: one that was renamed is told by the loosest way only, and what
    stands in it is looked for in the surest one after that.
    """
    if kind != "Section":
        return [records]
    levels = sorted({record.depth for record in records})
    return [[each for each in records if each.depth == level] for level in levels]


def other_names(record: Record) -> set[str]:
    """Return the folded names that a record goes by beside its own."""
    spelled: list[str] = []
    for name in OTHER_NAMES.get(record.kind, ()):
        spelled += str(record.values[name] or "").splitlines()
    return {_folded(record.kind, each) for each in spelled if each.strip()}


def is_named(record: Record, name: str) -> bool:
    """True when `name` is one of the other names of the record."""
    return _folded(record.kind, name) in other_names(record)


def _folded(kind: str, name: str) -> str:
    return "".join(core_name(name).split()) if kind == "Employer" else fold(name)


def _pair(
    lefts: list[Record],
    rights: list[Record],
    way: Way,
    found: Matches,
    taken: set[Record],
    sure: bool,
) -> None:
    """Add the pairs that `way` tells; sections and skills are told level by level.

    Where a sure way names several records on both sides, they pair in their order.
    """
    by_level: dict[int, list[Record]] = {}
    for record in lefts:
        if record not in found:
            by_level.setdefault(record.depth, []).append(record)
    if not by_level:
        return
    others = _by([record for record in rights if record not in taken], way, SAME)
    for level in sorted(by_level):
        for identity, group in _by(by_level[level], way, found).items():
            candidates = [each for each in others.get(identity, ()) if each not in taken]
            if identity is None or not (sure or len(group) == 1):
                continue
            if len(group) == len(candidates):
                found.update(zip(group, candidates, strict=True))
                taken.update(candidates)


def _pair_by_names(
    lefts: list[Record], rights: list[Record], found: Matches, taken: set[Record]
) -> None:
    """Add the pairs in which the name of one is another name of the other."""
    named: dict[str, list[Record]] = {}
    known_as: dict[str, list[Record]] = {}
    for record in rights:
        if record not in taken:
            named.setdefault(_own_name(record), []).append(record)
            for name in other_names(record):
                known_as.setdefault(name, []).append(record)
    for record in lefts:
        if record in found:
            continue
        candidates = set(known_as.get(_own_name(record), ()))
        candidates.update(*(named.get(name, ()) for name in other_names(record)))
        candidates -= taken
        beside = {each for each in candidates if _in(record, found) == _in(each, SAME)}
        if len(beside) == 1 or len(candidates) == 1:
            found[record] = (beside if len(beside) == 1 else candidates).pop()
            taken.add(found[record])


def _own_name(record: Record) -> str:
    return _folded(record.kind, str(record.values[NAMES[record.kind]]))


class _Same(dict[Record, Record]):
    """On the right-hand side every record is itself."""

    def get(self, record: Any, default: Any = None) -> Any:
        return record


SAME = _Same()


def _by(records: list[Record], way: Way, found: Matches) -> dict[Hashable, list[Record]]:
    groups: dict[Hashable, list[Record]] = {}
    for record in records:
        groups.setdefault(way(record, found), []).append(record)
    return groups


def _in(record: Record, found: Matches) -> Hashable:
    """Return the container on the right-hand side; a container without a match stands alone."""
    if record.container is None:
        return None
    return found.get(record.container) or record.container


def _employer(record: Record, found: Matches) -> Hashable:
    if record.employer is None:
        return None
    return found.get(record.employer) or record.employer


def _key(record: Record, found: Matches) -> Hashable:
    return record.key or None


def _url(record: Record, found: Matches) -> Hashable:
    return record.values["url"] or None


def _title_alone(record: Record, found: Matches) -> Hashable:
    return None if record.values["url"] else fold(record.values["title"])


def _value(*names: str) -> Way:
    def way(record: Record, found: Matches) -> Hashable:
        values = tuple(fold(str(record.values[name] or "")) for name in names)
        return values if values[0] else None

    return way


def _placed(*names: str) -> Way:
    def way(record: Record, found: Matches) -> Hashable:
        values = tuple(fold(str(record.values[name] or "")) for name in names)
        listed = record.container is not None or record.kind == "Section"
        return (_in(record, found), *values) if listed and any(values) else None

    return way


def _organisation(record: Record, found: Matches) -> Hashable:
    return _folded("Employer", record.values["name"]) or None


def _stay(*names: str) -> Way:
    """Tell a stay by its employer: a stint by itself, a role inside of its stint."""

    def way(record: Record, found: Matches) -> Hashable:
        employer = _employer(record, found)
        return (employer, *_stint(record, found), *(record.values[name] for name in names))

    return way


def _stint(record: Record, found: Matches) -> tuple[Hashable, ...]:
    is_role = record.container is not None and record.container.kind == "Position"
    return (_in(record, found),) if is_role else ()


def _untitled(record: Record, found: Matches) -> Hashable:
    return None if record.values["title"] else (_in(record, found), record.values["holds"])


def _line(record: Record, found: Matches) -> Hashable:
    return (_in(record, found), record.order, record.values["style"], record.values["holds"])


def _once(record: Record, found: Matches) -> Hashable:
    return record.kind


# The fields that hold further names of a record.
OTHER_NAMES = {
    "Employer": ("alias", "aliases"),
    "Skill": ("aliases",),
    "Project": ("alias",),
}
WAYS: dict[str, tuple[Way, ...]] = {
    "Profile": (_once,),
    "Employer": (_key, _value("name"), _organisation),
    # A section that was renamed has its text, or its place and what it holds.
    "Section": (_key, _placed("title"), _placed("body"), _untitled, _line),
    "ProfileLink": (_key, _url, _value("label", "kind", "value")),
    # Two works with one title and two addresses are two works, unless a list has them in one place.
    "Publication": (_key, _url, _title_alone, _placed("title")),
    "Position": (
        _key,
        _stay("role", "start"),
        _stay("start"),
        _stay("role"),
        _stay(),
    ),
    "Skill": (_key, _placed("name"), _value("name")),
    "Project": (
        _key,
        _placed("title", "start"),
        _placed("title"),
        _value("title", "start"),
        _value("title"),
    ),
    "Education": (_key, _value("institution", "area", "end"), _value("institution", "area")),
    "Certification": (_key, _value("name", "date"), _value("name")),
    "Award": (_key, _value("name", "date"), _value("name")),
}
