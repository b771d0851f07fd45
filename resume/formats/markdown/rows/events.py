"""Employers told by events, in a list, a table or a text: who was joined, and when they were left.

"| 2016年4月 | X 入社 |" over "| 2020年3月 | X 退社 |", or a line for each. What stands between two
that were joined belongs to the first of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume.document.dates import CURRENT, PartialDate
from resume.document.periods import find_dates, find_period
from resume.document.schema import Employer, Line, Position

from ..text.counts import is_count
from ..text.headings import BRACKETS, read_heading
from ..text.listed_items import BULLET
from ..text.names import CLIENT, LEGAL_FORM, SCHOOL, SELF, WORKPLACE
from ..text.nesting import trim
from ..text.table_lines import cells, first_table
from ..text.tenure import END, HOW, JOIN, LEAVE, REASON, STAYS, read_tenure
from ..text.vocabulary import clean, section_kind
from .found import Found
from .named import BREAK

TITLE = re.compile(r"職歴|略歴|経歴|career|history", re.IGNORECASE)
# How one comes to a school or an office; in a company, such a word tells of a new place in it.
APPOINTED = re.compile(r"着任|赴任|奉職|採用")
HIRE = rf"(?:{JOIN}|就職|転職|{APPOINTED.pattern})"
HIRED = re.compile(HIRE)
JOINED = re.compile(
    rf"^(?:(?P<name>[^、。]+?)[\s　]*(?:に|へ)?{HIRE}{END}|{HIRE}[\s　:：]+(?P<after>[^、。]+)"
    rf"|(?P<self>[^\s、。]{{0,12}}(?:{SELF.pattern})主?[ァ-ヶーa-z]{{0,12}})(?:として|に|へ)?"
    r"[\s　]*(?:独立|開業|転身|転向|活動|$))",
    re.IGNORECASE,
)
# One to which one comes so: a school, an office of the public, or a workplace.
OFFICE = re.compile(rf"{SCHOOL.pattern}|[都道府県市区町村省庁]$|{WORKPLACE.pattern}")
LEFT = re.compile(LEAVE)
WHY = re.compile(rf"^{REASON}")
BEGUN = re.compile(r"\*\*|[^\s\-*+|>#]")  # how a paragraph begins
YEAR = re.compile(r"(?:19|20)\d\d年?")
NAME_LENGTH, TEXT_LENGTH = 60, 300
MOST = 20  # events of lines with other text below them
FOLLOWING = 50  # events in which it is looked for when the one who was joined was left


@dataclass(frozen=True)
class Event:
    """A row or an item: the line it stands at, when it was, and what it tells.

    More may stand below the first line of a cell.
    """

    line: int
    date: str
    text: str
    more: str = ""

    @property
    def stays(self) -> bool:
        """True where it tells that somebody is still there."""
        return bool(STAYS.search(self.text) or STAYS.search(self.more))


def tells_career(title: str) -> bool:
    """True for a title under which a career may be told by its events."""
    return bool(TITLE.search(clean(title)))


def read_career(lines: Sequence[str]) -> Found | None:
    """Return the employers that the events of a table, list or text tell, or None without one.

    A line that is a sentence, or too long for a record, makes all of it text.
    """
    readers = (("table", _rows), ("bullets", _items), ("lines", _paragraphs), ("lines", _among))
    for layout, read in readers:
        events, end = read(lines)
        numbers = [n for n, event in enumerate(events) if _name(event)]
        joined = [events[n] for n in numbers]
        if not joined or any(map(_is_prose, events)):
            continue
        told = lines[joined[0].line : end]
        if layout == "table" and any(not line.startswith("|") for line in told):
            continue  # text would not print as a row of the table
        ends = [*(event.line for event in joined[1:]), end]
        found = []
        for n, event, last in zip(numbers, joined, ends, strict=True):
            line = lines[event.line].strip()
            if layout == "bullets":
                line = line.lstrip("-*+").strip()
            below = trim(lines[event.line + 1 : last])
            found.append(_position(event, events[n + 1 : n + 1 + FOLLOWING], line, below))
        keys = {(item.employer.name, item.start) for item in found}
        if len(keys) == len(found):
            rows = tuple(Line((item,)) for item in found)
            starts = tuple(event.line for event in joined)
            return Found(joined[0].line, end, layout, rows, starts)
    return None


def _is_prose(event: Event) -> bool:
    """True for an event that sentences tell, or a plan."""
    return len(event.text) > TEXT_LENGTH or bool(re.search(r"。|予定", event.text))


def _position(event: Event, after: Sequence[Event], line: str, below: Sequence[str]) -> Position:
    name = _name(event)
    told = read_tenure(below, PartialDate.parse(event.date), name)
    return Position(
        employer=Employer(name=name),
        start=event.date,
        end=_end(name, event, after) or told.end_text,
        body="\n".join(below),
        written=line,
    )


def _end(name: str, joined: Event, after: Sequence[Event]) -> str:
    """Return when an employer was left, "current" where somebody stays, or ""."""
    if joined.stays:
        return CURRENT
    others = False  # another was joined before anything told that this one was left
    for event in after:
        if _name(event):
            others = True
        elif event.stays:
            return "" if others else CURRENT
        elif (leaving := LEFT.search(event.text)) and event.date >= joined.date:
            before = WHY.sub("", event.text[: leaving.start()])
            left = read_heading(before.strip(" 　をより")).name
            if left in (name, BRACKETS.sub("", name)) or not (
                others or (left and "同" not in left)
            ):
                return event.date
    return ""


def _name(event: Event) -> str:
    """Return the employer whom an event tells to have been joined, or ""."""
    match = JOINED.match(event.text)
    if not match or not event.date:
        return ""
    told = HOW.sub("", next(filter(None, match.groups())), count=1)
    name = read_heading(told.strip("　 ・")).name
    told_by = match[0][len(match["name"] or "") :]
    appointed = APPOINTED.search(told_by)
    joined = appointed or "入職" in told_by or LEGAL_FORM.search(name)
    studied = SCHOOL.search(name) and not joined
    moved = appointed and not OFFICE.search(name)
    unfit = studied or moved or CLIENT.search(name) or (SELF.search(name) and not match["self"])
    unfit = unfit or is_count(name)
    return "" if unfit or not 1 < len(name) <= NAME_LENGTH else name


def _items(lines: Sequence[str]) -> tuple[list[Event], int]:
    """Return the events of the first list, and the line after it."""
    found: list[Event] = []
    for number, line in enumerate(lines):
        if match := BULLET.match(line):
            found.append(_event(number, clean(match["text"])))
        elif found and line.strip() and not line.startswith((" ", "\t")):
            return found, number
    return found, len(lines)


def _paragraphs(lines: Sequence[str]) -> tuple[list[Event], int]:
    """Return the events of a text each line of which is one, but for the last: 現在に至る.

    Where it goes on otherwise, its first lines may tell them, down to one that says who stays.
    """
    found = [_event(n, clean(line.strip())) for n, line in enumerate(lines) if line.strip()]
    if len(found) > 1 and all(event.date for event in found[:-1]):
        return found, len(lines)
    stays = next((n for n, event in enumerate(found[:MOST]) if STAYS.search(event.text)), -1)
    dated = all(event.date for event in found[: stays or 1])
    return (found[: stays + 1], len(lines)) if dated else ([], len(lines))


def _among(lines: Sequence[str]) -> tuple[list[Event], int]:
    """Return the events among other lines, where legal entities are joined in lines of their own.

    "**2016年4月　X　入社**" over what it does, what was done there, and when it was left.
    """
    if not any(map(HIRED.search, lines)):
        return [], len(lines)  # most texts: not one line of them has to be read
    told = (_event(n, clean(line.strip())) for n, line in enumerate(lines) if line.strip())
    found = [event for event in told if (event.date or event.stays) and not _is_prose(event)]
    joined = [event for event in found if _name(event)]
    alone = all(LEGAL_FORM.search(_name(each)) and _stands_alone(lines, each) for each in joined)
    bold = all(lines[event.line].startswith("**") for event in joined)
    return (found, len(lines)) if alone and (bold or len(joined) > 1) else ([], len(lines))


def _stands_alone(lines: Sequence[str], event: Event) -> bool:
    """True for an event that is a paragraph of one line."""
    around = (*lines[max(0, event.line - 1) : event.line], *lines[event.line + 1 : event.line + 2])
    return bool(BEGUN.match(lines[event.line])) and not any(map(str.strip, around))


def _rows(lines: Sequence[str]) -> tuple[list[Event], int]:
    """Return the events of the first table, and the line after it.

    A year and a month in two of the cells are a date; the year may stand in a row above. What is
    told stands on the first lines of the cells.
    """
    table = first_table(lines)
    found = []
    year = ""
    for number in table[1:]:
        parts = [[*map(clean, BREAK.split(cell))] for cell in cells(lines[number])]
        first, *rest = (part[0] for part in parts)
        if section_kind(first) is not None and rest:
            first, *rest = rest  # what the row tells of: "| 職歴 | 2016年4月 | X 入社 |"
        year = first if YEAR.fullmatch(first) else year
        if len(rest) > 1 and year and first in (year, "") and rest[0].rstrip("月").isdigit():
            first, *rest = f"{year.rstrip('年')}年{rest[0].rstrip('月')}月", *rest[1:]
        event = _event(number, " ".join(filter(None, (first, *rest))))
        more = " ".join(text for part in parts for text in part[1:])
        found.append(replace(event, more=more))
    return found, table.stop


def _event(number: int, text: str) -> Event:
    """Return what a line tells after the date that leads it; a stay from then to then is none."""
    found = next(find_dates(text), None)
    stay = find_period(text)
    closed = stay and not stay.first and (stay.period.end or stay.period.current)
    if not found or found.first or closed:
        return Event(number, "", text)
    rest = text[found.last :].lstrip(" 　:：~〜～-–|・")
    return Event(number, str(found.date), rest)
