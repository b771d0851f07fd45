"""Employers that stand there twice, and those that only sound a little alike."""

import pytest

from resume.review.employers import sound
from tests.factories import make_employer

from .found import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("株式会社メルカリ", "Mercari, Inc."),
        ("ピクシブ株式会社", "pixiv 株式会社"),
        ("リクルート", "株式会社Recruit"),
        ("株式会社例ソフト", "例ソフト（株）"),
        ("Example Works, Inc.", "EXAMPLE WORKS"),
    ],
)
def test_one_name_in_two_spellings_is_one_employer(first, second):
    for name in (first, second):
        make_employer(name=name)
    assert said("employer-twice") == [f"“{first}” and “{second}” may be one employer."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("株式会社メルカリ", "株式会社メルペイ"),
        ("ヤフー株式会社", "ヨハ株式会社"),
        ("株式会社例ソフト", "株式会社例ソフトウェア"),
        ("Datum Studio", "Data Studio"),
        ("ピクシブ株式会社", "株式会社ピクシブ百科店"),
        ("株式会社サイバー例", "株式会社サーバー例"),
    ],
)
def test_two_names_are_two_employers(first, second):
    for name in (first, second):
        make_employer(name=name)
    assert said("employer-twice") == []


def test_other_spellings_count():
    make_employer(name="大手銀行", aliases="例バンク")
    make_employer(name="例バンク")
    assert said("employer-twice") == ["“大手銀行” and “例バンク” may be one employer."]


def test_a_short_name_has_no_sound_and_a_mixed_one_neither():
    assert sound("ピクシブ株式会社") == sound("pixiv 株式会社") == "~pksb"
    assert [sound(name) for name in ("ヤフー", "Yahoo", "例クラウド", "A8")] == [""] * 4
