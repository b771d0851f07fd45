"""An entry of a file and what our own key adds to it, told apart from what a person changed since.

The proof of an edit is to write the entry again: where our key and the entry together would give
other words than the file has, the file's words are new, and count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .entries import Entry, Group, Slot, Values
from .marks import mark
from .parts import refusal, value
from .slots import SKILLS
from .writer import Node, same

NOT_FIELDS = ("at", "mark", "extras", "without", "employer", "roles", "projects")


@dataclass
class Told:
    """What a file says of a record: values of fields, and extras. `edited`: not as exported."""

    values: Values
    extras: Entry
    edited: bool = False


def tell(slot: Slot, entry: Entry, node: Node, outside: Mapping[str, Any]) -> Told:
    """Return what an entry and its node say together.

    `outside` are values that stand elsewhere in our key: those of the employer. Raises SourceError
    for a node that was changed into what no record holds.
    """
    base_values, base_extras = slot.read(entry)
    own = {name: value(slot.kind, name, node[name]) for name in node if name not in NOT_FIELDS}
    if slot is SKILLS and "claim" in own and "level" not in own:
        own["level"] = base_values["claim"]  # as older exports told a level beside a claim
    without, more = extras_of(node)
    told = Told(
        values={**base_values, **own, **outside},
        extras=taken(base_extras, without),
        edited=node.get("mark") != mark(slot, entry),
    )
    if not told.edited:
        told.extras.update(more)
        return told
    told.extras.update({key: each for key, each in more.items() if key not in entry})
    for group in slot.groups:
        take_edit(slot, group, entry, told)
    return told


def take_edit(slot: Slot, group: Group, entry: Entry, told: Told) -> None:
    """Take what a person wrote under the keys of a group, if it is not as we would write it."""
    now = group.part(entry)
    if slot.part(group, told.values, told.extras) == now:
        return
    if group.loose and any(key in told.extras for key in group.keys):
        told.extras.update(now)
        return
    known = {name: told.values[name] for name in group.fields}
    told.values.update({**group.read(now), **group.edit(known, now)})
    for key in group.keys:
        told.extras.pop(key, None)
    if slot.written(group, {name: told.values[name] for name in group.fields}) != now:
        told.extras.update(now)


def taken(extras: Entry, without: Entry) -> Entry:
    """Return the extras but for those that are as our key wrote them."""
    return {
        key: each
        for key, each in extras.items()
        if key not in without or not same(without[key], each)
    }


def extras_of(node: Node) -> tuple[Entry, Entry]:
    """Return what to take from the extras that the entry gives, and what to add."""
    found = []
    for name in ("without", "extras"):
        part = node.get(name, {})
        if not isinstance(part, dict):
            raise refusal(part)
        found.append(part)
    return found[0], found[1]
