"""Two texts side by side: their lines paired, and within a line what differs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word of Latin letters is one piece; Japanese has no spaces, so each character is one.
PIECES = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
# Matching takes time with the square of the length: longer texts are paired as they stand.
MOST_LINES = 2000
MOST_PIECES = 1000
ALIKE = 0.4  # below it, marking the pieces of two lines tells a reader nothing
CONTEXT = 2  # unchanged lines shown around a difference

Piece = tuple[str, bool]
Span = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Row:
    """A line before and after, each as (text, differs) pieces; None where there is no line.

    `skipped` is the number of unchanged lines that the row stands for instead.
    """

    before: tuple[Piece, ...] | None = None
    after: tuple[Piece, ...] | None = None
    skipped: int = 0

    @property
    def is_same(self) -> bool:
        """True for a line that did not change."""
        return self.before == self.after and not self.skipped


def side_by_side(before: str, after: str) -> list[Row]:
    """Return the rows of both texts, long unchanged stretches left out."""
    old, new = before.splitlines(), after.splitlines()
    rows: list[Row] = []
    for operation, i, j, k, m in _spans(old, new):
        if operation == "equal":
            rows += [Row(((line, False),), ((line, False),)) for line in old[i:j]]
        else:
            rows += _pairs(old[i:j], new[k:m])
    return list(_shortened(rows))


def _spans(old: list[str], new: list[str]) -> list[Span]:
    """Return what stayed and what did not, as `SequenceMatcher.get_opcodes` does."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first, second = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(first), len(second)) > MOST_LINES:
        middle: list[Span] = [("replace", 0, len(first), 0, len(second))]
    else:
        middle = list(SequenceMatcher(None, first, second, autojunk=False).get_opcodes())
    return [
        ("equal", 0, start, 0, start),
        *((name, i + start, j + start, k + start, m + start) for name, i, j, k, m in middle),
        ("equal", len(old) - end, len(old), len(new) - end, len(new)),
    ]


def _pairs(old: list[str], new: list[str]) -> Iterator[Row]:
    """Yield changed lines in pairs, then those that have no partner."""
    for before, after in zip(old, new, strict=False):
        yield Row(*_pieces(before, after))
    paired = min(len(old), len(new))
    yield from (Row(before=((line, True),)) for line in old[paired:])
    yield from (Row(after=((line, True),)) for line in new[paired:])


def _pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both lines cut where they differ; a line that is all new is one piece."""
    old, new = PIECES.findall(before), PIECES.findall(after)
    if max(len(old), len(new)) <= MOST_PIECES:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if matcher.ratio() >= ALIKE:
            spans = matcher.get_opcodes()
            return (
                tuple(
                    ("".join(old[i:j]), name != "equal") for name, i, j, _k, _m in spans if i < j
                ),
                tuple(
                    ("".join(new[k:m]), name != "equal") for name, _i, _j, k, m in spans if k < m
                ),
            )
    return ((before, True),), ((after, True),)


def _shortened(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows with one row in place of the unchanged ones far from any difference."""
    shown = set()
    for number, row in enumerate(rows):
        if not row.is_same:
            shown.update(range(number - CONTEXT, number + CONTEXT + 1))
    skipped = 0
    for number, row in enumerate(rows):
        if number not in shown:
            skipped += 1
            continue
        if skipped:
            yield Row(skipped=skipped)
        skipped = 0
        yield row
    if skipped:
        yield Row(skipped=skipped)
