"""Which entry of a file is which record of our own key, after a person edited the file.

A record knows its entry by a mark: a digest of its name and one of all else, so that an entry that
was moved, renamed or rewritten is found again, and one that is gone is missed.
"""

import hashlib
import json
from collections.abc import Callable, Sequence

from .entries import Entry, Slot


def mark(slot: Slot, entry: Entry) -> str:
    """Return the mark of an entry."""
    names = slot.groups[0].keys
    name = {key: entry[key] for key in names if key in entry}
    rest = {key: value for key, value in entry.items() if key not in names}
    return f"{_digest(name)}-{_digest(rest)}"


def _digest(part: Entry) -> str:
    text = json.dumps(part, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8] if part else ""


def pair(records: Sequence[str], entries: Sequence[str]) -> list[int | None]:
    """Return for the mark of each record the index of its entry, or None where it has none.

    First the same entries, then those of the same name, then those that are the same but for the
    name; at last as many rewritten ones as there are records between two that were found.
    """
    found: list[int | None] = [None] * len(records)
    free = set(range(len(entries)))
    ways: tuple[Callable[[str], str], ...] = (
        lambda text: text,
        lambda text: text.split("-")[0],
        lambda text: text.split("-")[-1],
    )
    for way in ways:
        waiting: dict[str, list[int]] = {}
        for index in sorted(free, reverse=True):
            waiting.setdefault(way(entries[index]), []).append(index)
        for number, record in enumerate(records):
            same = waiting.get(way(record)) if found[number] is None and way(record) else None
            if same:
                found[number] = same.pop()
                free.discard(found[number] or 0)
    _pair_between(found, free, len(entries))
    return found


def _pair_between(found: list[int | None], free: set[int], length: int) -> None:
    number = 0
    last = -1
    while number < len(found):
        index = found[number]
        if index is not None:
            last, number = index, number + 1
            continue
        end = number
        while end < len(found) and found[end] is None:
            end += 1
        following = found[end] if end < len(found) else length
        between = range(last + 1, length if following is None else following)
        gap = [each for each in between if each in free]
        if len(gap) == end - number:
            found[number:end] = gap
            free.difference_update(gap)
        number = end
