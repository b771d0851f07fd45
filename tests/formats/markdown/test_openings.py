"""Employers in lists and paragraphs: which lines begin one."""

import pytest

from resume.formats import html
from resume.formats.markdown import render

from .test_employers import employers, work
from .test_heads import read_twice

TWO = [("甲株式会社", "", "2020-04", "current"), ("乙株式会社", "", "2016-04", "2020-03")]
LISTS = [
    "- 甲株式会社\n  - 2020年4月〜現在\n  - 保守\n- 乙株式会社\n  - 2016年4月〜2020年3月",
    "- 甲株式会社\n  - 期間：2020年4月〜現在\n- 乙株式会社\n  - 期間：2016年4月〜2020年3月",
    "1. 甲株式会社（2020年4月〜現在）\n   - 保守\n2. 乙株式会社（2016年4月〜2020年3月）\n   - 接客",
    "2020年4月〜現在　甲株式会社\n\n- 保守\n\n2016年4月〜2020年3月　乙株式会社",
    "2020年4月〜現在　甲株式会社\n2016年4月〜2020年3月　乙株式会社",
    "【甲株式会社】2020年4月〜現在\n\n- 保守\n\n【乙株式会社】2016年4月〜2020年3月",
    "● 甲株式会社 2020年4月〜現在\n\n● 2016年4月〜2020年3月 乙株式会社",
]


@pytest.mark.parametrize("text", LISTS)
def test_two_employers_in_lines_of_many_shapes(text):
    text = work(text)
    read_twice(text)
    assert employers(text) == TWO


HELD = [
    "**Engineer**, Foo (Apr 2020 – Present)\n\n- Text",
    "**Foo**, Engineer (Apr 2020 – Present)\n\n- Text",
    "**Foo** | Engineer | Apr 2020 – Present\n\n- Text",
    "**Foo** - Engineer  \n*Apr 2020 – Present*\n\n- Text",
    "- **Foo** — Engineer (Apr 2020 – Present)\n  - Text",
    "- Apr 2020 – Present: Engineer, Foo",
    "* **Foo** | Engineer\n    * Apr 2020 – Present\n    * Text",
    '<div class="row">\n  <b>Foo | Engineer</b>\n  <i>Apr 2020 – Present | Rome</i>\n</div>',
]


@pytest.mark.parametrize("text", HELD)
def test_a_role_tells_that_the_name_beside_it_is_that_of_one_who_employs(text):
    text = work(text)
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo", "2020-04", "current")
    ]


def test_a_lone_year_leads_an_item_beside_those_that_say_from_when_to_when():
    text = work("- **2024 - 2025:** **Foo Inc.** / Director\n- **2023:** **Bar Inc.** / Engineer")
    read_twice(text)
    assert employers(text) == [
        ("Foo Inc.", "Director", "2024", "2025"),
        ("Bar Inc.", "Engineer", "2023", "2023"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- 2023年 甲株式会社 入社予定",
        "- 甲の画面の設計\n  - 2020年4月〜6月\n- 乙の画面の設計\n  - 2020年7月〜9月",
        "1. 甲の画面の設計（2020年4月〜6月）\n2. 乙の画面の設計（2020年7月〜9月）",
        "2020年4月〜現在、甲株式会社に勤務しています。",
        "甲株式会社で2020年4月〜2021年3月に開発",
        "2020年4月〜現在　甲の開発",
        "- 甲株式会社様向け受発注（2020年4月〜2021年3月）\n- 乙株式会社様向け在庫（2019年〜）",
        "新人研修 メンバー（2020/04〜2021/03）",
    ],
)
def test_lines_that_tell_of_work_and_dates_begin_no_employer(text):
    assert employers(work(text)) == []


def test_the_same_employer_twice_stays_text_once_space_parts_the_lines():
    text = "# 職務経歴書\nフリーランス(2021/1 - )\nフリーランス(2021/1 - )"
    assert read_twice(text).sections[0].body == text.partition("\n")[2]


LABELLED = [
    "会社名：甲株式会社\n期間：2020年4月〜現在\n\n- 保守",
    "**会社名**：甲株式会社  \n**在籍期間**：2020年4月〜現在",
    "【会社名】甲株式会社\n【在籍期間】2020年4月〜現在",
    "| 会社名 | 甲株式会社 |\n|---|---|\n| 在籍期間 | 2020年4月〜現在 |\n| 業務 | 保守 |",
    "| 2020年4月〜現在 | 甲株式会社 |\n|---|---|\n| 事業内容 | 小売 |",
    "<details>\n<summary>甲株式会社（2020年4月〜現在）</summary>\n\n- 保守\n\n</details>",
    "<h3>甲株式会社（2020年4月〜現在）</h3>\n\n- 保守",
]


@pytest.mark.parametrize("text", LABELLED)
def test_a_label_a_row_or_raw_html_may_name_an_employer(text):
    text = work(text)
    read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2020-04", "current")]


@pytest.mark.parametrize(
    "text",
    [
        "会社名：甲株式会社\n\n- 保守",
        "案件名：甲の開発\n期間：2020年4月〜現在",
        "| 2020年4月〜現在 | 甲の開発 |\n|---|---|\n| 役割 | 設計 |",
        "| 2020年4月〜現在 | 甲株式会社様 |\n|---|---|\n| 役割 | 設計 |",
        "<summary>甲の開発（2020年4月〜現在）</summary>",
    ],
)
def test_a_label_a_row_or_raw_html_may_tell_of_work(text):
    assert employers(work(text)) == []


def test_the_rows_below_the_first_go_on_with_its_table():
    table = LABELLED[3]
    text = work(table, "本文", LABELLED[4].replace("甲", "乙"))
    resume = read_twice(text)
    assert table in render(resume)
    page = html.render(resume, lambda item: "")
    assert page.count("<table") == 2
    assert "<td>2020年4月〜現在</td>" in page


@pytest.mark.parametrize(
    "name", ["**株式会社X**", "■株式会社X", "<details><summary><b>株式会社X</b></summary>"]
)
@pytest.mark.parametrize(
    "rows", ["- 期間：{}\n- 役割：SE", "| 期間 | {} |\n|---|---|\n| 役割 | SE |"]
)
def test_rows_below_a_name_on_a_line_may_say_when(name, rows):
    first, second = rows.format("2018年4月～現在"), rows.format("2015年4月～2018年3月")
    other = name.replace("X", "Y")
    assert employers(work(f"{name}\n\n{first}\n\n{other}\n\n{second}\n")) == [
        ("株式会社X", "", "2018-04", "current"),
        ("株式会社Y", "", "2015-04", "2018-03"),
    ]
    assert employers(work(f"{name}\n\n- 設立：2015年4月\n")) == []


def test_an_item_that_only_says_when_has_the_name_below_it():
    text = work(
        "- 2018年-2020年\n  - 甲株式会社（旧 乙株式会社）\n    - エンジニア\n"
        "- 2012/4 〜 2018/3\n  - [丙 inc](https://c.example/).\n  - 検索の開発\n"
        "- 2008/4 〜 2012/3\n  - 丁大学 工学部 情報学科"
    )
    resume = read_twice(text)
    assert employers(text) == [
        ("甲株式会社（旧 乙株式会社）", "", "2018", "2020"),
        ("丙 inc", "", "2012-04", "2018-03"),
    ]
    assert [line for line in render(resume).split("\n") if line] == [
        line for line in text.split("\n") if line
    ]


@pytest.mark.parametrize("below", ["検索の開発", "エンジニア", "甲株式会社（2019年-2020年）"])
def test_an_item_that_only_says_when_may_tell_of_something_else(below):
    assert employers(work(f"- 2018年-2020年\n  - {below}")) == []


def test_headings_of_employers_over_projects_are_no_projects():
    headings = "### 甲株式会社 (2018-2020)\n\n#### 検索の刷新\n\n本文"
    text = f"# 経歴\n\n## 担当プロジェクト\n\n{headings}\n"
    read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2018", "2020")]
    alone = text.replace("#### 検索の刷新\n\n", "")
    assert employers(alone) == []


THREE = [
    ("甲株式会社", "", "2021-04", "current"),
    ("ミナト", "", "2018-01", "2021-03"),
    ("Harukaze", "", "2014-04", "2017-12"),
]
WHEN = ("2021年4月〜現在", "2018年1月〜2021年3月", "2014年4月〜2017年12月")


def among(shape):
    """Return three entries of one shape, the first of which bears a legal form."""
    names = [name for name, *_rest in THREE]
    return [shape.format(name, when) for name, when in zip(names, WHEN, strict=True)]


@pytest.mark.parametrize(
    "shape",
    [
        "- {0}（{1}）\n  - 保守",
        "- {0}\n  - 期間: {1}\n  - 保守",
        "**{0}**（{1}）\n\n- 保守",
        "■ {0}（{1}）\n\n- 保守",
        "【{0}】{1}\n\n- 保守",
        "◆{1}　{0}\n\n- 保守",
        "## {0}\n\n- 期間: {1}\n- 職種: 事務",
        "## {0}\n\n| 項目 | 内容 |\n|---|---|\n| 期間 | {1} |",
        "## {0}\n\n【期間】{1}",
        "## {0}\n\n### 期間\n\n{1}",
    ],
)
def test_names_beside_one_with_a_legal_form_are_employers_too(shape):
    entries = among(shape)
    text = "# 職歴\n\n" + ("\n" if shape[0] == "-" else "\n\n").join(entries) + "\n"
    read_twice(text)
    assert employers(text) == THREE
    assert THREE[1] not in employers(text.replace("甲株式会社", "カモメ"))


@pytest.mark.parametrize("name", ["検索の開発", "リーダー", "職歴の空白期間"])
def test_a_heading_beside_an_employer_may_tell_of_something_else(name):
    text = work(*among("## {0}\n\n- 期間: {1}")).replace("ミナト", name)
    assert name not in [each for each, *_rest in employers(text)]


def test_a_heading_within_the_time_of_an_employer_beside_it_is_none():
    text = work(*among("## {0}\n\n- 期間: {1}")).replace(WHEN[1], "2021年5月〜2021年8月")
    assert [name for name, *_rest in employers(text)] == ["甲株式会社", "Harukaze"]


def test_a_head_of_a_table_may_tell_who_and_when_in_one_cell():
    tables = [
        f"| {when}　{name} | 環境 | 規模 |\n|---|---|---|\n| 設計 | Go | 5名 |"
        for name, when in (
            ("甲株式会社", "2020年4月〜現在"),
            ("乙合同会社", "2018年4月〜2020年3月"),
        )
    ]
    text = "# 経歴書\n\n## 職務経歴\n\n" + "\n\n".join(tables) + "\n"
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2020-04", "current"),
        ("乙合同会社", "", "2018-04", "2020-03"),
    ]
    assert employers(text.replace("職務経歴", "使用技術")) == []


def test_the_departments_of_an_item_say_when():
    text = (
        "# 経歴書\n\n## 職務経歴\n\n"
        "- 甲株式会社\n    - Engineer\n        - 2020/07 - 現在\n"
        "- 株式会社乙\n    - Engineer\n        - 検索事業部 2019/05 - 2020/06\n"
        "            - `Go`\n        - 広告事業部 2016/04 - 2019/05\n"
    )
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2020-07", "current"),
        ("株式会社乙", "", "2016-04", "2020-06"),
    ]
    assert employers(text.replace("事業部 20", "システムの開発 20")) == []


DETAILS = "<details>\n<summary>{}</summary>\n\n{}\n\n</details>"


@pytest.mark.parametrize("label", ["### {}\n\n飲食", "- {}：飲食", "**{}**\n飲食"])
@pytest.mark.parametrize("name", ["宿の予約サービス", "アオバ"])
def test_labels_tell_that_what_is_folded_away_is_one_who_employs(label, name):
    title = f"2021年4月～現在 {name}"
    text = work(DETAILS.format(title, label.format("事業内容")))
    assert employers(text) == [(name, "", "2021-04", "current")]
    read_twice(text)
    assert employers(text.replace("事業内容", "担当業務")) == []
    assert employers(text.replace("2021年4月～現在", "")) == []
    assert employers(work(f"{title}\n\n{label.format('事業内容')}")) == []


def test_how_somebody_was_employed_is_told_of_folded_work_as_well():
    text = DETAILS.format("{}（2021年4月～現在）", "- 雇用形態：業務委託")
    assert employers(work(text.format("アオバ"))) == [("アオバ", "", "2021-04", "current")]
    assert employers(work(text.format("宿の予約サービス"))) == []


HEADED = "| {} | 環境 | 規模 |\n|---|---|---|\n| 保守 | Go | 3名 |"
SIGNED = HEADED.format("2020年4月〜現在　甲株式会社")


@pytest.mark.parametrize(
    ("head", "name", "role"),
    [
        ("アオバ", "アオバ", ""),
        ("アオバ　インターン", "アオバ", "インターン"),
        ("アオバ（Aoba）インターン（1ヶ月）", "アオバ（Aoba）", "インターン"),
    ],
)
def test_the_head_of_a_table_may_name_who_employed_beside_labels(head, name, role):
    table = HEADED.format(f"2018年4月〜2018年9月　{head}")
    text = work(SIGNED, table)
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2020-04", "current"),
        (name, role, "2018-04", "2018-09"),
    ]
    assert employers(work(table)) == []
    assert len(employers(text.replace("2018", "2021"))) == 1
    assert len(employers(text.replace(" 規模 ", " 小売 "))) == 1


@pytest.mark.parametrize(
    "head", ["検索の刷新", "開発部", "職位 ／ エンジニア", "甲大学 工学部 卒業"]
)
def test_the_head_of_a_table_may_tell_of_something_else(head):
    assert len(employers(work(SIGNED, HEADED.format(f"2018年4月〜2018年9月　{head}")))) == 1


@pytest.mark.parametrize("mark", ["（1）", "(1) ", "\u3000", "■"])
def test_a_number_in_brackets_or_a_wide_space_may_open_a_line(mark):
    text = work(
        f"{mark}甲株式会社（2020年4月～現在）\n\n\u3000小売",
        f"{mark}株式会社乙（2016年4月～2020年3月）\n\n\u3000卸売",
    )
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2020-04", "current"),
        ("株式会社乙", "", "2016-04", "2020-03"),
    ]
    assert employers(work(f"{mark}甲株式会社で（2020年4月～現在）保守を担当。")) == []


def test_the_head_of_a_table_may_tell_who_and_when_in_bold():
    table = "| **2020年4月～現在** | **甲株式会社** |\n| --- | --- |\n| 検索の刷新 | PL |"
    assert employers(work(table)) == [("甲株式会社", "", "2020-04", "current")]
    assert table in render(read_twice(work(table)))
