"""How the time at an employer is told around its name: in what is titled, listed, or stressed."""

import pytest

from resume.document.schema import Project
from resume.formats.markdown import parse

from .test_employers import employers, projects, work
from .test_heads import read_twice


def titled(title, *blocks):
    return f"---\nlayout: page\ntitle: {title}\n---\n\n" + "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize("title", ["Work History", '"Experience"', "経歴", "'職務経歴'"])
def test_the_front_matter_may_say_that_the_whole_file_is_about_work(title):
    text = titled(
        title,
        "## [Foo](https://foo.example/)\n\n**Engineer [X](https://x.example/)** _(May 2017 - Now)_",
        "## Bar\n\n**Apprentice** _(May 2014 - May 2016)_",
        "## Education\n\n### Baz (2010 - 2014)",
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo", "2017-05", "current"),
        ("Bar", "2014-05", "2016-05"),
    ]


def test_the_front_matter_says_so_only_where_no_heading_does():
    foo, bar = "## Foo\n\n**Engineer** _(2017 - 2018)_", "### Bar\n\n**Engineer** _(2014 - 2016)_"
    assert employers(titled("About me", foo)) == []
    assert [name for name, *_ in employers(titled("Career", foo, "## Work", bar))] == ["Bar"]


def test_projects_stand_under_a_group_in_a_file_about_work():
    text = titled(
        "経歴", "## 現職", "### 受発注サービス（2021年〜）\n\n#### 規模", "### 帳票（2020年）"
    )
    assert projects(text) == ["受発注サービス", "帳票（2020年）"]
    assert employers(text) == []


@pytest.mark.parametrize(
    "second", ["*Foo*, Boston MA", "_Foo_, Boston, MA", "**Foo**", "*Foo* (remote)"]
)
def test_a_line_of_a_role_and_a_period_stands_over_a_stressed_name(second):
    text = work(
        f"**Engineer** - July 2018 to Present  \n{second}  \n\n* Built it",
        f"**Owner** Oct 2017 to July 2018  \n{second.replace('Foo', 'Bar')}  ",
    )
    read_twice(text)
    assert employers(text) == [
        ("Foo", "Engineer", "2018-07", "current"),
        ("Bar", "Owner", "2017-10", "2018-07"),
    ]


@pytest.mark.parametrize(
    "second",
    ["Built the shop.", "*University of Foo*", "*Foo* 様向け", "**成果**", "*Built* it: yes"],
)
def test_a_line_of_a_role_and_a_period_may_stand_over_text(second):
    assert employers(work(f"**Engineer** - July 2018 to Present\n{second}")) == []


def test_text_below_a_table_of_periods_is_no_row_of_it():
    row = "| 2019年7月〜2019年12月 | メンバー |"
    table = f"| 期間 | 役割 |\n|---|---|\n{row}\n\n技術: `Windows Server 2008〜2016`"
    text = work("## 甲株式会社（2018年4月〜2020年3月）", f"### 乙の移行\n\n{table}")
    told = [item for item in parse(text).resume.items() if isinstance(item, Project)]
    assert [(each.start, each.end) for each in told] == [("2019-07", "2019-12")]


def test_contracts_under_a_label_are_one_stay():
    text = work(
        "## Foo, Inc.\n\n### 契約期間\n\n- 業務委託: 2022/07/01〜\n"
        "- 正社員: 2019/02/01〜2022/06/30",
        "## Bar, Inc.\n\n### 契約期間\n\n- 正社員: 2016/09/01〜2019/01/31\n"
        "- 業務委託: 2016/05/15〜2016/08/31",
    )
    assert [(start, end) for _name, _role, start, end in employers(text)] == [
        ("2019-02-01", ""),
        ("2016-05-15", "2019-01-31"),
    ]


def test_departments_and_when_tell_of_the_stay():
    text = work(
        "## Foo\n\n* 開発部 (2018年2月 ~ 2019年8月)\n* 企画部 (2019年9月~2020年1月)\n\n### 役割",
        "## Bar\n\n* 正社員（2016年4月〜2018年1月）",
        "## Baz\n\n* 設計（2016年4月〜2018年1月）",
    )
    assert employers(text) == [
        ("Foo", "", "2018-02", "2020-01"),
        ("Bar", "", "2016-04", "2018-01"),
    ]


@pytest.mark.parametrize(
    ("items", "stay"),
    [
        ("- 2019年4~12月、アルバイトとして勤務", ("2019-04", "2019-12")),
        (
            (
                "- 現職\n- 2020年4月〜2021年3月、アルバイトとして勤務\n"
                "- 2021年4月〜現在（2024/5）、正社員として勤務"
            ),
            ("2020-04", "current"),
        ),
        ("- 副業\n- 2022年4月〜2023年5月", ("2022-04", "2023-05")),
        (
            "- 職務 2018.10～現在: CTM(Chief Technical Manager)\n- 職務 2015.1～2018.9: PG, SE",
            ("2015-01", "current"),
        ),
        (
            "- リーダー（2021年4月〜2022年3月）\n- 開発部、エンジニア 2020年4月〜2021年3月",
            ("2020-04", "2022-03"),
        ),
    ],
)
def test_a_list_of_how_and_as_what_somebody_was_employed_tells_of_the_stay(items, stay):
    text = work(f"## 株式会社甲\n\n{items}\n\n### 検索の刷新")
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", *stay)]
    assert projects(text) == ["検索の刷新"]
    assert employers(work(f"## 甲チーム\n\n- 使用技術\n{items}")) == []


@pytest.mark.parametrize(
    "items",
    [
        "- 副業\n- 2022年4月〜2023年5月 受発注アプリの開発リーダー",
        "- 使用技術\n- 2022年4月〜2023年5月、正社員として勤務",
        "- 副業\n- 株式会社乙 2022年4月〜2023年5月",
    ],
)
def test_a_list_that_tells_of_something_else_as_well_is_not_of_the_stay(items):
    assert employers(work(f"## 株式会社甲\n\n{items}")) == [("株式会社甲", "", "", "")]


def test_periods_told_under_the_first_of_two_headings_hold_for_the_second():
    text = (
        "# 職務経歴書\n\n## 職務経歴（概略）\n\n### 株式会社甲\n\n"
        "- 2021年4月〜現在、正社員として勤務\n\n"
        "### 乙合同会社\n\n- 副業\n- 2022年4月〜2023年5月\n\n## 各社での業務内容\n\n"
        "### 株式会社甲\n\n#### 検索の刷新\n\n- 期間: 2022年1月〜2022年3月\n\n本文\n\n本文\n\n"
        "### 乙合同会社\n\n#### 帳票の開発\n\n- 期間: 2022年5月〜2022年9月\n\n本文\n\n本文\n"
    )
    read_twice(text)
    assert employers(text) == [
        ("株式会社甲", "", "2021-04", "current"),
        ("乙合同会社", "", "2022-04", "2023-05"),
    ]
    assert projects(text) == ["検索の刷新", "帳票の開発"]


def test_a_title_of_work_beside_an_employer_belongs_to_it_where_others_stand_below_it():
    text = work(
        "## X社（2023年〜現在）",
        "### 受発注サイトの刷新（担当）",
        "## 検索の開発",
        "## 学んだこと",
    )
    assert projects(text) == ["受発注サイトの刷新（担当）", "検索の開発"]
    assert projects(work("## X社（2023年〜現在）\n\n### 役割", "## 検索の開発")) == []


KO = ("甲株式会社", "2020-04", "current")


@pytest.mark.parametrize(
    "entry",
    [
        "**甲株式会社**  \n期間：2020年4月〜現在  \n職種：エンジニア",
        "甲株式会社\n\n在籍期間：2020年4月〜現在\n\n職種：営業\n\n---",
        "2020年4月〜現在\n甲株式会社",
        "|項目|内容|\n|-|-|\n|会社名|甲株式会社|\n|期間|2020年4月〜現在|\n|業務|開発|",
        "|||\n|-|-|\n|2020年4月〜現在|甲株式会社|",
        "## 1社目\n\n- 会社名: 甲株式会社\n- 在籍期間: 2020年4月〜現在",
        "## 会社②\n\n|会社名|甲株式会社|\n|-|-|\n|期間|2020年4月〜現在|",
    ],
)
def test_a_label_or_the_lack_of_one_may_tell_the_name_or_the_period(entry):
    text = work(entry)
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [KO]


@pytest.mark.parametrize(
    "entry",
    [
        "**受発注の画面**  \n期間：2020年4月〜現在  \n役割：エンジニア",
        "|項目|内容|\n|-|-|\n|案件|甲株式会社|\n|期間|2020年4月〜現在|",
        "|||\n|-|-|\n|2020年4月〜2024年3月|甲大学 卒業|",
        "2020年4月〜現在\n受発注の画面",
        "**10 years** of work (2010 - 2020)",
        "*Engineer*, *Manager* and more (2010 - 2020)",
    ],
)
def test_lines_of_that_shape_may_tell_of_something_else(entry):
    assert employers(work(entry)) == []


def test_a_list_in_a_file_that_is_titled_as_work_needs_no_heading():
    text = titled("職歴", "- 2020年4月〜現在 甲株式会社\n- 2016年4月〜2020年3月 乙株式会社")
    read_twice(text)
    assert [name for name, *_ in employers(text)] == ["甲株式会社", "乙株式会社"]
    assert employers(text.replace("職歴", "日記")) == []


def test_a_period_over_an_entity_with_its_department_names_it():
    text = work(
        "## 2018年5月～現在\n\n- 株式会社Foo Games 開発部 配属\n- 事業内容：開発",
        "## 2016年5月～2018年4月\n\n甲株式会社",
        "## 2015年5月～2016年4月\n\n- 株式会社乙様向けの開発",
        "## 2014年5月～2015年4月\n\n- 株式会社丙のシステム開発",
    )
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["株式会社Foo Games", "甲株式会社"]


def test_a_heading_over_roles_within_the_time_of_another_is_an_employer_too():
    text = work(
        "## Foo, Inc. (2018/08 ~ 2022/08)",
        "## Shop (2021/11 ~ 2022/03)\n\n### 概要",
        "## Bar (2021/11 ~ 2022/03)\n\n### iOS Developer - Subcontractor",
    )
    assert [name for name, *_rest in employers(text)] == ["Foo, Inc.", "Bar"]


@pytest.mark.parametrize("studied", ["教育学修士課程Society専攻", "大学院 理学研究科"])
def test_what_was_studied_is_no_employer(studied):
    text = work("## 甲株式会社（2020年〜2022年）", f"## 甲大学{studied} (2022/09 - 2023/09)")
    assert [name for name, *_rest in employers(text)] == ["甲株式会社"]


def test_a_heading_for_projects_in_which_somebody_took_part_holds_them():
    text = "## 主な担当プロジェクト\n\n### 検索との連携\n\n[時期]2020/12 ~ 2021/1\n"
    assert projects(text) == ["検索との連携"]


@pytest.mark.parametrize(
    "title", ["How I choose a job", "Why we write tests", "転職で考えたこと", "一年の振り返り"]
)
def test_what_is_written_about_a_time_is_no_employer(title):
    text = f"# Career\n\n## {title} (2020 - 2021)\n\nText.\n\n## Howell (2018 - 2020)\n\nText.\n"
    read_twice(text)
    assert employers(text) == [("Howell", "", "2018", "2020")]
    listed = f"# Career\n\n- {title} (2020 - 2021)\n  - Text\n"
    assert employers(listed) == []


HEAD = "| 期間 | 会社 | 内容 |\n|-|-|-|"
TABLE = f"{HEAD}\n| 2023/06〜現在 | A社 | 認証 |\n| 2019/08〜2020/03 | B社 | 決済 |"
SECOND = f"{HEAD}\n| 2023/06〜現在 | A社 | 保守 |\n| 2021/01〜2022/12 | D社 | 保守 |"
CASES = (
    "## 直近の主要案件\n\n### A社（2023/06 〜 現在） 金融 / 週5\n\n- 設計\n\n"
    "### C社（2022/08〜2023/05）通販"
)


def test_dated_headings_under_one_for_work_are_employers_where_a_table_says_so_of_one():
    text = work("## 決済関連の案件", TABLE, CASES)
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["B社", "A社", "C社"]
    assert employers(work(CASES)) == []
    undated = CASES.replace("（2022/08〜2023/05）", " ")
    assert [name for name, *_rest in employers(work(TABLE, undated))] == ["B社"]


def test_a_second_table_adds_the_stays_that_the_first_one_does_not_tell():
    text = work(f"## 主な経歴\n\n{TABLE}", f"## その他の経歴\n\n{SECOND}")
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["A社", "B社", "D社"]
    text = work(f"## 主な経歴\n\n{TABLE}", f"## その他の経歴\n\n{TABLE}")
    assert [name for name, *_rest in employers(text)] == ["A社", "B社"]


def test_text_over_all_headings_tells_of_work_where_no_heading_does():
    lines = "2018 4月~ 2019年3月 甲株式会社 代表取締役\n受発注\n\n2019年4月~ 現在 乙株式会社\n保守"
    text = f"横浜市に住んでいます。\n\n{lines}\n\n## 手がけたプロジェクト\n\n### 受発注\n\n2018年\n"
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "代表取締役", "2018-04", "2019-03"),
        ("乙株式会社", "", "2019-04", "current"),
    ]
    assert projects(text) == ["受発注"]
    assert employers(f"{lines}\n\n## 職務経歴\n\n本文\n") == []
    assert employers("- 2019年4月〜現在 甲の里\n- 甲株式会社 2018年〜2019年\n\n## 趣味\n") == []


def test_a_role_stands_before_the_employer_in_brackets():
    text = work("## IT Consultant, Manager ( Foo Co., Ltd. ) - Aug 2021 - Present")
    assert employers(text) == [("Foo Co., Ltd.", "IT Consultant, Manager", "2021-08", "current")]
    assert employers(work("## 甲株式会社（乙株式会社） 2021年〜現在"))[0][:2] == (
        "甲株式会社（乙株式会社）",
        "",
    )


@pytest.mark.parametrize(("title", "read"), [("環境のコンテナ化", True), ("職場の文化", False)])
def test_what_ends_in_a_change_of_state_is_a_piece_of_work(title, read):
    work_done = f"### 業務内容\n\n#### {title}\n\n本文\n\n#### 検索の移行\n\n本文\n\n#### 所感"
    text = work("## 甲株式会社（2020年〜現在）", work_done)
    assert (title in projects(text)) is read


def test_headings_under_the_shorter_of_two_of_an_employer_are_projects():
    text = work("## 甲株式会社（2020年〜現在）\n\n宿の予約を営む。", "### 概要", "- 保守")
    text += "\n# 経験業務\n\n## 甲株式会社\n\n### 検索の移行\n\n### 所感\n"
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["甲株式会社"]
    assert projects(text) == ["検索の移行"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2018/04〜2020/03、2021/04〜現在", ("2018-04", "current")),
        ("`9ヶ月 2017/07 ～ 2018/04　2ヶ月 2018/10 ～ 2018/12`", ("2017-07", "2018-12")),
        ("2年間 2015/04〜2017/03 / 約1年半 2018/04〜2019/09", ("2015-04", "2019-09")),
    ],
)
@pytest.mark.parametrize("name", ["甲株式会社", "乙市役所"])
def test_a_line_of_periods_alone_is_one_stay_from_the_first_to_the_last(name, line, expected):
    text = work(f"## {name}\n{line}\n\n本文")
    read_twice(text)
    assert employers(text) == [(name, "", *expected)]


def test_a_line_that_tells_something_else_beside_two_periods_is_no_such_stay():
    text = work("## 乙市役所\n2018/04〜2019/03 甲の改修、2019/04〜2020/03 甲の保守\n\n本文")
    assert employers(text) == []


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "\n---\n"])
def test_a_rule_may_part_a_heading_from_when_that_was(rule):
    text = work(
        f"## 甲株式会社\n{rule}\n2018/04〜2020/03", f"## 乙市役所\n{rule}\n`2015/04〜2018/03`"
    )
    read_twice(text)
    assert employers(text) == [
        ("甲株式会社", "", "2018-04", "2020-03"),
        ("乙市役所", "", "2015-04", "2018-03"),
    ]


def test_a_period_after_a_second_rule_or_below_other_text_is_not_that_of_the_heading():
    text = work(
        "## 甲株式会社\n---\n---\n2018/04〜2020/03", "## 乙株式会社\n本文\n\n---\n2015/04〜2018/03"
    )
    assert employers(text) == [("甲株式会社", "", "", ""), ("乙株式会社", "", "", "")]


@pytest.mark.parametrize("client", ["（トヨダ向け）", "(B社常駐)", " (卸売業向け)"])
def test_an_employer_may_tell_in_brackets_for_whom_somebody_worked(client):
    text = work(f"## 株式会社甲{client}（2018/04〜2020/03）")
    read_twice(text)
    assert [(name, start) for name, _role, start, _end in employers(text)] == [
        (f"株式会社甲{client}", "2018-04")
    ]


@pytest.mark.parametrize(
    "title", ["株式会社甲様（乙向け）", "帳票（乙株式会社向け）", "株式会社甲向け帳票"]
)
def test_a_client_before_the_brackets_employs_nobody(title):
    assert employers(work(f"## {title}（2018/04〜2020/03）")) == []


def test_work_beside_an_employer_is_one_only_at_another_time():
    other = "## 宿の予約アプリ（{}）"
    text = work("## 甲株式会社（2020年7月〜現在）", "本文", f"{other}\n\n本文")
    for when in ("2020年4月〜2021年3月", "2019年4月〜現在", "2021年4月〜2022年3月"):
        assert [name for name, *_rest in employers(text.format(when))] == ["甲株式会社"]
    for when in ("2018年4月〜2020年7月", "2017年4月〜2018年3月"):
        assert len(employers(text.format(when))) == 2


FLAT = (
    "- 2021/06 ~ 2024/06\n- 株式会社甲\n- 職種:営業\n- 2014/04 ~ 2017/03\n- 株式会社乙開発\n- 販売",
    "- 株式会社甲\n- 2021/06〜2024/06\n- 検索の開発\n  - Go\n- 株式会社乙開発\n- 2014/04〜2017/03",
    "- 2021/06 ~ 2024/06\n\n- 株式会社甲\n\n- 2014/04 ~ 2017/03\n\n- 株式会社乙開発",
)


@pytest.mark.parametrize("items", FLAT)
def test_an_entry_of_a_list_may_take_several_items(items):
    inner = "\n".join(f"  {item}".rstrip() for item in items.split("\n"))
    for text in (
        work(items),
        f"# スキルシート\n\n- 概要\n  - 三年\n- 職務経歴詳細\n{inner}\n- 資格\n  - 甲検定\n",
    ):
        read_twice(text)
        assert employers(text) == [
            ("株式会社甲", "", "2021-06", "2024-06"),
            ("株式会社乙開発", "", "2014-04", "2017-03"),
        ]


@pytest.mark.parametrize(
    "other",
    [
        "検索の開発",
        "株式会社乙で検索の開発",
        "株式会社乙様",
        "顧客: 株式会社乙",
        "2020/04〜2020/05 研修",
    ],
)
def test_a_list_of_which_one_entry_is_no_employer_s_names_none(other):
    assert employers(work(FLAT[0].replace("株式会社乙開発", other))) == []


def test_such_a_list_under_the_title_of_the_file_may_stand_over_headings_of_projects():
    inner = "\n".join(f"  {item}" for item in FLAT[0].split("\n"))
    labels = "- 期間\n  - 2022/11 ~ 2024/05\n- 担当工程\n  - 設計\n- 使用技術\n  - Ruby"
    text = (
        f"# スキルシート\n\n- 職務経歴詳細\n{inner}\n- 資格\n  - 甲検定\n\n"
        f"## 検索の刷新\n\n{labels}\n\n## 帳票の開発\n\n{labels}\n"
    )
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == ["株式会社甲", "株式会社乙開発"]
    assert projects(text) == ["検索の刷新", "帳票の開発"]


def test_a_list_of_skills_under_the_title_of_the_file_holds_skills():
    assert parse("# スキルシート\n\n- Ruby\n- Go\n").resume.sections[0].holds == "skills"


ROLES = (
    "## {}\n\n### Manager – Mobility  \n2024年3月 – 現在\n\n- 統括\n\n---\n\n"
    "### Software Engineer – Perception（2017年10月 – 2024年2月）\n\n- 開発"
)


@pytest.mark.parametrize(
    "name", ["Institute for Foo（III）, Taiwan", "Foo Lab, Tokyo", "甲研究所、大阪"]
)
def test_under_a_name_with_its_place_a_role_tells_what_it_was_about(name):
    text = work(ROLES.format(name))
    read_twice(text)
    assert employers(text) == [
        (name, "", "2017-10", "current"),
        (name, "Manager – Mobility", "2024-03", "current"),
        (name, "Software Engineer – Perception", "2017-10", "2024-02"),
    ]


@pytest.mark.parametrize("title", ["Startups", "Foo, bar", "プロジェクト, Japan", "リーダー、東京"])
def test_a_heading_over_such_roles_may_be_about_something_else(title):
    assert title not in [name for name, *_rest in employers(work(ROLES.format(title)))]


@pytest.mark.parametrize(
    "name", ["株式会社甲ソフト開発", "甲システム株式会社", "株式会社甲サービス"]
)
def test_a_legal_form_and_a_word_name_who_employs_whatever_that_sounds_like(name):
    listed = f"- 2020/04 〜 現在 ： 乙株式会社\n- 2016/04 〜 2020/03 ： {name}"
    told = f"### 乙株式会社\n\n- 保守\n\n### {name}\n\n- 運用"
    text = f"# 職務経歴書\n\n## 職務経歴概要\n\n{listed}\n\n## 職務経歴詳細\n\n{told}\n"
    assert employers(text) == [
        ("乙株式会社", "", "2020-04", "current"),
        (name, "", "2016-04", "2020-03"),
    ]


@pytest.mark.parametrize("work_there", ["株式会社甲の販売システム開発", "株式会社甲 システム開発"])
def test_work_done_at_a_legal_entity_dates_no_stay_there(work_there):
    listed = f"- 2020/04 〜 現在 ： 乙株式会社\n- 2016/04 〜 2017/03 ： {work_there}"
    told = "### 乙株式会社\n\n- 保守\n\n### 株式会社甲\n\n- 運用"
    text = f"# 職務経歴書\n\n## 職務経歴概要\n\n{listed}\n\n## 職務経歴詳細\n\n{told}\n"
    assert employers(text) == [
        ("乙株式会社", "", "2020-04", "current"),
        ("株式会社甲", "", "", ""),
    ]


FIRM = (
    "# 経歴\n\n## 株式会社甲\n\n2017年10月 〜 2020年12月\n\n### 通販サイトの刷新\n\n- 設計\n\n"
    "## {}\n\n{}\n\n### {}\n\n- 技術: C#\n"
)
OF_ONE = [("株式会社甲", "", "2017-10", "2020-12")]


@pytest.mark.parametrize("name", ["タカラ情報サービス", "東海電算システム", "北陸システムサービス"])
def test_a_firm_that_sounds_like_work_is_one_over_work_and_dated_as_those_beside_it(name):
    text = FIRM.format(name, "2014年4月 〜 2017年9月", "税務システムの改修")
    read_twice(text)
    assert employers(text) == [*OF_ONE, (name, "", "2014-04", "2017-09")]


@pytest.mark.parametrize(
    ("name", "when", "below"),
    [
        ("タカラ情報サービス", "2018年4月 〜 2019年9月", "税務システムの改修"),
        ("タカラ情報サービス", "2014年4月 〜 2017年9月", "業務内容"),
        ("タカラ情報サービス", "本文", "税務システムの改修"),
        ("社内情報システム", "2014年4月 〜 2017年9月", "税務システムの改修"),
        ("会員サイトの情報システム", "2014年4月 〜 2017年9月", "税務システムの改修"),
        ("販売管理システム", "2014年4月 〜 2017年9月", "帳票の改修"),
    ],
)
def test_work_beside_an_employer_is_no_firm(name, when, below):
    assert employers(FIRM.format(name, when, below)) == OF_ONE


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        ("| 2018年4月 - 現在 | 株式会社甲 |", "current"),
        ("| 2018年4月 - 2020年3月 | 株式会社甲 |", "2020-03"),
        ("| 2018年4月 - | 株式会社甲 |", ""),
        ("| 2018年5月 - 現在 | 株式会社甲 |", ""),
        ("| 2018年4月 - 現在 | 株式会社乙 |", ""),
        ("| 2018年4月 - 2020年3月 | 株式会社甲 |\n| 2018年4月 - 現在 | 株式会社甲 |", ""),
    ],
)
def test_a_list_of_stays_tells_how_long_one_lasted_that_a_heading_leaves_open(rows, end):
    table = f"|期間|所属|\n|-|-|\n{rows}"
    text = f"# 学歴・職歴\n\n{table}\n\n# 職歴\n\n## 2018年4月- 株式会社甲\n\n本文\n"
    read_twice(text)
    assert ("株式会社甲", "", "2018-04", end) in employers(text)


@pytest.mark.parametrize("name", ["甲開発(株)", "甲開発㈱", "(株)甲開発", "甲開発株式会社"])
def test_a_list_may_tell_of_a_firm_that_sounds_like_work(name):
    text = f"# 略歴\n\n- 2010/4〜2015/3 : {name} / Web\n\n# 職歴\n\n## {name}\n\n本文\n"
    read_twice(text)
    assert employers(text) == [(name, "", "2010-04", "2015-03")]
    assert employers(text.replace(f": {name}", ": 検索の開発(改修)"))[0][2:] == ("", "")


def test_a_table_of_employers_says_when_rather_than_one_of_projects_below_the_heading():
    text = (
        "# Jane Doe\n\n## Work\n\n| When | Where | What |\n|---|---|---|\n"
        "| 2022-05 → now | **Foo AB** | Engineer |\n| 2018-09 → 2022-04 | **Bar** | Engineer |\n"
        "| 2016-02 → 2018-08 | **Baz S.L.** | Administrator |\n\n### Foo AB\n\n- Built it\n\n"
        "| Project | Period |\n|---|---|\n| Apollo search | 2022-06 – 2023-02 |\n\n"
        "### Bar\n\n- Built it\n\n| Project | Period |\n|---|---|\n"
        "| Rack rebuild | 2019-01 – 2020-06 |\n\n### Baz S.L.\n\n- Backups\n"
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo AB", "2022-05", "current"),
        ("Bar", "2018-09", "2022-04"),
        ("Baz S.L.", "2016-02", "2018-08"),
    ]


def test_a_table_of_where_somebody_lived_names_nobody():
    text = "# Jane Doe\n\n## Work\n\n| When | Where |\n|---|---|\n| 2019 – 2020 | Oslo |\n"
    assert employers(text) == []


TIMES = "# Jane Doe\n\n## Work\n\n### 2020 → now\n#### Foo Ltd.\nOslo\n\n### 2017 → 2020\n#### "


def test_a_name_alone_below_when_is_an_employer_beside_a_legal_entity_that_stands_so():
    text = f"{TIMES}Bar Bergen\nWeb developer.\n"
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo Ltd.", "2020", "current"),
        ("Bar Bergen", "2017", "2020"),
    ]


@pytest.mark.parametrize(
    "title", ["Search rewrite", "Billing Platform", "Foo University", "A year of travel"]
)
def test_something_else_alone_below_when_is_no_employer(title):
    assert [each[0] for each in employers(f"{TIMES}{title}\nText\n")] == ["Foo Ltd."]


@pytest.mark.parametrize("line", ["*2015 – 2022*", "*Engineer, 2015 – 2022*", "**2015 – 2022**"])
def test_when_below_an_employer_is_not_when_the_first_project_there_was(line):
    text = f"# Jane Doe\n\n## Work\n\n### Foo Ltd.\n{line}\n\n#### Apollo\n\nText\n"
    items = [item for item in read_twice(text).items() if isinstance(item, Project)]
    assert [(each.title, each.start, each.end) for each in items] == [("Apollo", "", "")]
    assert [each[2:] for each in employers(text)] == [("2015", "2022")]
