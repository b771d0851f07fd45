"""Which headings, list items and paragraphs of a Markdown résumé are employers and projects."""

import pytest

from resume.document.schema import Position, Project
from resume.formats.markdown import parse, render


def employers(text):
    """Return [(employer, role, start, end)] in the order of the file."""
    positions = [item for item in parse(text).resume.items() if isinstance(item, Position)]
    return [(each.employer.name, each.role, each.start, each.end) for each in positions]


def projects(text):
    return [item.title for item in parse(text).resume.items() if isinstance(item, Project)]


def work(*blocks):
    return "# 職務経歴\n\n" + "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "株式会社X | 2024/08 - 現在 : 新規サービス開発",
            ("株式会社X", "", "2024-08", "current"),
        ),
        (
            "X(2017年8月〜現在)／ フリーランス → 合同会社(2020年7月設立)",
            ("X", "", "2017-08", "current"),
        ),
        (
            "株式会社X (2018-07 〜 2020-06) サーバーサイドエンジニア",
            ("株式会社X", "サーバーサイドエンジニア", "2018-07", "2020-06"),
        ),
        (
            "株式会社X(インターン:2022/02-2022/04, 正社員:2022/04-)",
            ("株式会社X", "", "2022-02", ""),
        ),
        (
            "株式会社X（2018年7月 - 2020年6月の2年間）",
            ("株式会社X", "", "2018-07", "2020-06"),
        ),
        ("2020/04 - : 株式会社X", ("株式会社X", "", "2020-04", "")),
        ("株式会社X（現職）: 2019/11 ~", ("株式会社X", "", "2019-11", "current")),
        ("5-1. 株式会社X (2020/04〜現在)", ("株式会社X", "", "2020-04", "current")),
        (
            "Tech Lead, Foo | Jun 2021 -- Present | Remote",
            ("Foo", "Tech Lead", "2021-06", "current"),
        ),
        (
            "Software developer at Foo (2019 - 2021)",
            ("Foo", "Software developer", "2019", "2021"),
        ),
    ],
)
def test_the_name_stands_before_the_period_or_after_one_that_leads(heading, expected):
    assert employers(work(f"## {heading}")) == [expected]


def test_a_line_that_begins_with_a_period_dates_the_heading_above_it():
    heading = "### Developer at [Foo](https://foo.example/)"
    text = f"# Experience\n\n{heading}\n\n*12.2014 - present* | Remote\n"
    assert employers(text) == [("Foo", "Developer", "2014-12", "current")]


@pytest.mark.parametrize(
    "title", ["職務経歴（現職）", "職務経歴<現職以前>", "職歴 / Work Experience"]
)
def test_a_section_is_known_whatever_its_title_adds(title):
    assert employers(f"# {title}\n\n## X市役所 (2012/04〜2018/08)\n") == [
        ("X市役所", "", "2012-04", "2018-08")
    ]


def test_a_group_with_a_period_of_its_own_is_an_employer():
    text = work("## 株式会社X (2024/4〜)", "## 業務委託（2022/04〜2022/12）")
    assert employers(text)[1] == ("業務委託", "", "2022-04", "2022-12")


def test_a_name_that_sounds_like_a_project_is_an_employer_outside_of_the_others_times():
    text = work(
        "## 株式会社X (2019/12～2021/06)", "## 甲システム開発(2019/02〜2019/07)", "## 検索の開発"
    )
    assert [name for name, *_rest in employers(text)] == ["株式会社X", "甲システム開発"]


def test_a_stretch_of_a_career_is_no_employer():
    text = work("## 株式会社X (2012/04〜)", "## 初期キャリア(1994年〜2009年)", "- 乙社(1994〜1997)")
    assert [name for name, *_rest in employers(text)] == ["株式会社X"]


def test_what_dates_a_section_of_the_whole_file_is_no_employer():
    text = "# 職務経歴書\n\n## スキル\n\n- Go\n\n## 活動データ（2021–2026）\n\n本文\n"
    assert employers(text) == []


def test_list_items_are_employers_where_no_heading_is():
    text = work(
        "- <u>株式会社X（旧Y） 2022 年 10 月 ～ 現在</u>\n  - 雇用形態：正社員\n    - 開発",
        "- FTL 株式会社 2021/01 ～ 2022/09",
    )
    assert employers(text) == [
        ("株式会社X（旧Y）", "", "2022-10", "current"),
        ("FTL 株式会社", "", "2021-01", "2022-09"),
    ]
    first = next(iter(parse(text).resume.items()))
    assert first.body == "  - 雇用形態：正社員\n    - 開発"
    assert "- <u>株式会社X（旧Y） 2022 年 10 月 ～ 現在</u>\n  - 雇用形態" in render(
        parse(text).resume
    )


def test_text_far_below_a_list_item_moves_to_the_left_so_that_it_is_no_code():
    text = work("- 株式会社X 2022/10～現在\n      - 開発\n        - 設計")
    assert next(iter(parse(text).resume.items())).body == "  - 開発\n    - 設計"


def test_bold_paragraphs_are_employers_where_no_heading_is():
    text = work(
        "**株式会社X（SRE、2026/04–現在）** ※転籍",
        "- 監視\n- **設計（2026/05–2026/06）**",
        "**X 株式会社（エンジニア、2023/04–2026/03）**\n- 開発",
    )
    assert employers(text) == [
        ("株式会社X", "SRE", "2026-04", "current"),
        ("X 株式会社", "エンジニア", "2023-04", "2026-03"),
    ]
    assert render(parse(text).resume).startswith("# 職務経歴\n\n**株式会社X（SRE、2026/04–現在）**")


def test_paragraphs_with_a_legal_form_and_a_period_in_brackets_are_employers():
    text = work("株式会社X（2021年1月～2023年3月)　正社員\n\n- 開発", "X株式会社（2023年4月～現在)")
    assert employers(text) == [
        ("株式会社X", "", "2021-01", "2023-03"),
        ("X株式会社", "", "2023-04", "current"),
    ]
    assert parse(render(parse(text).resume)).resume == parse(text).resume


def test_containers_are_employers_where_no_heading_is():
    text = work(":::details 2022/04〜現在 [株式会社X](https://x.example/) {open}\n\n開発\n\n:::")
    assert employers(text) == [("株式会社X", "", "2022-04", "current")]


@pytest.mark.parametrize(
    "block",
    [
        "- 株式会社X 2020/01〜2021/01\n- 開発が得意です",
        "- 株式会社X 2020/01〜2021/01\n本文が続く",
        "- 検索の開発 2020/01〜2021/01\n- 推薦の改善 2020/01〜2021/01",
        "- 甲 2020/01〜2021/01\n- 乙 2021/01〜2022/01",
        "- Web エンジニア（2019/05〜現在）\n  - 設計",
        "**実績**\n\n- 開発",
        "甲の開発（2020/01〜2021/01）",
        "株式会社X（2020/01〜2021/01）で開発をしました",
        "前は株式会社X。今（2020/01〜2021/01）",
        "```\n- 株式会社X 2020/01〜2021/01\n```",
    ],
)
def test_blocks_that_may_be_something_else_stay_text(block):
    assert employers(work(block)) == []


def test_dated_headings_without_an_employer_are_projects_and_so_are_their_siblings():
    text = work(
        "## 推薦システムの開発 (2017年〜2018年)",
        "### 担当業務",
        "## 広告基盤の運用 (2017年)",
        "## 社員名簿 (2016年〜2017年)",
        "## 自己PR",
    )
    assert employers(text) == []
    assert projects(text) == ["推薦システムの開発", "広告基盤の運用 (2017年)", "社員名簿"]


def test_a_table_below_a_project_dates_it():
    text = work(
        "## 検索の構築", "### 業務内容", "| 期間 | 体制 |\n|-|-|\n| 2020年7月〜2021年5月 | 8人 |"
    )
    project = next(item for item in parse(text).resume.items() if isinstance(item, Project))
    assert (project.start, project.end) == ("2020-07", "2021-05")


def test_headings_after_an_open_group_of_projects_are_the_employers():
    text = work(
        "## 株式会社X（2017年～現在）",
        "### ■プロジェクト経験",
        "## 社内ツールの改善",
        "## 経験（1案件）",
    )
    position = next(item for item in parse(text).resume.items() if isinstance(item, Position))
    assert [project.title for project in position.projects] == ["社内ツールの改善", "経験（1案件）"]


def test_a_label_beside_an_employer_is_its_text():
    text = work(
        "## 株式会社X (2024/4〜)", "### 役職", "- SE", "## 主な業務と成果", "### 技術スタック"
    )
    source = parse(text)
    position = next(item for item in source.resume.items() if isinstance(item, Position))
    assert position.body.endswith("## 主な業務と成果\n\n### 技術スタック")
    assert len(source.resume.sections[0].children) == 1


def test_angle_brackets_around_japanese_are_no_markup():
    text = work("## 株式会社X (2024/4〜)", "### <POSシステム>", "- 設計")
    assert projects(text) == ["POSシステム"]


def test_dated_headings_under_a_label_of_an_employer_are_its_projects():
    text = work(
        "## 株式会社X(2022/01 - 2023/10)", "### 主な実績", "#### 検索APIの開発（2022/07）", "本文"
    )
    position = next(item for item in parse(text).resume.items() if isinstance(item, Position))
    assert position.body == "### 主な実績"
    assert [(each.title, each.body) for each in position.projects] == [
        ("検索APIの開発（2022/07）", "本文")
    ]


def test_a_paragraph_after_a_list_of_employers_stays_below_it():
    text = (
        "# 職務経歴概要\n\n- 株式会社X(2020/12 ~ ) ※副業\n- 乙株式会社(2017/04 ~ 2020/07)\n\n本文\n"
    )
    assert [name for name, *_rest in employers(text)] == ["株式会社X", "乙株式会社"]
    assert render(parse(text).resume) == text


def test_a_second_list_of_the_same_stays_is_text():
    lists = "- 株式会社X(2020/12 ~ )\n- 乙株式会社(2017/04 ~ 2020/07)\n"
    text = f"# 職歴概要\n\n{lists}\n# 職務経歴\n\n{lists}"
    assert len(employers(text)) == 2


@pytest.mark.parametrize(
    ("heading", "below", "expected"),
    [
        ("Engineer（X）", "2021.01-現在 在籍", ("X", "Engineer", "2021-01", "current")),
        (
            "エンジニア（株式会社X）",
            "2014.04-2016.01 在籍",
            ("株式会社X", "エンジニア", "2014-04", "2016-01"),
        ),
    ],
)
def test_a_role_may_hold_the_employer_in_brackets(heading, below, expected):
    assert employers(work(f"## {heading}", below)) == [expected]


def test_columns_of_starts_and_ends_say_when():
    table = "| from | to | 業務 |\n|-|-|-|\n| 2011/01 | 2011/11 | 開発 |\n| 2014/04 | 現在 | 保守 |"
    assert employers(work("## 株式会社X", table)) == [("株式会社X", "", "2011-01", "current")]
    rows = "| 入社 | 退社 | 会社名 |\n|-|-|-|\n| 2011/01 | 現在 | 株式会社X |"
    assert employers(work(rows)) == [("株式会社X", "", "2011-01", "current")]


def test_a_bare_list_item_labels_the_line_below_it():
    text = work("## 検索のリプレイス", "* 開発期間  \n2022年12月〜2023年2月\n\n* 開発規模  \n6名")
    project = next(item for item in parse(text).resume.items() if isinstance(item, Project))
    assert (project.start, project.end) == ("2022-12", "2023-02")


@pytest.mark.parametrize(
    "title", ["職務経歴書 2021年 3月", "職務経歴書20231122", "職務経歴書 2024.06.21"]
)
def test_the_title_of_the_file_may_bear_its_day(title):
    assert projects(f"# {title}\n\n## 2015/04 - 2016/06 SDKの構築\n\n本文\n") == ["SDKの構築"]


def test_an_employer_is_no_group_because_another_stands_under_it():
    text = work(
        "## 株式会社X",
        "- **在籍期間：** 2016年9月〜現在",
        "### 出向先：株式会社Y（2019年9月〜現在）",
    )
    assert employers(text) == [("株式会社X", "", "2016-09", "current")]


def test_numbered_headings_beside_an_employer_are_what_was_done_there():
    period = "【在籍期間】\n2024年1月 ~ 現在"
    text = work("## 株式会社X", period, "## 1. 【実績：業務の自動化】", "## 乙株式会社")
    assert [name for name, *_rest in employers(text)] == ["株式会社X", "乙株式会社"]
    assert projects(text) == ["実績：業務の自動化"]


def test_a_table_of_employers_may_end_before_its_section():
    table = "| 期間 | 所属 / 契約形態 |\n|-|-|\n| 2024/02～2024/07 | 株式会社X / 派遣 |"
    text = f"# 職務経歴一覧 [▲](#top)\n\n{table}\n\n---\n"
    assert employers(text) == [("株式会社X", "", "2024-02", "2024-07")]
    assert render(parse(text).resume) == text


def test_a_title_may_be_spaced_out():
    assert employers("# 職 務 経 歴\n\n## 市役所 (2012/04〜2018/08)\n") == [
        ("市役所", "", "2012-04", "2018-08")
    ]


def test_working_for_oneself_takes_no_name_away():
    text = work("## 株式会社Y", "## 甲メディア / 個人事業（2015.02 - 2019.07）")
    assert employers(text)[1] == ("甲メディア / 個人事業", "", "2015-02", "2019-07")


def test_employers_beside_other_sections_stay_employers():
    text = "## スキル\n\n- Go\n\n## 株式会社X (2020/01〜現在)\n\n本文\n"
    assert employers(text) == [("株式会社X", "", "2020-01", "current")]


@pytest.mark.parametrize(
    "run",
    ["[", "[a](", "<!--", "(", "<a", "*", "**a", " ", "　", "|", "【", "2020/01〜", "- ", "a:"],
)
def test_one_sign_said_a_hundred_thousand_times_is_read_like_any_text(run):
    text = work("## 株式会社X (2020/01〜)", "- " + run * 100_000 + "x")
    assert employers(text) == [("株式会社X", "", "2020-01", "")]
    text = work("- " + run * 100_000 + "x")
    assert parse(render(parse(text).resume)).resume == parse(text).resume


@pytest.mark.parametrize(
    ("line", "end"),
    [("2016/4 ~ 2017/2", "2017-02"), ("2016/4 ~ 現在まで", "current"), ("**2016/4 ~**", "")],
)
def test_a_first_line_that_is_a_period_dates_a_name_without_a_legal_form(line, end):
    text = work(f"## 甲乙\n{line}\n\n### 業務内容\n- 運用", "## 丙\n\n丁の話")
    assert employers(text) == [("甲乙", "", "2016-04", end)]


def test_roles_may_follow_the_period_that_dates_a_name_without_a_legal_form():
    text = work("## 甲乙\n2016/4 ~ 2017/2 / 主任 / エンジニア", "## X社 (2017/03〜)")
    assert employers(text)[0] == ("甲乙", "", "2016-04", "2017-02")


@pytest.mark.parametrize("more", [" に甲乙を学びました。", " / 甲乙を学ぶ"])
def test_a_first_line_that_says_more_than_a_period_dates_no_bare_name(more):
    assert employers(work(f"## 甲乙\n2016/4 ~ 2017/2{more}")) == []


@pytest.mark.parametrize(
    "name",
    ["広告配信開発会社", "甲乙系企業", "大手SIer", "2社目", "１社目", "三社目", "医療向け開発企業"],
)
def test_a_name_may_say_only_what_kind_of_company_it_is(name):
    assert employers(work(f"## {name}（2020/04〜現在）")) == [(name, "", "2020-04", "current")]


@pytest.mark.parametrize("name", ["働きたい会社", "希望する会社", "目指す企業", "勤めた会社"])
def test_a_company_of_which_something_is_said_is_no_name(name):
    assert employers(
        work(f"## {name}\n\n規模の小さい会社。", "## 株式会社甲（2020/04〜現在）")
    ) == [("株式会社甲", "", "2020-04", "current")]


def test_a_table_with_a_column_of_stays_tells_that_its_heading_is_an_employer():
    table = "| ミッション | 形態 | 在籍期間 |\n|---|---|---|\n| 業務 | 正社員 | 2019/04~2021/09 |"
    assert employers(work(f"## 自社開発\n\n{table}")) == [("自社開発", "", "2019-04", "2021-09")]


def test_a_table_with_a_column_of_periods_tells_of_no_employer():
    table = "| ミッション | 形態 | 期間 |\n|---|---|---|\n| 業務 | 正社員 | 2019/04~2021/09 |"
    text = work(f"## 甲の自社開発\n\n{table}")
    assert (employers(text), projects(text)) == ([], ["甲の自社開発"])


@pytest.mark.parametrize(
    "heading", ["2022/11 - : 副業", "副業（2022/11〜現在）", "複業 (2022/11〜)"]
)
def test_side_work_is_no_name_even_with_a_period(heading):
    assert employers(work(f"## {heading}\n\nインフラの改善", "## X社 (2022/02〜)")) == [
        ("X社", "", "2022-02", "")
    ]


@pytest.mark.parametrize("label", ["2社目：", "🍀 正社員2社目： ", "業務委託1社目: "])
def test_a_number_may_label_the_name_of_an_employer(label):
    text = work(f"## {label}Kou 株式会社\n\n- 期間: 2023/01 ~ 12", "## X社 (2020/03〜2022/12)")
    assert employers(text)[0] == ("Kou 株式会社", "", "2023-01", "2023-12")


def test_what_sounds_like_a_project_is_none_beside_others_of_the_time_of_an_employer():
    stay, inside = "## 株式会社甲（2020/07〜現在）", "## 顧客管理アプリ（2020/10〜2021/03）"
    outside = "## 予約管理アプリ（2020/04〜2020/06）"
    text = work(stay, inside, outside)
    assert employers(text) == [("株式会社甲", "", "2020-07", "current")]
    assert projects(text) == ["顧客管理アプリ", "予約管理アプリ"]
    assert len(employers(work(stay, outside))) == 2


def test_where_somebody_was_stationed_is_a_project_of_the_employer_before():
    text = work("## 2社目（2022/08〜現在）", "## 常駐先1(2022/08~現在)\n\n運用")
    assert employers(text) == [("2社目", "", "2022-08", "current")]
    assert projects(text) == ["常駐先1"]


@pytest.mark.parametrize("label", ["待遇：期間", "雇用形態 / 期間", "期間・職種"])
def test_a_label_of_two_things_may_be_of_the_period_too(label):
    table = f"|||\n|---|---|\n|{label}|正社員： 2020年8月〜在職中|"
    assert employers(work(f"## 株式会社X\n{table}")) == [("株式会社X", "", "2020-08", "current")]


def test_a_shorter_section_about_an_employer_dates_the_longer_one():
    text = work(
        "## 株式会社X\n\n期間：2020/08〜現在",
        "# 経験業務詳細",
        "## 株式会社X",
        "### 甲の開発",
        "本文",
    )
    assert employers(text) == [("株式会社X", "", "2020-08", "current")]
    assert projects(text) == ["甲の開発"]


@pytest.mark.parametrize(
    "heading",
    [
        "エンジニア 2016年10月〜",
        "Webエンジニア（2019/04〜2020/03）",
        "甲研究所 乙学科 (2014/04~2015/03)",
        "大学・大学院での研究 2014/04 ~ 2017/03",
    ],
)
def test_what_somebody_is_or_attended_is_no_employer(heading):
    assert employers(work(f"## {heading}\n\n本文", "## X社 (2020/04〜)")) == [
        ("X社", "", "2020-04", "")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "育休期間",
        "育児休業",
        "語学留学",
        "ブランク",
        "ワーキングホリデー",
        "離職（家族の看護のため）",
    ],
)
def test_a_time_without_work_is_no_employer(name):
    text = work(f"## {name} (2019/04〜2020/03)", "## X社 (2020/04〜)", "## 甲留学 (2018/04〜)")
    assert [each for each, *_rest in employers(text)] == ["X社", "甲留学"]


def test_a_line_that_goes_on_with_raw_html_begins_no_employer():
    line = "**Z社（SRE、2020/01〜現在）** ※出向"
    assert employers(f"# 職務経歴\n<details>\n{line}\n") == []
    assert [each for each, *_rest in employers(f"# 職務経歴\n\n本文\n\n{line}\n")] == ["Z社"]


def test_an_employer_may_be_told_of_any_number_of_times():
    text = work(*["## 株式会社X\n\n本文"] * 3000, "## 株式会社X\n\n期間：2020/08〜現在")
    assert employers(text) == [("株式会社X", "", "2020-08", "current")]


def test_a_sentence_may_tell_of_one_contract_after_the_other():
    first = "業務委託として2024年6月〜2025年7月、正社員として2025年8月から現在まで勤務"
    assert employers(work(f"## 株式会社X\n\n{first}")) == [("株式会社X", "", "2024-06", "current")]
    then = "正社員として2020年4月〜2022年3月に勤務。2022年4月〜2023年3月は留学。"
    assert employers(work(f"## 株式会社X\n\n{then}")) == [("株式会社X", "", "2020-04", "2022-03")]


def test_brackets_behind_a_word_for_work_may_hold_the_employer():
    heading = "職務経験 (2014/04～2018/08 : 株式会社X)"
    assert employers(f"# 甲\n\n## {heading}\n\n本文\n") == [("株式会社X", "", "2014-04", "2018-08")]
    assert employers("# 甲\n\n## 職歴 (株式会社X)\n\n本文\n") == []


def test_items_that_say_when_are_named_by_the_first_item_below():
    first = "- 2018/4 〜\n  - [X inc](https://example.com/)\n  - 開発\n"
    text = f"## 経歴\n\n{first}- 2015/4 〜 2018/3\n  - Y社\n"
    assert employers(text) == [("X inc", "", "2018-04", ""), ("Y社", "", "2015-04", "2018-03")]
    school = "- 2011/4 〜 2015/3\n  - 甲大学 工学部\n"
    assert employers(text + school) == employers(text)
    assert employers(text.replace("  - Y社", "  - 株式会社Yに勤務した。")) == []


def test_duties_beside_an_employer_are_its_own():
    text = work(
        "## 2021年4月 - 2023年12月 : 株式会社X",
        "## 事業内容\n\n製造",
        "## 職務内容",
        "### 制御基板の評価\n\n本文",
        "### 製品の試験と対策\n\n本文",
        "### 監視システムの開発\n\n本文",
    )
    assert employers(text) == [("株式会社X", "", "2021-04", "2023-12")]
    assert projects(text) == ["制御基板の評価", "製品の試験と対策", "監視システムの開発"]
    over = work("## 株式会社X (2021/04〜)", "## 職務内容", "### 株式会社Y (2019/04〜2021/03)")
    assert [name for name, *_rest in employers(over)] == ["株式会社X", "株式会社Y"]


@pytest.mark.parametrize("title", ["職歴年表", "職務経歴一覧"])
def test_a_table_of_years_of_work_is_about_work(title):
    assert employers(f"# {title}\n\n- [2007年04月～2013年02月] 株式会社X\n") == [
        ("株式会社X", "", "2007-04", "2013-02")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "### 株式会社X（在籍期間：2018年4月～現在）",
        "### **株式会社X** _2018年4月～現在_",
        "**勤務先：株式会社X**\n\n**在籍期間：2018年4月～現在**",
        "<u>株式会社X　2018年4月～現在</u>",
        "| 期間 | 会社 |\n|---|---|\n| 2018年4月<br>～<br>現在 | 株式会社X |",
    ],
)
def test_a_period_and_its_label_are_no_part_of_a_name(line):
    text = f"## 職務経歴\n\n{line}\n\n本文\n"
    assert employers(text) == [("株式会社X", "", "2018-04", "current")]


@pytest.mark.parametrize("name", ["(株)X", "X(株)", "㈱X", "（有）X"])
def test_a_short_legal_form_keeps_its_brackets(name):
    text = f"## 職務経歴\n\n**{name}**  \n2018年4月～現在\n\n本文\n"
    assert [each for each, *_rest in employers(text)] == [name]


@pytest.mark.parametrize(
    "title", ["経験", "これまでの経歴", "これまでの職務経歴", "これまで", "今までの仕事", "歩み"]
)
def test_a_name_without_a_legal_form_is_an_employer_below_a_title_of_work(title):
    text = f"## {title}\n\n### 甲商事（2018年4月～現在）\n\n- 雇用形態：正社員\n"
    assert employers(text) == [("甲商事", "", "2018-04", "current")]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("2018 年 5 月 : 株式会社 甲", "株式会社 甲"),
        ("2018年5月 - 業務委託", "業務委託"),
        ("2018.5 — 株式会社甲", "株式会社甲"),
    ],
)
def test_a_lone_date_before_the_name_is_when_it_began(heading, name):
    assert employers(work(f"## {heading}", "本文", "## 乙社 (2016/04〜2018/04)"))[0] == (
        name,
        "",
        "2018-05",
        "",
    )


@pytest.mark.parametrize("heading", ["2018年5月 - 甲の開発", "2018/5/1: 株式会社甲 入社予定"])
def test_a_lone_date_may_stand_before_something_else(heading):
    assert all(start != "2018-05" for _name, _role, start, _end in employers(work(f"## {heading}")))


def test_a_dash_after_a_lone_date_leaves_a_stay_in_a_list_open():
    text = work(
        "- 2025.11 — 甲グループ企業 ／ 社内SE\n- 2018.2 - 2022.5 — 乙ショップ ／ 販売 → 店長"
    )
    assert employers(text) == [
        ("甲グループ企業", "社内SE", "2025-11", ""),
        ("乙ショップ", "販売 → 店長", "2018-02", "2022-05"),
    ]


@pytest.mark.parametrize(
    ("line", "end"),
    [("2018年4月入社（現職）", "current"), ("2018年4月 入社", ""), ("2018年4月に中途入社", "")],
)
def test_when_an_employer_was_joined_may_stand_below_its_heading(line, end):
    text = work(f"### 株式会社X\n\n{line}\n\n本文")
    assert employers(text) == [("株式会社X", "", "2018-04", end)]


def test_how_somebody_was_employed_after_a_name_is_no_part_of_it():
    text = parse(work("- 2018 年 4 月 ～ 現在　　株式会社X　正社員")).resume
    (position,) = [item for item in text.items() if isinstance(item, Position)]
    assert (position.employer.name, position.employment) == ("株式会社X", "full_time")


def test_what_is_done_among_others_is_no_work():
    heading = "### 株式会社Xもくもく会（2020/4〜2021/3）"
    assert employers(f"# 甲\n\n## コミュニティ活動\n\n{heading}\n\n本文\n") == []
    assert len(employers(f"# 甲\n\n## 副業\n\n{heading}\n\n本文\n")) == 1


def test_a_stressed_period_may_stand_over_each_heading():
    text = work(
        "*2021年3月〜現在*", "## 甲商事", "本文", "_2019年4月〜2021年2月_", "## 乙商事", "本文"
    )
    assert employers(text) == [
        ("甲商事", "", "2021-03", "current"),
        ("乙商事", "", "2019-04", "2021-02"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "| エンジニア | Tokyo, Japan | 2015年4月 - 2018年3月 |",
        "【在籍期間】<br>\n2015年4月 - 2018年3月",
        "_期間：2015年4月 - 2018年3月 | 技術：Go_",
        "2015年4月 - 2018年3月／契約社員→正社員（2016年4月）",
        "> - 在職期間 : 2015年4月 - 2018年3月 （3年）\n> - 職位 : 契約社員",
        "■ 開発内容\n- 検索\n\n■ 開発期間（業務委託）\n- 2015年4月 - 2018年3月",
    ],
)
def test_a_row_below_a_heading_may_say_when(row):
    assert employers(work(f"## 株式会社X\n\n{row}\n\n本文")) == [
        ("株式会社X", "", "2015-04", "2018-03")
    ]


def test_a_short_heading_without_a_period_is_told_again_by_the_dated_one():
    details = "# 職務経歴（詳細）\n\n## 2012/04 - 2016/07 : 某SIer\n\n#### 検索の開発\n\n本文\n"
    assert employers(f"# 職務経歴（概要）\n\n## 某SIer\n\n概要\n\n{details}") == [
        ("某SIer", "", "2012-04", "2016-07")
    ]


@pytest.mark.parametrize(
    "written",
    [
        "（2015年4月から2018年3月まで）",
        "（自 2015年4月 至 2018年3月）",
        "（2015年4月～2018年3月退社）",
        " <2015/04 - 2018/03>",
        "＜2015年4月～2018年3月＞",
    ],
)
def test_the_words_and_brackets_of_a_period_are_no_part_of_a_name(written):
    assert employers(work(f"## 株式会社X{written}\n\n本文")) == [
        ("株式会社X", "", "2015-04", "2018-03")
    ]


def test_a_heading_below_may_hold_the_label_and_the_period():
    text = work("## 株式会社X", "### 期間：2015年4月～2018年3月", "### 業務内容\n\n検索")
    assert employers(text) == [("株式会社X", "", "2015-04", "2018-03")]


def test_a_lone_date_in_brackets_after_an_employer_is_when_it_began():
    text = work("## 検索の開発 株式会社X（2022年2月）", "## 株式会社Y（2019年設立）")
    assert [(start, end) for _name, _role, start, end in employers(text)] == [
        ("2022-02", ""),
        ("", ""),
    ]


def test_a_country_beside_a_role_is_no_employer():
    text = work(
        "## エンジニア — 米国, 2024-現在", "## エンジニア, 株式会社X — 東京, 日本, 2022-2024"
    )
    assert [name for name, *_rest in employers(text)] == ["株式会社X"]


@pytest.mark.parametrize("title", ["制作・開発職務の経歴", "プログラマー職歴", "副業経歴"])
def test_a_title_of_work_may_have_other_words_before_it(title):
    stays = "### 2023年9月〜: 小さな会社\n\n本文\n\n### 2020年4月〜2023年8月: 広告の会社\n\n本文"
    assert [name for name, *_rest in employers(f"# 経歴書\n\n## {title}\n\n{stays}\n")] == [
        "小さな会社",
        "広告の会社",
    ]
    assert employers(f"# 経歴書\n\n## 最終学歴\n\n{stays.replace('会社', '学校')}\n") == []


def test_a_number_in_brackets_is_no_name():
    entries = "\n\n".join(
        f"### <b>経歴 ({number})</b>\n> - 勤務期間： {when}\n> - 勤務先： {name}社の開発部門"
        for number, when, name in (
            (1, "1998年4月～2018年8月", "O"),
            (2, "2019年7月～現在も勤務中", "S"),
        )
    )
    text = f"# 経歴書\n\n## 職務経歴\n{entries}\n"
    assert employers(text) == [
        ("O社の開発部門", "", "1998-04", "2018-08"),
        ("S社の開発部門", "", "2019-07", "current"),
    ]
    assert employers(text.replace("勤務先", "備考")) == []


def test_the_end_of_studies_is_no_employer():
    text = work(
        "## 甲株式会社（2019/07〜現在）", "本文", "## 2012/04 - 2018/03 大学卒業・同大学院修了"
    )
    assert [name for name, *_rest in employers(text)] == ["甲株式会社"]


@pytest.mark.parametrize("label", ["2社目：", "正社員2社目： ", "業務委託３社目: ", "会社名："])
def test_a_label_before_the_name_of_a_company_is_no_part_of_it(label):
    assert employers(work(f"## {label}甲株式会社（2022/08〜現在）")) == [
        ("甲株式会社", "", "2022-08", "current")
    ]


TITLES = "検索システムの構築", "WordPressブログの作成", "予約サイトのリニューアル"


def test_titles_of_work_alone_below_a_heading_about_work_are_projects():
    blocks = [f"### {title}\n\n設計から担当。\n\n#### 使用技術\n\n- Go" for title in TITLES]
    text = "# 職務経歴書\n\n## 主な業務経歴\n\n" + "\n\n".join(blocks) + "\n"
    assert projects(text) == [*TITLES]
    assert employers(text) == []
    # Qualities and skills sound alike.
    assert projects(text.replace("主な業務経歴", "自己PR")) == []
    assert projects(text.replace("主な業務経歴", "業務スキル")) == []
    # A part of an entry, or what is over others, is none of them.
    assert projects(text.replace(TITLES[0], "開発環境")) == []
    assert projects(text.replace("#### 使用技術", "#### 地図の開発")) == []


def test_a_sentence_below_a_period_tells_who_was_joined():
    items = (
        "- 2019年4月〜2023年9月\n  - 株式会社Xに新卒入社。販売に従事。",
        "- 2023年10月〜現在\n  - 株式会社Yへ入社しました。設計を担当。",
    )
    text = work("\n".join(items))
    assert employers(text) == [
        ("株式会社X", "", "2019-04", "2023-09"),
        ("株式会社Y", "", "2023-10", "current"),
    ]
    assert employers(text.replace("に新卒入社", "の製品に感動")) == []


EVENTS = (
    "- 2013/04 : 株式会社甲 入社\n  - 開発部\n- 2017/08 : 株式会社甲 退社\n"
    "- 2017/09 : 株式会社乙 入社  \n  現在に至る"
)
LINES = "2017/09 ～ 現在　株式会社乙（開発部 課長）\n2013/04 ～ 2017/08　株式会社甲（開発課）"


@pytest.mark.parametrize("summary", [EVENTS, LINES])
def test_events_and_lines_date_the_headings_of_those_they_name(summary):
    stays = "## 株式会社甲\n\n**検索**\n\n- 設計", "## 株式会社乙\n\n**地図**\n\n- 設計"
    text = f"# 略歴\n\n{summary}\n\n# 職務経歴\n\n" + "\n\n".join(stays) + "\n"
    assert employers(text) == [
        ("株式会社甲", "", "2013-04", "2017-08"),
        ("株式会社乙", "", "2017-09", "current"),
    ]


def test_years_group_the_projects_below_them():
    groups = (
        "## 2025年\n\n### 検索の刷新\n\n- 体制：3名",
        "## 2022年〜2024年\n\n### 地図\n\n- 体制：9名",
    )
    text = "# 主なプロジェクト\n\n" + "\n\n".join(groups) + "\n"
    assert projects(text) == ["検索の刷新", "地図"]
    # A year over the parts of a project is that of a project.
    parts = projects(text.replace("### 地図", "### 担当業務"))
    assert sorted(parts) == ["2022年〜2024年", "検索の刷新"]


def test_roles_and_projects_in_bold_at_an_employer_are_no_employers():
    text = """# Professional Experience

**Foo Inc.**, Tokyo | Jul 2020 – Present
Car-sharing service with 700 employees in Japan

**Director of Engineering** | Apr 2023 – Present

- Four teams

*Key projects*

**Telemetry Gateway** (Oct 2023 – Feb 2025)
- MQTT

**Bar Bank, Ltd.**, Tokyo | May 2014 – Jun 2020
Online bank

- Servers
"""
    assert [(name, start) for name, _role, start, _end in employers(text)] == [
        ("Foo Inc.", "2020-07"),
        ("Bar Bank, Ltd.", "2014-05"),
    ]
    # At a time of its own such a line names one who employs.
    gateway = text.replace("Oct 2023 – Feb 2025", "Oct 2011 – Feb 2014")
    assert "Telemetry Gateway" in [name for name, *_rest in employers(gateway)]


def test_numbers_of_full_width_are_no_part_of_a_name():
    events = (
        "| 年月 | 事項 |\n|---|---|\n| 平成17年10月 | 甲株式会社　入社 |\n| 令和5年3月 | 退社 |"
    )
    text = f"# 職歴\n\n{events}\n\n# 職務内容\n\n## ３－１．甲株式会社\n\n- 設計\n"
    assert employers(text) == [("甲株式会社", "", "2005-10", "2023-03")]


def test_a_row_of_personal_data_may_tell_since_when():
    rows = "| 項目 | 内容 |\n|---|---|\n| 所属 | 甲株式会社（2017年5月入社） |\n| 資格 | 簿記 |"
    assert employers(f"# 基本情報\n\n{rows}\n") == [("甲株式会社", "", "2017-05", "")]
    assert employers(f"# 基本情報\n\n{rows.replace('（2017年5月入社）', '')}\n") == []


OVER_WORK = """\
- **青い兎** (2020/4 ~)
  - **パズルRPG** 2020/5 ~ 2022/8
    - Unity
- **夜想スタジオ** (2017/4 ~ 2020/3)
  - **音楽ゲームの筐体ソフト** 2017/6 ~ 2018/12
- **遊技場 町田店** (2013/5 ~ 2016/12)
  - 接客"""


def test_names_in_bold_over_dated_work_in_bold_are_those_who_employed():
    assert employers(work(OVER_WORK)) == [
        ("青い兎", "", "2020-04", ""),
        ("夜想スタジオ", "", "2017-04", "2020-03"),
        ("遊技場 町田店", "", "2013-05", "2016-12"),
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("2020/5 ~ 2022/8", "2019/5 ~ 2022/8"),  # not in its time
        (" 2020/5 ~ 2022/8", ""),
        ("**パズルRPG** ", ""),
        ("青い兎", "検索基盤の開発"),
    ],
)
def test_what_is_not_over_work_of_its_time_is_nobody(was, now):
    text = work("\n".join(OVER_WORK.splitlines()[:3]).replace(was, now))
    assert employers(text) == []


def test_a_label_whose_lines_are_all_indented_tells_of_the_heading():
    text = work("## 甲株式会社\n\n　　入社：2016年5月\n　　退社：在職中\n　　従業員180名\n\n- 決算")
    assert employers(text) == [("甲株式会社", "", "2016-05", "current")]
    below = work("## 甲株式会社\n\n- 決算\n　　入社：2016年5月\n　　退社：在職中")
    assert employers(below) == [("甲株式会社", "", "", "")]


@pytest.mark.parametrize("title", ["学校法人の学務システム導入", "株式会社の設立支援"])
def test_a_legal_form_of_just_any_names_nobody(title):
    rows = "- 2018年4月〜現在　甲株式会社\n- 2009年4月〜2018年3月　乙株式会社"
    text = f"# x\n\n## 会社履歴\n\n{rows}\n\n## プロジェクト履歴\n\n### 1. {title}\n\n- 設計\n"
    assert [name for name, *_rest in employers(text)] == ["甲株式会社", "乙株式会社"]
    assert [name for name, *_rest in employers(work("## 医療法人のぞみ会（2020/04〜）"))] == [
        "医療法人のぞみ会"
    ]
