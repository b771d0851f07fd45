"""Employers whom the items of a list name, where these are headings or stand in groups."""

import pytest

from resume.formats.markdown import render

from .test_markdown_employers import employers, work
from .test_markdown_heads import read_twice

GROUPED = """\
- 正社員:
  - 株式会社甲（2020/04〜現在）
    - 受発注の開発
  - 乙（2018/04〜2020/03）
- 副業
  - ### [丙合同会社](https://x.example/)
    - 2021/04〜2021/09
- 学歴
  - 丁大学（2014/04〜2018/03）"""


@pytest.mark.parametrize(("first", "second"), [("- ", "- "), ("* ", "* "), ("1. ", "2. ")])
def test_an_item_of_a_list_may_be_a_heading(first, second):
    text = work(
        f"{first}### [甲株式会社](https://x.example/) (2020/04〜現在)\n   - 受発注の開発\n"
        f"{second}#### 株式会社乙（2018/04〜2020/03）\n   - 保守"
    )
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2020-04", "current"),
        ("株式会社乙", "", "2018-04", "2020-03"),
    ]


def test_the_items_of_a_list_may_group_employers():
    text = f"# 経歴書\n\n## 職務経歴\n\n前\n\n{GROUPED}\n\n後\n"
    resume = read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "", "2020-04", "current"),
        ("乙", "", "2018-04", "2020-03"),
        ("丙合同会社", "", "2021-04", "2021-09"),
    ]
    [section] = resume.sections[0].children
    titles = [child.title for child in section.children]
    assert titles == ["正社員:", "副業", "学歴", ""]
    assert render(resume) == text


@pytest.mark.parametrize(
    "text",
    [
        "- 業務内容\n  - 株式会社甲（2020/04〜現在）",
        "- 株式会社甲\n  - 株式会社乙（2020/04〜現在）\n- 副業\n  - 丙社（2021/04〜現在）",
        "- 業務委託\n  - 株式会社甲様の在庫管理（2020/04〜現在）",
        "- 正社員\n  - 株式会社甲（2020/04〜現在）\n\n  本文\n- 副業",
        "- 学歴\n  - 学校法人甲（2020/04〜現在）",
    ],
)
def test_other_items_over_a_list_group_no_employers(text):
    assert employers(f"# 経歴書\n\n## 職務経歴\n\n{text}\n") == []


def test_a_list_of_headings_tells_of_employers_under_a_title_of_work_alone():
    text = "# 経歴書\n\n## スキル\n\n- 経験\n  - ### Python (2017/04〜)\n    - 甲社での開発\n"
    assert employers(text) == []
