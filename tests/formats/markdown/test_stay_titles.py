"""Sections that list who employed somebody, beside those about the work: 所属, 経験した会社."""

import pytest

from resume.document.schema import Project
from resume.formats.markdown import render

from .test_employers import employers
from .test_heads import read_twice

PROJECTS = """\
## 業務経歴

### 1. 在庫管理システムの刷新

- 期間: 2020年4月 ～ 現在
- 役割: リーダー

### 2. 会員サイトの改修

- 期間: 2016年5月 ～ 2018年3月
- 役割: メンバー
"""
STAYS = [
    ("株式会社甲", "", "2018-04", "current"),
    ("乙株式会社", "", "2015-04", "2018-03"),
]


def titles(text):
    return [item.title for item in read_twice(text).items() if isinstance(item, Project)]


@pytest.mark.parametrize(
    "title",
    [
        "所属",
        "所属会社",
        "経験した会社",
        "これまでに勤めた会社",
        "勤務した企業",
        "会社一覧",
        "所属・在籍期間",
        "社歴",
    ],
)
def test_a_section_may_list_who_employed_beside_one_of_projects(title):
    listed = (
        "- 2018年4月 ～ 現在: 株式会社甲（SES、社員数 230名）\n"
        "- 2015年4月 ～ 2018年3月: 乙株式会社（配車係。IT 以外）"
    )
    text = f"# 経歴書\n\n## {title}\n\n{listed}\n\n{PROJECTS}"
    assert employers(text) == STAYS
    assert titles(text) == ["在庫管理システムの刷新", "会員サイトの改修"]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    "listed",
    [
        "2018年4月～現在　株式会社甲\n2015年4月～2018年3月　乙株式会社",
        "**株式会社甲**（SE、2018年4月～現在）\n**乙株式会社**（PG、2015年4月～2018年3月）",
        "|期間|会社名|\n|-|-|\n|2018年4月～現在|株式会社甲|\n|2015年4月～2018年3月|乙株式会社|",
    ],
)
def test_lines_and_tables_list_them_as_well(listed):
    found = employers(f"# 経歴書\n\n## 所属\n\n{listed}\n\n{PROJECTS}")
    assert [(name, start, end) for name, _role, start, end in found] == [
        ("株式会社甲", "2018-04", "current"),
        ("乙株式会社", "2015-04", "2018-03"),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "- 情報処理の学会（2018年4月～現在）\n- 社会人ラグビー部（2015年4月～2018年3月）",
        "株式会社甲 開発部",
        "- 一般社団法人 情報処理学会（2018年4月～現在）",
        "- 開発部（2018年4月～2020年3月）\n- 企画部（2020年4月～現在）",
    ],
)
def test_what_names_no_employer_or_says_not_when_stays_text(listed):
    assert employers(f"# 経歴書\n\n## 所属\n\n{listed}\n\n{PROJECTS}") == []


def test_who_is_told_in_a_section_about_work_is_told_there():
    listed = "- 2018年4月 ～ 現在: 株式会社甲\n- 2015年4月 ～ 2018年3月: 乙株式会社"
    work = (
        "**株式会社甲（2018年4月～現在）**\n\n**在庫管理の刷新（2020年4月～現在）**\n\n"
        "- 役割：リーダー\n\n**乙株式会社（2015年4月～2018年3月）**\n\n本文"
    )
    text = f"# 経歴書\n\n## 所属\n\n{listed}\n\n## 職務経歴\n\n{work}\n"
    assert employers(text) == STAYS
    assert titles(text) == ["在庫管理の刷新"]


@pytest.mark.parametrize(
    "listed",
    [
        "**株式会社甲**（データ分析、2018年4月～現在）\n**乙株式会社**（PG、2015年4月～2018年3月）",
        "**株式会社甲** 2018年4月～現在  \n**乙株式会社** 2015年4月～2018年3月",
        "1. **株式会社甲**（2018年4月～現在）\n2. **乙株式会社**（2015年4月～2018年3月）",
        "株式会社甲（データ分析、2018年4月～現在）\n乙株式会社（PG、2015年4月～2018年3月）",
    ],
)
def test_such_lines_may_say_when_those_were_whom_headings_below_name(listed):
    text = (
        f"# 経歴書\n\n## 経験した会社\n\n{listed}\n\n### 株式会社甲\n\n卸売の会社。\n\n"
        "#### 検索基盤の刷新\n\n- 期間：2020年4月～現在\n\n### 乙株式会社\n\n本文\n"
    )
    assert employers(text) == STAYS
    assert titles(text) == ["検索基盤の刷新"]
