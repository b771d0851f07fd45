"""Projects that are the items of a list in the text of an employer."""

import pytest
from django.test import TestCase

from resume.document.schema import Position, Project
from resume.document.source import Destination
from resume.formats.markdown import parse, render
from resume.models import Audience
from resume.store import load_resume, save_resume

from .test_employers import work
from .test_heads import read_twice

HEAD = "# 職務経歴\n\n## 株式会社X (2020/01〜現在)\n\n"
DATED = "- **甲の開発** (2020/08 - 2021/10)\n  - 設計\n- **乙の運用** (2021/11 - 現在)\n  - 監視"


def position(text):
    return next(item for item in parse(text).resume.items() if isinstance(item, Position))


def projects(text):
    found = [item for item in parse(text).resume.items() if isinstance(item, Project)]
    return [(each.title, each.start, each.end, each.body) for each in found]


def test_dated_items_with_text_below_them_are_projects():
    assert projects(f"{HEAD}### 主な成果\n\n{DATED}\n") == [
        ("甲の開発", "2020-08", "2021-10", "  - 設計"),
        ("乙の運用", "2021-11", "current", "  - 監視"),
    ]


def test_the_list_prints_where_it_stood():
    text = f"{HEAD}甲の会社\n\n### 主な成果\n\n{DATED}\n\n### 使用技術\n\nGo\n"
    assert position(text).body == "甲の会社\n\n### 主な成果\n\n\n### 使用技術\n\nGo"
    assert render(parse(text).resume) == text


@pytest.mark.parametrize("before", ["", "本文\n\n", "本文\n"])
@pytest.mark.parametrize("after", ["", "\n本文\n", "\n### 丙の開発 (2021/01〜)\n\n本文\n"])
def test_what_is_printed_is_read_as_the_same(before, after):
    first = parse(f"{HEAD}{before}{DATED}\n{after}").resume
    assert parse(render(first)).resume == first
    assert [item.title for item in first.items() if isinstance(item, Project)][:2] == [
        "甲の開発",
        "乙の運用",
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n", "\n  \n\n"])
def test_what_parts_two_lists_keeps_its_lines(gap):
    lists = [f"- **{title}**\n  - 役割：設計\n  - 使用技術：Go" for title in ("乙", "丙")]
    text = f"# 職歴\n\n## 甲株式会社（2015/11〜2019/03）\n\n{lists[0]}{gap}---{gap}{lists[1]}\n"
    assert [title for title, *_period in projects(text)] == ["乙", "丙"]
    printed = render(parse(text).resume)
    assert render(parse(printed).resume) == printed


def test_items_that_say_role_or_technology_below_are_projects():
    items = "- 甲CLI\n\n  - 担当: 設計\n  - 使用技術: Go\n\n- 乙\n\n  - 担当: 実装"
    assert [title for title, *_rest in projects(HEAD + items)] == ["甲CLI", "乙"]


@pytest.mark.parametrize("heading", ["主なプロジェクト", "担当プロジェクトと業務", "プロジェクト"])
def test_a_heading_may_say_that_projects_stand_below_it(heading):
    text = f"{HEAD}### {heading}\n\n- 甲\n  - 設計\n- 乙\n  - 監視\n"
    assert [title for title, *_rest in projects(text)] == ["甲", "乙"]


@pytest.mark.parametrize(
    "items",
    [
        "- 甲\n  - 設計\n- 乙の運用\n  - 監視",  # nothing says that they are projects
        "- 甲の開発 (2020/08 - 2021/10)\n- 乙の運用",  # one that says not when
        "- 営業部 (2020/08 - 2021/10)\n- 監視の運用 (2021/11 - 現在)",  # where it was
        "- 個人営業 (2020/08 - 2021/10)\n- 法人営業 (2021/11 - 現在)",  # what was done all the time
        "- 主任 (2020/08 - 2021/10)\n- 店長 (2021/11 - 現在)",
        "- 担当業務\n  - 使用技術: Go\n- 甲の開発\n  - 担当: 設計",  # a label among them
        "- **役割：**\n  - 担当: 設計\n- **規模：**\n  - 人数: 3",
        "- 言語：Go\n  - 担当: 設計",
        "- 甲を開発しました。\n  - 担当: 設計",
        "- 2020/08 - 2021/10\n  - 設計",  # no title
        "- 甲 (2020/08〜)\n  - 設計\n- 甲 (2021/08〜)\n  - 設計",  # told twice
        "```\n- 甲の開発 (2020/08〜)\n  - 設計\n```",
    ],
)
def test_a_list_of_anything_else_stays_text(items):
    assert projects(HEAD + items) == []
    assert position(HEAD + items).body == items


def test_the_lines_of_the_list_went_to_fields():
    ledger = parse(f"{HEAD}本文\n\n{DATED}\n").ledger
    assert [
        (span.first, span.last) for span in ledger if span.destination is Destination.FIELD
    ] == [
        (1, 1),
        (3, 3),
        (7, 10),
    ]


def test_a_list_whose_place_is_gone_prints_after_the_text():
    resume = parse(f"{HEAD}本文\n\n### 主な成果\n\n{DATED}\n").resume
    text = render(resume).replace("本文\n\n### 主な成果\n\n", "")
    assert projects(text) == projects(render(resume))


class ThroughTheDatabase(TestCase):
    def test_the_list_comes_back_where_it_stood(self):
        text = f"{HEAD}甲の会社\n\n### 主な成果\n\n{DATED}\n\n### 使用技術\n\nGo\n"
        save_resume(parse(text).resume, exact=True)
        assert render(load_resume(Audience.OWNER)) == text


@pytest.mark.parametrize(
    "title",
    [
        "【甲の開発】2021/04〜2022/03",
        "**【甲の開発】**（2021/04〜2022/03）",
        ":::details 甲の開発（2021/04〜2022/03）",
        "<summary>甲の開発（2021/04〜2022/03）</summary>",
        "<details><summary>甲の開発（2021/04〜2022/03）</summary>",
    ],
)
def test_brackets_and_what_is_folded_away_may_begin_a_project(title):
    text = f"# 職務経歴\n\n## 株式会社X（2020/04〜現在）\n\n{title}\n\n- 役割：設計\n"
    resume = parse(text).resume
    assert parse(render(resume)).resume == resume
    found = [item for item in resume.items() if isinstance(item, Project)]
    assert [(item.title, item.start, item.end) for item in found] == [
        ("甲の開発", "2021-04", "2022-03")
    ]


@pytest.mark.parametrize(
    "title", ["【期間】2021/04〜2022/03", ":::details 詳細", "【甲の開発】2021/04〜2022/03に終えた"]
)
def test_brackets_and_what_is_folded_away_may_be_something_else(title):
    text = f"# 職務経歴\n\n## 株式会社X（2020/04〜現在）\n\n{title}\n\n- 役割：設計\n"
    assert not [item for item in parse(text).resume.items() if isinstance(item, Project)]


@pytest.mark.parametrize(
    "text",
    [
        "1. 検索の刷新（2020/04〜2020/09）\n  - 設計\n2. 決済の刷新（2020/10〜2021/03）\n  - 本文",
        "**検索の刷新** 2020/04〜2020/09\n\n- 設計\n\n**2020/10〜2021/03 決済の刷新**\n\n- 実装",
        "■ 2020/04〜2020/09 検索の刷新\n- 設計\n\n■ 決済の刷新（2020/10〜2021/03）\n- 実装",
        "◆検索の刷新\n期間：2020/04〜2020/09\n\n◆決済の刷新\n期間：2020/10〜2021/03",
        "【検索の刷新】\n- 期間：2020/04〜2020/09\n\n【決済の刷新】\n- 期間：2020/10〜2021/03",
        "**検索の刷新**\n- 期間: 2020/04〜2020/09\n\n**決済の刷新**\n- 期間: 2020/10〜2021/03",
    ],
)
def test_projects_begin_in_lines_of_many_shapes(text):
    markdown = work("## 甲株式会社（2018/04〜現在）", "- 職種: SE\n- 雇用形態: 正社員", text)
    resume = read_twice(markdown)
    items = [item for item in resume.items() if isinstance(item, Project)]
    assert [(item.title, item.start, item.end) for item in items] == [
        ("検索の刷新", "2020-04", "2020-09"),
        ("決済の刷新", "2020-10", "2021-03"),
    ]
    printed = [line for line in render(resume).split("\n") if line]
    assert printed == [line for line in markdown.split("\n") if line]


def test_the_facts_that_lead_a_list_are_no_projects():
    facts = "- 職種: SE\n- 雇用形態: 正社員\n"
    text = f"{facts}- 検索の刷新（2020/04〜2020/09）\n  - 設計"
    markdown = work("## 甲株式会社（2018/04〜現在）", text)
    assert text in render(read_twice(markdown))
    position = next(iter(parse(markdown).resume.items()))
    assert [project.title for project in position.projects] == ["検索の刷新"]
    assert position.body == facts.strip()


def test_a_number_within_an_item_is_no_number_of_the_list():
    text = "- 2. 検索の刷新（2020/04〜2020/09）\n  - 設計"
    assert text in render(read_twice(work("## 甲株式会社（2018/04〜現在）", text)))


@pytest.mark.parametrize(
    "text",
    ["■ 検索の刷新\n- 設計", "【検索の刷新】\n- 設計", "■担当業務\n- 期間: 2020/04〜2020/09"],
)
def test_a_mark_alone_makes_no_project(text):
    markdown = work("## 甲株式会社（2018/04〜現在）", text)
    assert next(iter(parse(markdown).resume.items())).projects == ()


@pytest.mark.parametrize(
    "lead",
    ["2018/12〜5ヶ月 - ", "2018年12月（約5ヶ月）：", "2018.12〜半年 ", "2018/12 (5 months) | "],
)
def test_a_start_and_how_long_it_was_may_lead_an_item(lead):
    text = f"{HEAD}- {lead}検索の刷新\n  - 画面\n\n- 2017/12〜1週間 - 帳票の試作\n  - Python\n"
    assert [(title, start, end) for title, start, end, _body in projects(text)] == [
        ("検索の刷新", "2018-12", ""),
        ("帳票の試作", "2017-12", ""),
    ]
    assert f"- {lead}検索の刷新\n" in render(read_twice(text))


@pytest.mark.parametrize(
    "lead", ["2018/12〜5名 - ", "2018/12〜5ヶ月", "5ヶ月 - ", "検索 2018/12〜5ヶ月 - "]
)
def test_other_numbers_that_lead_an_item_say_not_when(lead):
    assert projects(f"{HEAD}- {lead}検索の刷新\n  - 画面\n") == []


def test_links_may_go_on_with_an_item_without_indentation():
    link = "[紹介](https://kou.example/)"
    text = f"{HEAD}- 甲の開発 (2020/08〜)  \n{link}\n  - 設計\n- 乙の運用 (2020/01〜)\n  - 監視\n"
    assert [(title, body) for title, *_when, body in projects(text)] == [
        ("甲の開発", f"  {link}\n  - 設計"),
        ("乙の運用", "  - 監視"),
    ]
    assert read_twice(text)
    assert projects(text.replace(link, "本文")) != projects(text)
    assert projects(text.replace(link, f"\n{link}")) != projects(text)


def test_a_remark_may_stand_after_a_title_in_bold():
    heading = "### 主なプロジェクト"
    text = f"{HEAD}{heading}\n\n- **甲の開発** (2020年、夏)\n  - 設計\n- **乙の運用**\n  - 監視\n"
    assert [title for title, *_rest in projects(text)] == ["甲の開発", "乙の運用"]
    assert render(read_twice(text)) == text
    assert projects(text.replace(" (2020", "は(2020")) == []


def test_dated_items_that_sound_like_work_need_no_text_below_them():
    items = "- 甲の開発 (2020/08 - 2021/10)\n- 乙の運用 (2021/11 - 現在)\n  - 監視"
    assert projects(HEAD + items) == [
        ("甲の開発", "2020-08", "2021-10", ""),
        ("乙の運用", "2021-11", "current", "  - 監視"),
    ]
    assert f"{HEAD}{items}\n" == render(read_twice(HEAD + items))


def test_dated_items_of_another_employer_may_only_be_alike():
    alike = "- 甲の刷新（2020/08〜2021/10）\n  - 設計\n- 乙の導入（2021/11〜）\n  - 監視"
    text = "# 職歴\n\n## 甲社（2020/04〜現在）\n\n{}\n\n## 乙社（2015/04〜2020/03）\n\n{}\n"
    titles = [each[0] for each in projects(text.format(alike, "- 店頭の丙（2016/04〜2017/03）"))]
    assert titles == ["甲の刷新", "乙の導入", "店頭の丙"]
    assert projects(text.format("本文", "- 店頭の丙（2016/04〜2017/03）")) == []
    assert len(projects(text.format(alike, "- 研修部（2016/04〜2017/03）"))) == 2


def test_one_title_over_a_list_is_enough_where_another_employer_has_several():
    several = "- 甲の刷新\n  - 設計\n- 乙の導入\n  - 監視"
    text = "# 職歴\n\n## 甲社（2020/04〜現在）\n\n{}\n\n## 乙社（2015/04〜2020/03）\n\n{}\n"
    found = projects(text.format(several, "- 需要の予測\n  - Python"))
    assert [each[0] for each in found] == ["甲の刷新", "乙の導入", "需要の予測"]
    assert projects(text.format("本文", "- 需要の予測\n  - Python")) == []
    for other in ("- 店頭\n  - 接客", "- 保守\n  - 監視", "- サイト公開後\n  - 監視"):
        assert len(projects(text.format(several, other))) == 2


MADE = (
    "## 職務経歴\n\n### 株式会社甲出版（2021年4月〜現在）\n\n- 校正\n- 依頼\n\n#### {}\n\n"
    "- 『化学の基礎』（2022年刊）　企画・編集\n- 『中学の理科』シリーズ（2023年3月発売）\n"
    "- 講座「気体」（2023年公開）　監修\n"
)


@pytest.mark.parametrize(
    "title",
    ["担当した主な書籍・教材", "主な担当書籍", "手がけた教材", "携わった書籍と雑誌一覧"],
)
def test_what_was_made_and_came_out_is_a_project_below_a_title_of_that(title):
    text = MADE.format(title)
    resume = parse(text).resume
    titles = [item.title for item in resume.items() if isinstance(item, Project)]
    assert titles == ["化学の基礎", "『中学の理科』シリーズ", "講座「気体」"]
    assert render(resume) == text


@pytest.mark.parametrize("title", ["参考書籍", "好きな書籍", "担当した商品"])
def test_what_came_out_below_another_title_is_none_of_them(title):
    items = [i for i in parse(MADE.format(title)).resume.items() if isinstance(i, Project)]
    assert "化学の基礎" not in [item.title for item in items]


def test_a_list_of_what_was_made_is_read_as_a_whole():
    text = MADE.format("担当した書籍").replace("（2023年公開）", "")
    assert [i.title for i in parse(text).resume.items() if isinstance(i, Project)] == []
