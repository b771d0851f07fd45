"""The numbers of lines: the file's sequence, or the owner's with what is new fitted in."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Line = TypeVar("Line", bound=Hashable)


def merge(kept: Sequence[Line], other: Sequence[Line]) -> list[Line]:
    """Return `kept` with what only `other` has, each after the neighbour it follows there."""
    merged = list(kept)
    known = set(kept)
    previous: Line | None = None
    for line in other:
        if line not in known:
            place = merged.index(previous) + 1 if previous is not None else 0
            merged.insert(place, line)
            known.add(line)
        previous = line
    return merged


def is_reordered(before: Sequence[Line], now: Sequence[Line]) -> bool:
    """True when the lines that both hold stand in another order."""
    common = set(before) & set(now)
    return [line for line in before if line in common] != [line for line in now if line in common]


def number(lines: Sequence[Line], numbers: dict[Line, int]) -> dict[Line, int]:
    """Return rising numbers for `lines`; one that is right already stays."""
    found: dict[Line, int] = {}
    last = 0
    for line in lines:
        own = numbers.get(line, 0)
        last = own if own > last else last + 1
        found[line] = last
    return found
