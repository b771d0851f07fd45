"""Lists and texts whose parts are titled, of which one tells who employed: "- 職歴", "**職歴**"."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers
from .test_heads import read_twice

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


SCHOOLS = "- 学歴\n  - 2001/4 丙大学入学\n  - 2005/3 丙大学卒業"
EVENTS = "- 職歴\n  - 2005/4 株式会社甲入社\n  - 2010/3 同社退社\n  - 2010/4 乙株式会社入社"
STAYS = "- 職歴\n  - 2005/4 - 2010/3 株式会社甲\n  - 2010/4 - 乙株式会社\n    - 運用"
LEFT_AND_JOINED = [("株式会社甲", "", "2005-04", "2010-03"), ("乙株式会社", "", "2010-04", "")]


@pytest.mark.parametrize("career", [EVENTS, STAYS])
@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("経歴", SCHOOLS, ""),
        ("略歴", "", SCHOOLS),
        ("簡単な略歴", "- 名前 - 山田\n  - 東京在住\n" + SCHOOLS, ""),
        ("プロフィール", "山田です。\n\n- 山田\n- 東京在住", "- 趣味\n  - 釣り"),
    ],
)
def test_a_list_about_a_person_may_have_a_career_in_it(title, before, after, career):
    lines = [
        line for line in (*before.split("\n"), *career.split("\n"), *after.split("\n")) if line
    ]
    text = f"# 山田\n\n## {title}\n\n" + "\n".join(lines) + "\n"
    resume = read_twice(text)
    assert employers(text) == LEFT_AND_JOINED
    printed = [line for line in render(resume).split("\n") if line]
    assert printed == ["# 山田", f"## {title}", *lines]


def test_an_emphasised_title_groups_as_a_plain_one_does():
    career = EVENTS.replace("- 職歴", "- 👨 **職歴**")
    assert employers(f"# 山田\n\n{SCHOOLS}\n{career}\n\n## スキル\n\n本文\n") == LEFT_AND_JOINED


@pytest.mark.parametrize(
    "text",
    [
        # What was done is no career, nor is a time with a skill, a plan, a school or a sentence.
        "## 自己紹介\n\n- 経験\n  - 株式会社甲の勉強会（2005/4 - 2010/3）",
        "## スキル\n\n- 経験\n  - Python (2005/4 - 2010/3)\n  - Go (2010/4 - 現在)",
        "## 略歴\n\n- 職歴\n  - 2030/4 株式会社甲入社予定",
        "## 略歴\n\n- 職歴\n  - 2005/4 丙大学入学",
        "## 略歴\n\n- 職歴\n  - 2005/4 株式会社甲に入社。開発に従事した。",
        "## 目次\n\n- 職歴\n  - [株式会社甲（2005/4 - 2010/3）](#甲)",
        "## 資格\n\n- 職歴\n  - 2005/4 株式会社甲検定 合格",
    ],
)
def test_other_items_over_a_list_group_no_career(text):
    assert employers(f"# 山田\n\n{text}\n") == []


LINES = "2005年4月 株式会社甲 入社{0}2010年3月 退社{0}2010年4月 乙株式会社 入社"
ROWS = "|年月|内容|\n|---|---|\n|2005/4|株式会社甲 入社|\n|2010/3|退社|\n|2010/4|乙株式会社 入社|"


@pytest.mark.parametrize("title", ["{}", "**{}**", "【{}】", "■ {}"])
@pytest.mark.parametrize(
    "career",
    [
        LINES.format("  \n"),
        LINES.format("\n\n"),
        "- " + LINES.format("\n- "),
        ROWS,
        "- 2005/4 - 2010/3 株式会社甲\n- 2010/4 - 乙株式会社",
    ],
)
def test_a_line_may_title_a_career_in_a_text(title, career):
    school, work_title = title.format("学歴"), title.format("職歴")
    text = f"# 山田\n\n## 略歴\n\n{school}\n\n2005年3月 丙大学 卒業\n\n{work_title}\n\n{career}\n"
    assert employers(text) == LEFT_AND_JOINED
    printed = [line.rstrip() for line in render(read_twice(text)).split("\n") if line]
    assert printed == [line.rstrip() for line in text.split("\n") if line]


@pytest.mark.parametrize("career", [ROWS, "- 2005/4 - 2010/3 株式会社甲\n- 2010/4 - 乙株式会社"])
def test_a_list_or_table_may_stand_right_below_its_title(career):
    assert employers(f"# 山田\n\n## プロフィール\n\n山田です。\n\n**職歴**\n{career}\n") == (
        LEFT_AND_JOINED
    )


@pytest.mark.parametrize("line", ["職歴の話", "経験", "学歴", "- 職歴", "> 職歴"])
def test_another_line_titles_no_career(line):
    text = f"# 山田\n\n## プロフィール\n\n{line}\n\n- 2005/4 - 2010/3 株式会社甲\n"
    assert employers(text) == []
