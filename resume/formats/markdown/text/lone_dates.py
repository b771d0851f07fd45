"""Heads of English entries that tell one date, which beside periods is all of a stay.

"2005: Foo Camp" over "Counsellor", "Intern, Foo (Summer 2014)", or "Foo" over "*Intern, 2014*".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from resume.document.dates import Period
from resume.document.lines import JAPANESE
from resume.document.periods import find_dates, find_period

from .gaps import is_gap
from .head_lines import LINE_LENGTH, read_head_line, unbroken
from .headings import NO_PERIOD, Entry, read_heading
from .heads import OTHER_BLOCK, is_proper, is_role
from .names import CLIENT, ENTITY, SCHOOL, is_work
from .vocabulary import clean

# What parts a date from what stands before it and after it.
BEFORE, AFTER = re.compile(r"(?:^|[(,|:·–—-])\s*$"), re.compile(r"\s*(?:[),|:·–—-]|$)")
# What is passed or won, whose name may end as a role does.
CERTIFIED = re.compile(r"\bcertifi(?:ed|cat)|\b(?:award|winner|prize|finalist)\b", re.IGNORECASE)
EDGE = " \t,|:·–—-()*_"


def lone_stay(title: str, below: Sequence[str]) -> Entry | None:
    """Return who employed, as what and in which month or year, by a title or the line below it.

    None where neither tells a role there, nor the title one who employs by a legal form.
    """
    title = clean(title)
    if len(title) > LINE_LENGTH or JAPANESE.search(title) or find_period(title):
        return None
    first = next(filter(str.strip, below), "")
    is_text = len(first) <= LINE_LENGTH and not OTHER_BLOCK.match(first)
    line = clean(unbroken(first)).strip("*_ ") if is_text else ""
    rest, period = _without_date(title)
    if not period and not find_period(line):
        rest = title
        line, period = _without_date(line)
    entry = read_heading(rest)
    role = entry.role or (line if is_role(line) and not read_head_line(line).names else "")
    known = role or ENTITY.search(entry.name)
    refused = is_gap(entry.name) or CLIENT.search(entry.name) or CERTIFIED.search(title)
    attended = SCHOOL.search(entry.name) and not role
    is_name = is_proper(entry.name) and not is_work(entry.name)
    if not period or not known or refused or attended or not is_name:
        return None
    return replace(entry, period=period)


def stands_apart(stay: Entry, others: Iterable[Period]) -> bool:
    """True for a stay that one of other stays outlasts, so that the date is not since when it is.

    Within the time of another, only a legal form tells that it is no role held there.
    """
    ranges = [each for each in others if each.start and (each.current or each.end)]
    over = [each for each in ranges if _ends_after(each, stay.period)]
    inside = any(_begins_before(each, stay.period) for each in over)
    return bool(over) and not (inside and not ENTITY.search(stay.name))


def _ends_after(one: Period, other: Period) -> bool:
    return bool(one.current or (one.end and other.end and other.end.is_before(one.end)))


def _begins_before(one: Period, other: Period) -> bool:
    return bool(one.start and other.start and one.start.is_before(other.start))


def _without_date(text: str) -> tuple[str, Period]:
    """Return a text without the only date in it, which is parted from the rest, and that date."""
    dates = list(islice(find_dates(text), 2))
    found = dates[0] if len(dates) == 1 else None
    if not found or not AFTER.match(text, found.last) or not BEFORE.search(text[: found.first]):
        return text, NO_PERIOD
    rest = f"{text[: found.first].rstrip(EDGE)} | {text[found.last :].lstrip(EDGE)}".strip(EDGE)
    return rest, Period(found.date, found.date)
