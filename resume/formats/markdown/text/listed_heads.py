"""Heads of English entries that go on in a list: who employed or as what, where, and when.

"### Engineer" over "- Foo Works, Bergen" over "- May 2020 – present", or "### Foo Works" over
"- Engineer", "- 12 Quay Street" and "- May 2020 – present".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from resume.document.dates import Period
from resume.document.lines import JAPANESE

from .head_lines import LINE_LENGTH, HeadLine, read_head_line
from .headings import NO_PERIOD, Entry, date_alone, read_heading, stay_alone
from .heads import is_name, is_proper, is_role
from .listed_items import BULLET
from .names import CLIENT, ENTITY, employment_kind, is_attended, is_work
from .nesting import trim
from .vocabulary import clean
from .work_titles import is_made

SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter) (?:19|20)\d\d", re.IGNORECASE)
MOST = 4  # items of such a head
NO_ENTRY = Entry("")


def read_listed_head(title: str, lines: Sequence[str]) -> Entry:
    """Return who, as what and when a heading and the first items below it tell, or an empty entry.

    One of the two is a role and the other a proper name; the item that says when, and nothing
    else, stands below another one.
    """
    matches = (BULLET.fullmatch(line) for line in trim(lines)[:MOST])
    items = [match["text"] for match in takewhile(bool, matches) if match]
    periods = [_when(item) for item in items]
    end = next((number for number, period in enumerate(periods) if period), 0)
    told = [read_head_line(item) for item in items[:end]]
    name = clean(title)
    if not told or JAPANESE.search(title) or read_heading(title).period:
        return NO_ENTRY
    if any(map(_tells_else, items[:end], told)):
        return NO_ENTRY
    first, *others = told
    if is_role(name):
        entry = _entry(next(iter(first.names), ""), name, told)
    elif first.names:
        return NO_ENTRY
    else:
        entry = _entry(read_heading(title).name, next(iter(first.roles), ""), others)
    return replace(entry, period=periods[end]) if entry.name else NO_ENTRY


def _when(item: str) -> Period:
    """Return the period that is all of an item, which may be a season."""
    if len(item) > LINE_LENGTH:
        return NO_PERIOD
    text = clean(item).strip("*_ ")
    return stay_alone(text) or (date_alone(text) if SEASON.fullmatch(text) else NO_PERIOD)


def _tells_else(item: str, told: HeadLine) -> bool:
    """True for an item that tells more than a name, a role and where."""
    return not all(map(is_proper, told.names)) or item.rstrip().endswith((".", ":", ";"))


def _entry(name: str, role: str, others: Sequence[HeadLine]) -> Entry:
    """Return a role at one who may employ, where the others of the lines tell no role."""
    refused = CLIENT.search(name) or is_attended(name, role) or any(each.roles for each in others)
    if not ENTITY.search(name):
        refused = refused or is_work(name) or is_made(name)
    named = role and is_proper(name) and is_name(name) and not refused
    return Entry(name, role, employment_kind(role)) if named else NO_ENTRY
