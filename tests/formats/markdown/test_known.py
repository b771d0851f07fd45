"""Headings over projects that name who employed, whom a table or a list elsewhere tells."""

import pytest

from .test_employers import employers, projects
from .test_heads import read_twice

TABLE = """\
| Period | Company | Position |
|---|---|---|
| 04/2021 - now | Self-employed | Freelance developer |
| 09/2018 - 02/2021 | Foo GmbH | Backend Engineer |"""
LIST = "- 04/2021 - now: Self-employed\n- 09/2018 - 02/2021: Foo GmbH"
WORK = """\
### Self-employed

**Ticket sales** (10/2024 - now)
Online sales for two resorts.
- Role: lead
- Tech: Elixir

**Farm records** (05/2022 - 09/2024)
- Role: sole developer

### Foo GmbH

**Payments matching** (01/2019 - 02/2021)
- Role: backend engineer"""


@pytest.mark.parametrize("stays", [TABLE, LIST])
@pytest.mark.parametrize("title", ["Selected projects", "Projects"])
def test_headings_over_projects_may_name_who_employed(title, stays):
    text = f"# Resume\n\n## Employment history\n\n{stays}\n\n## {title}\n\n{WORK}\n"
    assert employers(text) == [
        ("Self-employed", "", "2021-04", "current"),
        ("Foo GmbH", "", "2018-09", "2021-02"),
    ]
    assert projects(text) == ["Ticket sales", "Farm records", "Payments matching"]
    read_twice(text)


def test_one_of_them_may_be_over_what_was_done_for_nobody():
    work = f"{WORK}\n\n### Personal\n\nText"
    text = f"# Resume\n\n## Employment history\n\n{TABLE}\n\n## Projects\n\n{work}\n"
    assert [name for name, *_rest in employers(text)] == ["Self-employed", "Foo GmbH"]
    assert projects(text) == ["Ticket sales", "Farm records", "Payments matching"]


@pytest.mark.parametrize(
    "others",
    [
        "### Foo GmbH\n\nText\n\n### Bar Inc.\n\nText",  # Bar was a client
        "### Foo GmbH\n\nText\n\n### Search platform\n\nText",
        "### Bar Inc.\n\nText",
    ],
)
def test_headings_of_others_stay_those_of_projects(others):
    text = f"# Resume\n\n## Employment history\n\n{TABLE}\n\n## Projects\n\n{others}\n"
    assert "Bar Inc." not in [name for name, *_rest in employers(text)]
    assert projects(text)


def test_the_title_of_work_in_bold_says_not_when_its_employer_was():
    stays = "- 2018年4月～現在　株式会社甲\n- 2015年4月～2018年3月　乙株式会社"
    work = (
        "### 株式会社甲\n\n**検索基盤の刷新**（2020年4月～現在）\n\n- 役割：リーダー\n\n"
        "### 乙株式会社\n\n**会員サイトの改修**（2016年4月～2018年3月）\n\n- 役割：PG"
    )
    text = f"# 職務経歴書\n\n## 職歴\n\n{stays}\n\n## 主なプロジェクト\n\n{work}\n"
    assert employers(text) == [
        ("株式会社甲", "", "2018-04", "current"),
        ("乙株式会社", "", "2015-04", "2018-03"),
    ]
    assert projects(text) == ["検索基盤の刷新", "会員サイトの改修"]


@pytest.mark.parametrize(
    "entry",
    [
        "**Senior Engineer** (10/2024 - now)\nOnline sales.\n- Role: lead",
        "**Ticket sales** (10/2024 - now)\nOnline sales.\n- First\n- Second",
    ],
)
def test_a_role_or_a_title_without_labels_begins_no_project(entry):
    text = f"# Resume\n\n## Experience\n\n### Foo GmbH (09/2018 - now)\n\n{entry}\n"
    assert projects(text) == []
