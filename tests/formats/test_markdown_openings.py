"""Employers in lists and paragraphs: which lines begin one."""

import pytest

from .test_markdown_employers import employers, work
from .test_markdown_heads import read_twice

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
        "- 2023年 甲株式会社 入社",
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
