"""A line as its owner wrote it, kept true when the fields that it tells change."""

import re
from collections.abc import Mapping

from .dates import CURRENT, DateStyle, PartialDate, Period
from .periods import find_dates, find_period

DATES = ("start", "end", "date")
# What tells a style, in the order in which it is looked for: a year of an era ends in 年 too.
STYLE_MARKS = (
    (re.compile(r"令和|平成|昭和|大正|明治|[RHSTM]\d"), DateStyle.ERA),
    (re.compile("年"), DateStyle.KANJI),
    (re.compile("[A-Za-z]"), DateStyle.ENGLISH),
    (re.compile(r"\."), DateStyle.DOT),
    (re.compile("-"), DateStyle.ISO),
)


def follow(written: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return a line as written with every field that changed in it as it is now.

    `before` and `after` hold the fields that the line may tell, dates as they are stored. A new
    date is written in the notation of the old one, to the precision of its own. Returns "" where
    the line does not tell the old text once, or no date is given: then its fields are to compose
    it.
    """
    changed = [name for name, text in after.items() if before[name] != text]
    if any(name in DATES for name in changed):
        try:
            written = _with_dates(written, before, after)
        except ValueError:
            return ""
    for name in changed:
        if name not in DATES:
            told = before[name] and after[name] and written.count(before[name]) == 1
            written = written.replace(before[name], after[name]) if told else ""
    return written


def _with_dates(written: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return the line with its dates as they are now, each at its place or the whole period."""
    line = written
    for name in DATES:
        if before.get(name) == after.get(name):
            continue
        places = [found for found in find_dates(line) if str(found.date) == before[name]]
        if len(places) != 1 or after[name] in ("", CURRENT):
            return _with_period(written, before, after)
        (found,) = places
        new = PartialDate.parse(after[name]).format(_style(line[found.first : found.last]))
        line = line[: found.first] + new + line[found.last :]
    return line


def _with_period(written: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    found = find_period(written)
    was, now = (
        Period.parse(each.get("start", ""), each.get("end", "")) for each in (before, after)
    )
    date = next(find_dates(written[found.first :]), None) if found else None
    if not found or not date or found.period != was or not now:
        return ""
    style = _style(written[found.first :][date.first : date.last])
    return written[: found.first] + now.format(style) + written[found.last :]


def _style(date: str) -> DateStyle:
    """Return the style in which a date is written."""
    return next((style for mark, style in STYLE_MARKS if mark.search(date)), DateStyle.SLASH)
