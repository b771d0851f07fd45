"""Tables drawn with characters, read as rows."""

import pytest
from django.test import TestCase

from resume.formats.markdown import parse, render
from resume.formats.markdown.rows.drawn_tables import read_table, tables
from resume.models import Audience
from resume.store import load_resume, save_resume

from .test_employers import employers, work
from .test_heads import read_twice
from .test_told_projects import told

PROJECTS = """\
+----------------------+------------------------------+--------+
| 期間                 | プロジェクト名               | 規模   |
+======================+==============================+========+
| 2021年4月            | **販売管理の                 | 5名    |
|                      | 刷新**                       |        |
| ～現在               |                              |        |
|                      | -   基本設計                 |        |
|                      | -   テスト                   |        |
+----------------------+------------------------------+--------+
| 2019年7月～2021年3月 | 勤怠管理の保守               | 3名    |
+----------------------+------------------------------+--------+"""
DUTIES = ("**販売管理の刷新**", "-   基本設計", "-   テスト")
STAYS = """\
+----------------------+------------------------------+
| 期間                 | 会社名・業務内容             |
+======================+==============================+
| 2015年4月～現在      | 甲株式会社                   |
|                      |                              |
|                      | 月次決算を担当               |
+----------------------+------------------------------+
| 2010年4月～2015年3月 | 株式会社乙                   |
+----------------------+------------------------------+"""
EVENTS = """\
+-----------+--------------------+
| 年月      | 経歴               |
+===========+====================+
| 2010年4月 | 甲株式会社 入社    |
+-----------+--------------------+
|           | 営業部に配属       |
+-----------+--------------------+
| 2015年3月 | 甲株式会社 退社    |
+-----------+--------------------+
| 2015年4月 | 株式会社乙 入社    |
+-----------+--------------------+
|           | 現在に至る         |
+-----------+--------------------+"""


def rows(text):
    return [(row.text, row.first, row.end) for row in read_table(text.split("\n"), 0, None)]


def test_a_row_takes_its_lines_and_the_border_below_them():
    assert rows(PROJECTS) == [
        ("", 0, 1),
        ("| 期間 | プロジェクト名 | 規模 |", 1, 3),
        ("|---|---|---|", 3, 3),
        (f"| 2021年4月<br>～現在 | {'<br>'.join(DUTIES)} | 5名 |", 3, 9),
        ("| 2019年7月～2021年3月 | 勤怠管理の保守 | 3名 |", 9, 11),
    ]


def test_a_hard_break_stays_and_words_are_joined_with_a_space():
    text = (
        "+-----+-----+\n| Go\\  | Red |\n| AWS | Hat |\n|     |     |\n| 3名 | Foo |\n+-----+-----+"
    )
    assert rows(text)[1:] == [("| Go<br>AWS<br>3名 | Red Hat<br>Foo |", 1, 6)]


def test_without_a_rule_short_texts_that_say_not_when_are_the_head():
    text = PROJECTS.replace("=", "-")
    assert rows(text) == rows(PROJECTS)
    headless = text.replace("| 期間                 ", "| 2022年4月～現在      ")
    assert not any("---" in row for row, *_lines in rows(headless))


@pytest.mark.parametrize(
    "text",
    [
        "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+",  # a cell over two rows
        "+---+---+\n| a | b |\n| c |\n+---+---+",
    ],
)
def test_rows_with_other_cells_are_not_read(text):
    lines = text.split("\n")
    assert read_table(lines, 0) == []
    assert list(tables(lines)) == [range(len(lines))]


def test_only_borders_make_a_grid():
    assert list(tables(["+1 | x |", "| a | b |", "+--", "+ a"])) == []
    assert list(tables(["text", *PROJECTS.split("\n"), "", "| a |"])) == [range(1, 12)]


@pytest.mark.parametrize("table", [PROJECTS, PROJECTS.replace("=", "-")])
def test_a_grid_in_the_text_of_an_employer_tells_projects(table):
    stay = f"**甲株式会社（2019年7月～現在）**\n\n事業内容：小売\n\n{table}"
    text = f"**職務経歴**\n\n{stay}\n\n**自己PR**\n\n以上\n"
    resume = read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2019-07", "current")]
    assert told(text) == [
        ("販売管理の刷新", "2021-04", "current"),
        ("勤怠管理の保守", "2019-07", "2021-03"),
    ]
    assert render(resume) == text


def test_a_grid_in_a_section_of_projects_tells_them():
    text = f"# プロジェクト経歴\n\n{PROJECTS}\n"
    assert [title for title, *_period in told(text)] == ["販売管理の刷新", "勤怠管理の保守"]
    assert render(read_twice(text)) == text
    other = text.replace("プロジェクト名", "使用した言語　")
    assert told(other) == []


@pytest.mark.parametrize(
    ("table", "stays"),
    [
        (STAYS, [("2015-04", "current"), ("2010-04", "2015-03")]),
        (EVENTS, [("2010-04", "2015-03"), ("2015-04", "current")]),
    ],
)
def test_the_rows_of_a_grid_name_employers(table, stays):
    text = work(f"## 経歴\n\n{table}")
    assert employers(text) == [
        (name, "", *stay) for name, stay in zip(("甲株式会社", "株式会社乙"), stays, strict=True)
    ]
    assert table in render(read_twice(text))
    assert employers(text.replace("甲株式会社", "甲の研究会")) != employers(text)


GRID = """\
+----------------------------------------+
| 2018年4月～現在　　甲株式会社          |
+----------------------------------------+
| 事業内容：小売                         |
+----------------------+-----------------+
| 2020年4月～現在      | 予約の開発      |
|                      |                 |
|                      | 設計を担当      |
+----------------------+-----------------+"""


def test_a_grid_may_be_headed_by_who_employed_and_when():
    other = GRID.replace("2018年4月～現在", "2012年4月～2018年3月").replace(
        "甲株式会社", "株式会社乙"
    )
    text = f"■職務経歴\n\n{GRID}\n\n{other}\n\n■自己PR\n\n以上\n"
    assert employers(text) == [
        ("甲株式会社", "", "2018-04", "current"),
        ("株式会社乙", "", "2012-04", "2018-03"),
    ]
    assert render(read_twice(text)) == text
    parted = GRID.replace("現在　　甲", "現在 | 甲", 1).replace("-----\n| 2018", "--+--\n| 2018")
    assert employers(work(parted)) == [("甲株式会社", "", "2018-04", "current")]
    assert employers(work(GRID.replace("甲株式会社", "甲株式会社様向け"))) == []


EMPTY_HEAD = "|     |     |     |\n|-----|-----|-----|\n"


def test_the_first_row_below_an_empty_head_may_head_the_others():
    rows = "| 2015年4月～現在 | 甲株式会社 | 営業 |\n| 2010年4月～2015年3月 | 株式会社乙 | 事務 |"
    text = work(f"{EMPTY_HEAD}| **期間** | **会社名** | **職種** |\n{rows}")
    assert employers(text) == [
        ("甲株式会社", "営業", "2015-04", "current"),
        ("株式会社乙", "事務", "2010-04", "2015-03"),
    ]
    assert rows in render(read_twice(text))


def test_projects_in_a_table_with_an_empty_head_are_no_employers():
    rows = "| 2018年4月～現在 | 予約の開発 | PL |\n| 2015年4月～2018年3月 | 在庫の保守 | PG |"
    table = f"{EMPTY_HEAD}| 期間 | プロジェクト名 | 役割 |\n{rows}"
    text = f"**職務経歴**\n\n**甲株式会社　2015年4月～現在**\n\n{table}\n\n**自己PR**\n\n以上\n"
    assert employers(text) == [("甲株式会社", "", "2015-04", "current")]
    assert [title for title, *_period in told(text)] == ["予約の開発", "在庫の保守"]
    assert render(read_twice(text)) == text
    assert employers(work(f"{EMPTY_HEAD}{rows}")) == []


def test_a_table_of_labels_with_an_empty_head_stays_one():
    lines = f"{EMPTY_HEAD}| 役割 | 言語 | 規模 |\n| PL | Go | 5名 |".split("\n")
    assert list(tables(lines)) == []
    lines[2:] = ["| 期間 | 言語 | 規模 |", "| 2020年4月～現在 | Go | 5名 |"]
    assert list(tables(lines)) == [range(4)]


class ThroughTheDatabase(TestCase):
    def test_what_is_drawn_comes_back_as_it_was(self):
        stay = "**甲株式会社（2019年7月～現在）**"
        text = f"**職務経歴**\n\n{stay}\n\n{PROJECTS}\n\n**学歴**\n\n甲大学\n"
        drawn = f"■職務経歴\n\n{GRID}\n\n■自己PR\n\n以上\n"
        for source in (text, drawn, f"**職務経歴**\n\n{STAYS}\n\n**自己PR**\n\n以上\n"):
            resume = parse(source).resume
            save_resume(resume, exact=True)
            assert render(load_resume(Audience.OWNER)) == source
            assert save_resume(resume).is_unchanged
