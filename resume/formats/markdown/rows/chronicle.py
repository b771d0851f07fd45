"""A career told in the order of time, in a table: a stay, and below it what happened in it.

"| 2014年4月～2019年3月 | 甲株式会社 |" over "| 2016年4月 | 情報システム課へ異動 |". Such rows say
when as well, but name nobody; those of a gap between two stays are no part of either.
"""

from bisect import bisect_left
from collections.abc import Sequence

from resume.document.dates import PartialDate, Period
from resume.document.spans import lies_inside


def stays_in_order(periods: Sequence[Period], named: Sequence[bool]) -> list[int]:
    """Return which rows begin a stay: those named, where most others are dated inside of one.

    None where the first row is another one, or where the others have times of their own.
    """
    stays = [n for n, is_named in enumerate(named) if is_named and periods[n]]
    others = [n for n, period in enumerate(periods) if period and not named[n]]
    if not stays or stays[0] > 0 or not others:
        return []
    last = [stays[bisect_left(stays, n) - 1] for n in others]
    within = [_is_within(periods[n], periods[stay]) for n, stay in zip(others, last, strict=True)]
    return stays if sum(within) * 2 >= len(others) else []


def _is_within(period: Period, stay: Period) -> bool:
    """True for a time of a stay; a lone date is one as well."""
    whole = period if period.end or period.current else Period(period.start, period.start)
    return lies_inside(whole, stay)


def touch(one: Period, other: Period) -> bool:
    """True for periods with no month between them."""
    first, last = sorted((one, other), key=lambda period: str(period.start))
    if not first.start or not last.start:
        return False
    return first.end is None or _month(last.start) - _month(first.end) <= 1


def _month(date: PartialDate) -> int:
    """Return the number of a month, that of a year's first where none is told."""
    return date.year * 12 + (date.month or 1)
