"""Headings of projects that those of other groups show to be such."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers
from .test_openings import read_twice
from .test_told_projects import told

STAY = "# 職務経歴書\n\n## 職務経歴\n\n**甲株式会社**（2003年4月〜現在）\n\n事業内容：計測機器\n\n"
GROUPS = (
    "### 【計測分野】\n\n#### 形状測定機 KX\n\n- 期間：2021年10月〜2024年12月\n- 役割：リーダー\n\n"
    "#### 流量計の保守\n\n- 期間：2003年10月〜2006年3月\n- 役割：担当\n\n"
    "### 【検査分野】\n\n#### 錠剤検査機の搬送\n\n- 期間：2016年4月〜2021年9月\n- 環境：C\n\n"
    "#### 画像取込み\n\n- 期間：2009年1月〜2013年5月\n- 環境：C\n"
)
TITLES = ["形状測定機 KX", "流量計の保守", "錠剤検査機の搬送", "画像取込み"]


def titles(text):
    return [title for title, *_when in told(text)]


def test_projects_in_one_group_show_those_in_another():
    assert titles(STAY + GROUPS) == TITLES
    assert render(read_twice(STAY + GROUPS)) == STAY + GROUPS


def test_groups_that_are_told_otherwise_show_nothing():
    assert titles(STAY + GROUPS.replace("流量計の保守", "流量計")) == []
    assert titles(STAY + GROUPS.replace("期間：2009年1月〜2013年5月", "規模：3名")) == TITLES[:2]
    assert titles(STAY + GROUPS.replace("【検査分野】", "自己PR")) == TITLES[:2]


DEPARTMENTS = (
    "### {}\n\n#### 検査装置の開発（2010年6月～2012年3月）\n\n- 規模: 3名\n\n"
    "#### 搬送装置\n\n- 期間: 2012年4月～2014年3月\n\n"
    "### 2014年4月～現在 情報システム部 企画グループ（主任）\n\n"
    "#### 受発注の刷新\n\n2014年4月～現在\n\n- 規模: 5名\n"
)
ABOVE = [
    "甲電機株式会社（2010年4月～現在）\n\n",
    "### 会社名\n\n甲電機株式会社\n\n- 在籍期間: 2010年4月～現在\n\n",
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize(
    "department", ["2010年4月～2014年3月 生産技術部", "生産本部 第二課（2010年4月～2014年3月）"]
)
def test_projects_stand_below_the_departments_of_one_employer(above, department):
    text = f"# 職務経歴書\n\n## 職務経歴\n\n{above}{DEPARTMENTS.format(department)}"
    read_twice(text)
    assert titles(text) == ["検査装置の開発", "搬送装置", "受発注の刷新"]
    assert employers(text) == [("甲電機株式会社", "", "2010-04", "current")]


@pytest.mark.parametrize(
    ("when", "title"),
    [
        ("2010年4月～2014年3月", "甲製作所 生産技術部"),  # who employs stands before it
        ("2010年4月～2011年3月", "生産技術部"),  # the work was done at another time
        ("2010年4月～2014年3月", "検査装置の更新"),
    ],
)
def test_what_stands_below_another_heading_is_a_part_of_one_project(when, title):
    text = f"# 職務経歴書\n\n## 職務経歴\n\n{ABOVE[1]}{DEPARTMENTS.format(f'{when} {title}')}"
    assert render(read_twice(text)) == text
    assert titles(text) == [title, "受発注の刷新"]
    assert employers(text) == [("甲電機株式会社", "", "2010-04", "current")]


EMPLOYED = "# 職務経歴\n\n## 勤務先\n\n{}\n\n## 主な開発経歴\n\n"
ONE = EMPLOYED.format("**甲株式会社**（2003年4月入社 〜 現在に至る）\n\n計測機器の会社。")
TWO = EMPLOYED.format("- 2013年6月〜現在 甲株式会社\n- 2003年4月〜2013年5月 乙株式会社")
WORKS = (
    "### 遠隔の検針端末\n\n- 時期：2016年4月〜2021年9月\n- 立場：主任\n- 環境：C\n- 内容：\n"
    "  - 設計\n\n### 換気の監視盤\n\n- 時期：2009年1月〜2013年5月\n- 立場：担当\n- 環境：PLC\n"
)


@pytest.mark.parametrize("employed", [ONE, TWO])
def test_work_over_labels_of_it_during_a_stay_told_before_is_a_project(employed):
    text = employed + WORKS
    assert told(text) == [
        ("遠隔の検針端末", "2016-04", "2021-09"),
        ("換気の監視盤", "2009-01", "2013-05"),
    ]
    assert render(read_twice(text)) == text
    assert len(employers(text)) == employed.count("株式会社")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2009年1月", "2001年1月"),
        ("環境：PLC", "資本金：1億円"),
        ("立場：担当\n- 環境：PLC", "備考：なし"),
        ("時期：2009年1月〜2013年5月", "規模：3名"),
        ("（2003年4月入社 〜 現在に至る）", ""),
        ("甲株式会社", "計測"),
    ],
)
def test_headings_of_another_time_or_without_such_labels_are_none(old, new):
    assert old in ONE + WORKS
    assert told((ONE + WORKS).replace(old, new)) == []


TIMES = (
    "# 経歴\n\n## 2020年\n\n### 2020年8月〜2021年12月\n\n#### 学習管理システムの改修\n\n- 設計\n\n"
    "### 2020年4月〜2020年7月\n\n#### {}\n\n- 座学\n"
)


@pytest.mark.parametrize("title", ["新入社員研修", "需要の予測"])
def test_what_stands_below_a_time_as_a_project_does_is_one(title):
    text = TIMES.format(title)
    assert told(text) == [
        ("学習管理システムの改修", "2020-08", "2021-12"),
        (title, "2020-04", "2020-07"),
    ]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize("title", ["育児休業", "甲商店", "業務内容", "株式会社甲"])
def test_a_gap_a_name_or_a_label_below_a_time_is_no_project(title):
    assert titles(TIMES.format(title)) == ["学習管理システムの改修"]
    alone = TIMES.replace("学習管理システムの改修", "自己紹介").format("新入社員研修")
    assert titles(alone) == []


PARTS = "#### 課題\n\n手作業だった。\n\n#### 改善内容\n\n自動にした。\n\n#### 結果\n\n短くなった。"


def test_a_heading_over_work_that_is_told_by_its_parts_groups_projects():
    stay = "# 職務経歴\n\n## 製本会社\n\n### 勤務期間\n\n2011年5月 ～ 現在\n\n"
    text = (
        f"{stay}## 業務改善\n\n### 看板作成ツール\n\n{PARTS}\n\n### 検品の自動化ツール\n\n{PARTS}\n"
    )
    assert titles(text) == ["看板作成ツール", "検品の自動化ツール"]
    assert employers(text) == [("製本会社", "", "2011-05", "current")]
    assert render(read_twice(text)) == text
    others = (
        text.replace("### 検品の自動化ツール", "### 検品"),  # no title of work
        text.replace("## 業務改善\n", "## 業務改善\n\n次のとおり。\n"),
        text.replace("#### 課題", "#### 由来").replace("#### 結果", "#### その後"),
    )
    assert [titles(other) for other in others] == [[], [], []]
