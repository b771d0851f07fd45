"""Employers whose name, role and period stand on several lines, or elsewhere in the file."""

import pytest

from resume.formats.markdown import parse, render

from .test_employers import employers, projects, work


def read_twice(text):
    """Return the document of a text, which is that of its canonical form."""
    resume = parse(text).resume
    assert parse(render(resume)).resume == resume
    return resume


ENTRIES = [
    (
        "**Software Engineer** <br />\n**Foo.io - Springfield, IL** <br />\n_May 2021 to Present_",
        ("Foo.io", "Software Engineer", "2021-05", "current"),
    ),
    ("株式会社甲\n2019/04 - 2021/03\nエンジニア", ("株式会社甲", "", "2019-04", "2021-03")),
    ("**株式会社甲**\n\n2019年4月〜現在\n\n本文", ("株式会社甲", "", "2019-04", "current")),
    ("**フリーランス**（2014/04 - 現在）\n * 甲の開発", ("フリーランス", "", "2014-04", "current")),
]


@pytest.mark.parametrize(("entry", "expected"), ENTRIES)
def test_a_head_may_take_several_lines(entry, expected):
    text = work(entry)
    read_twice(text)
    assert employers(text) == [expected]


@pytest.mark.parametrize(
    "entry",
    [
        "**主な業務**\n2019/04 - 2021/03",
        "**甲の開発**\n2019/04 - 2021/03",
        "乙大学\n2019/04 - 2021/03",
        "甲\n\n本文。\n\n2019/04 - 2021/03",
    ],
)
def test_a_line_over_a_period_may_be_something_else(entry):
    assert employers(work(entry)) == []


def test_a_heading_that_tells_a_role_has_the_employer_in_bold_below_it():
    heading = "### 研究開発エンジニア\n**甲株式会社** - 東京\n*2016年4月 - 現在*\n\n#### 乙の開発"
    text = work(heading, "### 長期インターン\n**丙株式会社**")
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "研究開発エンジニア", "2016-04", "current"),
        ("丙株式会社", "長期インターン", "", ""),
    ]
    assert projects(text) == ["乙の開発"]


def test_a_heading_of_work_may_have_who_employed_and_when_as_the_line_below_it():
    text = work(
        "### 1. 受発注の刷新\n株式会社甲（2020/04〜2021/03）\n\n- 設計\n\n#### 帳票の開発\n\n本文",
        "### 在庫管理の保守\n**2018年4月〜2020年3月　乙システム開発株式会社**\n\n本文",
    )
    read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "受発注の刷新", "2020-04", "2021-03"),
        ("乙システム開発株式会社", "在庫管理の保守", "2018-04", "2020-03"),
    ]
    assert projects(text) == ["帳票の開発"]


@pytest.mark.parametrize(
    "line",
    [
        "株式会社甲様（2020/04〜2021/03）",
        "株式会社甲に常駐（2020/04〜2021/03）",
        "大手通信会社（2020/04〜2021/03）",
        "株式会社甲のサービスを開発（2020/04〜2021/03）",
    ],
)
def test_the_line_below_a_heading_of_work_may_tell_of_a_client(line):
    assert employers(work(f"### 受発注の刷新\n{line}\n\n本文")) == []


def test_in_a_section_of_projects_a_line_with_a_company_is_of_that_project():
    head = "### 受発注の刷新\n株式会社甲（2020/04〜2021/03）\n\n#### 概要\n\n本文"
    text = f"# 経歴書\n\n## プロジェクト\n\n{head}\n"
    assert employers(text) == []
    assert projects(text) == ["受発注の刷新"]


def test_a_role_over_a_project_in_bold_names_no_employer():
    assert employers(work("### エンジニア\n**甲の開発プロジェクト**\n*2022年1月〜2月*")) == []


def test_a_heading_that_is_a_period_dates_the_one_above_it():
    text = "# Foo, Inc. - Engineer\n\n### Mar 2015 - Present\n\n#### Summary\n\nText\n"
    assert employers(text) == [("Foo, Inc.", "Engineer", "2015-03", "current")]


def test_headings_that_are_periods_are_projects_where_there_are_several():
    text = work("## 株式会社甲", "### 2022/07~2023/02\n\n文。", "### 2023/07~2023/10\n\n文。")
    assert projects(text) == ["2022/07~2023/02", "2023/07~2023/10"]


def test_a_heading_about_work_with_nothing_below_it_opens_those_beside_it():
    text = (
        "# Work History\n\nShort.\n\n# Foo\n\n### May 2012 - Dec 2013\n\nText\n\n# Skills\n\n- Go\n"
    )
    assert employers(text) == [("Foo", "", "2012-05", "2013-12")]


TABLE = "## 略歴\n\n| 期間 | 企業・組織 |\n|---|---|\n"


def test_a_table_dates_the_headings_of_the_employers_that_it_names():
    rows = "| 2018〜現在 | [甲](https://a.example/) |\n| 2016年（9ヶ月） | 乙 本部 |\n"
    rows += "| 2013〜2015年 | 乙　開発部 |\n"
    text = f"{TABLE}{rows}\n## 職務経歴\n\n### 甲\n\n本文\n\n### 乙\n\n本文\n"
    assert employers(text) == [("甲", "", "2018", "current"), ("乙", "", "2013", "2016")]


def test_the_last_rows_of_a_table_are_employers_where_no_heading_names_them():
    table = (
        "| 会社 | 期間 |\n|---|---|\n| 甲株式会社 | 2020/01 - |\n| 乙株式会社 | 2015/04 - 2019/12 |"
    )
    text = f"# 職務経歴書\n\n## 職歴\n\n{table}\n\n## 甲株式会社（2020/01 - ）\n\n本文\n"
    resume = read_twice(text)
    assert "| 乙株式会社 | 2015/04 - 2019/12 |" in render(resume)
    assert sorted(employers(text)) == [
        ("乙株式会社", "", "2015-04", "2019-12"),
        ("甲株式会社", "", "2020-01", ""),
    ]


def test_a_table_without_a_head_names_employers_after_their_periods():
    rows = "| 2009年4月 - 2011年3月 | 甲大学 助教 |\n| 2011年4月 - 現在 | 乙研究所 |"
    text = work(rows)
    read_twice(text)
    assert employers(text) == [
        ("甲大学", "助教", "2009-04", "2011-03"),
        ("乙研究所", "", "2011-04", "current"),
    ]


def test_a_table_without_a_head_that_tells_of_schools_names_none():
    assert (
        employers(work("| 2009年4月 - 2011年3月 | 甲大学 卒業 |\n| 2011年4月 - 現在 | 乙 |")) == []
    )


def test_employers_from_before_another_stand_beside_it():
    text = work(
        "## 開発エンジニア（甲）\n\n2019.05-2020.12 在籍\n\n### 乙の開発\n\n本文",
        "### システムエンジニア（丙キャリア）\n\n2017.10-2019.04 在籍\n\n本文",
    )
    assert [name for name, *_others in employers(text)] == ["甲", "丙キャリア"]


def test_a_file_without_headings_may_name_employers_below_a_line_about_work():
    entries = "株式会社甲\n2014/08 - 現在\n開発者\n\n本文\n\n乙 Inc.\n2010/07 - 2014/07\n開発者"
    text = f"山田\n\n職務経歴\n\n{entries}\n\n学歴\n\n丙大学\n1999/08 - 2003/05\n"
    read_twice(text)
    assert [name for name, *_others in employers(text)] == ["株式会社甲", "乙 Inc."]


@pytest.mark.parametrize("mark", [" ", "\\", "<br>", "*", "-"])
def test_a_long_run_of_marks_is_read_in_linear_time(mark):
    read_twice(work(f"### エンジニア\n**甲**{mark * 50_000}a", f"**甲**{mark * 50_000}a"))


PARAGRAPHS = (
    "## 株式会社甲 (2015/04〜)\n\n前文\n\n乙の開発（2021年3月～現在）\n- 【役割】 リーダー\n\n"
    "丙の調査（2020年1月〜3月）\n- 【役割】 担当\n\n#### 使用技術\n\nGo\n"
)


def test_paragraphs_in_the_text_of_an_employer_are_projects():
    text = "# 職務経歴\n\n" + PARAGRAPHS
    (line,) = read_twice(text).sections[0].children
    (position,) = line.items
    assert position.body == "前文\n\n#### 使用技術\n\nGo"
    assert [(each.title, each.start, each.end) for each in position.projects] == [
        ("乙の開発", "2021-03", "current"),
        ("丙の調査", "2020-01", "2020-03"),
    ]


def test_paragraphs_that_are_projects_print_where_they_stood():
    printed = render(parse("# 職務経歴\n\n" + PARAGRAPHS).resume)
    places = [printed.index(text) for text in ("前文", "乙の開発", "丙の調査", "使用技術")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "label", ["**案件名：乙の開発**", "【案件名】乙の開発", "案件名: 乙の開発"]
)
def test_a_label_may_name_the_project_of_a_paragraph(label):
    text = work(f"## 株式会社甲 (2015/04〜)\n\n{label}\n\n本文")
    read_twice(text)
    assert projects(text) == ["乙の開発"]


@pytest.mark.parametrize("line", ["エンジニア（2020/04〜2021/03）", "開発部（2020/04〜2021/03）"])
def test_a_role_or_a_department_with_a_period_is_no_project(line):
    assert projects(work(f"## 株式会社甲 (2015/04〜)\n\n{line}\n- 本文")) == []


def test_a_heading_without_text_over_numbered_ones_is_a_group_of_projects():
    text = work(
        "## 株式会社甲 (2015/04〜)",
        "### 基盤\n\n:::project\n\n#### 【1】乙の整備\n\n本文\n:::",
        "#### 【2】丙の移行\n\n本文",
    )
    read_twice(text)
    assert projects(text) == ["乙の整備", "丙の移行"]


@pytest.mark.parametrize(
    ("title", "found"),
    [("主な業務経歴", ["甲の開発"]), ("携わったプロジェクト", ["甲の開発"]), ("主な強み", [])],
)
def test_a_title_may_say_more_before_its_words(title, found):
    assert projects(f"# {title}\n\n## 甲の開発(2020年〜)\n\n本文\n") == found


@pytest.mark.parametrize(("name", "language"), [("山田", "ja"), ("Jane", "en"), ("2020", "ja")])
def test_a_file_without_japanese_is_in_english(name, language):
    assert parse(f"# {name}\n").resume.profile.language == language


def test_english_prose_is_no_list_of_skills():
    text = "# Skills\n\n- Proficient with Go, Python, and Git; some Rust\n"
    (section,) = parse(text).resume.sections
    assert section.body == "- Proficient with Go, Python, and Git; some Rust"
    (section,) = parse("# Skills\n\n- Go, Python, Amazon Web Services\n").resume.sections
    assert [item.name for line in section.children for item in line.items] == [
        "Go",
        "Python",
        "Amazon Web Services",
    ]


def test_a_label_over_dated_headings_holds_projects():
    text = "# 業務内容\n\n## 甲の運用\n\n### 期間\n\n2022/10 - 2022/12 (3ヶ月)\n\n## 乙の調査\n\n"
    text += "### 期間\n\n2024/02 - 現在\n"
    read_twice(text)
    assert projects(text) == ["甲の運用", "乙の調査"]


def test_a_heading_may_say_that_it_is_work_before_its_title():
    text = "# 職歴: 甲システム\n\n## 期間\n\n2017/12 - 2024/12 (副業を含む)\n\n# 趣味\n\n散歩\n"
    assert projects(text) == ["職歴: 甲システム"]


@pytest.mark.parametrize(
    ("text", "found"), [("", ["甲", "乙"]), ("<br />\n\n", ["甲", "乙"]), ("これまでの。\n\n", [])]
)
def test_a_heading_about_projects_without_text_opens_those_beside_it(text, found):
    read_twice(markdown := f"# 山田\n\n## 個人開発\n\n{text}## 甲\n\n本文\n\n## 乙\n\n本文\n")
    assert projects(markdown) == found


def test_a_table_of_stays_tells_of_others_where_it_has_a_column_for_their_names():
    table = "| 在籍期間 | 勤務先 |\n|---|---|\n| 〜2025/09 | 複数社 |"
    assert employers(work("## 株式会社乙（2026/07〜）", f"## 製造・物流\n\n{table}")) == [
        ("株式会社乙", "", "2026-07", "")
    ]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (
            "### 【主なプロジェクト実績】\n**1. 甲の構築**\n* 内容\n\n**2. 乙の運用**",
            ["甲の構築", "乙の運用"],
        ),
        ("**甲の構築**\n- **役割:** 設計\n- **技術:** Go", ["甲の構築"]),
        ("**甲の構築**\n- 本文", []),
        ("**担当業務**\n- 役割: 設計", []),
    ],
)
def test_paragraphs_in_bold_are_projects_below_a_heading_for_them_or_over_labels(block, found):
    text = work(f"## 株式会社甲 (2015/04〜)\n\n{block}")
    read_twice(text)
    assert projects(text) == found


@pytest.mark.parametrize(
    "below", ["### 勤務先名\n甲社\n\n### 担当業務\n- 本文", "- 会社名: 甲社\n- 本文", "本文"]
)
def test_a_heading_that_says_when_may_have_the_name_below_a_label(below):
    text = work(f"## ◯2022年7月～2023年1月頃\n{below}")
    read_twice(text)
    named = [("甲社", "", "2022-07", "2023-01")] if "社" in below else []
    assert employers(text) == named


HEAD_LINES = [
    ("### 甲商事\n\nエンジニア / 2020年4月〜現在", ("甲商事", "", "2020-04", "current")),
    ("### Foo\n\n**Engineer** | Apr 2020 – Present", ("Foo", "", "2020-04", "current")),
    (
        "### Foo, Boston, MA\n\nEngineer (Apr 2020 – Present)",
        ("Foo, Boston, MA", "", "2020-04", "current"),
    ),
    ("### Foo\n\n*Engineer, Apr 2020 – Present*", ("Foo", "", "2020-04", "current")),
    ("### Engineer\n\n**Foo** | Apr 2020 – Present", ("Foo", "Engineer", "2020-04", "current")),
    (
        "### Engineer\n\n*Foo, Boston, MA* | Apr 2020 – Present",
        ("Foo", "Engineer", "2020-04", "current"),
    ),
    ("### エンジニア\n\n甲商事, 2020年4月〜現在", ("甲商事", "エンジニア", "2020-04", "current")),
    (
        "### Engineer - Foo\n\nBoston, MA | Apr 2020 – Present",
        ("Foo", "Engineer", "2020-04", "current"),
    ),
    (
        "### エンジニア（甲商事）\n\n2020.04-現在 在籍",
        ("甲商事", "エンジニア", "2020-04", "current"),
    ),
]


@pytest.mark.parametrize(("entry", "expected"), HEAD_LINES)
def test_a_line_below_a_heading_may_tell_role_place_and_period(entry, expected):
    text = work(entry)
    read_twice(text)
    assert employers(text) == [expected]


@pytest.mark.parametrize(
    "entry",
    [
        "### 甲商事\n\n売上は2020年4月〜2021年3月に伸びた。",
        "### テックリード / プリンシパル IC | 2016年4月 – 2020年3月\n\n- 設計",
        "### エンジニア\n\n甲の開発, 2020年4月〜現在",
        "### エンジニア\n\n甲大学, 2020年4月〜現在",
    ],
)
def test_a_line_below_a_heading_may_tell_of_something_else(entry):
    assert employers(work(entry)) == []


@pytest.mark.parametrize(
    "roles",
    [
        ("#### Engineer (Apr 2020 – Present)", "#### Analyst (Apr 2018 – Mar 2020)"),
        ("#### Engineer\n\n*Apr 2020 – Present*", "#### Analyst\n\n*Apr 2018 – Mar 2020*"),
    ],
)
def test_a_heading_over_those_of_roles_names_who_gave_them(roles):
    text = work("### Foo", *roles)
    read_twice(text)
    assert employers(text)[0] == ("Foo", "", "2018-04", "current")


def test_a_heading_over_one_of_a_role_and_one_of_a_project_does_not():
    text = work("### Foo", "#### Engineer (2020 – 2021)", "#### 甲の開発（2020年〜2021年）")
    assert employers(text) == []


def test_a_heading_about_work_with_nothing_below_it_opens_roles_beside_it():
    text = "# Work\n\n# Engineer at Foo\n\nApr 2020 – Present\n\n# Skills\n\n- Go\n"
    assert employers(text) == [("Foo", "Engineer", "2020-04", "current")]


@pytest.mark.parametrize(
    "entry",
    [
        "<div align='right'>2020年4月 - 現在</div>\n\n### 甲株式会社",
        "<span class='period'>2020年4月 - 現在</span>\n### 甲株式会社",
        "### 2020年4月〜現在\n\n**甲株式会社**",
        "### 2020年4月〜現在\n\n#### 甲株式会社",
        "### [甲株式会社](https://a.example/) {{< icon name='x' >}}\n\n##### 2020年4月 - 現在",
        "### 甲株式会社\n\n##### 業務委託: 2020年4月 - 2021年3月 / 正社員: 2021年4月 - 現在",
        "### 甲の開発 ― 甲株式会社（2020年4月〜現在）",
    ],
)
def test_the_period_of_a_heading_may_stand_around_it(entry):
    text = work(entry)
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("甲株式会社", "2020-04", "current")
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "### 2020年4月〜現在\n\n**甲株式会社様向けの開発**",
        "### 2020年4月〜現在\n\n**受発注の画面**",
        "<div>2020年4月の仕事</div>\n\n### 受発注の画面",
        "<div>2020年4月 - 現在</div>\n\n本文\n\n### 受発注の画面",
    ],
)
def test_a_period_near_a_heading_may_be_that_of_something_else(entry):
    assert employers(work(entry)) == []


def test_since_when_something_was_so_within_a_stay_does_not_open_its_end():
    text = work("### 甲株式会社\n\n2017年6月〜2022年5月の間勤務（2020年よりリモート勤務）")
    assert employers(text) == [("甲株式会社", "", "2017-06", "2022-05")]


def test_two_stays_that_a_line_above_each_dates_are_not_told_twice():
    above = "<p>{}</p>\n\n### 甲株式会社\n\n本文"
    text = work(above.format("2019/04 - 現在"), above.format("2016/04 - 2019/03"))
    assert [start for _name, _role, start, _end in employers(text)] == ["2019-04", "2016-04"]


def test_an_employer_whose_heading_slipped_beside_that_about_work_is_one():
    text = (
        "# 職務経歴書\n\n## 学歴・職歴\n\n### 職務経歴\n\n#### 甲株式会社（2020/04〜現在）\n\n"
        "### 乙株式会社（2021/07〜現在）\n\n本文\n\n## 団体\n\n### 丙会（2021/07〜現在）\n"
    )
    assert {name for name, *_rest in employers(text)} == {"甲株式会社", "乙株式会社"}


@pytest.mark.parametrize(
    "heading",
    [
        "### 5.1 2025/01〜2025/06：書籍配信サービス（改修）",
        "### 5.1 2025/01〜2025/06",
        "### シニアソフトウェアエンジニア（2025年3月〜現在）",
        "### 学生団体の運営（2025年3月〜現在）",
    ],
)
def test_a_number_a_role_alone_or_what_was_run_names_nobody(heading):
    assert employers(work(f"{heading}\n\n本文", "### 2（2020年1月〜2021年2月）\n\n本文")) == []


def test_a_number_of_several_levels_is_no_part_of_a_title():
    text = work("### 5.1 検索サービスの改修（2025/01〜2025/06）", "### 5.2 株式会社甲 (2020〜2024)")
    read_twice(text)
    assert projects(text) == ["検索サービスの改修"]
    assert [name for name, *_ in employers(text)] == ["株式会社甲"]


@pytest.mark.parametrize("element", ["u", "b", "em", "strong"])
def test_an_element_may_stress_who_employed_below_a_role(element):
    text = work(f"**Analyst** (2016-09 - 2018-11)\n\n<{element}>Foo Retail</{element}>\n* Built it")
    read_twice(text)
    assert employers(text) == [("Foo Retail", "Analyst", "2016-09", "2018-11")]
