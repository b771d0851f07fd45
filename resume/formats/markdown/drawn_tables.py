"""Tables drawn with characters, as converters from word processors write them, read as rows.

A grid table of Pandoc ("+---+---+" over "| 期間 | 内容 |") has several lines to a row, and
paragraphs and lists in its cells. Only what reads a text sees it as a table of Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from resume.document.periods import find_dates

from .html_rows import Row, has_rows, read_rows
from .vocabulary import clean

BORDER = re.compile(r"\+(?::?[-=]{2,}:?\+)+\s*")
CELL = re.compile(r"(?<!\\)\|")
ITEM = re.compile(r"[-*+・][ \t]+\S|\d{1,2}[.)][ \t]+\S")
HEAD_LENGTH = 20  # of a cell that may head a column
TEXT_LENGTH = 450  # of a row, where only who and when matters


def is_border(line: str) -> bool:
    """True for a line that parts the rows of a grid table, or closes it."""
    return line.startswith("+") and bool(BORDER.fullmatch(line))


def grids(lines: Sequence[str]) -> Iterator[range]:
    """Yield the lines of each grid table."""
    end = 0
    for number, line in enumerate(lines):
        if number >= end and is_border(line):
            end = grid_end(lines, number)
            if end > number + 2:
                yield range(number, end)


def grid_end(lines: Sequence[str], first: int) -> int:
    """Return the line after the last border of the grid table that begins at line `first`."""
    after = range(first, len(lines))
    end = next((n for n in after if lines[n][:1] not in ("|", "+")), len(lines))
    return next((n + 1 for n in range(end - 1, first, -1) if is_border(lines[n])), first + 1)


def read_block(lines: Sequence[str], first: int) -> list[Row]:
    """Return the rows of a grid table, or of raw HTML that has any; it begins at line `first`."""
    if is_border(lines[0]):
        return read_grid(lines, first)
    return list(read_rows(lines, first)) if has_rows("\n".join(lines)) else []


def read_grid(lines: Sequence[str], first: int, length: int | None = TEXT_LENGTH) -> list[Row]:
    """Return the rows of the grid table that `lines` are, the first of them line `first` of a file.

    Each takes the border below it; that above the first is a row without text. None where cells
    span several rows.
    """
    borders = [n for n, line in enumerate(lines) if is_border(line)]
    is_headed = any("=" in lines[n] for n in borders)
    found = [Row("", first, first + 1, is_html=True)]
    for number, (above, below) in enumerate(pairwise(borders)):
        told = _cells(lines[above + 1 : below])
        if not told:
            return []
        most = None if length is None else length // len(told)
        text = " | ".join(cell[:most].replace("|", "&#124;") for cell in told)
        found.append(Row(f"| {text} |", first + above + 1, first + below + 1, is_html=True))
        if not number and (
            "=" in lines[below] or (len(borders) > 2 and not is_headed and _is_head(told))
        ):
            rule = "|" + "---|" * len(told)
            found.append(Row(rule, first + below + 1, first + below + 1, is_html=True))
    return found


def head_length(lines: Sequence[str]) -> int:
    """Return how many lines the head of a table and what parts it from the rows take."""
    if not lines or not is_border(lines[0]):
        return 2
    return next((n + 1 for n in range(1, len(lines)) if is_border(lines[n])), 2)


def _cells(lines: Sequence[str]) -> list[str]:
    """Return the texts of the cells of a row, or none where its lines part in different ones."""
    rows = [CELL.split(line.rstrip())[1:-1] for line in lines]
    if not rows or not rows[0] or any(len(row) != len(rows[0]) or "+--" in row[-1] for row in rows):
        return []
    return [_text(column) for column in zip(*rows, strict=True)]


def _text(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one: what was broken to fit is joined again."""
    text = ""
    for line, before in zip_longest(map(str.strip, lines), ("", *lines[:-1]), fillvalue=""):
        if not line:
            continue
        is_new = not before.strip() or before.rstrip().endswith("\\") or ITEM.match(line)
        joint = " " if text[-1:].isascii() and line[0].isascii() else ""
        text += ("<br>" if is_new and text else joint if text else "") + line.removesuffix("\\")
    return text


def _is_head(cells: Sequence[str]) -> bool:
    """True for short texts that say not when."""
    return all(len(clean(cell)) <= HEAD_LENGTH and not any(find_dates(cell)) for cell in cells)
