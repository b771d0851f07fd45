"""What the tables and labelled lines of a Markdown résumé tell of employers and projects."""

import pytest

from .test_markdown_employers import employers, work
from .test_markdown_openings import read_twice

ROWS = [
    "| 期間 | 2020年4月〜現在 |\n|---|---|\n| 会社名 | 甲株式会社 |\n| 業務 | 保守 |",
    "| 項目 | 内容 |\n|---|---|\n| 期間 | 2020年4月〜現在 |\n| 会社名 | 甲株式会社 |",
]


@pytest.mark.parametrize("rows", ROWS)
def test_a_period_may_stand_in_the_row_above_the_name(rows):
    text = work(rows, rows.replace("2020年4月〜現在", "2018年1月〜2020年3月").replace("甲", "乙"))
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2020-04", "current"),
        ("乙株式会社", "", "2018-01", "2020-03"),
    ]


def test_a_period_of_the_next_employer_dates_none_before_it():
    rows = "期間：2018年1月〜2020年3月\n会社名：乙株式会社"
    assert employers(work("会社名：甲株式会社", rows)) == []
    assert employers(work("会社名：甲株式会社", rows.partition("\n")[0])) == [
        ("甲株式会社", "", "2018-01", "2020-03")
    ]


def test_the_brackets_around_a_name_are_no_part_of_it():
    assert employers(work("## 【甲株式会社】2020/04〜現在", "## 【乙】 2018/01〜2020/03")) == [
        ("甲株式会社", "", "2020-04", "current"),
        ("乙", "", "2018-01", "2020-03"),
    ]


def test_what_was_done_stands_below_the_name_in_its_cell():
    table = "| 期間 | 会社名・業務内容 |\n|---|---|\n| 2020/04〜現在 | 甲株式会社<br>検索の開発 |"
    assert employers(work(table)) == [("甲株式会社", "", "2020-04", "current")]


def test_a_column_that_holds_projects_as_well_names_no_employers():
    table = "| 期間 | 案件・所属 |\n|---|---|\n| 2020/04〜現在 | Web系企業 |"
    assert employers(work(table)) == []
    assert employers(work(table.replace("案件・", ""))) != []


@pytest.mark.parametrize(
    ("joined", "left"), [("入社", "退社"), ("入社年月", "退職年月"), ("開始", "終了")]
)
def test_labels_of_the_two_ends_are_a_period(joined, left):
    text = work(f"## 甲株式会社\n\n- {joined}: 2018年1月\n- {left}: 2020年3月", "## 乙株式会社")
    assert employers(text)[0] == ("甲株式会社", "", "2018-01", "2020-03")
