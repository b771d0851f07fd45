"""An entry of a file as the values of a record, and back, without losing a key.

A `Group` is some keys of an entry and the fields they tell. What a field does not give back
exactly (an address in another spelling, an empty list) is kept beside it in the record's extras,
and written again as long as it still says what the field says: after an edit the field wins.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import official

Entry = dict[str, Any]
Values = dict[str, Any]


def _no_edit(known: Values, part: Entry) -> Values:
    return {}


@dataclass(frozen=True)
class Group:
    """Keys that tell fields. `read` gives every field, of whatever the schema allows.

    `edit` gives what `read` would lose when a person changed the keys of a record that is known.
    With `loose` the extras win over the field: the keys may say something else in each entry.
    """

    keys: tuple[str, ...]
    fields: tuple[str, ...]
    read: Callable[[Entry], Values]
    write: Callable[[Values], Entry]
    edit: Callable[[Values, Entry], Values] = _no_edit
    loose: bool = False

    def part(self, entry: Mapping[str, Any]) -> Entry:
        """Return what the entry says under the keys of this group."""
        return {key: entry[key] for key in self.keys if key in entry}


@dataclass(frozen=True)
class Slot:
    """A list of entries in the file, and the kind of record that each is.

    `name` is its path ("work"); for a single value of the basics, too ("basics.email"). `named`
    are the fields without which there is no record; one group of them must have a value.
    """

    name: str
    kind: type
    groups: tuple[Group, ...]
    named: tuple[tuple[str, ...], ...]
    identity: Callable[[Values], Any] = lambda values: None
    constants: tuple[tuple[str, str], ...] = ()

    @property
    def is_single(self) -> bool:
        """True for a slot that is one key of the basics, not a list."""
        return self.name.startswith("basics.") and self.name != "basics.profiles"

    def is_record(self, values: Values) -> bool:
        """True when the values are enough for a record."""
        return all(any(values[name].strip() for name in names) for names in self.named)

    def read(self, entry: Entry) -> tuple[Values, Entry]:
        """Return the values that an entry tells, and the extras: what they do not give back."""
        values: Values = {}
        extras = dict(entry)
        for group in self.groups:
            part = group.part(entry)
            told = group.read(part)
            values.update(told)
            if group.write(told) == part:
                for key in part:
                    del extras[key]
        return values, extras

    def write(self, values: Values, extras: Mapping[str, Any]) -> Entry:
        """Return the entry of a record. What the schema would refuse is left out."""
        entry: Entry = {}
        taken: set[str] = set()
        for group in self.groups:
            taken.update(group.keys)
            entry.update(self.part(group, values, extras))
        for key, value in extras.items():
            if key not in taken and (not self.is_single) and self.fits(key, value):
                entry[key] = value
        return entry

    def part(self, group: Group, values: Values, extras: Mapping[str, Any]) -> Entry:
        """Return what an entry says under a group's keys: as kept, or as the fields give it."""
        own = {name: values[name] for name in group.fields}
        kept = {key: value for key, value in group.part(extras).items() if self.fits(key, value)}
        if kept and (group.loose or group.read(kept) == own):
            return kept
        return self.written(group, own)

    def written(self, group: Group, own: Values) -> Entry:
        """Return what the fields give, if it is read as the same again; otherwise nothing."""
        part = group.write(own)
        if not all(self.fits(key, value) for key, value in part.items()):
            return {}
        return part if group.write(group.read(part)) == part else {}

    def fits(self, key: str, value: Any) -> bool:
        """True when the schema lets the value stand under the key."""
        return official.fits("basics" if self.is_single else self.name, key, value)
