"""Names of employers on lines of their own, over what says when they employed."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers, projects, work
from .test_heads import read_twice

STAY = "- 在籍期間：平成16年4月～平成24年3月（8年）\n- 雇用形態：常勤"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("**医療法人甲会　甲総合病院**（120床、急性期）", "医療法人甲会　甲総合病院"),
        ("**乙市立乙園**（定員90名）", "乙市立乙園"),
        ("**割烹 丙**", "割烹 丙"),
    ],
)
@pytest.mark.parametrize("told", [STAY, "勤務期間：2004年4月〜2012年3月\n役職：主任"])
def test_the_label_of_a_stay_tells_that_a_name_in_bold_employed(line, name, told):
    text = work(f"{line}\n\n{told}\n\n本文")
    assert render(read_twice(text)) == text
    assert [(each[0], *each[2:]) for each in employers(text)] == [(name, "2004-04", "2012-03")]


@pytest.mark.parametrize(
    "entry",
    [
        "**検索の改善**\n\n- 期間：2004年4月～2012年3月",  # that of anything
        "**主な業務**\n\n- 在籍期間：2004年4月～2012年3月",
        "**丙を担当しました。**\n\n- 在籍期間：2004年4月～2012年3月",
        "**丙様**\n\n- 在籍期間：2004年4月～2012年3月",
        "**丙**\n\n- 在籍期間：不明",
    ],
)
def test_other_lines_over_a_period_name_nobody(entry):
    assert employers(work(entry)) == []


def test_a_numbered_name_may_have_its_period_in_the_line_below():
    text = work(
        "1. **甲株式会社**　分析部　主任研究員\n   2020年4月〜現在\n   - 需要の予測\n     - R\n"
        "   - 帳票の自動化\n     - Python\n\n"
        "2. **乙研究機構**　特任研究員\n   2015年4月〜2020年3月\n"
        "   - 画像処理の開発\n     - C++\n\n"
        "3. 丙大学 丁研究所　助教\n   2012年4月〜2015年3月"
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("甲株式会社", "2020-04", "current"),
        ("乙研究機構", "2015-04", "2020-03"),
        ("丙大学 丁研究所", "2012-04", "2015-03"),
    ]
    assert projects(text) == ["需要の予測", "帳票の自動化", "画像処理の開発"]


@pytest.mark.parametrize(
    "items",
    [
        "1. 設計\n   2020年4月〜現在\n2. 監視\n   2018年4月〜2020年3月",
        "1. 甲の開発\n   2020年4月〜現在\n2. 乙の運用\n   2018年4月〜2020年3月",
        "1. 丙様\n   2020年4月〜現在",
    ],
)
def test_other_numbered_items_name_nobody(items):
    assert employers(work(items)) == []


WORKPLACES = [
    "- 甲市立図書館（2008年4月〜2013年3月）\n  - 児童室\n- 乙文庫（2013年4月〜現在）\n  - 目録",
    "2008年4月～2013年3月　甲病院　看護師\n外来\n\n2013年4月〜現在　乙医院　師長\n外来",
    "| 期間 | 勤務先 |\n|---|---|\n| 2008/04〜2013/03 | 甲病院 |\n| 2013/04〜現在 | 乙薬局 |",
    "◆2008年4月～2013年3月　甲学習塾\n　講師\n\n◆2013年4月～現在　乙予備校\n　講師",
]


@pytest.mark.parametrize("entries", WORKPLACES)
def test_workplaces_without_legal_forms_employ(entries):
    text = work(entries)
    read_twice(text)
    assert [each[2:] for each in employers(text)] == [
        ("2008-04", "2013-03"),
        ("2013-04", "current"),
    ]


def test_places_and_work_are_no_workplaces():
    text = "- 甲病院向け（2008年4月〜2013年3月）\n  - 設計\n- 店頭（2013年4月〜現在）\n  - 目録"
    assert employers(work(text)) == []


def test_what_an_office_is_told_to_have_done_names_it():
    rows = (
        "| 2009年4月 | 甲市役所 採用 |\n| 2012年4月 | 主任に昇任 |\n| 2021年3月 | 甲市役所 退職 |"
    )
    text = f"# 職歴\n\n| 年月 | 職歴 |\n|---|---|\n{rows}\n"
    read_twice(text)
    assert employers(text) == [("甲市役所", "", "2009-04", "2021-03")]
    assert employers(text.replace("甲市役所 採用", "新卒採用")) == []


def test_a_row_may_tell_that_somebody_joined_before_the_first_work():
    rows = "| 2011年4月 | 入社、研修（2か月） |\n| 2011年6月～2014年3月 | 営業部に配属 |"
    text = f"# 職歴\n\n## 甲株式会社\n\n| 期間 | 内容 |\n|---|---|\n{rows}\n"
    read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2011-04", "2014-03")]
    assert employers(text.replace("入社、研修", "研修"))[0][2] == "2011-06"


def test_brackets_at_the_end_of_a_name_stay_whole():
    text = work("■ 甲園（社会福祉法人乙会）\n　期間：2012年4月～2017年3月\n　職種：保育士")
    assert employers(text)[0][0] == "甲園（社会福祉法人乙会）"


def test_what_stands_in_bold_below_a_role_is_no_employer():
    role = (
        "### リーダー（2018/04〜2020/09）\n\n**台帳の同期**\n\n本文\n\n**予約の立ち上げ**\n\n本文"
    )
    text = f"# 職歴\n\n## 株式会社甲\n\n在籍期間: 2018/04〜2020/09\n\n{role}\n"
    read_twice(text)
    assert projects(text) == ["台帳の同期", "予約の立ち上げ"]


def test_a_heading_may_say_only_which_of_several_employers_it_is_about():
    entry = "## {}\n\n| 項目 | 内容 |\n|---|---|\n| 勤務先 | {} |\n| 在籍期間 | 2016/02〜2020/12 |"
    for title in ("前の仕事", "最初の職場", "2つ目の会社"):
        assert employers(work(entry.format(title, "甲印刷")))[0][0] == "甲印刷"
    assert employers(work(entry.format("乙工房", "甲印刷")))[0][0] == "乙工房"


def test_workplaces_under_a_title_of_no_section_employ_nobody():
    listed = "- 甲病院（2009年5月〜2009年9月）\n- 乙保育園（2009年10月〜2009年12月）"
    text = "# 職務経歴書\n\n## 職歴\n\n- 丙病院（2010年4月〜現在）\n\n## {}\n\n{}\n"
    assert [each[0] for each in employers(text.format("所属団体", listed))] == ["丙病院"]
    assert len(employers(text.format("アルバイト", listed))) == 3


def test_the_time_of_a_role_or_department_within_a_stay_is_no_other_stay():
    stay = "**甲建設株式会社**（2008年4月～現在）\n\n在籍期間：2008年4月～現在"
    for name in ("現場監督", "工務部", "丙ビル"):
        text = work(f"{stay}\n\n**{name}**\n\n- 在籍期間：2012年4月～2018年3月")
        assert [each[0] for each in employers(text)] == ["甲建設株式会社"]


def test_a_school_that_an_entity_runs_belongs_to_its_name():
    text = work("- 学校法人甲学園 乙高等学校 教諭（2018年4月～現在）")
    assert employers(text) == [("学校法人甲学園 乙高等学校", "教諭", "2018-04", "current")]


def test_a_hospital_of_a_university_employs():
    rows = "| 2006/04～2010/03 | 甲大学 看護学部 |\n| 2010/04～現在 | 甲大学附属病院 |"
    text = f"# 学歴・職歴\n\n| 期間 | 学校・勤務先 |\n|---|---|\n{rows}\n"
    assert [each[0] for each in employers(text)] == ["甲大学附属病院"]


PLAIN = "Foo GmbH, Oslo (03/2020 - today)\n*Team lead*\n\nBuilt it\n\n"


def test_a_role_in_italics_tells_that_the_name_over_it_employed():
    text = work(f"{PLAIN}Bar Works, Oslo (10/2014 - 02/2020)\n*Engineer*\n\n- Made it")
    read_twice(text)
    assert employers(text) == [
        ("Foo GmbH", "", "2020-03", "current"),
        ("Bar Works, Oslo", "", "2014-10", "2020-02"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Claims Portal (2014 - 2019)\n*Lead developer*",  # that of anything
        "Bar Works (2021 - 2022)\n*Engineer*",  # within the time of another
        "Bar Works (2014 - 2019)\n*for a bank*",
        "Bar Works (2014 - 2019)\nMade by an engineer",
        "Search Team (2014 - 2019)\n*Engineer*",
        "I sold the shop (2014 - 2019)\n*Engineer*",
    ],
)
def test_a_plain_line_over_italics_may_tell_of_something_else(entry):
    assert [name for name, *_rest in employers(work(PLAIN + entry))] == ["Foo GmbH"]


def test_a_plain_line_within_a_stay_whose_role_is_told_is_no_other():
    first = "**Engineer, Foo Works** (2018 – 2022)\n\nBuilt it"
    found = [
        [name for name, *_rest in employers(work(first, f"Mobile Wallet ({when})\n*Engineer*"))]
        for when in ("2020 – 2021", "2016 – 2017")
    ]
    assert found == [["Foo Works"], ["Foo Works", "Mobile Wallet"]]
