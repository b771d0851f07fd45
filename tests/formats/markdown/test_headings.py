"""What a line or a heading tells of an employer in words: who, as what, from when."""

import pytest

from .test_employers import employers, work
from .test_heads import read_twice


@pytest.mark.parametrize(
    ("told", "name", "role"),
    [
        ("株式会社甲にてアルバイト", "株式会社甲", ""),
        ("株式会社甲で長期インターン", "株式会社甲", ""),
        ("株式会社甲でエンジニアとして勤務", "株式会社甲", "エンジニア"),
        ("株式会社甲に勤務", "株式会社甲", ""),
        ("株式会社甲にて受発注の保守を担当", "株式会社甲", ""),
        ("フリーランスとして活動", "フリーランス", ""),
        ("フリーランスエンジニアとして独立", "フリーランスエンジニア", ""),
        ("個人事業主として開業", "個人事業主", ""),
        # Nothing but a legal form stands before what a name has in it.
        ("株式会社にしむら勤務", "株式会社にしむら勤務", ""),
        ("株式会社おもいで", "株式会社おもいで", ""),
    ],
)
def test_a_sentence_may_name_who_employed(told, name, role):
    expected = [(name, role, "2015-08", "2016-03")]
    assert employers(work(f"## {told}（2015/08〜2016/03）")) == expected
    assert employers(work(f"- 2015/08〜2016/03 {told}")) == expected
    read_twice(work(f"## {told}（2015/08〜2016/03）"))


def test_a_stay_may_go_on_from_a_start_that_is_not_told():
    text = work("## 株式会社甲（〜現在）", "## 乙株式会社（〜2020年3月）")
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", "", "current"), ("乙株式会社", "", "", "2020-03")]


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("2015年8月入社、2016年3月退社", "2015-08", "2016-03"),
        ("2015/8 中途入社、現在に至る", "2015-08", "current"),
        ("2015年8月入社", "2015-08", ""),
        ("2016年3月退社", "", ""),
        ("2015年8月設立、東京都", "", ""),
    ],
)
def test_brackets_after_an_employer_may_tell_when_it_was_joined_and_left(told, start, end):
    text = work(f"## 株式会社甲（{told}）\n\n本文")
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", start, end)]


def test_brackets_after_another_name_tell_no_stay():
    assert employers(work("## 甲の開発（2015年8月入社、2016年3月退社）\n\n本文")) == []


@pytest.mark.parametrize(
    "role", ["システム管理者", "光回線設計者", "人事担当者", "開発責任者", "主任技師"]
)
def test_one_who_manages_plans_or_answers_for_something_is_a_role(role):
    expected = [("株式会社甲", role, "2015-08", "2016-03")]
    for heading in (
        f"株式会社甲 | {role}（2015/08〜2016/03）",
        f"株式会社甲 {role}（2015/08〜2016/03）",
    ):
        assert employers(work(f"## {heading}")) == expected
        read_twice(work(f"## {heading}"))
    assert employers(work(f"## 株式会社{role}（2015/08〜2016/03）"))[0][:2] == (
        f"株式会社{role}",
        "",
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2021/01 - 合同会社設立", "合同会社"),
        ("2021/01 - 株式会社甲を設立", "株式会社甲"),
        ("2021年1月〜 株式会社甲創業", "株式会社甲"),
        ("株式会社甲設立（2021年1月〜現在）", "株式会社甲"),
    ],
)
def test_who_set_up_a_firm_works_there_since(title, name):
    text = work("## 甲乙株式会社（2015/02 - 2017/10）", f"## {title}\n\n- 開発\n- 現在に至る")
    read_twice(text)
    assert [each[::2] for each in employers(text)][1:] == [(name, "2021-01")]
    assert employers(text)[1][3] == "current"


@pytest.mark.parametrize(
    "title",
    [
        "2021/01 - 株式会社甲の子会社設立",
        "2021/01 - 甲株式会社海外支社設立",
        "2021年1月 - 法人設立",
        "2021/01 株式会社甲設立",
    ],
)
def test_other_words_of_a_firm_that_was_set_up_name_none(title):
    text = work("## 甲乙株式会社（2015/02 - 2017/10）", f"## {title}\n\n- 開発")
    assert employers(text) == [("甲乙株式会社", "", "2015-02", "2017-10")]
