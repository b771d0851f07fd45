"""Bars over the same years: where they begin and end, and what is drawn at all."""

import datetime
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume.document.dates import Period
from resume.timeline import MOST_TICKS, draw

TODAY = datetime.date(2026, 12, 31)


@dataclass(frozen=True)
class Stay:
    start: str
    end: str

    @property
    def period(self):
        return Period.parse(self.start, self.end)


def bars(*stays, today=TODAY):
    return [(bar.start, bar.end) for bar in draw(stays, today).bars]


def test_whole_years_fill_their_part():
    assert bars(Stay("2023", "2024"), Stay("2025", "2026")) == [(0, 50.03), (50.03, 100.0)]


def test_employers_that_overlap_are_seen_to_overlap():
    """The owner's two: 2023/06 to now, and 2021/04 to 2024/05."""
    second, first = draw([Stay("2023-06", "current"), Stay("2021-04", "2024-05")], TODAY).bars
    assert first.start < second.start < first.end < second.end == 100
    assert not first.is_open
    assert not second.is_open


def test_stays_that_meet_do_not_overlap():
    first, second = bars(Stay("2021-04", "2023-05"), Stay("2023-06", "2026"))
    assert first[1] == second[0]


def test_an_end_that_is_not_known_reaches_no_further_than_the_start_is_sure():
    (bar,) = draw([Stay("2025", "")], TODAY).bars
    assert (bar.start, bar.end, bar.is_open) == (0, 100, True)
    month, year = draw([Stay("2026-01", ""), Stay("2025", "2026")], TODAY).bars
    assert month.is_open
    assert month.width < 5
    assert not year.is_open


def test_what_has_no_start_is_not_drawn():
    assert not draw([Stay("", ""), Stay("", "2020")], TODAY)
    assert len(draw([Stay("", "2020"), Stay("2020", "2021")], TODAY).bars) == 1


def test_a_day_can_be_seen_among_decades():
    long, day = draw([Stay("1980", "current"), Stay("2000-05-05", "2000-05-05")], TODAY).bars
    assert day.width == 1
    assert long.width == 100


def test_a_stay_that_begins_tomorrow_is_drawn():
    (bar,) = draw([Stay("2027-01", "current")], TODAY).bars
    assert 0 <= bar.start <= bar.end <= 100


@pytest.mark.parametrize(
    ("first", "years"),
    [
        ("2026", [2026]),
        ("2021", [2021, 2022, 2023, 2024, 2025, 2026]),
        ("2015", [2015, 2017, 2019, 2021, 2023, 2025]),
        ("1990", [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]),
    ],
)
def test_the_years_are_few_and_begin_with_the_first(first, years):
    timeline = draw([Stay(first, "current")], TODAY)
    assert [tick.year for tick in timeline.ticks] == years
    assert timeline.ticks[0].place == 0


def test_the_last_year_that_there_is_can_be_drawn():
    drawn = draw([Stay("2020", "9999-12")], TODAY)
    assert [(bar.start, bar.end) for bar in drawn.bars] == [(0, 100)]
    assert len(drawn.ticks) <= MOST_TICKS


def test_the_first_bars_stand_over_the_years_of_all():
    whole = draw([Stay("2024", "current"), Stay("2010", "2012")], TODAY)
    part = whole.first(1)
    assert (part.bars, part.ticks) == (whole.bars[:1], whole.ticks)


def valid(stay):
    return not stay.end.isdigit() or stay.start <= stay.end


years = st.integers(1950, 2090).map(str)
ends = years | st.just("current") | st.just("")


@given(st.lists(st.builds(Stay, years, ends).filter(valid), max_size=8))
def test_every_bar_is_seen_and_within_the_picture(stays):
    timeline = draw(stays, TODAY)
    assert len(timeline.bars) == len(stays)
    assert all(bar.start >= 0 and bar.width >= 1 and bar.end <= 100.001 for bar in timeline.bars)
    assert len(timeline.ticks) <= MOST_TICKS
