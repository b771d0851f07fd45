"""Positions: employers at the same time, without a word about it."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from resume.document.dates import CURRENT, DateStyle, PartialDate
from resume.models import Position

from .facts import Facts
from .findings import Finding, Kind

OVERLAP = Kind(
    "employers-overlap",
    _("Employers at the same time"),
    _("A reader takes two employers at once for a mistake, or for a side job that was not told."),
    _("Correct the dates, or say in “employment” that one of them is freelance or part-time."),
)
# Work that stands beside other work without surprising anybody.
BESIDE = {
    Position.Employment.INTERNSHIP,
    Position.Employment.PART_TIME,
    Position.Employment.FREELANCE,
    Position.Employment.EXECUTIVE,
}
SAID = re.compile(
    r"副業|複業|兼業|兼務|業務委託|フリーランス|個人事業|自営|アルバイト|パートタイム|非常勤|インターン|"
    r"顧問|出向|学生団体|ボランティア|\b(?:freelanc|part[- ]time|side (?:job|project)|contractor|"
    r"intern\b|internship|volunteer|secondment)",
    re.IGNORECASE,
)


def overlaps(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the pairs of positions at two employers that surely overlap.

    Surely: whatever days the dates mean. Leaving in March and beginning in March is no overlap.
    """
    stints = [
        (start.last_day, end, position)
        for position in facts.positions
        if position.parent_id is None
        and not _stands_beside(position)
        and (start := position.period.start)
        and (end := _last_sure_day(position, today))
    ]
    open_stints: list[tuple[date, Position]] = []
    for start, end, position in sorted(stints, key=lambda stint: (stint[0], stint[2].pk)):
        open_stints = [other for other in open_stints if other[0] > start]
        for _end, other in open_stints:
            if other.employer_id != position.employer_id and end > start:
                yield _overlap(other, position)
        open_stints.append((end, position))


def _stands_beside(position: Position) -> bool:
    fields = (position.role, position.lead, position.duration, position.written, position.body)
    said = any(map(SAID.search, (position.employer.name, *fields)))
    return said or position.employment in BESIDE


def _last_sure_day(position: Position, today: date) -> date | None:
    period = position.period
    if period.current:
        return today
    return period.end.first_day if period.end else None


def _overlap(first: Position, second: Position) -> Finding:
    ends = [end for end in (first.end, second.end) if end != CURRENT]
    since = PartialDate.parse(second.start).format(DateStyle.SLASH)
    together = since
    message = _("“%(first)s” and “%(second)s” overlap since %(together)s.")
    if ends:
        together += f"–{PartialDate.parse(min(ends)).format(DateStyle.SLASH)}"
        message = _("“%(first)s” and “%(second)s” overlap: %(together)s.")
    return Finding(
        OVERLAP,
        second,
        f"{first.slug} {together}",
        message,
        {"first": first, "second": second, "together": together},
        "start",
    )
