"""What a file says and no record holds: kept in the profile's extras, in the place it had.

Unknown keys, the lists that have no model, and entries that make no record. In a list the place of
a record is marked by None.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from resume.document.dates import DateStyle
from resume.document.schema import Profile
from resume.document.source import Note, gettext_noop

from . import official, spellings
from .entries import Entry, Slot, Values
from .groups import NAME, SHORT, text_group
from .slots import PROFILES, SLOTS

Data = dict[str, Any]

OUR_KEY = "keireki"
META = "meta"


PROFILE = Slot(
    "basics",
    Profile,
    (text_group("name", "name", SHORT), text_group("label", "title", NAME)),
    (),
)
SINGLES = tuple(slot for slot in SLOTS.values() if slot.is_single)
LISTS = tuple(slot for slot in SLOTS.values() if not slot.is_single and slot is not PROFILES)


def entries_of(data: Data, slot: Slot) -> list[Entry]:
    """Return the entries of a slot; a single value is one entry of its own key."""
    if not slot.is_single and slot is not PROFILES:
        entries: list[Entry] = data.get(slot.name, [])
        return entries
    basics = data.get("basics", {})
    key = slot.name.removeprefix("basics.")
    if slot is PROFILES:
        return list(basics.get(key, []))
    return [{key: basics[key]}] if key in basics else []


class Records:
    """Which entries can be records: those that name something and that no other one repeats."""

    def __init__(self) -> None:
        self.seen: set[Any] = set()

    def read(self, slot: Slot, entry: Entry) -> tuple[Values, Entry] | None:
        """Return the values and extras of an entry, or None where it makes no record."""
        values, extras = slot.read(entry)
        return (values, extras) if slot.is_record(values) and self.is_new(slot, values) else None

    def is_new(self, slot: Slot, values: Values) -> bool:
        """True when no entry before has the same identity."""
        identity = slot.identity(values)
        return identity is None or (slot.kind, identity) not in self.seen

    def add(self, slot: Slot, values: Values) -> None:
        """Remember the identity of a record."""
        self.seen.add((slot.kind, slot.identity(values)))


def profile(data: Data, claimed: Mapping[str, set[int]], language: str) -> Profile:
    """Return who the résumé is about, with all that no record holds."""
    basics = dict(data.get("basics", {}))
    for slot in SINGLES:
        if claimed.get(slot.name):
            del basics[slot.name.removeprefix("basics.")]
    if basics.get("summary"):
        del basics["summary"]
    rest = _left(basics.pop("profiles", None), claimed.get(PROFILES.name, set()))
    values, kept = PROFILE.read(basics)
    if rest is not None:
        kept["profiles"] = rest
    extras = {key: value for key, value in data.items() if key not in ("basics", META)}
    for slot in LISTS:
        rest = _left(extras.pop(slot.name, None), claimed.get(slot.name, set()))
        if rest is not None:
            extras[slot.name] = rest
    if kept or data.get("basics") == {}:
        extras["basics"] = kept
    meta = data.get(META, {})
    others = {key: value for key, value in meta.items() if key != OUR_KEY}
    if others or (META in data and OUR_KEY not in meta):
        extras[META] = others
    style = DateStyle.SLASH if language == "ja" else DateStyle.ENGLISH
    return Profile(**values, language=language, date_style=style, extras=extras)


def _left(entries: list[Entry] | None, claimed: set[int]) -> list[Entry | None] | None:
    """Return the entries that are no records, each record's place marked by None."""
    if entries is None:
        return None
    found = [None if index in claimed else entry for index, entry in enumerate(entries)]
    while found and found[-1] is None:
        found.pop()
    return found if found or not entries else None


def write(
    profile: Profile, summary: str, entries: Mapping[str, list[Entry]]
) -> tuple[Data, dict[str, set[int]]]:
    """Return the standard keys of a document, and which entries of each list are records."""
    records = Records()
    for name, group in entries.items():
        for entry in group:
            records.add(SLOTS[name], SLOTS[name].read(entry)[0])
    extras = profile.extras
    kept = extras.get("basics")
    basics = _basics(profile, kept if isinstance(kept, dict) else {}, summary, entries, records)
    claimed: dict[str, set[int]] = {slot.name: {0} for slot in SINGLES if entries.get(slot.name)}
    data: Data = {}
    for key, value in extras.items():
        if key not in SLOTS and key != "basics" and _is_readable(key, value):
            data[key] = value
    if isinstance(data.get(META), dict):
        data[META] = {key: value for key, value in data[META].items() if key != OUR_KEY}
    for slot in (*LISTS, PROFILES):
        box, source = (basics, kept) if slot is PROFILES else (data, extras)
        key = slot.name.removeprefix("basics.")
        raw = source.get(key) if isinstance(source, dict) else None
        merged = _merged(slot, entries.get(slot.name, []), raw, records)
        if merged or raw == []:
            box[key] = [entry for entry, _is_record in merged]
            claimed[slot.name] = {i for i, (_entry, is_record) in enumerate(merged) if is_record}
    if basics or kept == {}:
        data["basics"] = basics
    return data, claimed


def _basics(
    profile: Profile,
    kept: Entry,
    summary: str,
    entries: Mapping[str, list[Entry]],
    records: Records,
) -> Entry:
    """Return the basics without the profiles."""
    names = {slot.name.removeprefix("basics.") for slot in SINGLES} | {"profiles", "summary"}
    others = {key: value for key, value in kept.items() if key not in names}
    basics = PROFILE.write({"name": profile.name, "title": profile.title}, others)
    if summary or kept.get("summary") == "":
        basics["summary"] = summary
    for slot in SINGLES:
        key = slot.name.removeprefix("basics.")
        if found := entries.get(slot.name):
            basics.update(found[0])
        elif key in kept and _is_raw(slot, {key: kept[key]}, records):
            basics[key] = kept[key]
    return spellings.without_older("basics", basics)


def _is_readable(key: str, value: Any) -> bool:
    """True for what may stand on the first level and is read as it is."""
    plain = spellings.is_plain(key, value) and not official.near(key)
    return plain and official.fits("", key, value)


def _is_raw(slot: Slot, entry: Any, records: Records) -> bool:
    """True for what may stand in the file and is not read as a record."""
    if not isinstance(entry, dict) or not all(slot.fits(*pair) for pair in entry.items()):
        return False
    if not spellings.is_plain(slot.name, entry):
        return False
    return records.read(slot, entry) is None


def _merged(
    slot: Slot, entries: list[Entry], raw: Any, records: Records
) -> list[tuple[Entry, bool]]:
    """Return the entries of records and the kept ones in their order; True marks a record."""
    waiting = list(reversed(entries))
    merged: list[tuple[Entry, bool]] = []
    for entry in raw if isinstance(raw, list) else []:
        if entry is None and waiting:
            merged.append((waiting.pop(), True))
        elif _is_raw(slot, entry, records):
            merged.append((entry, False))
    return merged + [(entry, True) for entry in reversed(waiting)]


def notes(profile: Profile) -> Iterator[Note]:
    """Yield what the owner should know: what no record holds, and is given back by an export."""
    basics = profile.extras.get("basics")
    profiles = basics.get("profiles") if isinstance(basics, dict) else None
    for name in (*official.names(), PROFILES.name):
        entries = profiles if name == PROFILES.name else profile.extras.get(name)
        if name not in SLOTS:
            if entries and isinstance(entries, list):
                message = gettext_noop("There are no records for this yet; it is kept for exports.")
                yield Note(message, place=name)
            continue
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            if entry is not None:
                message = gettext_noop(
                    "This entry makes no record: its name is missing, too long, or that of an "
                    "entry before. It is kept for exports, and not shown."
                )
                yield Note(message, place=f"{name}[{index}]")
