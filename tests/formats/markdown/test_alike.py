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
