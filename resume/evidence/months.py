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
    counted = [
        (period, *days)
        for period in periods
        if (days := period.days(today)) is not None and days[0] <= today
    ]
    spans = sorted((_number(first), _number(min(last, today))) for _p, first, last in counted)
    runs: list[tuple[int, int]] = []
    for first, last in spans:
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return Months(
        tuple(runs),
        is_rough=any(_is_rough(period.start, period.end) for period, *_days in counted),
        is_open=any(not period.current and period.end is None for period, *_days in counted),
    )


def _number(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def _is_rough(*dates: PartialDate | None) -> bool:
    return any(date is not None and date.month is None for date in dates)
