"""Employers whom the items of a list name."""

import pytest

from .test_employers import employers, work
from .test_heads import read_twice


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


def test_a_list_of_headings_tells_of_employers_under_a_title_of_work_alone():
    text = "# 経歴書\n\n## スキル\n\n- 経験\n  - ### Python (2017/04〜)\n    - 甲社での開発\n"
    assert employers(text) == []


def test_a_short_career_tells_of_schools_and_of_stays():
    text = (
        "# 履歴書\n\n## 略歴\n\n* 2009/3 甲高等学校卒業\n* 2013/3 甲大学工学部卒業\n"
        "* 2013/4 – 2016/8 [甲株式会社](https://x.example/) 交換機エンジニア\n"
        "* 2016/9 - 2018/3 Foo Inc.(本社、アメリカ) Senior Engineer(国際化を担当)\n"
        "* 2018/4 - 2019/3 乙株式会社にて、受発注の保守と、[帳票](https://y.example/)の開発を担当。\n"
        "* 2019/4 - フリーランスとして、アプリなどを受託開発。\n"
        "* 2021/12 - [合同会社丙](https://z.example/) 代表社員\n"
    )
    resume = read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "交換機エンジニア", "2013-04", "2016-08"),
        ("Foo Inc.", "Senior Engineer(国際化を担当)", "2016-09", "2018-03"),
        ("乙株式会社", "", "2018-04", "2019-03"),
        ("フリーランス", "", "2019-04", ""),
        ("合同会社丙", "代表社員", "2021-12", ""),
    ]
    assert "甲高等学校卒業" in resume.sections[0].children[0].body


@pytest.mark.parametrize(
    "item",
    [
        "2018/4 - 2019/3 客先の株式会社甲様にて、保守を担当。",
        "2018/4 - 2019/3 フリースクールにて、算数を担当。",
        "2018/4 - 2019/3 株式会社甲の社員が書いた本を読む。",
    ],
)
def test_a_sentence_with_a_period_names_no_employer(item):
    assert employers(f"# 履歴書\n\n## 略歴\n\n- {item}\n") == []


def test_a_list_of_stays_tells_when_those_were_that_headings_name():
    text = (
        "# 略歴\n\n## 年表\n\n- [2006年11月～] １社目 実習生\n"
        "- [2007年4月～2013年2月] １社目：SIer\n"
        "- [2013年3月～現在] 甲株式会社\n- [2013年3月～2014年3月] 甲株式会社様の在庫管理\n\n"
        "## １社目\n\n本文\n\n## 甲株式会社\n\n本文\n"
    )
    read_twice(text)
    assert employers(text) == [
        ("１社目", "", "2007-04", "2013-02"),
        ("甲株式会社", "", "2013-03", "current"),
    ]


def test_paragraphs_under_a_name_tell_of_work_where_no_heading_does():
    stays = "2019/3 - 2022/8 株式会社甲\n\n2003/4 - 2019/2 乙有限会社\n\n2003/3 丙大学 卒業"
    text = f"# Profile\n\n## 山田 太郎\n\n{stays}\n\n## 資格\n\n- 簿記\n"
    assert employers(text) == [
        ("株式会社甲", "", "2019-03", "2022-08"),
        ("乙有限会社", "", "2003-04", "2019-02"),
    ]
    assert read_twice(text)
    assert employers(text + "\n## 職務経歴\n\n本文\n") == []
    assert employers(text.replace("乙有限会社", "検索の開発")) == []
    assert employers("# 募集要項\n\n会社名：株式会社丙\n\n期間：2024年4月〜2025年3月\n") == []


NUMBERED = (
    "# 職歴\n\n**2020年4月〜現在　甲日本語学院**\n*専任講師*\n\n- 教務\n\n主な企画\n\n"
    "1. 授業の移行（2020年4月〜2020年9月）\n   - 手引き\n"
    "2. 教材の改訂（{}）\n   - 小論文\n\n"
    "**2016年9月〜2020年3月　乙株式会社**\n*営業*\n\n- 販売\n"
)


def test_what_a_number_leads_at_a_time_of_a_stay_is_no_employer():
    names = [name for name, *_rest in employers(NUMBERED.format("2021年10月〜2023年3月"))]
    assert names == ["甲日本語学院", "乙株式会社"]


def test_employers_with_numbers_stay_so_at_times_of_each_other():
    text = (
        "# 職歴\n\n1. **甲病院**（2016年4月〜2020年3月）\n\n受付。\n\n"
        "2. **アオバ**（2018年4月〜2019年3月）\n\n副業。\n"
    )
    assert [name for name, *_rest in employers(text)] == ["甲病院", "アオバ"]
