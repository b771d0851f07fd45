"""Schools: official names, entry dates, 修了."""

import pytest

from tests.factories import make_education

from .found import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "official"),
    [
        ({"institution": "早大"}, "早稲田大学"),
        ({"institution": "慶応大学大学院"}, "慶應義塾大学大学院"),
        ({"institution": "慶應大学"}, "慶應義塾大学"),
        ({"institution": "架空大 工学部"}, "架空大学"),
        ({"institution": "県立架空高校"}, "県立架空高等学校"),
        ({"institution": "架空高専"}, "架空工業高等専門学校"),
        ({"institution": "JAIST"}, "北陸先端科学技術大学院大学"),
        ({"institution": "東京大学", "area": "理工大学院"}, "理工学研究科"),
    ],
)
def test_a_school_that_is_called_otherwise_is_told_its_official_name(fields, official):
    make_education(start="2015", **fields)
    [words] = said("school-name")
    assert words.endswith(f"is officially called “{official}”.")


@pytest.mark.parametrize(
    ("institution", "area"),
    [
        ("慶應義塾大学", "経済学部"),
        ("慶應義塾大学経済学部", ""),
        ("慶應義塾大学大学院", "経済学研究科"),
        ("東京大学大学院", "情報理工学系研究科"),
        ("北陸先端科学技術大学院大学", "先端科学技術研究科"),
        ("京都大学", "経営管理大学院"),
        ("東京理科大学理学部", "数学科"),
        ("明治学院大学", "社会学部"),
        ("東大寺学園高等学校", ""),
        ("木更津工業高等専門学校", "情報工学科"),
        ("HAL東京", "ゲーム学科"),
        ("University of Tokyo", "Science"),
    ],
)
def test_a_school_under_its_official_name_is_left_alone(institution, area):
    make_education(start="2015", institution=institution, area=area)
    assert said("school-name") == []


def test_a_school_tells_when_one_entered_it():
    make_education(institution="架空大学", end="2015", outcome="卒業")
    make_education(institution="別の大学", start="2011", end="2015", outcome="卒業")
    assert said("school-entry") == ["“架空大学” does not say when you entered."]


@pytest.mark.parametrize(
    ("institution", "outcome", "is_found"),
    [
        ("架空大学大学院", "卒業", True),
        ("架空大学大学院", "修了", False),
        ("架空大学", "卒業", False),
        ("架空先端大学院大学", "卒業", False),
    ],
)
def test_a_graduate_school_is_completed(institution, outcome, is_found):
    make_education(institution=institution, outcome=outcome, start="2015")
    assert bool(said("school-outcome")) is is_found
