"""Periods and dates found in what people write: "2021年4月〜現在", "Sep 2016 - Present".

A date is found first, at its longest; then a separator; then an end. Nothing is tried again, so a
text is read in time linear in its length, and "2019-11-01" is one date and no range. Ranges of
people, versions and numbers are no periods, nor is a year by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .dates import MONTHS, PartialDate, Period

# Full-width forms, character for character, so that positions in the text stay.
NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

YEAR = r"(?:19|20)\d\d"
SHORT_YEAR = r"['‘’]\d\d"  # the apostrophe stands for the century
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
MONTH_NAME = "|".join(MONTHS)
# The same as a whole word with a capital.
WHOLE_MONTH = (
    r"(?-i:(?=[A-Z]))(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
FIRST_OF_CENTURY = 70  # the years from here on are of the 20th
# Each alternative is one notation; the longest stand first. Groups: year, month, day, era, word.
NOTATIONS = (
    (
        rf"(?P<era>令和|平成|昭和|大正|明治|[RHSTM](?=\d))\s*(?P<ey>\d{{1,2}}|元)\s*"
        rf"(?:年(?:\s*(?P<em>{MONTH})\s*月(?:\s*(?P<ed>{DAY})\s*日)?)?"
        rf"|[./](?P<en>{MONTH})(?:[./](?P<ef>{DAY}))?(?!\d))"
    ),
    # Of two months in one year the first may go without its 月: "2019年4〜12月".
    (
        rf"(?P<ky>{YEAR})\s*年(?!度|代|間)(?:\s*(?P<km>{MONTH})\s*"
        rf"(?:月(?!間)(?:\s*(?P<kd>{DAY})\s*日)?|(?=[~\u301c–-]\s*{MONTH}\s*月(?!間))))?"
    ),
    # 年 left out or mistyped, which the month after it tells: "2018 4月", "2019月4月".
    rf"(?P<ly>{YEAR})(?:\s+|\s*月\s*)(?P<lm>{MONTH})\s*月(?!間)(?:\s*(?P<lz>{DAY})\s*日)?",
    rf"(?P<dy>{YEAR})(?P<mark>[/.-]| / )(?P<dm>{MONTH})(?P=mark)(?P<dd>{DAY})(?!\d)",
    rf"(?P<sy>{YEAR})(?:\s?/\s?|[.-])(?P<sm>{MONTH})(?![\d])(?!\s*年)",
    rf"(?P<cy>{YEAR})(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12]\d|3[01])?(?!\d)",
    (
        rf"(?:(?P<ld>{DAY})(?:st|nd|rd|th)?\s+)?(?P<word>{MONTH_NAME})[a-z]*\.?,?\s+(?:(?P<wd>{DAY})(?:st|nd|rd|th)?,?\s+)?(?P<wy>{YEAR}|{SHORT_YEAR})"
        r"(?!\d)"
    ),
    (
        rf"(?P<ty>{SHORT_YEAR})(?:\s*年(?!度|代|間)(?:\s*(?P<tm>{MONTH})\s*月(?!間))?"
        rf"|[/.-](?P<tn>{MONTH})(?![\d.]))"
    ),
    rf"(?P<fm>{MONTH})[/.](?P<fy>{YEAR})(?!\d)",
    # Of two months in one year the first may go without it: "May – August 2018".
    (
        rf"(?P<mw>{WHOLE_MONTH})(?=\s*(?:[-‐‑–—]{{1,2}}|\b(?:to|until|through)\b)\s*"
        rf"(?P<me>{WHOLE_MONTH}),?\s+(?P<my>{YEAR})(?!\d))"
    ),
    # A part of a year, of which no month is told: "Spring 2020", "Q3 2021", "summers 2019 – 2021".
    rf"(?:(?:spring|summer|autumn|fall|winter)s?|early|mid|late|q[1-4])(?:\s+|-)(?P<ny>{YEAR})(?![\d年])",
    rf"(?P<by>{YEAR})(?![\d年])",
)
DATE = re.compile("|".join(f"(?:{notation})" for notation in NOTATIONS), re.IGNORECASE)
ERA_YEAR = re.compile(r"(?:令和|平成|昭和|大正|明治|[RHSTM])\s*(\d{1,2}|元)", re.IGNORECASE)
NUMBER = re.compile(r"[0-9元]")  # without which no text holds a date
# Where a date may begin: not inside a number, a word or a phone number.
START = re.compile(rf"(?<![A-Za-z0-9])(?<![\d.][./-])(?:{DATE.pattern})", re.IGNORECASE)
# What may stand between a date and its separator: "4月頃〜", "4月1日(木)〜", "4月入社〜".
ABOUT = (
    r"(?:\s*(?:頃|ごろ|くらい|ぐらい|上旬|中旬|下旬|末|\([月火水木金土日]\)"
    r"|\(?(?:入社|入職|参画)\)?))?"
)
SEPARATOR = re.compile(
    rf"{ABOUT}\s*\\?(?:(?P<wave>[~\u301c]|から|より|至)|(?P<dash>[-‐‑‒–—―−➡→⇒ー]{{1,2}}|=>|\.{{2,3}})"
    r"|(?P<to>\b(?:to|until|till?|through|thru)\b))\s*",
    re.IGNORECASE,
)
NOW = (
    r"(?:至\s*)?(?:現在(?:に至る|まで)?|現職|在籍中|在職中|継続中|進行中|今日?(?![一-鿿])"
    r"|(?:(?:(?:un)?till?|to)\s+)?"
    r"(?:(?:(?:the\s+)?present|now|current|ongoing|today)(?![a-z])|date(?![\w-])))"
)
PRESENT = re.compile(rf"{NOW}|\(\s*{NOW}\s*\)|\[\s*{NOW}\s*\]", re.IGNORECASE)
# After a date, which so is the day of the file and no end: "2020年4月〜2024年10月現在".
STILL = re.compile(r"\s*(?:\(\s*(?:現在|現職|在[籍職]中)\s*\)|(?:現在|現職)(?![一-鿿]))")
CLOSING = r"(?=\s*(?:[)\]】」』}>|,、。:;]|$))"
MONTH_ONLY = re.compile(rf"({MONTH})(?:\s*月(?!間)|(?!\d){CLOSING})")
DAY_ONLY = re.compile(rf"({DAY})(?:\s*日(?!間)|(?!\d){CLOSING})")
# An end whose year goes on with the century or the era of the start: "2018/04〜19/03".
YEAR_GOES_ON = re.compile(
    rf"(?P<year>\d{{1,2}})(?:\s*年(?![度代間以余目])(?:\s*(?P<month>{MONTH})\s*月(?!間)(?:\s*(?P<day>{DAY})\s*日)?)?"
    rf"|(?P<mark>[/.])(?P<number>{MONTH})(?![\d/.]))"
)
NOTHING = re.compile(r"\s*(?:[)\]】」』}>|,、。;:*_]|$)")
LASTING = re.compile(r"\s*\d+\s*(?:年間|[ヶケかカヵ]月間?)")
# An end whose start is not known opens the text or a bracket: "(〜2020年3月)", "(〜現在)".
ENDING = re.compile(rf"(?:^|[(\[【])\s*[~\u301c]\s*(?:(?=(?:19|20)\d\d)|(?P<now>{NOW}){CLOSING})")
# Words of a period that stand before its start and after its end.
FROM = re.compile(r"(?:^|(?<=[\s(\[【]))(?P<word>自|from|since)\s*$", re.IGNORECASE)
# What leaves the end open where nothing follows the date: "X, since May 2020".
SINCE = re.compile(r"(?<![^\W\d])since\s+$", re.IGNORECASE)
WORD_LENGTH = 8
UNTIL = re.compile(r"\s*(?:まで|迄)|に?退[社職](?![一-鿿])")
COUNTED = re.compile(r"\s*(?:[件人名円万千社台個行本点%]|rps|[kKMG]?B\b)")
ADDRESS = re.compile(r"https?://[^\s<>()（）「」、。]+")


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands: `text[first:last]`."""

    first: int
    last: int
    date: PartialDate


@dataclass(frozen=True)
class FoundPeriod:
    """A period and where it stands: `text[first:last]`."""

    first: int
    last: int
    period: Period


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates in `text`, in their order; none inside an address.

    A date that no calendar holds (2021-02-30, 平成40年) is passed over.
    """
    narrow = _narrow(text)
    if not NUMBER.search(narrow):
        return
    position = 0
    while match := START.search(narrow, position):
        position = match.end()
        if date := _date(match):
            yield FoundDate(match.start(), match.end(), date)


@lru_cache(512)
def find_period(text: str) -> FoundPeriod | None:
    """Return the first period in `text`, or None.

    Three ends are told apart: a date, "now" (`Period.current`), and an open one, of which nothing
    is known. An end without a year is the first such month from the start on. A range that ends
    before it starts is no period.
    """
    narrow = _narrow(text)
    ended = _without_start(narrow)
    for found in find_dates(text):
        if ended and found.first > ended.first:
            return ended
        separator = SEPARATOR.match(narrow, found.last)
        if separator and (period := _end(narrow, found, separator)):
            return _with_particles(narrow, period)
        since = SINCE.search(narrow, max(0, found.first - WORD_LENGTH), found.first)
        if since and not separator and NOTHING.match(narrow, found.last):
            return FoundPeriod(since.start(), found.last, Period(found.date))
    return ended


def _without_start(text: str) -> FoundPeriod | None:
    """Return the first period of which the end alone is told: "(〜2020年3月)", "(〜現在)"."""
    ending = ENDING.search(text)
    if ending is None:
        return None
    first = ending.end() - len(ending[0].lstrip("([【 "))
    if ending["now"]:
        return FoundPeriod(first, ending.end(), Period(current=True))
    match = DATE.match(text, ending.end())
    if match and (date := _date(match)) and not SEPARATOR.match(text, match.end()):
        return FoundPeriod(first, match.end(), Period(None, date))
    return None


def _with_particles(text: str, found: FoundPeriod) -> FoundPeriod:
    """Return a period with the words around it that belong to it: "自 … 至 …", "… まで"."""
    before = FROM.search(text, max(0, found.first - WORD_LENGTH), found.first)
    after = UNTIL.match(text, found.last) if found.period.end else None
    first = before.start("word") if before else found.first
    return FoundPeriod(first, after.end() if after else found.last, found.period)


def _end(text: str, start: FoundDate, separator: re.Match[str]) -> FoundPeriod | None:
    """Return the period that begins with `start` and a separator, or None."""
    here = separator.end()
    if present := PRESENT.match(text, here):
        return FoundPeriod(start.first, present.end(), Period(start.date, None, current=True))
    year_only = start.date.month is None and start.last - start.first == 4
    if match := DATE.match(text, here):
        end = _date(match)
        counted = year_only and match["by"] and COUNTED.match(text, match.end())
        if end is None or counted or end.is_before(start.date):
            return None
        if still := STILL.match(text, match.end()):
            return FoundPeriod(start.first, still.end(), Period(start.date, current=True))
        return FoundPeriod(start.first, match.end(), Period(start.date, end))
    if short := _short_year(text, here, start) or _short_end(text, here, start.date):
        return FoundPeriod(start.first, short.last, Period(start.date, short.date))
    if not _may_be_open(text, start, separator):
        return None
    # White space after the separator is not part of what was written.
    last = start.last + len(separator[0].rstrip())
    return FoundPeriod(start.first, last, Period(start.date))


def _short_year(text: str, here: int, start: FoundDate) -> FoundDate | None:
    """Return an end whose year goes on with the century, or the era, of the start.

    Where the start has a day, "12/03" after it is one as well.
    """
    match = YEAR_GOES_ON.match(text, here)
    if not match or COUNTED.match(text, match.end()) or (match["mark"] and start.date.day):
        return None
    era = ERA_YEAR.match(text, start.first)
    if not era and len(match["year"]) < 2:
        return None
    before = (1 if era[1] == "元" else int(era[1])) if era else start.date.year % 100
    month, day = match["month"] or match["number"], match["day"]
    year = start.date.year - before + int(match["year"])
    end = _checked(year, int(month) if month else None, int(day) if day else None)
    return None if end is None or end.is_before(start.date) else FoundDate(here, match.end(), end)


def _short_end(text: str, here: int, start: PartialDate) -> FoundDate | None:
    """Return an end written without its year ("〜03月", "~ 5") or month ("- 18")."""
    if start.day and (match := DAY_ONLY.match(text, here)):
        end = _checked(start.year, start.month, int(match[1]))
    elif start.month and not start.day and (match := MONTH_ONLY.match(text, here)):
        month = int(match[1])
        end = _checked(start.year + (month < start.month), month, None)
    else:
        return None
    if end is None or end.is_before(start):
        return None
    return FoundDate(here, match.end(), end)


def _may_be_open(text: str, start: FoundDate, separator: re.Match[str]) -> bool:
    """True where a separator without an end leaves the end open.

    A dash opens a period only at the end of what is said, or set close to a date that has a
    month or is parted from what follows: "2019 - Award" and "2000-1000" are none, "2019- X" is.
    """
    here = separator.end()
    if NOTHING.match(text, here):
        return not separator["to"]
    if here < len(text) and text[here].isdigit():
        return separator["wave"] == "から" and bool(LASTING.match(text, here))
    if separator["wave"]:
        return start.last - start.first > 4 or separator["wave"] in ("から", "より")
    close = separator.start() == start.last and not separator[0][0].isspace()
    parted = start.date.month is not None or separator[0][-1].isspace()
    return bool(separator["dash"]) and close and parted


def _date(match: re.Match[str]) -> PartialDate | None:
    """Return the date of a match of DATE, or None where the calendar has none."""
    part = match.groupdict()

    def number(*names: str) -> int | None:
        return next((int(part[name].lstrip("'‘’")) for name in names if part.get(name)), None)

    day = number("kd", "lz", "dd", "cd", "ld", "wd", "ed", "ef")
    if part["era"]:
        return _era_date(part["era"], part["ey"], number("em", "en"), day)
    year = number("ky", "ly", "dy", "sy", "cy", "wy", "my", "fy", "ny", "ty", "by")
    if year is not None and year < 100:
        year += 1900 if year >= FIRST_OF_CENTURY else 2000
    if word := part["word"] or part["mw"]:
        month = _month(word)
        return _checked(year, month, day) if not part["me"] or month <= _month(part["me"]) else None
    return _checked(year, number("km", "lm", "dm", "sm", "cm", "fm", "tm", "tn"), day)


def _month(word: str) -> int:
    return [name.casefold() for name in MONTHS].index(word[:3].casefold()) + 1


def _era_date(era: str, year: str, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate.read(
            f"{era}{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
        )
    except ValueError:
        return None


def _checked(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        return None


def _narrow(text: str) -> str:
    """Return `text` in half-width, addresses blanked out, every character in its place."""
    return ADDRESS.sub(lambda match: "\0" * len(match[0]), text.translate(NARROW))
