"""Lines in their sequence: two sequences made one, and the numbers of lines."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Line = tuple[Key, ...]


def merge(kept: Sequence[Line[Key]], other: Sequence[Line[Key]]) -> list[Line[Key]]:
    """Return the lines of `kept` with what only `other` has.

    An item on a line with one that is known joins that one's line; a new line follows the line
    that it follows in `other`. Takes time linear in the number of items.
    """
    lines: list[list[Key]] = [list(line) for line in kept]
    number_of = {key: number for number, line in enumerate(lines) for key in line}
    followers: dict[int, list[int]] = {}
    previous = -1
    for line in other:
        fresh = [key for key in line if key not in number_of]
        number = next((number_of[key] for key in line if key in number_of), None)
        if number is None:
            number = len(lines)
            lines.append([])
            followers.setdefault(previous, []).append(number)
        lines[number] += fresh
        number_of.update(dict.fromkeys(fresh, number))
        previous = number
    merged = []
    waiting = [*reversed(range(len(kept))), *reversed(followers.get(-1, []))]
    while waiting:
        number = waiting.pop()
        merged.append(tuple(lines[number]))
        waiting += reversed(followers.get(number, []))
    return merged


def restricted(lines: Sequence[Line[Key]], to: set[Key]) -> list[Line[Key]]:
    """Return the lines with the items of `to` only."""
    kept = [tuple(key for key in line if key in to) for line in lines]
    return [line for line in kept if line]


def number(lines: Sequence[Line[Key]], numbers: dict[Key, int]) -> list[int]:
    """Return rising numbers for `lines`; a line whose first item has a right one keeps it."""
    found: list[int] = []
    last = 0
    for line in lines:
        own = numbers.get(line[0], 0)
        last = own if own > last else last + 1
        found.append(last)
    return found
