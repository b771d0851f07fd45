"""The months that periods cover, each counted once however many of the periods cover it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from resume.document.dates import PartialDate, Period


@dataclass(frozen=True)
class Months:
    """Calendar months, as runs from a first to a last that neither overlap nor touch, in order.

    A month is counted from the year 0 on. `is_rough` where a date is known to the year only,
    `is_open` where an end is not known and there may be more.
    """

    runs: tuple[tuple[int, int], ...] = ()
    is_rough: bool = False
    is_open: bool = False

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.runs)

    @property
    def years_and_months(self) -> tuple[int, int]:
        """The whole years in them, and the months beside these."""
        return divmod(len(self), 12)


def cover(periods: Iterable[Period], today: datetime.date) -> Months:
    """Return the months that the periods cover, up to that of `today`.

    A month counts whole, as a résumé counts it, and a year known by its number alone has all its
    twelve: see `Period.days`. A period without a start covers none.
    """
    return together(_lasted(period, today) for period in set(periods))


def together(several: Iterable[Months]) -> Months:
    """Return the months that any of them has."""
    found = list(several)
    runs: list[tuple[int, int]] = []
    for first, last in sorted(run for each in found for run in each.runs):
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return Months(
        tuple(runs),
        is_rough=any(each.is_rough for each in found),
        is_open=any(each.is_open for each in found),
    )


def _lasted(period: Period, today: datetime.date) -> Months:
    days = period.days(today)
    if days is None or days[0] > today:
        return Months()
    first, last = days
    return Months(
        ((_number(first), _number(min(last, today))),),
        is_rough=_is_rough(period.start, period.end),
        is_open=not period.current and period.end is None,
    )


def _number(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def _is_rough(*dates: PartialDate | None) -> bool:
    return any(date is not None and date.month is None for date in dates)
