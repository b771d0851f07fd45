"""Rows of a table of employers that go on with the one above: their first cell is empty."""

import pytest

from resume.document.schema import Position, Project
from resume.formats import html
from resume.formats.markdown import render

from .test_employers import employers, projects
from .test_heads import read_twice

STAYS = [
    ("株式会社甲", "", "2017-02", "2026-09"),
    ("乙製造株式会社", "", "2011-04", "2017-01"),
]


def table(head, *rows):
    return "\n".join(["# 職務経歴書\n\n## 職務経歴\n", head, "|---|---|", *rows]) + "\n"


def stays(head, name, *rows):
    """Return a table of two employers, each with these rows below its own."""
    first = f"| 2017年2月～2026年9月 | {name.format('株式会社甲')} |"
    second = f"| 2011年4月～2017年1月 | {name.format('乙製造株式会社')} |"
    below = [f"| | {row} |" for row in rows]
    return table(head, first, *below, second, *(row.replace("在庫", "会計") for row in below))


TABLES = [
    (
        "| 年月 | 会社名・部署・職務内容 |",
        "**{}**（食品製造 従業員520名）情報システム課",
        "○ 在庫管理システムの刷新（2018年～2020年）：移行を担当",
        "○ ヘルプデスク（450台、1日平均8件）",
        "役職：課長補佐（部下2名）",
    ),
    (
        "| 期間 | 会社・職務内容 |",
        "{}",
        "・在庫管理システムの刷新（2018年～2020年）：移行",
        "・庶務",
    ),
    (
        "| 年月 | 会社名 |",
        "{}（資本金1億円）",
        "- 在庫管理システムの刷新（2018年～2020年）",
        "- 庶務",
    ),
    ("| 期間 | 経歴 |", "**{}**", "○ 在庫管理システムの刷新：移行を担当", "役職：課長補佐"),
]


@pytest.mark.parametrize("parts", TABLES)
def test_a_row_with_an_empty_first_cell_goes_on_with_the_employer_above(parts):
    text = stays(*parts)
    assert employers(text) == STAYS
    assert projects(text) == ["在庫管理システムの刷新", "会計管理システムの刷新"]
    assert render(read_twice(text)) == text


def test_projects_and_other_rows_keep_their_order():
    rows = ("○ 課の立ち上げ", "○ 在庫管理システムの刷新（2018年）：移行", "○ 庶務", "役職：主任")
    text = stays("| 年月 | 会社名・職務内容 |", "{}", *rows)
    resume = read_twice(text)
    assert render(resume) == text
    [first, _second] = [item for item in resume.items() if isinstance(item, Position)]
    assert first.body.split("\n") == ["| | ○ 課の立ち上げ |", "| | ○ 庶務 |", "| | 役職：主任 |"]
    [project] = first.projects
    assert (project.title, project.start, project.end) == ("在庫管理システムの刷新", "2018", "2018")
    assert [(fact.label, fact.value) for fact in project.facts] == [("内容", "移行")]
    page = html.render(resume, lambda item: "")
    assert page.index("立ち上げ") < page.index("在庫管理システムの刷新") < page.index("庶務")


@pytest.mark.parametrize("rows", [("勤務地：東京",), ("経理", "総務"), ("○ 経理", "○ 総務：備品")])
def test_rows_that_sound_like_no_work_are_no_projects(rows):
    text = stays("| 年月 | 会社名・職務内容 |", "{}", *rows)
    assert [item for item in read_twice(text).items() if isinstance(item, Project)] == []


def test_rows_without_a_sign_leave_a_table_of_other_employers_as_it_was():
    rows = (
        "| 2017年2月～2026年9月 | 株式会社甲 |",
        "| | 丙市役所 |",
        "| | 丁商店 |",
        "| 2011年4月～2017年1月 | 乙製造株式会社 |",
    )
    assert employers(table("| 年月 | 会社名 |", *rows)) == []


def test_an_employer_without_a_time_stays_one():
    rows = (
        "| 2017年2月～2026年9月 | 株式会社甲 |",
        "| 2013年2月～2017年1月 | 株式会社丁 |",
        "| 2012年2月～2013年1月 | 株式会社戊 |",
        "| | 株式会社丙 |",
        "| 2011年4月～2012年1月 | 乙製造株式会社 |",
    )
    names = [name for name, *_rest in employers(table("| 年月 | 会社名 |", *rows))]
    assert names == ["株式会社甲", "株式会社丁", "株式会社戊", "株式会社丙", "乙製造株式会社"]
