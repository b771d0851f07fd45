"""Employers told by events: who was joined, and when they were left."""

import pytest

from resume.document.schema import Line
from resume.formats import html
from resume.formats.markdown import parse, render

from .test_employers import employers, work
from .test_heads import read_twice

STAYS = [("甲株式会社", "", "2016-04", "2020-03"), ("乙株式会社", "", "2020-04", "current")]
TABLE = """\
| 年月 | 経歴 |
|---|---|
| 2012年4月 | 丙大学 入学 |
| 2016年4月 | 甲株式会社 入社 |
| 2018年4月 | 開発部へ異動 |
| 2020年3月 | 甲株式会社 退社 |
| 2020年4月 | 乙株式会社 入社 |
|  | 現在に至る |"""
YEARS_AND_MONTHS = """\
| 年 | 月 | 経歴 |
|---|---|---|
| 2016 | 4 | 甲株式会社 入社 |
| 2020 | 3 | 同社 退職 |
| 2020 | 4 | [乙株式会社](https://b.example/)に入社・在職中 |"""
IN_GROUPS = """\
| 年 | 月 | 学歴・職歴 |
|---|---|---|
|  |  | 学歴 |
| 2012 | 4 | 丙大学 入学 |
|  |  | 職歴 |
| 2016 | 4 | 甲株式会社 入社 |
| 2020 | 3 | 一身上の都合により退職 |
|  | 4 | 乙株式会社 入社 |
|  |  | 現在に至る |"""
BESIDE_GROUPS = """\
| 区分 | 年月 | 内容 |
|---|---|---|
| 学歴 | 2012年4月 | 丙大学 入学 |
| 職歴 | 2016年4月 | 甲株式会社 入社 |
| 職歴 | 2020年3月 | 退職 |
|  | 2020年4月 | 乙株式会社 入社、在職中 |"""
LIST = "- 2016年4月 甲株式会社 入社\n- 2020年3月 退社\n- 2020年4月 入社 乙株式会社\n- 現在に至る"
WITH_SCHOOL = """\
- 2012年 丙大学 入学
- 2016年4月 甲株式会社入社
- 2020年3月 甲株式会社を退職
- 2020年4月 乙株式会社入社 ~ 現職"""


@pytest.mark.parametrize(
    "text", [TABLE, YEARS_AND_MONTHS, IN_GROUPS, BESIDE_GROUPS, LIST, WITH_SCHOOL]
)
def test_an_employer_is_joined_and_left(text):
    text = work(text)
    resume = read_twice(text)
    assert employers(text) == STAYS
    # No row and no item is lost, nor moved.
    assert [line for line in render(resume).split("\n") if line] == [
        line for line in text.split("\n") if line
    ]


@pytest.mark.parametrize(
    "leaving",
    [
        "一身上の都合により退職",
        "会社都合により退職",
        "自己都合退職",
        "契約期間満了につき退職",
        "一身上の都合により、甲株式会社を退職",
        "家庭の事情のため同社を退社",
    ],
)
def test_the_reason_of_leaving_names_nobody(leaving):
    text = work(f"- 2016年4月 甲株式会社 入社\n- 2020年3月 {leaving}\n- 2020年4月 乙株式会社 入社")
    assert employers(text) == [
        ("甲株式会社", "", "2016-04", "2020-03"),
        ("乙株式会社", "", "2020-04", ""),
    ]


def test_a_row_with_the_whole_stay_is_no_event():
    table = "| 年月 | 内容 |\n|---|---|\n| 2016/04 - 2018/04 | 甲株式会社 | 新卒入社、検索の開発 |"
    assert employers(work(table)) == [("甲株式会社", "", "2016-04", "2018-04")]
    assert employers(work(table.replace(" - 2018/04", ""))) != []


def test_the_rows_below_an_employer_are_rows_of_the_same_table():
    text = work(TABLE)
    resume = parse(text).resume
    lines = [child for child in resume.sections[0].children if isinstance(child, Line)]
    assert [line.items[0].body for line in lines] == [
        "| 2018年4月 | 開発部へ異動 |\n| 2020年3月 | 甲株式会社 退社 |",
        "|  | 現在に至る |",
    ]
    page = html.render(resume, lambda item: "")
    assert page.count("<table") == 1
    assert "開発部へ異動" in page


def test_who_was_not_left_has_an_open_end():
    assert employers(work("- 2016年4月 甲株式会社 入社\n- 2018年4月 乙株式会社 入社")) == [
        ("甲株式会社", "", "2016-04", ""),
        ("乙株式会社", "", "2018-04", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| 年月 | 経歴 |\n|---|---|\n| 2012年4月 | 丙大学 入学 |\n| 2016年3月 | 丙大学 卒業 |",
        "| 年月 | 経歴 |\n|---|---|\n| 2018年4月 | 甲株式会社に入社。設計に従事。 |",
        "- 2022年4月 甲株式会社 入社予定",
        "- 2016年4月 丙大学 就職課",
        "- 甲株式会社 入社",
        "- 2016年4月 甲株式会社 入社を志望",
        "- 2016年4月 甲株式会社 入社試験の作成",
        "- 2016年4月 新卒で入社",
    ],
)
def test_events_of_schools_plans_and_prose_stay_text(text):
    assert employers(work(text)) == []


def test_events_are_not_told_again_where_headings_name_employers():
    heading = "### 甲株式会社（2016/04〜2020/03）"
    text = f"# 職務経歴書\n\n## 略歴\n\n{TABLE}\n\n## 職務経歴\n\n{heading}\n"
    assert employers(text) == [("甲株式会社", "", "2016-04", "2020-03")]


def test_events_outside_of_a_career_stay_text():
    assert employers("# 資格\n\n- 2016年4月 甲株式会社 入社\n") == []


@pytest.mark.parametrize("parted", ["  \n", "\n\n"])
def test_a_line_each_may_tell_who_was_joined_and_left(parted):
    lines = [
        "2015年4月　甲株式会社 入社",
        "2018年3月　退社",
        "2018年4月　乙株式会社 入社",
        "現在に至る",
    ]
    told = [
        ("甲株式会社", "", "2015-04", "2018-03"),
        ("乙株式会社", "", "2018-04", "current"),
    ]
    assert employers(work(parted.join(lines))) == told
    # Below another line they are events only as paragraphs of their own.
    led = work(parted.join(["転職が多い。", *lines]))
    assert employers(led) == (told if parted == "\n\n" else [])


def test_an_item_below_who_was_joined_may_tell_the_end():
    first = "- 2018年4月 甲株式会社 入社\n  - 現在に至る\n"
    text = work(f"{first}- 2015年4月 乙株式会社 入社\n  - 2018年3月 退社")
    assert employers(text) == [
        ("甲株式会社", "", "2018-04", "current"),
        ("乙株式会社", "", "2015-04", "2018-03"),
    ]


@pytest.mark.parametrize("how", ["新卒で", "中途採用で", "新卒として"])
def test_how_somebody_was_hired_is_no_part_of_the_name(how):
    expected = [("甲株式会社", "", "2016-04", "")]
    assert employers(work(f"- 2016年4月 {how}甲株式会社に入社")) == expected
    assert employers(work(f"## 2016年4月 {how}甲株式会社に入社")) == expected
    assert employers(work(f"## 2016年4月 {how}入社")) == []


@pytest.mark.parametrize("between", [": ", "　", " ", " - "])
def test_a_heading_may_tell_who_was_joined_and_when(between):
    text = work(
        f"## 2019-11-01{between}株式会社甲入社（エンジニア）",
        "本文",
        f"## 2018-09{between}制作会社に入社（コーダー）",
        f"## 2016年4月{between}甲乙商事 入社",
    )
    assert employers(text) == [
        ("株式会社甲", "エンジニア", "2019-11-01", ""),
        ("制作会社", "コーダー", "2018-09", ""),
        ("甲乙商事", "", "2016-04", ""),
    ]
    left = text.replace("入社", "退社")
    assert [start for _name, _role, start, _end in employers(left) if start] == []


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ("フリーランスとして独立", "フリーランス"),
        ("フリーランスエンジニアとして活動開始", "フリーランスエンジニア"),
        ("個人事業主として開業", "個人事業主"),
        ("フリーランスへ転向", "フリーランス"),
        ("フリーランス", "フリーランス"),
    ],
)
def test_who_began_to_work_for_oneself_employs_oneself(event, name):
    text = work(f"- 2016年4月 甲株式会社 入社\n- 2020年3月 退社\n- 2020年4月 {event}\n- 現在に至る")
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2016-04", "2020-03"),
        (name, "", "2020-04", "current"),
    ]


@pytest.mark.parametrize("event", ["独立", "フリーランスの方と開発", "フリーランス協会 入会"])
def test_other_events_are_no_work_for_oneself(event):
    text = work(f"- 2016年4月 甲株式会社 入社\n- 2020年4月 {event}")
    assert employers(text) == [("甲株式会社", "", "2016-04", "")]


AT_SCHOOLS = [
    ("学校法人甲学園 甲高等学校", "", "2010-04", "2017-03"),
    ("県立乙高等学校", "", "2017-04", "2023-03"),
    ("株式会社丙", "", "2023-04", "current"),
]
IN_CELLS = """\
| 年月 | 職務内容 |
|---|---|
| 平成22年4月 | **学校法人甲学園 甲高等学校 入職**<br>・数学を担当。手作業から切替 |
| 平成23年4月 | 教諭として専任登用 |
| 平成29年3月 | **学校法人甲学園 甲高等学校 退職**（都合） |
| 平成29年4月 | **県立乙高等学校 着任**（選考合格） |
| 令和5年3月 | **県立乙高等学校 退職** |
| 令和5年4月 | **株式会社丙 入社** 教材開発部<br>現在に至る |"""
DRAWN = """\
+-------------+--------------------------------------------+
| 年月        | 職務内容                                   |
+=============+============================================+
| 平成22年4月 | **学校法人甲学園 甲高等学校 入職**         |
|             |                                            |
|             | ・数学を担当。手作業からソフトへの切替も。 |
+-------------+--------------------------------------------+
| 平成29年3月 | **学校法人甲学園 甲高等学校 退職**         |
+-------------+--------------------------------------------+
| 平成29年4月 | **県立乙高等学校 着任**                    |
+-------------+--------------------------------------------+
| 令和5年3月  | **県立乙高等学校 退職**                    |
+-------------+--------------------------------------------+
| 令和5年4月  | **株式会社丙 入社** 教材開発部             |
|             |                                            |
|             | 現在に至る                                 |
+-------------+--------------------------------------------+"""


@pytest.mark.parametrize("table", [IN_CELLS, DRAWN])
def test_what_was_done_may_stand_below_an_event_in_its_cell(table):
    text = f"# 職務経歴書\n\n## 職務経歴\n\n{table}\n"
    assert employers(text) == AT_SCHOOLS
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    "event",
    ["大阪支店 着任", "営業部長に着任", "丙大学 転職課", "丙高校 入学", "株式会社甲の採用"],
)
def test_who_was_appointed_in_a_company_joined_nobody(event):
    rows = f"| 年月 | 経歴 |\n|---|---|\n| 2016年4月 | {event} |\n| 2018年4月 | 開発部へ異動 |"
    assert employers(work(rows)) == []


AMONG = (
    "{0}2016年4月　甲株式会社　入社{0}\n\n（事業内容：鋳物の製造　従業員80名）\n\n"
    "2016年4月　鋳造課に配属。炉の操作。\n\n- 班長を2年\n\n2020年3月　会社の廃業により退職\n\n"
    "{0}2020年4月　乙株式会社　入社（契約社員）{0}\n\n2020年4月　工務課で図面を作成。\n\n現在に至る"
)


@pytest.mark.parametrize("mark", ["**", ""])
@pytest.mark.parametrize("last", ["現在に至る", "　　　現在に至る"])
def test_events_may_stand_over_what_was_done(mark, last):
    text = work(AMONG.format(mark).replace("現在に至る", last))
    resume = read_twice(text)
    assert employers(text) == STAYS
    assert "鋳造課に配属。" in render(resume)


@pytest.mark.parametrize(
    "text",
    [
        "2016年4月 甲株式会社 入社\\\n2018年4月〜2019年3月 検索。\\\n2020年4月 乙株式会社 入社",
        "2016年4月　丙大学　入学\n\n数学を学ぶ。\n\n2020年4月　文学部　入学\n\n歌を学ぶ。",
        "甲株式会社では鋳造を担当。\n\n2020年4月　乙株式会社　入社予定\n\n2021年4月　丙社　入社",
    ],
)
def test_events_within_other_lines_tell_of_no_employers(text):
    assert employers(work(text)) == []
