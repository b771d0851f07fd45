"""When an employer was joined and left, where the text about it tells that by events."""

import pytest

from .test_employers import employers, work
from .test_heads import read_twice


@pytest.mark.parametrize(
    ("joined", "left"),
    [
        ("2005年4月 入社", "2010年3月 退社"),
        ("- 2005/4 入社", "- 2007/4 主任に昇進\n- 2010/3 退社"),
        ("2005年4月に新卒で入社。開発を担当。", "保守も担当。2010年3月に退社した。"),
        ("2005年4月 入社", "### やったこと\n\n- 開発\n\n2010年3月に退職（療養のため）"),
        ("2005年4月入社", "2010年3月 一身上の都合により退職"),
        ("2005年4月入社", "2010年3月 株式会社甲を退社"),
        ("2005年4月入社", "## 2010年3月 株式会社甲 退社"),
        ("|年月|内容|\n|---|---|\n|2005年4月|入社|\n|2006年4月|開発部に配属|", "|2010年3月|退社|"),
    ],
)
def test_a_text_may_tell_when_its_employer_was_joined_and_left(joined, left):
    between = "\n" if "|" in left else "\n\n"
    text = work(f"## 株式会社甲\n\n{joined}{between}{left}", "## 乙社（2010/04〜現在）")
    read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "", "2005-04", "2010-03"),
        ("乙社", "", "2010-04", "current"),
    ]


@pytest.mark.parametrize("stays", ["現在に至る", "現在に至る。", "- 在職中"])
def test_a_text_may_tell_that_somebody_stays(stays):
    text = work(f"## 株式会社甲（2005年4月〜）\n\n- 開発\n\n{stays}")
    assert employers(text) == [("株式会社甲", "", "2005-04", "current")]


@pytest.mark.parametrize(
    "told",
    [
        "**2005年4月〜2012年3月　甲支店**\n\n- 販売\n\n**2012年4月〜現在　乙支店**\n\n- 企画",
        "- 2012年4月〜現在　営業部",
        "### 2005年4月〜現在　営業部\n\n- 販売",
        "【2012年4月～現在】営業部\n\n- 販売",
    ],
)
@pytest.mark.parametrize("head", ["2005年4月　株式会社甲　入社", "株式会社甲\n\n2005年4月 入社"])
def test_what_goes_on_where_somebody_joined_tells_that_they_stay(head, told):
    text = work(f"## {head}\n\n{told}")
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", "2005-04", "current")]


@pytest.mark.parametrize(
    "told",
    [
        "**2003年4月〜現在　町内会**",
        "**2005年4月〜2012年3月　甲支店**",
        "**甲支店**\n\n検索の開発は2012年4月〜現在",
        "**2012年4月〜現在　乙支店**\n\n2019年3月 退社",
    ],
)
def test_what_is_told_otherwise_where_somebody_joined_tells_no_such_thing(told):
    text = work(f"## 2005年4月　株式会社甲　入社\n\n{told}")
    [(name, _role, start, end)] = employers(text)
    assert (name, start, end) == ("株式会社甲", "2005-04", "2019-03" if "退社" in told else "")


@pytest.mark.parametrize(
    "told",
    [
        "2010年3月に退社を考えたが続けた。",
        "2010年3月に退職者が増えた。",
        "2010年3月 退職予定",
        "2010年3月 乙株式会社を退社",
        "2003年3月 退社",
        "2010年3月 退社\n\n2012年3月 退社",
        "在職中に資格を取得",
        "退社",
    ],
)
def test_another_text_leaves_the_end_open(told):
    text = work(f"## 株式会社甲（2005年4月〜）\n\n{told}")
    assert employers(text) == [("株式会社甲", "", "2005-04", "")]


def test_items_below_a_name_may_tell_when_it_was_joined_and_left():
    first = "- 株式会社甲\n  - 2005/4 入社\n  - 開発\n  - 2010/3 退社"
    text = work(f"{first}\n- 乙株式会社\n  - 2010/4 入社\n  - 現在に至る")
    read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "", "2005-04", "2010-03"),
        ("乙株式会社", "", "2010-04", "current"),
    ]


def test_an_end_that_is_told_is_not_told_over_another():
    text = work("## 株式会社甲（2005年4月〜2009年3月）\n\n2010年3月 退社\n\n現在に至る")
    assert employers(text) == [("株式会社甲", "", "2005-04", "2009-03")]


def test_a_heading_may_say_which_employer_is_that_of_today():
    text = work("## 現職：株式会社甲（2018年4月〜）", "## 前職：株式会社乙（2015年4月〜）")
    assert [(start, end) for _name, _role, start, end in employers(text)] == [
        ("2018-04", "current"),
        ("2015-04", ""),
    ]


@pytest.mark.parametrize("kind", ["業務委託", "インターン", "アルバイト", "派遣"])
@pytest.mark.parametrize("when", ["2022年7月〜現在", "2022 7月~現在<br>", "- 期間：2022/07〜現在"])
def test_a_kind_of_employment_over_when_that_was_is_a_stay(kind, when):
    text = work("## 合同会社甲\n\n2022年3月〜現在", f"## {kind}\n\n{when}\n案件の開発を担当。")
    read_twice(text)
    assert employers(text) == [
        ("合同会社甲", "", "2022-03", "current"),
        (kind, "", "2022-07", "current"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "本文",
        "2022年7月〜現在\n\n### 乙の開発",
        "2022年7月〜現在\n株式会社乙で開発",
        "株式会社乙（2022年7月〜現在）",
        "2022年7月〜現在\n甲の開発\n\n2021年4月〜2021年9月\n乙の開発",
        "甲を使った開発を2022年7月〜現在まで担当しており、週に2日ほど働いています。",
    ],
)
@pytest.mark.parametrize("kind", ["業務委託", "インターン"])
def test_a_kind_of_employment_over_other_text_groups_what_is_below(kind, below):
    text = work("## 合同会社甲\n\n2022年3月〜現在", f"## {kind}\n\n{below}")
    assert kind not in [name for name, *_ in employers(text)]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("現在は株式会社 甲で設計をしています。", "current"),
        ("開発者です。現在は[株式会社 甲](https://x.example/)という会社にいます。", "current"),
        ("現職は株式会社甲", "current"),
        ("現在は株式会社甲を退職し、休んでいます。", ""),
        ("現在は株式会社甲での経験を離れ、学んでいます。", ""),
        ("現在は株式会社甲乙で設計をしています。", ""),
        ("現在は組織の変更により株式会社甲です。", ""),
        ("以前は株式会社甲で設計をしていました。", ""),
    ],
)
def test_a_sentence_may_tell_where_somebody_is_today(sentence, end):
    text = f"# 山田\n\n{sentence}\n\n## 職歴\n\n### 株式会社甲（2018年4月〜）\n\n本文\n"
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", "2018-04", end)]
    closed = text.replace("月〜", "月〜2020年3月")
    assert employers(closed) == [("株式会社甲", "", "2018-04", "2020-03")]


@pytest.mark.parametrize(
    ("items", "end"),
    [
        ("- 副業\n- 2018年4月〜2019年3月", "2019-03"),
        (
            "- 現職\n- 2018年4月〜2019年3月、アルバイトとして勤務\n- 2019/04〜現在、正社員",
            "current",
        ),
        ("- 2018年4~12月、アルバイトとして勤務", "2018-12"),
    ],
)
@pytest.mark.parametrize("name", ["株式会社甲", "甲乙"])
def test_a_list_may_tell_how_somebody_was_employed_and_when(name, items, end):
    text = work(f"## {name}\n\n{items}\n\n本文")
    read_twice(text)
    assert employers(text) == [(name, "", "2018-04", end)]


@pytest.mark.parametrize(
    "items",
    ["- 2018年4月〜2019年3月\n- Go", "- 2018年4月〜2019年3月\n- 2020年〜", "- 副業\n- 開発"],
)
def test_a_list_of_something_else_dates_no_heading(items):
    assert employers(work(f"## 甲乙\n\n{items}\n\n本文")) == []
