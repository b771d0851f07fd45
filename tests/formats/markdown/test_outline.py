"""What is a heading: as CommonMark says, and where only the space after the marks is left out."""

from dataclasses import replace

import pytest

from resume.document.schema import Section
from resume.formats.markdown import parse, render

from .test_employers import employers
from .test_heads import read_twice


def titles(text):
    return [child.title for child in read_twice(text).sections[0].children]


def test_a_heading_may_have_no_space_after_its_marks_and_prints_so():
    text = (
        "#職務経歴書\n\n##職務経歴\n\n###株式会社甲（2020/04〜現在）\n\n本文\n\n"
        "### 乙株式会社（2018/04〜2020/03）\n\n####受発注システム\n\n本文\n\n##【資格】\n\n- 簿記\n"
    )
    resume = read_twice(text)
    assert titles(text) == ["職務経歴", "【資格】"]
    assert [name for name, *_rest in employers(text)] == ["株式会社甲", "乙株式会社"]
    assert render(resume) == text


def test_only_what_sections_are_titled_is_a_heading_after_one_mark_without_a_space():
    text = "#職務経歴\n\n本文\n\n#1 が最初です。\n\n#転職\n\n#ポートフォリオ\n\n##自己PR\n\n本文\n"
    resume = read_twice(text)
    assert [section.title for section in resume.sections] == ["職務経歴"]
    assert titles(text) == ["自己PR"]
    assert "#転職\n\n#ポートフォリオ" in resume.sections[0].body


@pytest.mark.parametrize(
    "line", ["##", "###---", "##!important", "####### 七つ", "```\n##職歴\n```", "    ##職歴"]
)
def test_other_lines_that_begin_with_marks_are_text(line):
    assert titles(f"# 経歴書\n\n## 備考\n\n本文\n\n{line}\n") == ["備考"]


def test_the_name_below_a_heading_that_says_when_may_be_an_item_in_bold():
    text = (
        "# 経歴書\n\n## 職歴\n\n### 2015/4 - 現在\n\n"
        "- **甲システム開発株式会社（旧社名：有限会社 乙）**\n- 職位: 主任\n\n"
        "### 2012/4 - 2015/3\n\n- **受発注システムの開発**\n"
    )
    assert employers(text) == [
        ("甲システム開発株式会社（旧社名：有限会社 乙）", "", "2015-04", "current")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "####①株式会社甲（2020/04〜現在）\n\n#####【内容】\n\n本文\n\n###②乙株式会社（2018/04〜2020/03）\n",
        "##職務経歴\n\n###株式会社甲（2020/04〜現在）\n\n###乙株式会社（2018/04〜2020/03）\n\n####APIの開発\n",
        "## 経歴\n\n#### 株式会社甲\n\n####乙株式会社（2018/04〜2020/03）\n\n## 資格\n",
        "### 職歴\n\n##### 株式会社甲\n\n#### 乙株式会社\n\n###### 業務内容\n\n本文\n\n# 資格\n",
    ],
)
def test_headings_keep_levels_that_skip_one(text):
    resume = read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["株式会社甲", "乙株式会社"]
    assert render(resume) == text


def test_what_is_added_beside_headings_that_skip_a_level_prints_beside_them():
    resume = parse("###職務経歴\n\n#####株式会社甲（2020/04〜現在）\n").resume
    work = resume.sections[0]
    sections = (
        Section(title="要約", children=(work, Section(title="資格"))),
        Section(title="趣味", children=(work,)),
    )
    printed = render(replace(resume, sections=sections))
    assert printed.split("\n\n") == [
        "# 要約",
        "###職務経歴",
        "#####株式会社甲（2020/04〜現在）",
        "## 資格",
        "# 趣味",
        "###職務経歴",
        "#####株式会社甲（2020/04〜現在）\n",
    ]
    printed = render(replace(resume, sections=(Section(title="資格"), work)))
    assert printed.startswith("# 資格\n\n#職務経歴\n\n#####株式会社甲")


def test_a_title_in_bold_may_have_no_space_before_it():
    text = (
        "###**Work history**\n\nText\n\n##**Education**\n\nText\n\n#**Odds**\n\n##**\n\n##**a** b\n"
    )
    resume = read_twice(text)
    assert [child.title for child in resume.sections] == ["**Work history**", "**Education**"]
    assert render(resume) == text
