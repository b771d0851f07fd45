"""Employers at the same time: sure overlaps only, and side work aside."""

import datetime

import pytest

from resume.models import Position
from tests.factories import make_employer, make_position

from .found import said

pytestmark = pytest.mark.django_db


def held(start, end, **fields):
    return make_position(start=start, end=end, role="", **fields)


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("2018-04", "2020-09"), ("2020-04", "current"), "overlap: 2020/04–2020/09."),
        (("2018", "2021"), ("2020", "2023"), "overlap: 2020–2021."),
        (("2019-01-10", "2019-03-20"), ("2019-03-19", "current"), "2019/03/19–2019/03/20."),
        (("2020-01", "current"), ("2021-02", "current"), "overlap since 2021/02."),
        (("2018-04", "2020-03"), ("2020-03", "current"), ""),
        (("2018", "2020"), ("2020", "2022"), ""),
        (("2018-04", "2020-03"), ("2020-04", "current"), ""),
        (("2018-04", ""), ("2020-04", "current"), ""),
    ],
)
def test_employers_overlap_where_every_reading_of_the_dates_does(first, second, overlap):
    held(*first)
    held(*second)
    words = said("employers-overlap")
    assert [overlap in each for each in words] == ([True] if overlap else [])


@pytest.mark.parametrize(
    "fields",
    [
        {"employment": Position.Employment.FREELANCE},
        {"employment": Position.Employment.INTERNSHIP},
        {"body": "副業として週1日参画。"},
        {"body": "A part-time position beside my studies."},
        {"lead": "業務委託"},
    ],
)
def test_work_that_says_it_stood_beside_another_does_not_overlap(fields):
    held("2018-04", "2022-03")
    held("2020-04", "2021-03", **fields)
    assert said("employers-overlap") == []


def test_two_positions_at_one_employer_do_not_overlap():
    employer = make_employer()
    held("2018-04", "2022-03", employer=employer)
    make_position(employer=employer, role="部長", start="2020-04", end="2021-03")
    assert said("employers-overlap") == []


def test_three_employers_at_once_are_three_pairs():
    for _number in range(3):
        held("2020-01", "current")
    assert len(said("employers-overlap")) == 3


def test_what_goes_on_overlaps_up_to_today():
    held("2020-01", "current")
    held("2027-01", "current")
    assert said("employers-overlap") == []
    assert said("employers-overlap", today=datetime.date(2027, 6, 1)) != []
