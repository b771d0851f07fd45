"""Headings of work that say at which employer it was done, who is told elsewhere in the file."""

import pytest

from .test_employers import employers, projects
from .test_heads import read_twice

LIST = "- 甲株式会社　2010年4月 ～ 2015年3月\n- 有限会社乙　2015年4月 ～ 現在"
TABLE = (
    "| 会社 | 期間 |\n|---|---|\n| 甲株式会社 | 2010/04〜2015/03 |\n| 有限会社乙 | 2015/04〜現在 |"
)
HEADINGS = "### 甲株式会社（2010/04〜2015/03）\n\n営業\n\n### 有限会社乙（2015/04〜現在）\n\n営業"
ROWS = "| 項目 | 内容 |\n|---|---|\n| 所属 | {} |\n| 期間 | {} |\n| 担当 | 設計 |"
LINES = "- 所属：{}\n- 期間：{}\n- 担当：設計"
STAYS = {("甲株式会社", "2010-04", "2015-03"), ("有限会社乙", "2015-04", "current")}


def sheet(stays, title, work):
    return f"# 職務経歴書\n\n## 職歴\n\n{stays}\n\n## {title}\n\n{work}\n"


def works(told):
    one = told.format("有限会社乙", "2016年4月〜2017年3月")
    other = told.format("甲株式会社", "2012年4月〜2013年3月")
    return f"### 『水の塔』\n\n{one}\n\n### 市民ホール\n\n{other}"


def stays(text):
    return {(name, start, end) for name, _role, start, end in employers(text)}


@pytest.mark.parametrize("told", [ROWS, LINES, LINES.replace("：", ": ")])
@pytest.mark.parametrize("known", [LIST, TABLE, HEADINGS])
@pytest.mark.parametrize("title", ["参加タイトル", "主な担当物件", "仕事の中身"])
def test_work_at_an_employer_of_the_file_is_a_project(known, title, told):
    text = sheet(known, title, works(told))
    read_twice(text)
    assert projects(text) == ["水の塔", "市民ホール"]
    assert stays(text) == STAYS
    assert len(employers(text)) == 2


def test_a_title_may_name_for_whom_it_was():
    work = "### 丙株式会社 倉庫の新築\n\n" + LINES.format("甲株式会社", "2012年4月〜2013年3月")
    text = sheet(TABLE, "担当物件", work)
    read_twice(text)
    assert projects(text) == ["丙株式会社 倉庫の新築"]
    assert stays(text) == STAYS


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("丁株式会社", "2012年4月〜2013年3月"),  # of whom the file tells nothing
        ("甲株式会社", "2012年4月〜2017年3月"),  # longer than the stay
        ("甲株式会社", "不明"),
    ],
)
def test_other_headings_with_such_labels_are_no_projects(name, when):
    text = sheet(LIST, "趣味の集まり", "### 『水の塔』\n\n" + LINES.format(name, when))
    assert projects(text) == []


def test_what_labels_a_part_or_names_no_work_is_no_project():
    for title in ("業務内容", "現職", "1社目"):
        work = f"### {title}\n\n" + LINES.format("甲株式会社", "2010年4月〜2015年3月")
        assert projects(sheet(LIST, "仕事の中身", work)) == []


def test_a_list_or_rows_that_tell_a_stay_again_name_no_other():
    again = "**案件**\n\n会社名：甲株式会社\n期間：2012/04〜2013/03\n"
    assert stays(sheet(LIST, "補足", again)) == STAYS
    assert len(employers(sheet(LIST, "副業", "- 丙株式会社（2010/04〜2015/03）"))) == 3
