"""Periods beside each other: from the first to the last, one inside another, at the same time."""

from collections.abc import Sequence

from .dates import Period


def span(periods: Sequence[Period]) -> Period:
    """Return the period from the earliest start to the latest end, an empty one of no periods.

    One that goes on makes the whole go on; one whose end is not known makes the end unknown.
    """
    if len(periods) == 1:
        return periods[0]
    starts = [period.start for period in periods if period.start]
    ends = [period.end for period in periods if period.end]
    current = any(period.current for period in periods)
    is_open = any(not period.end and not period.current for period in periods)
    end = max(ends, key=str) if ends and not current and not is_open else None
    return Period(min(starts, key=str) if starts else None, end, current)


def lies_inside(inner: Period, outer: Period) -> bool:
    """True when a period that has a start lies inside another one."""
    if not inner.start or not outer.start or inner.start.is_before(outer.start):
        return False
    if outer.end is None:
        return True
    return not outer.end.is_before(inner.end or inner.start)


def share_time(one: Period, other: Period) -> bool:
    """True for periods with starts that share more than the date at which one follows the other."""
    if not one.start or not other.start:
        return False
    ends = ((one.start, other.end), (other.start, one.end))
    return all(end is None or start.is_before(end) for start, end in ends)
