"""Lines of a table: their cells, and what the head says of the columns."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .vocabulary import END_LABELS, PERIOD_LABELS, START_LABELS, clean

# The line under the head of a table.
DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
LINE_LENGTH = 500  # of a head that is looked at


def cells(line: str) -> list[str]:
    """Return the texts of a row's cells."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def cell_of(row: Sequence[str], column: int) -> str:
    """Return the text of a cell, "" where the row is shorter."""
    return row[column] if column < len(row) else ""


def is_delimiter(line: str) -> bool:
    """True for the line between the head of a table and its rows."""
    return "|" in line and bool(DELIMITER.fullmatch(line.strip()))


def table_heads(lines: Sequence[str]) -> Iterator[str]:
    """Yield what the columns of the tables in `lines` are headed."""
    for head, rule in pairwise(lines):
        if "|" in head and len(head) <= LINE_LENGTH and is_delimiter(rule):
            yield from map(clean, cells(head))


def first_table(lines: Sequence[str]) -> range:
    """Return the lines of the first table, from the rule under its head on; none without one."""
    rule = next((n for n, line in enumerate(lines) if is_delimiter(line)), len(lines))
    return range(rule, rows_end(lines, rule))


def rows_end(lines: Sequence[str], first: int) -> int:
    """Return the line after the last of those with a bar, from line `first` on."""
    return next((n for n in range(first, len(lines)) if "|" not in lines[n]), len(lines))


def first_row(lines: Sequence[str], rule: int) -> int:
    """Return the line of the first row below that of a rule; blank lines may part the two."""
    after = range(rule + 1, len(lines))
    first = next((n for n in after if lines[n].strip()), rule + 1)
    return first if lines[first : first + 1] and lines[first].startswith("|") else rule + 1


def period_columns(head: Sequence[str]) -> Sequence[int]:
    """Return which columns of a table say when: that of periods, or those of starts and ends."""
    for words in ((PERIOD_LABELS,), (START_LABELS, END_LABELS)):
        found = [
            next((index for index, cell in enumerate(head) if each.fullmatch(clean(cell))), None)
            for each in words
        ]
        if None not in found:
            return [index for index in found if index is not None]
    return []


def period_cell(row: Sequence[str], columns: Sequence[int]) -> str:
    """Return what the cells in these columns of a row say of the period."""
    return "〜".join(row[index] for index in columns if index < len(row))
