"""Employers in a table or a list beside those whom headings name: each stay is one record."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers, projects
from .test_heads import read_twice

TABLE = """\
| 期間 | 会社名 |
|---|---|
| 2023年1月〜現在 | 丙株式会社 |
| 2021年3月〜現在 | 甲株式会社 開発部 |
| 2018年7月〜2021年1月 | 乙 |
| 2016年4月〜2018年4月 | 丁株式会社 |"""
LIST = """\
- 2023年1月〜現在 丙株式会社
- 2021年3月〜現在 甲株式会社
- 2018年7月〜2021年1月 株式会社乙"""
HEADINGS = "### 甲株式会社（2021/03〜現在）\n\n本文\n\n### 株式会社乙（2018/07〜2021/02）\n\n本文"


def names(text):
    return [name for name, *_rest in employers(text)]


@pytest.mark.parametrize("title", ["職務経歴", "副業", "副業の経歴"])
def test_the_rows_whom_no_heading_names_are_employers_too(title):
    text = f"# 経歴書\n\n## {title}\n\n{TABLE}\n\n## 職務経歴詳細\n\n{HEADINGS}\n"
    resume = read_twice(text)
    assert names(text) == ["丙株式会社", "丁株式会社", "甲株式会社", "株式会社乙"]
    assert TABLE in render(resume)


def test_a_table_over_the_headings_of_its_section_may_tell_of_others():
    text = f"# 経歴書\n\n## 職務経歴\n\n前\n\n{TABLE}\n\n後\n\n{HEADINGS}\n"
    resume = read_twice(text)
    assert sorted(names(text)) == ["丁株式会社", "丙株式会社", "株式会社乙", "甲株式会社"]
    assert render(resume) == text


@pytest.mark.parametrize(
    "head", ["| 2018年4月 ~ 現在 | 甲株式会社 |", "| 甲株式会社 | 2018年4月 ~ 現在 |"]
)
def test_a_table_over_headings_of_projects_names_who_employs(head):
    table = f"{head}\n|---|---|\n| 事業内容: 販売 | 正社員 |"
    project = "### 監視基盤の構築（2020年1月 ~ 2020年6月）\n\n- 設計"
    text = f"# 経歴書\n\n## 職務経歴\n\n{table}\n\n{project}\n"
    resume = read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2018-04", "current")]
    assert projects(text) == ["監視基盤の構築"]
    assert render(resume) == text
    assert names(text.replace("甲株式会社", "取引先：甲株式会社")) == []
    assert names(text.replace("職務経歴", "制作物")) == []


def test_items_before_or_after_those_of_the_headings_are_employers_too():
    text = f"# 経歴書\n\n## 職歴\n\n{LIST}\n\n## 職務経歴\n\n{HEADINGS}\n"
    read_twice(text)
    assert names(text) == ["丙株式会社", "甲株式会社", "株式会社乙"]
    mixed = text.replace("2023年1月〜現在 丙", "2021年3月〜現在 甲")
    assert names(mixed) == ["甲株式会社", "株式会社乙"]


def test_a_stay_of_the_same_dates_under_another_name_is_the_same():
    table = "| 期間 | 会社名 |\n|---|---|\n| 2021/03〜現在 | 新名株式会社 |"
    text = f"# 経歴書\n\n## 職歴\n\n{table}\n\n## 職務経歴\n\n{HEADINGS}\n"
    assert names(text) == ["甲株式会社", "株式会社乙"]


def test_a_stay_at_another_time_is_another():
    table = "| 期間 | 会社名 |\n|---|---|\n| 2015/03〜2017/02 | 株式会社乙 |"
    text = f"# 経歴書\n\n## 職歴\n\n{table}\n\n## 職務経歴\n\n{HEADINGS}\n"
    assert employers(text)[0] == ("株式会社乙", "", "2015-03", "2017-02")
    assert len(employers(text)) == 3


def test_a_list_under_a_heading_of_something_else_tells_no_stay_anew():
    items = "- 丙株式会社（1997〜2008）\n- 丁株式会社（1994〜1997）"
    text = f"# 経歴書\n\n## 職務経歴\n\n{HEADINGS}\n\n### 初期キャリア\n\n{items}\n"
    assert names(text) == ["甲株式会社", "株式会社乙"]


def test_a_table_dates_a_heading_that_names_a_department_as_well():
    heading = HEADINGS.replace("甲株式会社（2021/03〜現在）", "甲株式会社 研究部")
    text = f"# 経歴書\n\n## 職務経歴\n\n{TABLE}\n\n## 職務経歴詳細\n\n{heading}\n"
    assert ("甲株式会社 研究部", "", "2021-03", "current") in employers(text)


def test_side_work_may_be_a_section_of_its_own():
    text = f"## 職歴\n\n本文\n\n## 副業\n\n{HEADINGS}\n"
    assert names(text) == ["甲株式会社", "株式会社乙"]


def test_each_employer_may_have_a_section_about_work():
    text = "# 経歴書\n\n## 職務経験 (2020/04〜現在 : 甲株式会社)\n\n### 検索の開発\n\n本文\n"
    assert employers(text) == [("甲株式会社", "", "2020-04", "current")]


def test_ordinals_of_a_list_name_employers_whose_headings_say_nothing_of_when():
    items = "- [2006年11月～] １社目 実習生配属\n- [2007年04月～2013年02月] １社目：SIer\n"
    items += "- [2013年03月～現在] ２社目：受託"
    text = f"# 略歴\n\n## 職歴年表\n\n{items}\n\n## １社目\n\n本文\n\n## ２社目\n\n本文\n"
    read_twice(text)
    assert employers(text) == [
        ("１社目", "", "2007-04", "2013-02"),
        ("２社目", "", "2013-03", "current"),
    ]


def test_an_ordinal_before_a_name_is_no_part_of_it():
    text = "# 職歴\n\n## 1社目：甲株式会社（2020/04〜現在）\n\n本文\n"
    assert employers(text) == [("甲株式会社", "", "2020-04", "current")]


def test_a_table_tells_which_part_of_a_heading_is_the_name():
    table = "| 期間 | 会社 |\n|---|---|\n| 2014.01 ～ 2015.12 | Foo |\n| 2011.02 ～ 2013.09 | 乙 |"
    headings = "### 対戦ゲームの開発 ― Foo\n\n本文\n\n### 検索 / 決済の開発 / 乙\n\n本文"
    text = f"# 経歴書\n\n## 経歴サマリー\n\n{table}\n\n## 職務経歴\n\n{headings}\n"
    read_twice(text)
    assert employers(text) == [
        ("Foo", "", "2014-01", "2015-12"),
        ("乙", "", "2011-02", "2013-09"),
    ]
    assert names(text.replace("― Foo", "― Bar")) == ["乙"]


PROFILE = "| 項目 | 内容 |\n|---|---|\n| 氏名 | 山田 |\n| 在籍企業 | 甲株式会社 |\n"
PROFILE += "| 在籍期間 | 2021年11月〜現在 |\n| 職種 | 設計 |"


def test_a_table_of_personal_data_may_name_the_one_employer():
    text = f"# 職務経歴書\n\n## 基本情報\n\n{PROFILE}\n\n## 実績\n\n本文\n"
    resume = read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2021-11", "current")]
    assert render(resume) == text


@pytest.mark.parametrize(
    "text",
    [
        f"# 職務経歴書\n\n## 基本情報\n\n{PROFILE}\n\n## 職務経歴\n\n本文\n",
        f"# 基本情報\n\n{PROFILE.replace('| 在籍期間 | 2021年11月〜現在 |', '')}\n",
        f"# 基本情報\n\n{PROFILE.replace('在籍企業', '希望企業')}\n",
    ],
)
def test_personal_data_beside_a_section_about_work_names_nobody(text):
    assert employers(text) == []


@pytest.mark.parametrize("head", ["所属", "勤務先", "所属会社"])
def test_personal_data_may_name_who_sends_an_engineer_to_the_projects_of_clients(head):
    data = f"| 項目 | 内容 |\n|---|---|\n| 年齢 | 32歳 |\n| {head} | 株式会社甲（2016年4月入社） |"
    sheet = (
        "| 期間 | 案件名 | 言語 | 役割 |\n|---|---|---|---|\n"
        "| 2016/07～2017/03 | 保険の照会システム保守 | Java | PG |\n"
        "| 2017/04～現在 | 倉庫の管理システム開発 | Java | PG |"
    )
    text = f"# スキルシート\n\n{data}\n\n## 業務経歴\n\n{sheet}\n"
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", "2016-04", "")]
    assert employers(text.replace("（2016年4月入社）", "")) == []
    listed = "- 2016年4月〜2020年3月　株式会社甲\n- 2020年4月〜　株式会社乙"
    assert len(employers(f"{text}\n## 職歴\n\n{listed}\n")) == 2


FOLDED = "<details>\n<summary>以前の仕事</summary>\n\n{}\n\n</details>"


def test_headings_of_employers_that_are_folded_away_are_headings_as_any():
    first, second = HEADINGS.split("\n\n### ")
    text = f"# 経歴書\n\n## 職務経歴\n\n{first}\n\n{FOLDED.format(f'### {second}')}\n"
    resume = read_twice(text)
    assert names(text) == ["甲株式会社", "株式会社乙"]
    assert render(resume) == text


def test_what_is_folded_away_in_an_entry_is_text():
    folded = FOLDED.format("#### 検索の開発（2021/04〜2021/09）\n\n本文")
    text = f"# 経歴書\n\n## 職務経歴\n\n### 甲株式会社（2021/03〜現在）\n\n{folded}\n"
    resume = read_twice(text)
    assert [type(item).__name__ for item in resume.items()] == ["Position"]
    assert render(resume) == text


LISTED = (
    "- 株式会社乙 2018年7月 ~ 2021年1月\n  - 設計\n- 株式会社丁 2016年4月 ~ 2018年6月\n  - 実装"
)


def test_an_item_of_a_list_says_when_where_the_heading_does_not():
    project = "- **検索の刷新**\n  - 時期：2019/01 ~ 2019/06\n  - 使用技術：Go"
    headings = f"## 株式会社乙\n\n{project}\n\n## 株式会社丁\n\n本文"
    text = f"# 職歴\n\n{LISTED}\n\n# 職務経歴詳細\n\n{headings}\n"
    read_twice(text)
    assert employers(text) == [
        ("株式会社乙", "", "2018-07", "2021-01"),
        ("株式会社丁", "", "2016-04", "2018-06"),
    ]
    assert projects(text) == ["検索の刷新"]


def test_what_was_done_beside_employers_is_a_project():
    done = "### 受付アプリの構築（2021/02〜2021/02）\n\n本文"
    text = f"# 経歴書\n\n## 職務経歴\n\n{HEADINGS}\n\n{done}\n"
    read_twice(text)
    assert names(text) == ["甲株式会社", "株式会社乙"]
    assert projects(text) == ["受付アプリの構築"]


@pytest.mark.parametrize("title", ["略歴", "経歴サマリー"])
def test_the_list_of_a_summary_may_tell_of_stays_beside_those_of_headings(title):
    listed = LIST.replace("丙株式会社", "フリーランス")
    text = f"# 経歴書\n\n## {title}\n\n{listed}\n\n## 職務経歴\n\n{HEADINGS}\n"
    read_twice(text)
    assert names(text) == ["フリーランス", "甲株式会社", "株式会社乙"]
    # Nobody in it whom a heading tells of: it may be about anything.
    other = text.replace(listed, "- 2023年1月〜現在 丙株式会社")
    assert names(other) == ["甲株式会社", "株式会社乙"]
    # Sentences between the items tell of no list of stays.
    assert names(text.replace(listed, listed.replace("\n", "\n- 設計が好きです。\n"))) == names(
        other
    )


EVENTS = (
    "| 年月 | 内容 |\n|---|---|\n| 2012年3月 | 甲大学 卒業 |\n| 2012年4月 | 株式会社甲 入社 |\n"
    "| 2016年3月 | 同社 退職 |\n| {} |"
)
TOLD = "# 略歴\n\n{}\n\n# 職務経歴\n\n## {}\n\n- 設計\n"
STAY = ("株式会社甲", "", "2012-04", "2016-03")


@pytest.mark.parametrize(
    ("event", "stay"),
    [
        ("2016年4月 | 個人事業主として独立", ("個人事業主", "", "2016-04", "")),
        ("2016年4月 | フリーランスに転向、現在に至る", ("フリーランス", "", "2016-04", "current")),
    ],
)
def test_events_tell_of_work_by_oneself_that_no_heading_names(event, stay):
    text = TOLD.format(EVENTS.format(event), "株式会社甲（2012年4月〜2016年3月）")
    assert employers(text) == [stay, STAY]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    ("event", "title", "stay"),
    [
        (
            "2016年4月 | 個人事業主として独立",
            "株式会社甲（2012年4月〜2016年3月）\n\n- 設計\n\n## フリーランス（2016年5月〜現在）",
            [STAY, ("フリーランス", "", "2016-05", "current")],
        ),
        (
            "2016年4月 | 乙株式会社 入社",
            "株式会社甲（2012年4月〜2016年3月）\n\n- 設計\n\n## 丙株式会社（2016年4月〜現在）",
            [STAY, ("丙株式会社", "", "2016-04", "current")],
        ),
        ("2016年4月 | 乙株式会社 入社", "株式会社甲（2012年4月〜2016年3月）", [STAY]),
        ("2016年4月 | 個人事業主として独立", "丁株式会社", [("丁株式会社", "", "", "")]),
    ],
)
def test_events_of_stays_that_headings_may_tell_name_nobody_else(event, title, stay):
    assert employers(TOLD.format(EVENTS.format(event), title)) == stay
