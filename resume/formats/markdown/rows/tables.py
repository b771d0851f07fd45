"""Tables of employers: one a row, where every row names one and says when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise

from resume.document.dates import Period
from resume.document.periods import find_dates, find_period
from resume.document.schema import Employer, Line, Position
from resume.document.spans import span

from ..text.counts import is_count
from ..text.gaps import is_aside
from ..text.headings import BRACKETS, DURATION, JOINED, read_heading
from ..text.names import CLIENT, ENTITY, EVENT, LEGAL_FORM, STUDIED, WORKPLACE, is_school, is_work
from ..text.table_lines import (
    cell_of,
    cells,
    first_row,
    is_delimiter,
    period_cell,
    period_columns,
    rows_end,
)
from ..text.vocabulary import EMPLOYER_LABELS, PERIOD_LABELS, clean, tells_of_schools
from .chronicle import stays_in_order, touch
from .continued import that_go_on
from .found import Found
from .named import BREAK, first_line, in_bold, is_named, is_other

NAME_COLUMN = re.compile(
    r"会社名?|社名|企業名?|(?:在籍|所属|勤務|就業)(?:会社|企業)名?|(?:勤務|就業|在籍|所属)先名|事業者名?|法人名?|団体名|"
    r"会社・組織|company|employer|organi[sz]ation",
    re.IGNORECASE,
)
PLACE_COLUMN = re.compile(
    r"所属先?|(?:勤務|就業|在籍)先|組織名?|所属組織|屋号|職歴|経歴|where", re.IGNORECASE
)
# Whose cells may begin with a name.
CONTENT_COLUMN = re.compile(r"(?:業務|職務|経歴)?(?:内容|経歴|概要|詳細)|事項", re.IGNORECASE)
PERIOD_COLUMN = re.compile(
    rf"{PERIOD_LABELS.pattern}|年月日?|年|在籍|在職|time ?(?:frame|span|period)|years?|when|tenure",
    re.IGNORECASE,
)
ROLE_COLUMN = re.compile(
    r"役割|職種|職名|役職|ポジション|肩書き?|職位|role|(?:job )?title|position|designation",
    re.IGNORECASE,
)
ATTENDED = re.compile(r"卒業|修了|入学|中退|(?:学科|課程)\s*$")
# What some part the two ends of a period with, in a column of them.
SLASHED = re.compile(r"\s+[/／]\s+")
# What a cell may say beside a lone date: "2021年6月頃（約2か月）". How long it was tells a range.
ABOUT = re.compile(
    r"\s*(?:頃|ごろ|くらい|ぐらい|上旬|中旬|下旬|末)?\s*(?:[(（](?P<lasted>[^()（）]+)[)）])?$"
)
SPANNED = "^"  # a cell that goes on with the one above
PARTS = re.compile(r"\s*[,、，]\s*|\s+[/／]\s+")
# A period that takes several lines of a cell.
SPLIT = re.compile(
    rf"(?:\s*{BREAK.pattern}\s*)?(?P<separator>[~〜～–—-])(?:\s*{BREAK.pattern}\s*)?",
    re.IGNORECASE,
)
ROW_LENGTH = 500  # of a line as written


@dataclass(frozen=True)
class StayRow:
    """A row that may tell a stay: whom its cell names, where it spans no other, and when.

    The range of a row tells from when to when; without one, a date is the start.
    """

    line: str
    name: str
    role: str
    period: Period
    has_range: bool
    of_school: bool


def read_employers(lines: Sequence[str], schools: bool = False) -> Found | None:
    """Return where the rows begin and end, and one line a row; None where they tell of others.

    A row without a name goes on with the one before it, and so does one of a gap or of a school,
    where `schools` stand beside employers or it tells what was studied. Of the other rows, at most
    one in four may lack a period.
    """
    start = next((n for n, line in enumerate(lines) if is_delimiter(line)), 0)
    if not start:
        return _headless(lines)
    first = first_row(lines, start)
    end = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
    body = lines[first:end]
    if any(len(line) > ROW_LENGTH for line in (lines[start - 1], *body)):
        return None
    head = heads(lines[start - 1])
    rows = [cells(line) for line in body]
    if not any(head) and any(map(_is_otherwise, rows)):
        return None
    going = that_go_on(rows, head)
    begun = [row for row, goes in zip(rows, going, strict=True) if not goes]
    told = columns(head, begun) if any(head) else (1, [0])
    if told is None:
        return None
    titled = cell_of(head, told[0])
    schools = schools or tells_of_schools(titled) or bool(CONTENT_COLUMN.fullmatch(titled))
    role = column_of(head, ROLE_COLUMN)
    parsed = [_row(line, told, None if role == told[0] else role, schools) for line in body]
    parsed = [
        replace(row, name="") if goes else row for row, goes in zip(parsed, going, strict=True)
    ]
    found = _positions(_in_order(parsed) if CONTENT_COLUMN.fullmatch(titled) else parsed)
    if not found:
        return None
    numbers = sorted(found)
    starts = tuple(first + n for n in numbers) if len(numbers) < len(rows) else ()
    return Found(
        first + numbers[0], end, "table", tuple(Line((found[n],)) for n in numbers), starts
    )


def _row(line: str, told: tuple[int, Sequence[int]], role: int | None, schools: bool) -> StayRow:
    row = cells(line)
    column, when = told
    name = "" if cell_of(row, column) == SPANNED else cell_of(row, column)
    held = "" if role is None or cell_of(row, role) == SPANNED else cell_of(row, role)
    text = clean(BREAK.sub(", ", SPLIT.sub(r"\g<separator>", period_cell(row, when))))
    ranges = [found.period for part in PARTS.split(text) if (found := find_period(part))]
    if not ranges and (found := find_period(SLASHED.sub("〜", text))):
        ranges = [found.period]
    date = next(find_dates(text), None)
    about = ABOUT.match(text, date.last) if date and not date.first else None
    lasted = about and about["lasted"] and DURATION.match(about["lasted"])
    alone = date.date if date and about and (lasted or not about["lasted"]) else None
    studied = any(STUDIED.search(clean(cell)) for cell in row)
    return StayRow(
        line,
        name,
        held,
        span(ranges) or Period(alone),
        bool(ranges or lasted),
        (is_school(name) and (schools or studied)) or is_aside(clean(name)),
    )


def _in_order(rows: Sequence[StayRow]) -> list[StayRow]:
    """Return the rows that tell a career, without the names and times of those that begin no stay.

    Each names one who employs, or most tell what happened at one; else none does.
    """
    names = [first_line(row.name) for row in rows]
    told = [name for name in names if name and not is_school(name)]
    if told and all(map(is_named, told)):
        return list(rows)
    signed = [is_named(name) and LEGAL_FORM.search(name) for name in names]
    named = [row.has_range and bool(sign) for row, sign in zip(rows, signed, strict=True)]
    stays = set(stays_in_order([row.period for row in rows], named))
    pairs = ((row, n in stays) for n, row in enumerate(rows))
    return [row if told else replace(row, name="", has_range=False) for row, told in pairs]


def _positions(rows: Sequence[StayRow]) -> dict[int, Position]:
    """Return the employers of the rows that name one, by the row; none where too few do.

    The rows between them are the text of the one before.
    """
    told = [n for n, row in enumerate(rows) if row.name and not row.of_school]
    # Work without a time of its own goes on with the row before it.
    named = [n for n in told if rows[n].period or not is_work(clean(rows[n].name))]
    ranged = [n for n in named if rows[n].has_range]
    dated = [n for n in named if rows[n].period] if len(ranged) * 2 >= len(named) else ranged
    if not dated or (len(named) - len(dated)) * 4 > len(named):
        return {}
    dated = [n for n in named if n in dated or not is_other(clean(rows[n].name))]
    runs = groupby(dated, key=lambda n: read_heading(rows[n].name).name)
    dated = list(chain.from_iterable(_stays(rows, list(run)) for _name, run in runs))
    found = {}
    for n, last in zip(dated, [*dated[1:], len(rows)], strict=True):
        below = rows[n + 1 : last]
        more = [row.period for row in below if row.has_range and not row.of_school]
        stay = position(rows[n], span([rows[n].period, *more]), below)
        if stay is None:
            return {}
        found[n] = stay
    keys = {(item.employer.name, item.role, item.start) for item in found.values()}
    return found if len(keys) == len(found) else {}


def _stays(rows: Sequence[StayRow], run: Sequence[int]) -> list[int]:
    """Return the rows of a run that begin a stay: the others tell of work in the one before.

    Two rows may be two contracts; more of them with no time between are one stay's projects.
    """
    if len(run) < 3:
        return list(run)
    return [
        run[0],
        *(n for before, n in pairwise(run) if not touch(rows[before].period, rows[n].period)),
    ]


def position(row: StayRow, period: Period, below: Sequence[StayRow] = ()) -> Position | None:
    """Return the stay that a row tells, over the rows `below`; None where it names nobody."""
    name = BREAK.split(row.name)[0]  # what was done there may stand below it
    entry = read_heading(JOINED.sub("", name, count=1))
    entry = replace(entry, name=in_bold(name, entry.name))
    if any(not each.line.lstrip().startswith("|") for each in below):
        return None  # text would not print as a row of the table
    if not entry.name or is_count(entry.name) or entry.period or len(row.role) > 200:
        return None
    return Position(
        employer=Employer(name=entry.name),
        role=(row.role or entry.role) if row.role == clean(row.role) else "",
        employment=entry.employment,
        start=period.start_text,
        end=period.end_text,
        body="\n".join(each.line.strip() for each in below),
        written=row.line.strip(),
    )


def _headless(lines: Sequence[str]) -> Found | None:
    """Return the rows of a table that has no head: each begins with a period, over nothing else."""
    start = next((n for n, line in enumerate(lines) if line.lstrip().startswith("|")), len(lines))
    end = rows_end(lines, start)
    body = lines[start:end]
    rows = [cells(line) for line in body if len(line) <= ROW_LENGTH]
    if len(rows) < max(2, len(body)) or any(
        len(row) < 2 or ATTENDED.search(row[1]) for row in rows
    ):
        return None
    told = [_row(line, (1, [0]), None, schools=False) for line in body]
    items = [position(row, row.period) for row in told if row.has_range and not row.of_school]
    found = [item for item in items if item]
    if len(found) < len(rows) or any(EVENT.search(item.employer.name) for item in found):
        return None
    return Found(start, end, "table", tuple(Line((item,)) for item in found))


def columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, Sequence[int]] | None:
    """Return which column of a table names employers and which say when, or None.

    A column that may hold places counts only where most of its cells name a legal entity, or one
    does and none sounds like something else.
    """
    head = [clean(cell) for cell in head]
    period = period_columns(head)
    if not period and (column := column_of(head, PERIOD_COLUMN)) is not None:
        period = [column]
    name = column_of(head, NAME_COLUMN)
    if name is None and (name := column_of(head, PLACE_COLUMN)) is not None:
        names = [first_line(cell_of(row, name)) for row in rows]
        named = [each for each in names if ENTITY.search(each) or WORKPLACE.search(each)]
        others = [each for each in names if is_other(each)]
        unfit = not named or (len(named) * 2 < len(rows) and others)
        if CLIENT.search(head[name]) or (unfit and not CONTENT_COLUMN.fullmatch(head[name])):
            return None
    if name is None and (content := column_of(head, CONTENT_COLUMN)) is not None:
        names = [first_line(cell_of(row, content)) for row in rows]
        name = content if any(map(is_named, names)) else None
    if name is None and not head[0] and any(map(EMPLOYER_LABELS.fullmatch, head)):
        name = 0  # what how somebody was employed is told of: 雇用形態
    return None if name is None or not period else (name, period)


def _is_otherwise(row: Sequence[str]) -> bool:
    """True for a row without a head whose second cell tells of a school, an event or work."""
    told = clean(cell_of(row, 1))
    return bool(ATTENDED.search(told) or EVENT.search(told)) or is_work(told)


def heads(line: str) -> list[str]:
    """Return what the columns are headed, without remarks: "会社名・職名<br>（雇用形態）"."""
    told = [clean(BREAK.sub("・", cell)) for cell in cells(line)]
    return [BRACKETS.sub("", cell).strip("・") or cell for cell in told]


def column_of(head: Sequence[str], words: re.Pattern[str]) -> int | None:
    """Return the column whose head is such a word, by itself or beside another (所属 / 契約)."""
    for index, cell in enumerate(head):
        if any(words.fullmatch(part.strip()) for part in re.split(r"[/／・]", cell)):
            return index
    return None
