"""Tables of employers: one a row, where every row names one and says when."""

import re
from collections.abc import Sequence

from resume.document.dates import CURRENT
from resume.document.periods import find_period
from resume.document.schema import Employer, Line, Position

from .found import Found
from .headings import read_heading
from .labels import DELIMITER, period_cell, period_columns
from .names import CLIENT, ENTITY, EVENT, is_school
from .vocabulary import PERIOD_LABELS, clean

NAME_COLUMN = re.compile(
    r"会社名?|社名|企業名?|在籍企業|所属会社|所属企業|会社・組織|company|employer", re.IGNORECASE
)
PLACE_COLUMN = re.compile(r"所属先?|勤務先|組織名?|所属組織|屋号|職歴|経歴", re.IGNORECASE)
PERIOD_COLUMN = re.compile(rf"{PERIOD_LABELS.pattern}|年月|年", re.IGNORECASE)
ROLE_COLUMN = re.compile(
    r"役割|職種|役職|ポジション|肩書き?|職位|role|title|position", re.IGNORECASE
)
ATTENDED = re.compile(r"卒業|修了|入学|中退|(?:学科|課程)\s*$")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ROW_LENGTH = 500  # of a line as written


def read_employers(lines: Sequence[str], schools: bool = False) -> Found | None:
    """Return where the rows begin and end, and one line a row; None where a row does not fit.

    A column that may hold places counts only where most of its cells
    name a legal entity; a row without name or period makes all of it a table of something else.
    Where `schools` stand beside employers, the rows of these go on with that of one before them.
    """
    start = next(
        (number for number, line in enumerate(lines) if DELIMITER.fullmatch(line.strip())), 0
    )
    if not start or "|" not in lines[start]:
        return _headless(lines)
    end = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
    body = lines[start + 1 : end]
    if any(len(line) > ROW_LENGTH for line in (lines[start - 1], *body)):
        return None
    head = [clean(cell) for cell in cells(lines[start - 1])]
    rows = [cells(line) for line in body]
    at_work = [n for n, row in enumerate(rows) if not (schools and any(map(is_school, row)))]
    told = columns(head, [rows[n] for n in at_work]) if any(head) else (1, [0])
    if not any(head) and any(
        ATTENDED.search(row[1]) or EVENT.search(row[1]) for row in rows if row[1:]
    ):
        return None
    if told is None or not at_work:
        return None
    items = _positions(body, at_work, told, column_of(head, ROLE_COLUMN))
    if not items:
        return None
    starts = tuple(start + 1 + n for n in at_work) if len(at_work) < len(rows) else ()
    told_by = tuple(Line((item,)) for item in items)
    return Found(start + 1 + at_work[0], end, "table", told_by, starts)


def _positions(
    body: Sequence[str], at_work: Sequence[int], told: tuple[int, Sequence[int]], role: int | None
) -> list[Position]:
    """Return the employers of those rows that are `at_work`; none where one does not fit.

    The rows between them are the text of the one before.
    """
    rows = [cells(line) for line in body]
    name, period = told
    if any(len(row) <= max(*period, name) for row in rows):
        return []
    found = []
    for n, last in zip(at_work, [*at_work[1:], len(rows)], strict=True):
        held = "" if role is None or role >= len(rows[n]) else rows[n][role]
        below = body[n + 1 : last]
        found.append(_position(body[n], rows[n][name], period_cell(rows[n], period), held, below))
    items = [item for item in found if item]
    keys = {(item.employer.name, item.role, item.start) for item in items}
    return items if len(items) == len(keys) == len(at_work) else []


def _headless(lines: Sequence[str]) -> Found | None:
    """Return the rows of a table that has no head: each begins with a period, over nothing else."""
    start = next((n for n, line in enumerate(lines) if line.lstrip().startswith("|")), len(lines))
    end = next((n for n in range(start, len(lines)) if "|" not in lines[n]), len(lines))
    body = lines[start:end]
    rows = [cells(line) for line in body if len(line) <= ROW_LENGTH]
    if len(rows) < max(2, len(body)) or any(
        len(row) < 2 or ATTENDED.search(row[1]) for row in rows
    ):
        return None
    found = [_position(line, row[1], row[0], "") for line, row in zip(body, rows, strict=True)]
    items = [item for item in found if item]
    if len(items) < len(rows) or any(EVENT.search(item.employer.name) for item in items):
        return None
    return Found(start, end, "table", tuple(Line((item,)) for item in items))


def columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, Sequence[int]] | None:
    """Return which column of a table names employers and which say when, or None."""
    head = [clean(cell) for cell in head]
    period = period_columns(head)
    if not period and (column := column_of(head, PERIOD_COLUMN)) is not None:
        period = [column]
    name = column_of(head, NAME_COLUMN)
    if name is None:
        name = column_of(head, PLACE_COLUMN)
        named = [row for row in rows if name is not None and any(map(ENTITY.search, row))]
        if len(named) * 2 < len(rows) or (name is not None and CLIENT.search(head[name])):
            return None
    return None if name is None or not period else (name, period)


def _position(
    line: str, name: str, period: str, role: str, below: Sequence[str] = ()
) -> Position | None:
    entry = read_heading(BREAK.split(name)[0])  # what was done there may stand on the next line
    found = find_period(clean(BREAK.sub(" ", period)))
    if not found or not entry.name or entry.period or len(role) > 200:
        return None
    role = role if role == clean(role) else ""
    return Position(
        employer=Employer(name=entry.name),
        role=role,
        employment=entry.employment,
        start=str(found.period.start or ""),
        end=CURRENT if found.period.current else str(found.period.end or ""),
        body="\n".join(below),
        written=line.strip(),
    )


def cells(line: str) -> list[str]:
    """Return the texts of a row's cells."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def column_of(head: Sequence[str], words: re.Pattern[str]) -> int | None:
    """Return the column whose head is such a word, by itself or beside another (所属 / 契約)."""
    for index, cell in enumerate(head):
        if any(words.fullmatch(part.strip()) for part in re.split(r"[/／・]", cell)):
            return index
    return None
