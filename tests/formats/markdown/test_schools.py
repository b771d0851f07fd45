"""Employers in a section that tells of schools as well: 学歴・職歴."""

import pytest

from resume.formats.markdown import parse, render

from .test_employers import employers
from .test_heads import read_twice

FOUND = [("A 社", "", "2016-04", "2020-03"), ("株式会社乙", "", "2014-04", "2016-03")]
TITLES = pytest.mark.parametrize("title", ["学歴・職歴", "職歴・学歴", "職務経歴と学歴"])
HEAD = "| 期間 | 組織名 | 契約 |\n| --- | --- | --- |"
WORK = "| 2016/04〜2020/03 | A 社 | 正社員 |\n| 2014/04〜2016/03 | 株式会社乙 | - |"
SCHOOLS = "| 2010/04〜2014/03 | 甲大学 理学部 | - |\n| 2007/04〜2010/03 | 甲高校 | - |"


def section(title, text):
    return f"# 職務経歴書\n\n## {title}\n\n{text}\n"


@TITLES
@pytest.mark.parametrize("rows", [f"{WORK}\n{SCHOOLS}", f"{SCHOOLS}\n{WORK}"])
def test_the_rows_of_schools_stay_in_the_table_of_the_employers(title, rows):
    text = section(title, f"{HEAD}\n{rows}")
    assert employers(text) == FOUND
    assert render(read_twice(text)) == text


@TITLES
def test_a_heading_that_names_a_school_is_no_employer(title):
    entries = ("甲大学 (2010/04〜2014/03)", "乙 (2014/04〜2016/03)", "学校法人丙学園 (2016/04〜)")
    text = section(title, "\n\n".join(f"### {entry}" for entry in entries))
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["乙", "学校法人丙学園"]


@TITLES
def test_the_schools_at_the_ends_of_a_list_stay_text(title):
    items = "- 2014/04〜2016/03 株式会社乙\n- 2016/04〜 株式会社丙"
    assert [name for name, *_rest in employers(section(title, items))] == [
        "株式会社乙",
        "株式会社丙",
    ]
    school = "- 2010/04〜2014/03 甲大学\n  - 研究"
    assert employers(section(title, f"{school}\n{items}")) == employers(section(title, items))
    within = section(title, items.replace("\n", f"\n{school}\n"))
    assert employers(within) == []
    assert render(parse(within).resume) == within


def test_a_school_may_employ_where_the_section_tells_of_work_alone():
    text = section("職歴", "### 甲大学 (2010/04〜2014/03)\n\n### 株式会社乙 (2014/04〜)")
    assert [name for name, *_rest in employers(text)] == ["甲大学", "株式会社乙"]


def test_a_table_of_schools_alone_names_no_employer():
    assert employers(section("学歴・職歴", f"{HEAD}\n{SCHOOLS}")) == []


@pytest.mark.parametrize("title", ["職歴", "学歴、職歴"])
def test_what_was_done_may_be_a_school_or_an_employer(title):
    head = "| 年月 | 内容 |\n|---|---|"
    schools = "| 2007/04 - 2010/03 | 甲高校 普通科 |\n| 2010/04 - 2014/03 | 甲大学 ( 中退 ) |"
    work = "| 2014/04 - 2016/03 | 株式会社乙 |\n| 2016/04 - | フリーランス |"
    text = section(title, f"{head}\n{schools}\n{work}")
    assert employers(text) == [
        ("株式会社乙", "", "2014-04", "2016-03"),
        ("フリーランス", "", "2016-04", ""),
    ]
    assert render(read_twice(text)) == text
    assert employers(section(title, f"{head}\n{schools}")) == []
    assert employers(text.replace("フリーランス", "受発注の開発")) == []


def test_stays_that_are_all_open_follow_one_another():
    open_ended = (
        "### 株式会社甲 (2008/4 - )\n\n### 乙ペイ (2019/09 - )\n\n### 株式会社丙 (2021/1 - )"
    )
    text = section("職務経歴", open_ended)
    read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "", "2008-04", ""),
        ("乙ペイ", "", "2019-09", ""),
        ("株式会社丙", "", "2021-01", ""),
    ]
    during = open_ended.replace("2008/4 - ", "2008/4 - 現在")
    assert [name for name, *_rest in employers(section("職務経歴", during))] == [
        "株式会社甲",
        "株式会社丙",
    ]


def test_a_date_in_the_midst_of_what_was_studied_leaves_the_line_as_it_is():
    told = "甲大学 情報工学科(2018年学部卒業)"
    text = f"# 経歴書\n\n## 学歴\n\n- {told}\n"
    assert not list(read_twice(text).items())
    assert render(read_twice(text)) == text
    kept = text.replace("(2018年学部卒業)", " 2018年卒業")
    assert [item.area for item in read_twice(kept).items()] == ["情報工学科"]


@pytest.mark.parametrize("title", ["職歴", "雇用歴"])
@pytest.mark.parametrize(
    "items",
    [
        "- 甲大学経済学部 助教\n  - 2020年4月から現在\n- 乙大学 非常勤講師\n  - 2018/04〜2020/03",
        "- 2020年4月〜現在 甲大学経済学部 助教\n- 2018年4月〜2020年3月 乙大学 非常勤講師",
    ],
)
def test_a_list_of_what_was_held_at_schools_names_them(title, items):
    text = f"# 履歴書\n\n## {title}\n\n{items}\n\n## 学歴\n\n- 丙大学 2014年4月から2018年3月\n"
    read_twice(text)
    assert employers(text) == [
        ("甲大学経済学部", "助教", "2020-04", "current"),
        ("乙大学", "非常勤講師", "2018-04", "2020-03"),
    ]
    assert employers(text.replace(f"## {title}", "## 学歴")) == []
    assert employers(text.replace(f"## {title}", "## 課外活動")) == []


@pytest.mark.parametrize("held", ["野球部 主将", "学園祭 リーダー", "学生", "博士課程"])
def test_a_list_of_what_was_done_at_schools_names_none(held):
    assert employers(f"# 職歴\n\n- 2016年4月〜2020年3月 甲大学 {held}\n") == []
