"""Headings of projects that those of other groups show to be such."""

from resume.formats.markdown import render

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
