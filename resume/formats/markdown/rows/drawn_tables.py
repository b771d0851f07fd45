"""Tables as converters from word processors write them, read as rows.

A grid table of Pandoc ("+---+---+" over "| 期間 | 内容 |") has several lines to a row, and
paragraphs and lists in its cells. A table of Markdown may have an empty head, over a row that says
what one does. Only what reads a text sees them as those of Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from resume.document.periods import find_dates, find_period
from resume.document.schema import Line

from ..text.names import LEGAL_FORM
from ..text.nesting import trim
from ..text.table_lines import cells, is_delimiter
from ..text.vocabulary import clean
from .found import Found
from .html_rows import Row, has_rows, read_rows, stay_as_written
from .tables import PERIOD_COLUMN

BORDER = re.compile(r"\+(?::?[-=]{2,}:?\+)+\s*")
CELL = re.compile(r"(?<!\\)\|")
ITEM = re.compile(r"[-*+・][ \t]+\S|\d{1,2}[.)][ \t]+\S")
EMPTY = re.compile(r"\|(?:[ \t]*\|)+[ \t]*")
ABOVE = "above"  # the key of the border over the row that a position begins
UNHEADED = 3  # lines, down to the row that heads the others
HEAD_LENGTH = 20  # of a cell that may head a column
TEXT_LENGTH = 450  # of a row, where only who and when matters


def is_border(line: str) -> bool:
    """True for a line that parts the rows of a grid table, or closes it."""
    return line.startswith("+") and bool(BORDER.fullmatch(line))


def is_drawn(lines: Sequence[str], number: int) -> bool:
    """True for the line at which a grid table begins, or one with an empty head."""
    return is_border(lines[number]) or head_length(lines[number : number + 4]) == UNHEADED


def tables(lines: Sequence[str]) -> Iterator[range]:
    """Yield the lines of each such table."""
    end = 0
    for number, line in enumerate(lines):
        if number >= end and line[:1] in ("+", "|") and is_drawn(lines, number):
            end = table_end(lines, number)
            if end > number + 2:
                yield range(number, end)


def table_end(lines: Sequence[str], first: int) -> int:
    """Return the line after the last one of the table that begins at line `first`."""
    after = range(first, len(lines))
    end = next((n for n in after if lines[n][:1] not in ("|", "+")), len(lines))
    if not is_border(lines[first]):
        return end
    return next((n + 1 for n in range(end - 1, first, -1) if is_border(lines[n])), first + 1)


def read_block(lines: Sequence[str], first: int) -> list[Row]:
    """Return the rows of such a table, or of raw HTML that has any; it begins at line `first`."""
    if lines[0][:1] in ("+", "|"):
        return read_table(lines, first)
    return list(read_rows(lines, first)) if has_rows("\n".join(lines)) else []


def read_table(lines: Sequence[str], first: int, length: int | None = TEXT_LENGTH) -> list[Row]:
    """Return the rows of the table that `lines` are, the first of them line `first` of a file.

    A row of a grid takes the border below it; that above the first is a row without text. None
    where cells span several rows.
    """
    if not is_border(lines[0]):
        return _read_unheaded(lines, first)
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
        rest = lines[below + 1 :]
        is_head = rest and not is_headed and (_is_head(told) or _heads_stay(told, rest))
        if not number and ("=" in lines[below] or is_head):
            rule = "|" + "---|" * len(told)
            found.append(Row(rule, first + below + 1, first + below + 1, is_html=True))
    return found


def _read_unheaded(lines: Sequence[str], first: int) -> list[Row]:
    """Return the rows of a table with an empty head, under the first of them."""
    rule = Row(lines[1], first + UNHEADED, first + UNHEADED, is_html=True)
    rows = [Row(line, first + n, first + n + 1, is_html=True) for n, line in enumerate(lines)]
    return [replace(rows[2], first=first), rule, *rows[UNHEADED:]]


def head_length(lines: Sequence[str]) -> int:
    """Return how many lines the head of a table and what parts it from the rows take."""
    if lines and is_border(lines[0]):
        return next((n + 1 for n in range(1, len(lines)) if is_border(lines[n])), 2)
    if not lines[3:] or not EMPTY.fullmatch(lines[0]) or not is_delimiter(lines[1]):
        return 2
    head, row = cells(lines[2]), cells(lines[3])
    periods = [n for n, cell in enumerate(head[: len(row)]) if PERIOD_COLUMN.fullmatch(clean(cell))]
    return UNHEADED if _is_head(head) and any(find_period(row[n]) for n in periods) else 2


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


def _heads_stay(told: Sequence[str], below: Sequence[str]) -> bool:
    """True for cells that tell who employed, and when, over rows none of which does so again."""
    text = " ".join(map(clean, told))
    others = (line for line in below if LEGAL_FORM.search(line) and find_period(line))
    return bool(LEGAL_FORM.search(text) and find_period(text)) and not any(others)


def as_written(found: Found, rows: Sequence[Row], lines: Sequence[str]) -> Found | None:
    """Return the employers found, each of whom heads a grid table, as that stands in these lines.

    The border above is kept with each. None where one of them stands elsewhere.
    """
    borders = [rows[start - 1] for start in found.starts if start]
    if found.layout != "lines" or len(borders) < len(found.lines):
        return None
    firsts = [row.first for row in borders]
    ends = [*firsts[1:], rows[found.end - 1].end]
    told = []
    for line, first, end in zip(found.lines, firsts, ends, strict=True):
        border, written, *below = map(str.rstrip, (*lines[first:end], "", ""))
        stay = stay_as_written(line, written, trim(below))
        if stay is None or not is_border(border):
            return None
        told.append(Line((replace(stay, projects=(), extras={ABOVE: border}),)))
    return Found(firsts[0], ends[-1], "lines", tuple(told), tuple(firsts))


def _is_head(told: Sequence[str]) -> bool:
    """True for short texts that say not when."""
    return all(len(clean(cell)) <= HEAD_LENGTH and not any(find_dates(cell)) for cell in told)
