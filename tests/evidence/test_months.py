"""The months that periods cover: against a count of each day on its own."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume.document.dates import Period
from resume.evidence import cover

TODAY = datetime.date(2026, 11, 26)


def months(*periods, today=TODAY):
    return cover([Period.parse(*each) for each in periods], today)


@pytest.mark.parametrize(
    ("periods", "count"),
    [
        ([], 0),
        ([("2023-06", "2023-06")], 1),
        ([("2023-06-30", "2023-07-01")], 2),
        ([("2021-04", "2024-05")], 38),
        ([("2022", "2022")], 12),
        ([("2022", "2023-03")], 15),
        # The owner's two employers: the year in which they overlap is counted once.
        ([("2023-06", "current"), ("2021-04", "2024-05")], 68),
        ([("2021-04", "2021-06"), ("2021-07", "2021-09")], 6),
        ([("2021-04", "2021-06"), ("2021-08", "2021-09")], 5),
        ([("2021", "2021"), ("2021-03", "2021-03"), ("2021", "2021")], 12),
        # An end that is not known counts no further than the start is sure.
        ([("2023-06", "")], 1),
        ([("2023", "")], 12),
        ([("2023-06-15", "")], 1),
        # Nothing is counted that has not been yet.
        ([("2026-10", "2027-03")], 2),
        ([("2026", "2026")], 11),
        ([("2027-01", "current")], 0),
        ([("2026-11-27", "2026-12")], 0),
        # Without a start nobody knows how long it was.
        ([("", "2024-05")], 0),
        ([("", "current")], 0),
        ([("", "")], 0),
    ],
)
def test_months_are_counted_once_and_up_to_today(periods, count):
    assert len(months(*periods)) == count


def test_runs_are_apart_and_in_order():
    found = months(("2021-08", "2021-09"), ("2021-04", "2021-05"), ("2021-06", "2021-06"))
    april = 2021 * 12 + 3
    assert found.runs == ((april, april + 2), (april + 4, april + 5))


def test_years_and_the_months_beside_them():
    assert months(("2021-04", "2024-05")).years_and_months == (3, 2)
    assert months(("2021", "2021")).years_and_months == (1, 0)
    assert months().years_and_months == (0, 0)


def test_what_is_known_to_the_year_only_is_rough_and_an_unknown_end_is_open():
    def marks(*periods):
        found = months(*periods)
        return found.is_rough, found.is_open

    assert marks(("2021-04", "2024-05-31"), ("2023-06-01", "current")) == (False, False)
    assert marks(("2021-04", "2024"), ("2023-06", "current")) == (True, False)
    assert marks(("2021-04", "2022-04"), ("2023-06", "")) == (False, True)
    assert marks(("2021", "")) == (True, True)
    # What counts for nothing makes nothing rough.
    assert marks(("2021-04", "2022-04"), ("", "2024"), ("2027", "")) == (False, False)


days = st.dates(datetime.date(2018, 1, 1), datetime.date(2028, 12, 31))
dates = days.map(str)
partial = st.tuples(dates, st.sampled_from([4, 7, 10])).map(lambda each: each[0][: each[1]])
starts = partial | st.just("")
ends = partial | st.sampled_from(["current", ""])


def is_valid(texts):
    try:
        return Period.parse(*texts) is not None
    except ValueError:
        return False


FIRST = datetime.date(2018, 1, 1)
DAYS = [(FIRST + datetime.timedelta(days=number)).isoformat() for number in range(11 * 366)]


def counted(texts, today):
    """Return the months of the period, found by looking at each day until `today`.

    ISO text is cut at its precision, so a day belongs to the date that it begins with.
    """
    start, end = texts
    last = end or start
    return {
        day[:7]
        for day in DAYS
        if start
        and day <= today.isoformat()
        and day[: len(start)] >= start
        and (last == "current" or day[: len(last)] <= last)
    }


@settings(deadline=None)
@given(
    st.lists(st.tuples(starts, ends).filter(is_valid), max_size=6),
    days,
)
def test_the_union_is_what_a_count_of_every_day_gives(periods, today):
    expected = set().union(*(counted(each, today) for each in periods))
    found = months(*periods, today=today)
    numbers = {number for first, last in found.runs for number in range(first, last + 1)}
    assert {f"{number // 12}-{number % 12 + 1:02}" for number in numbers} == expected
    assert len(found) == len(expected)
    assert all(one[1] + 1 < two[0] for one, two in zip(found.runs, found.runs[1:], strict=False))
