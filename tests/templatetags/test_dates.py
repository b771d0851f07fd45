import datetime

import pytest
from django.test import RequestFactory
from django.utils import translation

from resume.document.dates import Period
from resume.evidence import cover
from resume.templatetags.dates import date, duration, period
from resume.views.site import Site
from tests.factories import make_position, make_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def context():
    return {"site": Site(RequestFactory().get("/"))}


def test_dates_are_written_as_the_owner_writes_them(context):
    make_profile(date_style="令和5年6月")
    assert date(context, "2023-06") == '<time datetime="2023-06">令和5年6月</time>'
    assert period(context, make_position(start="2021-04", end="")) == "令和3年4月〜"


def test_the_english_interface_writes_english_dates(context):
    make_profile(date_style="令和5年6月")
    with translation.override("en"):
        assert date(context, "2023-06") == '<time datetime="2023-06">Jun 2023</time>'
        assert period(context, make_position(start="2021-04")) == "Apr 2021 – Present"


def test_a_moment_is_shown_as_its_local_day(context):
    moment = datetime.datetime(2025, 12, 31, 15, 0, tzinfo=datetime.UTC)
    assert date(context, moment) == '<time datetime="2026-01-01">2026/01/01</time>'


def test_what_is_not_known_is_not_written(context):
    assert date(context, "") == ""
    assert date(context, None) == ""
    assert period(context, make_position(start="", end="")) == ""


@pytest.mark.parametrize(
    ("periods", "english"),
    [
        ([], ""),
        ([("2023-06", "2023-06")], "1 month"),
        ([("2022-01", "2022-12")], "1 year"),
        ([("2021-04", "2024-05")], "3 years 2 months"),
        ([("2021", "2022")], "about 2 years"),
        ([("2023-06", "")], "at least 1 month"),
        ([("2023", "")], "about 1 year"),
    ],
)
def test_a_duration_is_said_no_surer_than_it_is_known(periods, english):
    months = cover([Period.parse(*each) for each in periods], datetime.date(2026, 11, 26))
    with translation.override("en"):
        assert duration(months) == english
