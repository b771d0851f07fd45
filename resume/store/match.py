"""Which record of one document is which of another: by key, by address, by name and time.

Each kind has ways to tell its records apart, the surest first. A looser way counts only where it
names one record on both sides, and no record is ever taken for two.
"""

from collections.abc import Callable, Hashable
from typing import Any

from resume.document.text import core_name, fold

from .records import Record, Records

SURE = 2  # how many of the ways of a kind are sure
Matches = dict[Record, Record]
Way = Callable[[Record, Matches], Hashable]


def match(left: Records, right: Records) -> Matches:
    """Return {record of `left`: the same record of `right`}."""
    found: Matches = {}
    taken: set[int] = set()
    # Containers come before what they hold, in both documents: children are told by their parent.
    for kinds in ORDER:
        for number, way in enumerate(WAYS[kinds]):
            sure = number < SURE
            _pair(left.of(kinds), right.of(kinds), way, found, taken, sure)
    return found


def _pair(
    lefts: list[Record],
    rights: list[Record],
    way: Way,
    found: Matches,
    taken: set[int],
    sure: bool,
) -> None:
    """Add the pairs that `way` tells; sections and skills are told level by level.

    Where a sure way names several records on both sides, they pair in their order.
    """
    levels = sorted({_depth(record) for record in lefts})
    for level in levels:
        waiting = [r for r in lefts if r not in found and _depth(r) == level]
        groups = _by(waiting, lambda record: way(record, found))
        others = _by(
            [record for record in rights if id(record) not in taken],
            lambda record: way(record, SAME),
        )
        for identity, group in groups.items():
            candidates = others.get(identity, [])
            if identity is None or not (sure or len(group) == 1):
                continue
            if len(group) == len(candidates):
                for one, other in zip(group, candidates, strict=True):
                    found[one] = other
                    taken.add(id(other))


class _Same(dict[Record, Record]):
    """On the right-hand side every record is itself."""

    def get(self, record: Any, default: Any = None) -> Any:
        return record


SAME = _Same()


def _by(
    records: list[Record], identity: Callable[[Record], Hashable]
) -> dict[Hashable, list[Record]]:
    groups: dict[Hashable, list[Record]] = {}
    for record in records:
        groups.setdefault(identity(record), []).append(record)
    return groups


def _depth(record: Record) -> int:
    return 1 + _depth(record.container) if record.container else 0


def _in(record: Record, found: Matches) -> Hashable:
    """Return the container on the right-hand side; a container without a match stands alone."""
    if record.container is None:
        return "root"
    other = found.get(record.container)
    return id(other if other is not None else record.container)


def _employer(record: Record, found: Matches) -> Hashable:
    if record.employer is None:
        return None
    other = found.get(record.employer)
    return id(other if other is not None else record.employer)


def _key(record: Record, found: Matches) -> Hashable:
    return record.key or None


def _value(*names: str) -> Way:
    def way(record: Record, found: Matches) -> Hashable:
        values = tuple(fold(str(record.values[name] or "")) for name in names)
        return values if values[0] else None

    return way


def _placed(*names: str) -> Way:
    def way(record: Record, found: Matches) -> Hashable:
        values = tuple(fold(str(record.values[name] or "")) for name in names)
        return (_in(record, found), *values) if any(values) else None

    return way


def _organisation(record: Record, found: Matches) -> Hashable:
    return "".join(core_name(record.values["name"]).split()) or None


def _stay(*names: str) -> Way:
    def way(record: Record, found: Matches) -> Hashable:
        return (_employer(record, found), *(record.values[name] for name in names))

    return way


def _untitled(record: Record, found: Matches) -> Hashable:
    return None if record.values["title"] else (_in(record, found), record.values["holds"])


def _line(record: Record, found: Matches) -> Hashable:
    return (_in(record, found), record.order, record.values["style"], record.values["holds"])


def _once(record: Record, found: Matches) -> Hashable:
    return record.kind


ORDER = (
    "Profile",
    "Employer",
    "Section",
    "ProfileLink",
    "Publication",
    "Position",
    "Skill",
    "Project",
    "Education",
    "Certification",
    "Award",
)
WAYS: dict[str, tuple[Way, ...]] = {
    "Profile": (_once,),
    "Employer": (_key, _value("name"), _organisation),
    # A section that was renamed has its text, or its place and what it holds.
    "Section": (_key, _placed("title"), _placed("body"), _untitled, _line),
    "ProfileLink": (_key, _value("url"), _value("label", "kind", "value")),
    "Publication": (_key, _value("url"), _value("title", "url"), _value("title")),
    "Position": (
        _key,
        _stay("role", "start"),
        _stay("start"),
        _stay("role"),
        _employer,
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
