"""Projects that are the list, the paragraphs or the rows of a section about projects."""

import pytest
from django.test import TestCase

from resume.document.schema import Project
from resume.formats import html
from resume.formats.markdown import parse, render
from resume.models import Audience
from resume.store import load_resume, save_resume

from .test_employers import employers
from .test_heads import read_twice


def section(text, title="個人開発"):
    return f"# 職務経歴書\n\n## {title}\n\n{text}\n\n## 資格\n\n- 簿記\n"


def projects(text):
    found = [item for item in parse(text).resume.items() if isinstance(item, Project)]
    return [(each.title, each.start, each.end) for each in found]


LISTED = "- 甲\n  - Go で書いた\n- [乙](https://otsu.example/) (2020/04〜2021/03)\n\n  本文"
NUMBERED = "1. 甲社にて乙の開発\n   - 2022/12 ~ : 10ヶ月以上\n   - Go\n\n2. 丙の開発\n   - Go"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("個人開発", LISTED, [("甲", "", ""), ("乙", "2020-04", "2021-03")]),
        (
            "個人開発",
            f"作ったもの。\n\n{LISTED}\n\n以上",
            [("甲", "", ""), ("乙", "2020-04", "2021-03")],
        ),
        ("プロジェクト履歴", NUMBERED, [("甲社にて乙の開発", "2022-12", ""), ("丙の開発", "", "")]),
        (
            "ポートフォリオ",
            "**甲アプリ「乙」**\n\n- URL : https://kou.example/",
            [("甲アプリ「乙」", "", "")],
        ),
        (
            "プライベートプロジェクト履歴",
            "甲サービス（2018年3月〜2019年3月）\n- 設計\n\n乙の試作（2017年1月〜3月）\n- Go",
            [("甲サービス", "2018-03", "2019-03"), ("乙の試作", "2017-01", "2017-03")],
        ),
    ],
)
def test_the_list_or_the_paragraphs_of_a_section_about_projects_are_projects(title, text, expected):
    text = section(text, title)
    read_twice(text)
    assert projects(text) == expected


TABLE = (
    "| No. | 期間 | 案件名 |\n| --- | --- | --- |\n"
    "| 2 | 2022年8月 - 現在 | 甲アプリ開発 |\n| 1 | 2021年7月 - 2022年5月 | **乙の運用** |"
)


def test_the_rows_of_a_table_of_projects_are_projects():
    text = section(TABLE, "案件経歴")
    assert render(read_twice(text)) == text
    assert projects(text.replace("- |\n| 2", "- |\n\n| 2")) == projects(text)
    assert projects(text) == [
        ("甲アプリ開発", "2022-08", "current"),
        ("乙の運用", "2021-07", "2022-05"),
    ]


def test_one_title_may_be_that_of_several_rows_at_other_times():
    table = TABLE.replace("**乙の運用**", "**甲アプリ開発**<br>画面を足した。").replace(
        "案件名", "案件名 / 業務内容"
    )
    text = section(table, "案件経歴")
    assert render(read_twice(text)) == text
    assert projects(text) == [
        ("甲アプリ開発", "2022-08", "current"),
        ("甲アプリ開発", "2021-07", "2022-05"),
    ]


UNDATED = (
    "| プロジェクト | 概要 | 技術 |\n|---|---|---|\n"
    "| **甲アプリ** | 測量の道具 | Go |\n| **[乙の帳票](https://otsu.example/)** | 帳票 | Ruby |"
)


@pytest.mark.parametrize("title", ["個人プロジェクト", "チームプロジェクト"])
@pytest.mark.parametrize(
    "below", ["", "\n\n### 概要・実績\n\n| 案件名 | 実績 |\n|---|---|\n| 甲アプリ | 速い |"]
)
def test_the_rows_of_a_table_of_projects_need_not_say_when(title, below):
    text = section(UNDATED + below, title)
    assert render(read_twice(text)) == text
    assert projects(text) == [("甲アプリ", "", ""), ("乙の帳票", "", "")]


@pytest.mark.parametrize(
    "table",
    [
        UNDATED.replace(" 技術 |", "").replace(" Go |", "").replace(" Ruby |", ""),
        UNDATED.replace("**甲アプリ**", ""),
        UNDATED.replace("| プロジェクト |", "| 領域 |"),
        UNDATED.replace("**甲アプリ**", "**使用技術**"),
    ],
)
def test_a_table_without_periods_may_tell_of_something_else(table):
    assert projects(section(table, "個人プロジェクト")) == []


@pytest.mark.parametrize("title", ["補足（要約）", "概要・実績", "チーム体制", "実績要約"])
def test_a_heading_over_a_part_of_the_projects_in_a_section_titles_none(title):
    text = section(f"### 甲の開発\n\n本文\n\n### {title}\n\n本文", "プロジェクト実績")
    assert render(read_twice(text)) == text
    assert projects(text) == [("甲の開発", "", "")]


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("案件名", "内容"),  # no column for their titles
        TABLE.replace("2021年7月 - 2022年5月", "未定"),
        TABLE.replace("2 | 2022年8月 - 現在 | 甲アプリ開発", "1 | 同上 | 甲アプリ開発"),
        "| 期間 | 案件名 | 役割 |\n|---|---|---|\n" + "| 2022年8月 | 甲アプリ開発 | 設計 |\n" * 2,
        TABLE.replace("**乙の運用**", "運用しました。"),
        TABLE + "\n\n### 1. 乙の運用\n\n本文",  # headings tell of them
    ],
)
def test_a_table_of_projects_may_tell_of_something_else(table):
    found = [title for title, *_when in projects(section(table, "案件経歴"))]
    assert "甲アプリ開発" not in found


def test_a_table_of_projects_whom_headings_elsewhere_tell_of_stays_text():
    elsewhere = "\n\n## 詳細\n\n### No2. 甲アプリ開発\n\n本文"
    assert projects(section(TABLE + elsewhere, "案件経歴")) == []


@pytest.mark.parametrize(
    "text",
    [
        "- 甲: 本文\n- 乙: 本文",  # nothing below them
        "- 甲\n  - Go\n- 乙",
        "- 使用技術\n  - Go\n- 甲\n  - Rust",  # a label among them
        "- 甲\n  - Go\n\n本文\n\n- 乙\n  - Go",  # two lists
        "1. 甲\n   - Go\n- 乙\n   - Go",  # a number at one of them
        "1. 甲\n   - Go\n2. 甲\n   - Go",  # told twice
        "```\n- 甲\n  - Go\n```",
    ],
)
def test_the_text_of_such_a_section_may_be_something_else(text):
    assert projects(section(text)) == []
    assert text in render(parse(section(text)).resume)


def test_a_list_of_that_shape_under_another_title_is_no_project():
    assert projects(section(LISTED, "趣味")) == []
    assert [title for title, *_when in projects(section(LISTED, "作ったもの"))] == ["甲", "乙"]


def test_the_page_shows_the_text_below_each_of_them():
    for text in (LISTED, NUMBERED):
        page = html.render(parse(section(text)).resume, lambda item: "")
        assert page.count("Go") == text.count("Go")
        assert page.count("本文") == text.count("本文")


class ThroughTheDatabase(TestCase):
    def test_a_section_of_listed_projects_comes_back(self):
        for text in (section(LISTED), section(NUMBERED), section(TABLE)):
            with self.subTest(text):
                document = parse(text).resume
                save_resume(document, exact=True)
                assert render(load_resume(Audience.OWNER)) == render(document)


NAMED = (
    "### 【案件名】\n\n- 受発注の刷新\n\n### 【期間】\n\n- 2023年3月 - 現在\n\n"
    "### 【DB】\n\n- MySQL\n\n### 【案件名】\n\n帳票の保守\n\n"
    "### 【期間】\n\n2022年4月 - 2023年2月\n\n### 【習得したこと】\n\n本文"
)


@pytest.mark.parametrize("title", ["業務経歴詳細", "案件経歴"])
def test_a_heading_may_label_the_title_of_a_project_below_it(title):
    text = section(f"{NAMED}\n\n## 資格\n\n- 簿記", title)
    assert render(read_twice(text)) == text
    assert projects(text) == [
        ("受発注の刷新", "2023-03", "current"),
        ("帳票の保守", "2022-04", "2023-02"),
    ]


def test_such_a_heading_may_stand_under_that_of_an_employer():
    below = NAMED.replace("###", "####")
    text = section(f"### 株式会社甲（2022/04〜現在）\n\n{below}", "職務経歴")
    assert render(read_twice(text)) == text
    assert [title for title, *_when in projects(text)] == ["受発注の刷新", "帳票の保守"]


@pytest.mark.parametrize("value", ["", "使用技術", "| 甲 | 乙 |\n|---|---|", "受発注を刷新した。"])
def test_a_heading_for_a_title_over_no_title_begins_no_project(value):
    text = section(f"### 案件名\n\n{value}\n\n### 期間\n\n2022/04〜2023/02", "業務経歴")
    assert projects(text) == []


@pytest.mark.parametrize(
    "title", ["ゲームプロジェクト", "主要プロダクト", "個人の制作物", "Pet Projects"]
)
def test_a_title_may_tell_of_which_sort_the_projects_below_it_are(title):
    text = section("### 甲の冒険\n\n- 設計\n\n### 乙\n\n> - 運用", title)
    assert render(read_twice(text)) == text
    assert [name for name, *_when in projects(text)] == ["甲の冒険", "乙"]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("決済プロジェクト", "### 概要\n\n本文\n\n### 使用技術\n\n本文"),
        ("決済プロジェクト（2020/04〜2021/03）", "### 甲\n\n本文\n\n### 乙\n\n本文"),
        ("プロジェクトの進め方", "### 甲\n\n本文\n\n### 乙\n\n本文"),
    ],
)
def test_a_title_with_such_a_word_may_be_that_of_a_project_itself(title, below):
    assert "甲" not in [name for name, *_when in projects(section(below, title))]


@pytest.mark.parametrize("title", ["主な実績", "2. Highlights (選んだ3つ)", "実績ハイライト"])
def test_most_headings_under_one_of_highlights_may_sound_like_work(title):
    below = "\n\n".join(f"### {each}\n\n本文" for each in ("① 検索の刷新", "② 0→1", "③ 決済アプリ"))
    text = section(below, title)
    assert render(read_twice(text)) == text
    assert [name for name, *_when in projects(text)] == ["検索の刷新", "0→1", "決済アプリ"]
    assert projects(text.replace("刷新", "力")) == []


LINKED = (
    "- [甲アプリ](https://kou.example/)\n"
    "- 2017-2020 [乙 - 測量の**道具**](https://otsu.example/)のバックエンドの開発\n"
    "* 2022- [株式会社丙](https://hei.example/)にて[丁データ](https://tei.example/)を担当"
)


@pytest.mark.parametrize(
    "title", ["作品", "おもなプロダクト・サービス", "受託開発・業務委託の実績"]
)
def test_the_items_of_a_flat_list_are_projects_that_they_link_to(title):
    linked = LINKED.replace("**", "").replace("* 2022", "- 2022")
    text = section(f"前\n\n{linked}\n\n後", title)
    assert render(read_twice(text)) == text
    assert projects(text) == [
        ("甲アプリ", "", ""),
        ("乙 - 測量の道具", "2017", "2020"),
        ("丁データ", "2022", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        LINKED,  # a title with markup in it
        "- [甲](https://kou.example/)",  # one item is no list of works
        "- [甲](https://kou.example/)\n- 乙の開発",
        "- [甲](https://kou.example/)\n- [甲](https://otsu.example/)",
        "- [甲](https://kou.example/)\n- [GitHub](https://github.com/otsu)",
        "- [甲](https://kou.example/)\n- [株式会社乙](https://otsu.example/)",
        "- [甲](https://kou.example/)\n- [使用技術](https://otsu.example/)",
        "- [甲](https://kou.example/)\n\n本文\n\n- [乙](https://otsu.example/)",
    ],
)
def test_a_list_with_other_items_stays_text(text):
    assert projects(section(text)) == []


def test_a_list_of_links_in_a_section_about_something_else_names_no_projects():
    linked = "- [甲](https://kou.example/)\n- [乙](https://otsu.example/)"
    assert projects(section(linked, "好きなサイト")) == []


def test_a_line_over_a_list_under_a_title_of_work_may_say_that_it_holds_projects():
    listed = "プロジェクト(新しい順)\n\n- 甲の開発\n  - 期間5か月\n- 乙の保守\n  - Go"
    text = section(f"{listed}\n\n個人の仕事\n\n- 丙", "実務経歴")
    assert render(read_twice(text)) == text
    assert [title for title, *_when in projects(text)] == ["甲の開発", "乙の保守"]


@pytest.mark.parametrize(
    "text",
    [
        "やったこと\n\n- 甲の開発\n  - Go",
        "プロジェクト\n\n- 甲の開発\n- 乙の保守",
        "プロジェクト\n\n本文\n\n- 甲の開発\n  - Go",
    ],
)
def test_a_list_under_a_title_of_work_may_be_text(text):
    assert projects(section(text, "実務経歴")) == []


def test_labels_in_headings_tell_a_project_outside_of_a_section_about_work():
    labels = "### 期間\n\n- 2020/8 - 現在\n\n### 担当工程\n\n設計\n\n### 役割\n\nリーダー"
    text = f"# 詳しく\n\n## 2. 検索の画面\n\n{labels}\n\n## 1. 決済\n\n{labels}\n"
    assert projects(text) == [
        ("検索の画面", "2020-08", "current"),
        ("決済", "2020-08", "current"),
    ]
    assert render(read_twice(text)) == text
    assert projects(text.replace("期間", "備考")) == []
    assert projects(text.replace("### 担当工程\n\n設計\n\n", "")) == []


WORK_LIST = """# 職務経歴書

## 職務経歴

現職の分です。

* {0}
    * 期間
    202004-現在
    * ロール
    リーダー

* {1}
    * ロール
    メンバー
    * 期間
    201804-202003

* 以降割愛
"""
WORKS = ("小売店向け発注サイトの構築", "介護施設向けアプリの開発")


def test_a_list_below_work_tells_projects_that_say_when():
    text = WORK_LIST.format(*WORKS)
    assert projects(text) == [
        (WORKS[0], "2020-04", "current"),
        (WORKS[1], "2018-04", "2020-03"),
    ]
    assert employers(text) == []
    assert "割愛" in render(read_twice(text))


@pytest.mark.parametrize(
    "text",
    [
        WORK_LIST.format("甲株式会社", WORKS[1]),
        WORK_LIST.format("甲野商店", "乙原商店"),
        WORK_LIST.format(*WORKS).replace("期間", "技術"),
        WORK_LIST.format(*WORKS).replace("201804-202003", "長期"),
        WORK_LIST.format(*WORKS) + "\n本文\n\n- 甲\n- 乙\n",
        WORK_LIST.format(*WORKS).replace("## 職務経歴", "## 自己PR"),
    ],
)
def test_another_list_below_work_tells_no_projects(text):
    assert projects(text) == []
    assert "割愛" in render(read_twice(text))


@pytest.mark.parametrize(
    "title", ["参画案件（フリーランス）", "主なプロジェクト（個人事業主として）"]
)
@pytest.mark.parametrize("tags", ["`2020年4月〜現在` `週4` `Go`", "`週4` | `2020年4月〜現在`"])
def test_projects_of_who_is_independent_may_say_when_in_a_tag(title, tags):
    body = f"### 2. 動画の再生\n\n{tags}\n\n設計\n\n### 1. 求人の画面\n\n`Go`"
    text = section(body, title)
    read_twice(text)
    assert projects(text) == [("動画の再生", "2020-04", "current"), ("求人の画面", "", "")]
    assert not projects(text.replace(title, "甲乙（フリーランス）"))


@pytest.mark.parametrize(
    "title",
    [
        "自主制作",
        "個人で作ったもの",
        "趣味で作ったアプリ",
        "個人で運営しているサイト",
        "業務外で開発したサービス",
        "個人の制作物",
        *("自作", "個人アプリ", "自作ライブラリ", "公開しているもの", "リリースしたアプリ"),
    ],
)
@pytest.mark.parametrize(
    "text", ["### 旅のしおり\n\n- 技術：Go", "**旅のしおり**\n\nアプリの画面。"]
)
def test_what_somebody_made_for_oneself_is_a_section_of_projects(title, text):
    assert projects(section(text, title)) == [("旅のしおり", "", "")]


@pytest.mark.parametrize(
    "title", ["趣味", "個人の活動", "個人で大切にしていること", "業務外", "個人", "運営している会"]
)
def test_what_somebody_does_besides_is_no_section_of_projects(title):
    assert projects(section("### 旅のしおり\n\n- 技術：Go", title)) == []


@pytest.mark.parametrize("title", ["翻訳活動", "コントリビュート"])
def test_what_somebody_did_for_the_code_of_others_is_no_project(title):
    own, others = "### 自作\n\n**旅のしおり**\n\n画面。", f"### {title}\n\n- 甲\n- 乙"
    assert projects(section(f"{own}\n\n{others}", "OSS")) == [("旅のしおり", "", "")]


REPOSITORIES = (
    "- [foo-cam](https://github.com/someone/foo-cam): 植物の記録\n"
    "- [bar-rs](https://gitlab.com/someone/bar-rs) — 祝日を判定するライブラリ"
)


@pytest.mark.parametrize(
    "title", ["個人の活動", "その他の活動", "業務外での取り組み", "社外の取組み"]
)
def test_what_somebody_does_besides_may_be_repositories_of_code(title):
    text = section(REPOSITORIES, title)
    assert projects(text) == [("foo-cam", "", ""), ("bar-rs", "", "")]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("個人の活動", f"{REPOSITORIES}\n- 勉強会の主催"),
        ("個人の活動", "- [スライド](https://speakerdeck.example/someone/foo): 登壇"),
        ("個人の活動", "- [GitHub](https://github.com/someone): アカウント"),
        ("個人の活動", "- [foo-cam](https://github.com/someone/foo-cam)"),
        ("好きなライブラリ", REPOSITORIES),
    ],
)
def test_other_links_there_or_repositories_elsewhere_are_no_projects(title, text):
    assert projects(section(text, title)) == []


def test_the_last_items_of_linked_projects_may_link_to_nothing():
    first = "- [someone/foo](https://github.com/someone/foo) : クエリの組み立て"
    text = section(f"{first}\n- bar へのドキュメント修正 PR いくつか", "OSS")
    assert projects(text) == [("someone/foo", "", "")]
    assert "- bar へのドキュメント修正 PR いくつか" in render(read_twice(text))
    assert projects(section(f"- 勉強会の主催\n{first}", "OSS")) == []
    assert projects(section("- [foo](https://foo.example/) と話した\n- ほか", "OSS")) == []


def test_the_items_of_a_flat_list_may_end_with_the_address_of_what_they_title():
    items = "- 駒音 — 卓上ゲームの移植 https://github.com/someone/ko\n- otsu - 趣味の記録 <{}>"
    text = section(items.format("https://otsu.example/"), "個人開発")
    assert projects(text) == [("駒音", "", ""), ("otsu", "", "")]
    assert render(read_twice(text)) == text
    assert projects(section(items.format("https://otsu.example/"), "勉強会")) == []
    # Of an account, of a firm, after a sentence, or none.
    assert projects(section(items.format("https://github.com/someone"), "個人開発")) == []
    for name in ("乙株式会社", "作った。乙", "使用技術"):
        other = items.format("https://otsu.example/").replace("otsu -", f"{name} -")
        assert projects(section(other, "個人開発")) == []
    assert projects(section("- 駒音 — 卓上ゲームの移植\n- 音駒 — 記録", "個人開発")) == []
