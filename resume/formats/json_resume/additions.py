"""Entries that a person added to an exported file: new records."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from resume.document.schema import Item, Position

from . import standard
from .employers import Employers
from .entries import Entry
from .kept import Records
from .slots import SLOTS
from .tree import Placed


def additions(
    entries: Mapping[str, list[Entry]],
    claimed: dict[str, set[int]],
    employers: Employers,
    language: str,
) -> Iterator[Placed]:
    """Yield the entries that our key does not know and that make a record, and claim them."""
    records = Records()
    for name, slot in SLOTS.items():
        for index in claimed.get(name, ()):
            records.add(slot, slot.read(entries[name][index])[0])
    for name, slot in SLOTS.items():
        for index, entry in enumerate(entries[name]):
            if index in claimed.get(name, ()):
                continue
            if told := records.read(slot, entry):
                records.add(slot, told[0])
                claimed.setdefault(name, set()).add(index)
                item = standard.make(slot, *told, language)
                yield Placed(_at_known_employer(item, entry, employers), name, index)


def _at_known_employer(item: Item, entry: Entry, employers: Employers) -> Item:
    """Return a new position at the employer of that name, if there is one; others as they are.

    What the entry says about that employer is kept with the position.
    """
    known = employers.named(item.employer.name) if isinstance(item, Position) else None
    if known is None:
        return item
    said: Entry = {key: entry[key] for key in ("url", "description") if key in entry}
    return replace(item, employer=known, extras={**item.extras, **said})  # type: ignore[call-arg]
