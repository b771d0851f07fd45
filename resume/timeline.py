"""Periods as bars over the same years, so that what overlaps is seen to overlap."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from resume.document.dates import Period

MOST_TICKS = 8
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
NARROWEST = 1.0  # percent: a bar that can be seen


class Dated(Protocol):
    """A record with a period: a position, a project."""

    @property
    def period(self) -> Period: ...


@dataclass(frozen=True)
class Bar:
    """A record and where its bar begins and how long it is, in percent of the years shown.

    An end that is not known is drawn no longer than the start is sure, and `is_open`.
    """

    record: Dated
    start: float
    width: float
    is_open: bool

    @property
    def end(self) -> float:
        """Where the bar ends, in percent."""
        return round(self.start + self.width, 2)


@dataclass(frozen=True)
class Tick:
    """A first of January, and where it stands in percent of the years shown."""

    year: int
    place: float


@dataclass(frozen=True)
class Timeline:
    """Bars in the order of their records, over the years of `ticks`."""

    bars: tuple[Bar, ...] = ()
    ticks: tuple[Tick, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.bars)

    def first(self, count: int) -> "Timeline":
        """Return the timeline with its first `count` bars, over the same years."""
        return Timeline(self.bars[:count], self.ticks)


def draw(records: Iterable[Dated], today: datetime.date) -> Timeline:
    """Return the timeline of the records that have a start; what goes on reaches to `today`.

    A year or a month counts from its first day to its last, as `PartialDate` has them.
    """
    spans = [
        (record, *days) for record in records if (days := record.period.days(today)) is not None
    ]
    if not spans:
        return Timeline()
    first = datetime.date(min(start for _record, start, _end in spans).year, 1, 1)
    last = max(datetime.date(first.year, 12, 31), *(end for _record, _start, end in spans))
    days = (last - first).days + 1

    def percent(day: datetime.date, after: int = 0) -> float:
        return round(100 * ((day - first).days + after) / days, 2)

    bars = []
    for record, start, end in spans:
        period = record.period
        width = max(percent(end, after=1) - percent(start), NARROWEST)
        is_open = not period.current and period.end is None
        place = min(percent(start), 100 - NARROWEST)
        bars.append(Bar(record, place, round(min(width, 100 - place), 2), is_open))
    return Timeline(tuple(bars), tuple(_ticks(first.year, last, percent)))


def _ticks(first: int, last: datetime.date, percent):
    years = last.year - first + 1
    step = next((step for step in STEPS if years / step <= MOST_TICKS), STEPS[-1])
    for year in range(first, last.year + 1, step):
        yield Tick(year, percent(datetime.date(year, 1, 1)))
