"""Projects that a paragraph begins, and those that are folded away, in the text of a résumé."""

import pytest

from resume.formats import html
from resume.formats.markdown import render

from .test_employers import projects
from .test_heads import read_twice
from .test_told_projects import told

DETAILS = "<details open>\n<summary>{}</summary>\n\n{}\n\n</details>"
CONTAINER = ":::details {}\n{}\n:::"
FACTS = "- 期間：2021/04 ~ 2022/03\n- 担当業務：設計"
DATES = ("2021-04", "2022-03")


def folded(shape, *titles, text=FACTS):
    return "\n\n".join(shape.format(title, text) for title in titles)


def under(title, *groups):
    """Return a file with groups of projects under a heading: [(title, text)]."""
    parts = (f"### {name}\n\n{text}" for name, text in groups)
    return "\n\n".join(["# 職務経歴書", f"## {title}", *parts, "## 資格", "- 簿記"]) + "\n"


@pytest.mark.parametrize("shape", [DETAILS, CONTAINER])
@pytest.mark.parametrize("title", ["プロジェクト実績", "職務経歴", "プロジェクト"])
@pytest.mark.parametrize(
    "groups", [("1. 長期案件", "2. 短期案件"), ("2022年", "2021年"), ("受託", "自社")]
)
def test_headings_may_group_projects_that_are_folded_away(shape, title, groups):
    first, second = folded(shape, "1-1: 検索の移行", "1-2：決済"), folded(shape, "2-1: 地図")
    text = under(title, (groups[0], first), (groups[1], second))
    names = ("検索の移行", "決済", "地図")
    if title == "職務経歴":  # by themselves these may be names of employers
        assert told(text) == []
        text = text.replace("：決済", "：決済の刷新").replace("地図", "地図アプリ")
        names = ("検索の移行", "決済の刷新", "地図アプリ")
    assert told(text) == [(name, *DATES) for name in names]
    read_twice(text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("検索の刷新", folded(DETAILS, "詳細")),
        ("検索の刷新", f"索引を作った。\n\n{folded(DETAILS, '索引')}"),
        ("検索の刷新", f"{folded(DETAILS, '索引')}\n\n以上"),
        ("検索の刷新（2020/04〜2022/03）", folded(DETAILS, "索引")),
        ("検索の刷新", folded(DETAILS, "索引", "索引を直した。")),
    ],
)
def test_what_a_project_folds_away_is_its_own(title, text):
    text = under("プロジェクト", (title, text))
    assert [name for name, *_dates in told(text)] == ["検索の刷新"]
    read_twice(text)


def test_a_heading_may_group_projects_that_are_folded_away_in_the_text_of_an_employer():
    employer = "# 職務経歴\n\n## 甲株式会社（2020年4月〜現在）\n\n### 長期\n\n"
    text = f"{employer}{folded(DETAILS, '検索')}\n\n### 短期\n\n{folded(DETAILS, '決済')}\n"
    assert told(text) == [("検索", *DATES), ("決済", *DATES)]
    read_twice(text)
    assert told(f"{employer}索引を作った。\n\n{folded(DETAILS, '検索')}\n") == [("長期", *DATES)]


LONG = "### " + "検索" * 101


def test_headings_that_are_folded_away_part_no_projects():
    facts = "期間：2021/04 ~ 2022/03\n\n### 役割\n\n- 設計\n\n### 技術\n\n- Go"
    titles = "検索（2021/4〜2022/3）", "決済（2021/4〜2022/3）"
    text = f"# プロジェクト\n\n{folded(DETAILS, *titles, text=facts)}\n"
    assert told(text) == [("検索", *DATES), ("決済", *DATES)]
    assert render(read_twice(text)).count("### 技術") == 2


def test_a_text_between_projects_stays():
    projects = "**案件名：検索**\n\n- 設計", "**案件名：決済**\n\n- 設計"
    text = "# プロジェクト\n\n{}\n\n{}\n\n{}\n"
    assert len(told(text.format(projects[0], "本文", projects[1]))) == 2
    lost = text.format(projects[0], f"{LONG}\n\n本文", projects[1])
    assert told(lost) == []
    assert "本文" in render(read_twice(lost))


def test_a_page_shows_the_projects_of_an_employer_whom_a_line_names():
    employer = "**甲株式会社（2020年4月〜現在）**\n\n会社の説明\n\n{}\n\n- 役割：設計\n"
    text = f"# 職務経歴\n\n{employer}".format("**検索の刷新（2020/04〜2021/03）**")
    assert told(text) == [("検索の刷新", "2020-04", "2021-03")]
    page = html.render(read_twice(text), lambda item: "")
    assert page.index("会社の説明") < page.index("検索の刷新") < page.index("役割：設計")


def test_headings_in_what_an_employer_folds_away_tell_projects_that_say_when():
    below = (
        "### {}\n\n#### 役割\n\n設計\n\n### 決済（2020/04〜2021/03）\n\n- 設計\n\n### 所感\n\n本文"
    )
    text = folded(DETAILS, "甲株式会社（2020年4月〜現在）", text=below)
    text = f"# 職務経歴\n\n{text}\n"
    when = ("2020-04", "2021-03")
    assert told(text.format("検索（2021/04〜2022/03）")) == [("検索", *DATES), ("決済", *when)]
    read_twice(text.format("検索（2021/04〜2022/03）"))
    work = text.format("検索の開発"), text.format("検索の開発").replace("### 決済", "### 開発環境")
    assert [told(each)[0] for each in work] == [("検索の開発", "", "")] * 2
    read_twice(work[0])
    for other in ("検索", "開発体制", "リーダー（2021/04〜2022/03）", "役割（2021/04〜2022/03）"):
        assert told(text.format(other)) == [("決済", *when)]


def test_headings_in_what_is_folded_away_label_the_parts_of_a_project():
    first, second = (
        folded(DETAILS, title, text=f"# 概要\n\n{title}。\n\n# 期間\n\n{period}")
        for title, period in (
            ("管理システムの保守", "2021/06～現在"),
            ("検索の刷新", "2020/04～2021/05"),
        )
    )
    text = f"# 職務経歴\n\n{first}\n\n---\n\n{second}\n"
    assert told(text) == [
        ("管理システムの保守", "2021-06", "current"),
        ("検索の刷新", "2020-04", "2021-05"),
    ]
    read_twice(text)
    assert told(text.replace("---", "以上")) == []


@pytest.mark.parametrize("line", ["育児休業 2018/01〜2018/08", "（2018年1月〜2018年8月）留学"])
def test_a_time_of_no_work_may_stand_between_projects_that_are_folded_away(line):
    projects = [
        folded(DETAILS, title, text=f"# 期間\n\n{when}")
        for title, when in (
            ("在庫管理の改修", "2020/01〜2021/03"),
            ("検索の刷新", "2016/01〜2017/12"),
        )
    ]
    text = f"# 職務経歴\n\n{projects[0]}\n\n---\n{{}}\n\n---\n\n{projects[1]}\n"
    assert told(text.format(line)) == [
        ("在庫管理の改修", "2020-01", "2021-03"),
        ("検索の刷新", "2016-01", "2017-12"),
    ]
    assert line in render(read_twice(text.format(line)))
    for other in ("育児休業", "甲社 2018/01〜2018/08", "育児休業を2018/01〜2018/08に取った"):
        assert told(text.format(other)) == []


@pytest.mark.parametrize("mark", ["・", "- ", "・ ", "• "])
def test_any_bullet_may_list_what_stands_below_a_project_that_says_when(mark):
    first = f"**店舗の回線の統一（2021/04〜2022/03）**\n{mark}機器の入れ替え\n{mark}訪問の削減"
    second = f"**端末の配布（2020/04〜2021/03）**\n{mark}設定"
    text = f"# 職務経歴\n\n## 甲株式会社（2020年4月〜2022年3月）\n\n{first}\n\n{second}\n"
    assert told(text) == [
        ("店舗の回線の統一", *DATES),
        ("端末の配布", "2020-04", "2021-03"),
    ]
    assert render(read_twice(text)).split() == text.split()
    assert told(text.replace(mark, "その")) == []


STAY = "# 職務経歴書\n\n## 甲株式会社 (2014/04 ~ )\n\n受託開発の会社。\n\n"
TOLD_BY_FACTS = [
    ("契約照会の刷新", "2020-04", "current"),
    ("監視の移行", "2018-04", "2020-03"),
]
FACTS_OF_HEADING = [
    "<details>\n<summary>{} / 5 名 / Kotlin, AWS</summary>\n\n#### 担当\n\n- 設計\n\n</details>",
    "<details><summary>{}（24ヶ月）・リーダー・Java</summary>\n\n- 設計\n\n</details>",
    "<details>\n<summary>{}, 5名, Kotlin</summary>\n\n本文。\n\n</details>",
    "<details>\n<summary>{}</summary>\n\n本文。\n\n</details>",
    "<details>\n<summary>クリックで展開</summary>\n\n| 期間 | {} |\n|-|-|\n\n</details>",
    "<details><summary>詳細</summary>\n\n- 期間: {}\n- 役割: SE\n\n</details>",
    ":::details {} / SE\n- 設計\n:::",
    "> {} ｜ 5名 ｜ SE\n\n- 設計",
    "> 期間：{}\n> 役割：SE\n\n- 設計",
    "> **期間** {}\n> **役割** SE\n\n- 設計",
]
FOLDED_PROJECTS = [
    "<details>\n<summary>{0} | {1} | SE</summary>\n\n- 設計\n\n</details>",
    "<details>\n<summary><b>{0}</b> / {1} / SE / Java</summary>\n\n- 設計\n\n</details>",
    "<details>\n<summary>{0}</summary>\n\n{1} / 5名\n\n- 設計\n\n</details>",
    "> **{0}**\n> 期間：{1}\n> 役割：SE",
    "> **{0}**（{1}）\n>\n> - 設計",
]


def stay_with(notation):
    times = ["2020/04 ~ 現在", "2018/04 ~ 2020/03"]
    titles = [title for title, *_when in TOLD_BY_FACTS]
    return STAY + "\n\n".join(map(notation.format, titles, times)) + "\n\n## 技術\n\n- Java\n"


@pytest.mark.parametrize("facts", FACTS_OF_HEADING)
def test_facts_below_the_heading_of_a_project_may_be_folded_or_quoted(facts):
    text = stay_with("### {0}\n\n" + facts.replace("{}", "{1}"))
    assert told(text) == TOLD_BY_FACTS
    read_twice(text)


@pytest.mark.parametrize("notation", FOLDED_PROJECTS)
def test_a_project_may_be_folded_or_quoted_with_its_facts(notation):
    text = stay_with(notation)
    assert told(text) == TOLD_BY_FACTS
    read_twice(text)


@pytest.mark.parametrize(
    "text",
    [
        "> **株式会社乙について**\n> 事業内容：通信\n> 期間：2020/04〜2021/03",
        "> **会社概要**\n> 設立：2010/04\n> 期間：2020/04〜2021/03",
        "> **大事にしていること**\n>\n> - 速さ\n> - 質",
        "<details>\n<summary>使用技術</summary>\n\n- Java: 2018/04〜現在\n\n</details>",
        "<details>\n<summary>2014/04 ~ 2018/03 / 5名</summary>\n\n- 設計\n\n</details>",
        "本文\n> **契約照会の刷新**\n> 期間：2020/04〜2021/03",
    ],
)
def test_what_is_folded_or_quoted_may_be_no_project(text):
    assert told(f"{STAY}{text}\n") == []
    read_twice(f"{STAY}{text}\n")


LED_BY_DATES = (
    "2021.1 - 現在\n\n**商店街の予約の受付**\n\n【概要】\n予約。\n\n【工夫や成果】\n速さ。\n\nGo"
    "\n\n2020年4月〜2020年12月\n\n**園芸店のサイト**\n\n【概要】\n園芸。\n\n【工夫や成果】\n色。"
)
LED = [("商店街の予約の受付", "2021-01", "current"), ("園芸店のサイト", "2020-04", "2020-12")]


@pytest.mark.parametrize("title", ["## プロジェクト", "## 開発実績", "【プロジェクト】"])
def test_a_line_that_says_when_may_stand_over_the_title_of_a_project(title):
    above = "" if title.startswith("#") else "【資格】\n\n簿記\n\n"
    text = f"{above}{title}\n\n{LED_BY_DATES}\n"
    assert told(text) == LED
    assert render(read_twice(text)) == text
    close = text.replace("現在\n\n", "現在\n").replace("12月\n\n", "12月\n")
    assert told(close) == LED
    assert render(read_twice(close)) == close


def test_a_line_that_says_when_below_a_title_tells_of_that():
    text = "## プロジェクト\n\n**甲の開発**\n\n2021.1 - 現在\n\n**乙の開発**\n\n2020.1 - 2020.12\n"
    assert [title for title, *_dates in told(text)] == ["甲の開発", "乙の開発"]
    assert render(read_twice(text)) == text


def test_lines_that_say_when_tell_no_projects_elsewhere():
    assert told(f"## 自己PR\n\n{LED_BY_DATES}\n") == []
    text = f"## 職務経歴\n\n### 甲株式会社（2020年4月〜現在）\n\n{LED_BY_DATES}\n"
    assert render(read_twice(text)) == text


def beside(shape, title, text, facts="- 検索速度の向上\n- 技術: Go, Terraform"):
    """Return the text of an employer that folds a project away, and this beside it."""
    folds = f"{shape.format('検索基盤の刷新', facts)}\n\n{shape.format(title, text)}"
    return f"# 職務経歴書\n\n## 職務経歴\n\n### 株式会社甲（2018/04〜現在）\n\n{folds}\n"


@pytest.mark.parametrize("shape", [DETAILS, CONTAINER])
@pytest.mark.parametrize("title", ["目標値の策定と運用", "社内サイトのリニューアル"])
def test_what_is_folded_away_beside_a_project_is_one_where_it_sounds_so(shape, title):
    text = beside(shape, title, "- 主要な画面について定義")
    read_twice(text)
    assert told(text) == [("検索基盤の刷新", "", ""), (title, "", "")]
    assert told(beside(shape, title, "- 主要な画面について定義", "- 検索速度の向上")) == []


@pytest.mark.parametrize("title", ["株式会社乙のサイト", "学んだこと", "使用技術", "設計・実装"])
def test_what_is_folded_away_beside_a_project_is_another_thing(title):
    assert told(beside(DETAILS, title, "- 定義")) == [("検索基盤の刷新", "", "")]


def test_what_is_folded_away_in_a_project_belongs_to_it():
    inner = DETAILS.format("検索画面の改善", "- 定義")
    text = beside(DETAILS, "決済の刷新", f"- 技術: Go\n\n{inner}")
    assert told(text) == [("検索基盤の刷新", "", ""), ("決済の刷新", "", "")]


@pytest.mark.parametrize(
    "line",
    [
        "2018年10月 ～ 現在（常勤・主任）",
        "2018年10月～現在（アルバイト）",
        "**2018年10月～現在　／　正社員**",
        "**2018年10月〜現在｜派遣社員・フルタイム**",
        "**パートタイム**（2018年10月〜現在）",
    ],
)
def test_how_somebody_was_employed_and_when_is_no_project(line):
    text = f"# 職歴\n\n## 甲病院\n\n{line}\n\n- 電話対応\n- 受付\n"
    assert told(text) == []
    work = "# 職歴\n\n## 甲病院\n\n**アルバイト管理の刷新**（2018年10月〜現在）\n\n- 電話対応\n"
    assert told(work) == [("アルバイト管理の刷新", "2018-10", "current")]


@pytest.mark.parametrize("quote", ["", "> "])
@pytest.mark.parametrize("label", ["【担当業務】", "■役割：", "担当："])
def test_when_may_lead_the_line_of_a_project_over_its_labels(label, quote):
    one = "2019年6月～2021年3月　{}\n\n" + f"{quote}{label}設計\n{quote}\n{quote}【規模】10名"
    head = "# 職務経歴\n\n## 甲株式会社（2019/04〜現在）\n\n事業内容：受託\n\n"
    text = f"{head}{one.format('複合機の制御ソフト開発')}\n"
    assert told(text) == [("複合機の制御ソフト開発", "2019-06", "2021-03")]
    assert render(read_twice(text)) == text
    for other in ("株式会社乙の開発部", "開発リーダー", "開発部", "育児休業", "開発を担当した。"):
        assert told(text.replace("複合機の制御ソフト開発", other)) == []
    assert told(text.replace(label, "資本金：")) == []
    assert told(text.replace(label, "")) == []


def test_an_item_that_only_says_when_dates_the_project_over_its_labels():
    one = "**{}**\n- 規模 :\n  - 3 名\n  - {}\n\n- 役割 :\n  - 開発"
    when = ("2020/05 - 2021/01（8 ヵ月）（予定）", "2021/02 - 現在", "2019/04 - 2020/04")
    titles = ("在庫管理の導入", "検品の開発", "在庫管理の導入")
    parts = "\n\n".join(map(one.format, titles, when))
    text = f"# 職務経歴\n\n## 甲株式会社（2019/04〜現在）\n\n{parts}\n"
    assert told(text) == [
        ("在庫管理の導入", "2020-05", "2021-01"),
        ("検品の開発", "2021-02", "current"),
        ("在庫管理の導入", "2019-04", "2020-04"),
    ]
    read_twice(text)
    other = text.replace("- 2021/02 - 現在", "- 2021/02 - 現在は 5 名")
    assert told(other)[1] == ("検品の開発", "", "")


def test_daily_work_beside_projects_is_none():
    stay = "## 甲株式会社（2020/04〜現在）\n\n### 日常業務\n- 月次決算\n\n### プロジェクト\n\n"
    text = f"# 職務経歴\n\n{stay}**IPO準備**（2021年4月 - 現在）\n- 文書化\n"
    assert projects(text) == ["IPO準備"]


def test_what_takes_the_place_of_another_thing_is_work():
    stay = "## 甲株式会社（2020/04〜現在）\n\n**アプリの刷新** _2022年6月〜_\n\n一人で開発。\n\n"
    text = f"# 職務経歴\n\n{stay}**広告SDKの入れ替え** _2022年1月〜2022年5月_\n\n安定した。\n"
    assert projects(text) == ["アプリの刷新", "広告SDKの入れ替え"]
