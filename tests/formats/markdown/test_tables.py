"""What the tables and labelled lines of a Markdown résumé tell of employers and projects."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers, work
from .test_openings import read_twice

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


HEADS = pytest.mark.parametrize(
    "head",
    [
        "経歴期間 | 勤務先名",
        "時期 | 事業者",
        "在籍 | 会社",
        "年月 | 職歴",
        "期間 | 勤務先",
    ],
)


@HEADS
def test_the_columns_of_employers_have_many_heads(head):
    rows = "| 2020/04 - 現在 | 甲株式会社 |\n| 2018/04 - 2020/03 | 乙幼稚園 |"
    text = work(f"| {head} |\n|---|---|\n{rows}")
    assert employers(text) == [
        ("甲株式会社", "", "2020-04", "current"),
        ("乙幼稚園", "", "2018-04", "2020-03"),
    ]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize("name", ["東京", "検索の開発", "開発部", "基盤を担当", "マネージャー"])
def test_a_column_that_may_hold_places_has_to_sound_like_employers(name):
    rows = (
        f"| 2020/04 - 現在 | 甲株式会社 |\n| 2018/04 - 2020/03 | {name} |\n| 2017/04 - | {name} |"
    )
    table = f"| 期間 | 勤務先 |\n|---|---|\n{rows}"
    assert employers(work(table)) == []
    assert len(employers(work(table.replace("勤務先", "会社名")))) == 3


SPANNED = """\
| 期間 | 会社 | 業務 |
|---|---|---|
| 2021/04~2021/05, 2022/09~ | 甲株式会社 | 検索 |
| 2021/05~2022/09 | ^ | 決済 |
| 2020/04~2021/03 | 乙株式会社 | 保守 |
|  |  | 運用 |"""


def test_a_row_without_a_name_goes_on_with_the_one_above():
    text = work(SPANNED)
    resume = read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2021-04", ""),
        ("乙株式会社", "", "2020-04", "2021-03"),
    ]
    assert render(resume) == text


def test_of_several_rows_one_may_lack_its_period():
    rows = [f"| 20{10 + n}/04 - 20{11 + n}/03 | 甲{n}株式会社 |" for n in range(3)]
    table = "| 期間 | 会社名 |\n|---|---|\n" + "\n".join(rows)
    text = work(f"{table}\n| 2008年13月〜2009年3月 | 乙商店 |")
    assert employers(text)[-1] == ("乙商店", "", "", "")
    assert len(employers(text)) == 4
    assert employers(work(f"{table}\n| 未定 | 乙の開発 |")) == employers(work(table))
    assert employers(work(f"{table}\n| 未定 | 乙商店 |\n| 未定 | 丙商店 |")) == []


def test_a_lone_date_among_stays_is_a_start():
    rows = "| 2020/04 - 現在 | 甲株式会社 |\n| 2018/08 | 乙株式会社 |"
    text = work(f"| 時期 | 会社名 |\n|---|---|\n{rows}")
    assert employers(text)[1] == ("乙株式会社", "", "2018-08", "")
    assert employers(text.replace("2020/04 - 現在", "2020/04")) == []


def test_a_row_that_tells_what_was_studied_names_no_employer():
    rows = "| 2015/04 - 現在 | 甲大学 | 助教 |\n| 2011/04 - 2015/03 | 乙大学 | 理学部 学士 |"
    text = work(f"| 期間 | 事業者 | 概要 |\n|---|---|---|\n{rows}")
    assert employers(text) == [("甲大学", "", "2015-04", "current")]
    assert render(read_twice(text)) == text


def test_a_row_of_work_without_a_period_goes_on_with_the_one_above():
    rows = "| 2018年4月～現在 | 株式会社X |\n| | 受発注システムの開発 |\n"
    other = "| 2015年4月～2018年3月 | 株式会社Y |\n| | 給与計算の開発 |\n"
    assert employers(work(f"| 期間 | 会社名 |\n|---|---|\n{rows}{other}")) == [
        ("株式会社X", "", "2018-04", "current"),
        ("株式会社Y", "", "2015-04", "2018-03"),
    ]


def test_the_head_of_a_table_may_name_who_employed_over_periods():
    table = "|期間|株式会社{}|\n|---|---|\n|{}|受発注システムの開発|\n"
    texts = [table.format("X", "2018年4月～現在"), table.format("Y", "2015年4月～2018年3月")]
    assert employers(work(*texts)) == [
        ("株式会社X", "", "2018-04", "current"),
        ("株式会社Y", "", "2015-04", "2018-03"),
    ]


def test_what_was_done_may_begin_with_who_employed():
    head = "| 期間 | 内容 |\n|---|---|\n"
    rows = "| 2018年4月～現在 | 株式会社X<br>受発注を担当 |\n| 2015年4月～2018年3月 | 株式会社Y |\n"
    assert employers(work(head + rows)) == [
        ("株式会社X", "", "2018-04", "current"),
        ("株式会社Y", "", "2015-04", "2018-03"),
    ]
    for other in ("株式会社Yの受発注の開発", "受発注を担当"):
        assert employers(work(head + rows.replace("株式会社Y", other))) == []


def test_rows_of_one_employer_with_no_time_between_are_its_projects():
    rows = (
        "| 甲社 | 2018/08 - 2021/12 |\n| 甲社 | 2017/08 - 2018/07 |\n| 甲社 | 2016/04 - 2017/08 |\n"
    )
    table = f"| 会社名 | 期間 |\n|---|---|\n{rows}"
    assert employers(work(table)) == [("甲社", "", "2016-04", "2021-12")]
    later = table.replace("2018/08 -", "2019/08 -")
    assert employers(work(later)) == [
        ("甲社", "", "2019-08", "2021-12"),
        ("甲社", "", "2016-04", "2018-07"),
    ]
    two = table.removesuffix("| 甲社 | 2016/04 - 2017/08 |\n")
    assert len(employers(work(two))) == 2


@pytest.mark.parametrize(
    "table",
    [
        "| 期間 | 会社名 |\n|---|---|\n| 2020/04〜現在 | 甲株式会社 |\n| ^ | ^ |",
        "| 年 | 月 | 経歴 |\n|---|---|---|\n| 2020 | 4 | 甲株式会社 入社 |\n| 2021 | 4 | 異動 |",
    ],
)
def test_a_row_that_begins_with_no_bar_makes_text_of_its_table(table):
    assert employers(work(table)) != []
    cut = work(table[: table.rindex("\n|") + 1] + table[table.rindex("\n|") + 2 :])
    assert employers(cut) == []
    assert render(read_twice(cut)) == cut


def test_a_slash_may_part_the_ends_of_a_period_in_its_column():
    table = "| 在籍期間 | 企業名 |\n|---|---|\n| 2019-9 / 現在 | X社 |\n| 2019-1 / 2019-07 | Y社 |"
    stays = [("X社", "", "2019-09", "current"), ("Y社", "", "2019-01", "2019-07")]
    assert employers(work(table)) == stays
    assert employers(work(table, "## X社\n\n本文", "## Y社\n\n本文")) == stays


def test_who_was_joined_is_named_without_that_and_what_was_entered_is_no_employer():
    rows = "|2012年 – 2014年|株式会社X入社|\n|2018年|甲スクール(株式会社Z) 入学|\n"
    table = f"| 年月 | 学歴・職歴 |\n|---|---|\n{rows}|2018年 – 2021年|株式会社Y入社|"
    assert employers(work(table)) == [
        ("株式会社X", "", "2012", "2014"),
        ("株式会社Y", "", "2018", "2021"),
    ]


@pytest.mark.parametrize("title", ["職務要約", "経歴サマリー", "その他の経歴"])
def test_a_summary_may_list_all_the_employers(title):
    rows = "| 2018/04〜現在 | 甲商事 |\n| 2015/04〜2018/03 | フリーランス |"
    table = f"| 期間 | 会社 |\n|---|---|\n{rows}"
    assert employers(f"# 経歴書\n\n## {title}\n\n{table}\n") == [
        ("甲商事", "", "2018-04", "current"),
        ("フリーランス", "", "2015-04", "2018-03"),
    ]
    assert employers(f"# 経歴書\n\n## {title}\n\n2018/04に株式会社Xへ入社。\n") == []


def test_a_lone_date_with_how_long_it_was_is_when_a_row_began():
    rows = (
        "| 期間 | 会社 | 形態 |\n|---|---|---|\n"
        "| 2021年6月頃（約1か月） | 株式会社甲 | 業務委託 |\n"
        "| 2020年8月（2週間） | 乙株式会社 | インターン |"
    )
    text = work(rows)
    read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "", "2021-06", ""),
        ("乙株式会社", "", "2020-08", ""),
    ]
    assert employers(work(rows.replace("約1か月", "東京").replace("2週間", "大阪"))) == []


def test_what_a_table_of_employment_names_in_a_column_without_a_head_is_who_employed():
    head = "| | 開始時期 | 終了時期 | 雇用形態 |\n|---|---|---|---|"
    rows = f"{head}\n| 甲塾 講師 | 2021年4月 | 2022年3月 | アルバイト |"
    text = work(rows)
    read_twice(text)
    assert employers(text) == [("甲塾", "講師", "2021-04", "2022-03")]
    assert employers(work(rows.replace("雇用形態", "技術"))) == []


PARTED = (
    "| 期間 | 会社名 |\n|---|---|\n\n"
    "| 2020年4月〜現在 | 甲株式会社 |\n| 2018年1月〜2020年3月 | 乙 |"
)


def test_a_blank_line_may_part_the_rows_of_a_table_from_its_head():
    text = work(PARTED)
    assert render(read_twice(text)) == text.replace("|\n\n| 2020", "|\n| 2020")
    assert [name for name, *_when in employers(text)] == ["甲株式会社", "乙"]
    assert employers(text.replace("\n\n| 2020", "\n\n- 2020")) == []
    assert employers(text.replace("\n\n| 2020", "\n\n本文\n\n| 2020")) == []


def test_a_column_of_designations_tells_the_roles():
    table = (
        "| Organization | Designation | Duration |\n|---|---|---|\n"
        "| Foo Ltd. | Technical Lead | Jul 2021 - Till date |"
    )
    assert employers(f"# Work\n\n{table}\n") == [
        ("Foo Ltd.", "Technical Lead", "2021-07", "current")
    ]
