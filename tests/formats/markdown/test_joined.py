"""The one employer of somebody, named with when he was joined: "所属会社：X（2018年4月入社）"."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers, projects
from .test_heads import read_twice

TABLE = """\
| No. | 期間 | 業務内容 | 役割 | 言語 |
|---|---|---|---|---|
| 1 | 2020年4月<br>～<br>現在 | **在庫管理システムの刷新**<br>設計 | リーダー | Java |
| 2 | 2018年5月<br>～<br>2020年3月 | **会員サイトの改修**<br>製造 | メンバー | PHP |"""


@pytest.mark.parametrize(
    "line",
    [
        "所属会社：株式会社甲（2018年4月入社）",
        "所属：株式会社甲（2018年4月～）",
        "現所属：株式会社甲（2018年4月入社）",
        "**勤務先**：株式会社甲（2018年4月 入社）",
        "【所属会社】株式会社甲　2018年4月入社",
        "所属会社　株式会社甲（2018年4月入社）",
        "※所属会社：株式会社甲（2018年4月入社）",
        "株式会社甲（2018年4月入社）",
    ],
)
def test_a_line_over_a_table_of_projects_may_name_who_employs(line):
    text = f"# 業務経歴書\n\n## 業務経歴\n\n{line}\n\n{TABLE}\n"
    assert employers(text) == [("株式会社甲", "", "2018-04", "")]
    assert projects(text) == ["在庫管理システムの刷新", "会員サイトの改修"]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    "line",
    [
        "所属：管理部　課長（部下3名）　※2022年10月より課長職",
        "所属：開発部（2018年4月～2020年3月）",
        "株式会社甲（2018年4月）",
        "株式会社甲の資格試験に合格（2018年4月）",
        "所属会社：株式会社甲",
    ],
)
def test_a_department_or_a_lone_date_names_no_employer(line):
    assert employers(f"# 業務経歴書\n\n## 業務経歴\n\n{line}\n\n{TABLE}\n") == []


@pytest.mark.parametrize(
    "told",
    [
        "株式会社甲\n2018年4月 入社、現在に至る",
        "**株式会社甲**\n2018年4月入社\n現在に至る",
        "株式会社甲\n（2018年4月入社、現在に至る）",
        "株式会社甲（2018年4月入社、在籍中）",
        "2018年4月　株式会社甲 入社\n現在に至る",
        "2018年4月 株式会社甲 入社（現在に至る）",
    ],
)
def test_a_section_may_tell_who_was_joined_over_a_table_of_departments(told):
    rows = "|時期|所属|役職|\n|-|-|-|\n|2018年4月|第一開発部||\n|2020年4月|企画部|主任|"
    work = "## プロジェクト\n\n### 会員サイトの改修\n\n本文"
    text = f"# 職務経歴書\n\n## 所属\n\n{told}\n\n{rows}\n\n{work}\n"
    assert employers(text) == [("株式会社甲", "", "2018-04", "current")]
    assert projects(text) == ["会員サイトの改修"]
    read_twice(text)
