"""Projects that a label or a column of a table names in the text of a Markdown résumé."""

from dataclasses import replace

import pytest
from django.test import TestCase

from resume.document.schema import Project
from resume.formats import html
from resume.formats.markdown import parse, render
from resume.models import Audience
from resume.store import load_resume, save_resume

from .test_employers import work
from .test_openings import read_twice

EMPLOYER = "## 甲株式会社（2020年4月〜現在）"
BLOCKS = [
    "| 項目 | 内容 |\n|---|---|\n| プロジェクト名 | 検索の刷新 |\n| 期間 | 2020/04〜2021/03 |",
    "| 期間 | 2020/04〜2021/03 |\n|---|---|\n| 案件名 | 検索の刷新 |",
    "- プロジェクト名：検索の刷新\n- 期間：2020/04〜2021/03\n- 役割：リーダー",
    "- 案件名: 検索の刷新\n  - 期間: 2020/04〜2021/03\n  - 役割: リーダー",
    "【プロジェクト名】\n検索の刷新\n\n【期間】\n2020/04〜2021/03",
]


def told(text):
    """Return [(title, start, end)] of the projects, in the order of the file."""
    items = (item for item in parse(text).resume.items() if isinstance(item, Project))
    return [(item.title, item.start, item.end) for item in items]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_label_in_the_text_of_an_employer_names_a_project(block):
    text = work(EMPLOYER, "業務", block, block.replace("検索", "決済"), "## 乙株式会社（2018/1〜）")
    assert read_twice(text)
    assert told(text) == [
        ("検索の刷新", "2020-04", "2021-03"),
        ("決済の刷新", "2020-04", "2021-03"),
    ]
    printed = render(parse(text).resume)
    assert block in printed


@pytest.mark.parametrize("block", BLOCKS)
def test_a_label_in_a_section_of_projects_names_one(block):
    text = f"# プロジェクト経歴\n\n{block}\n\n{block.replace('検索', '決済')}\n"
    assert [title for title, *_period in told(text)] == ["検索の刷新", "決済の刷新"]
    assert block in render(read_twice(text))


def test_the_label_of_a_project_may_have_a_number():
    items = [
        f"- **プロジェクト（{number}）：** {title}\n\n  - **使用した技術：**\n    - Go"
        for number, title in ((1, "検索の刷新"), (2, "決済の刷新"))
    ]
    text = work(EMPLOYER, "業務", *items)
    assert told(text) == [("検索の刷新", "", ""), ("決済の刷新", "", "")]
    assert render(read_twice(text)) == text
    assert told(text.replace("プロジェクト（", "工程（")) == []


TABLE = (
    "| 期間 | プロジェクト名 | 役割 |\n|---|---|---|\n"
    "| 2020/04〜2021/03 | 検索の刷新 | 設計 |\n|  |  | 実装 |\n"
    "| 2021/04〜2021/09 | 決済<br>二重払いを直す | 設計 |"
)


def test_the_rows_of_a_table_in_the_text_of_an_employer_are_projects():
    text = work(EMPLOYER, "業務", TABLE, "表の後", "## 乙株式会社（2018/1〜）")
    assert told(text) == [("検索の刷新", "2020-04", "2021-03"), ("決済", "2021-04", "2021-09")]
    resume = read_twice(text)
    assert TABLE in render(resume)
    assert "| 役割 |\n|---|---|---|\n| 2021/04" in next(
        item.body for item in resume.items() if isinstance(item, Project) and item.title == "決済"
    )


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("プロジェクト名", "業務"),
        TABLE.replace("2020/04〜2021/03", "未定"),
        TABLE.replace("検索の刷新", "検索を刷新した。"),
        TABLE.replace("検索の刷新", "決済"),
        TABLE.replace("検索の刷新", ""),
    ],
)
def test_rows_may_tell_of_something_else(table):
    text = work(EMPLOYER, table)
    assert told(text) == []
    assert table in render(read_twice(text))


def test_a_page_shows_the_table_that_tells_a_project():
    text = f"# プロジェクト経歴\n\n{BLOCKS[0]}\n"
    page = html.render(parse(text).resume, lambda item: "")
    assert "<td>プロジェクト名</td>" in page
    assert "<p>検索の刷新" not in page


def test_a_project_that_was_renamed_prints_with_its_new_title():
    resume = parse(work(EMPLOYER, BLOCKS[2])).resume
    section = resume.sections[0]
    position = section.children[0].items[0]
    renamed = replace(position.projects[0], title="索引の刷新")
    line = replace(section.children[0], items=(replace(position, projects=(renamed,)),))
    printed = render(replace(resume, sections=(replace(section, children=(line,)),)))
    assert "索引の刷新\n\n- プロジェクト名：検索の刷新" in printed


def test_long_rows_of_a_section_of_projects_share_the_head_of_their_table():
    table = TABLE.replace("設計", "設計<br>" + "・詳しい説明" * 100)
    text = f"# 職務経歴書\n\n## プロジェクト一覧\n\n{table}\n\n後\n"
    assert told(text) == [("検索の刷新", "2020-04", "2021-03"), ("決済", "2021-04", "2021-09")]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize("title", ["役割: 検索の設計", "職務：プログラマ", "使用技術: Go / AWS"])
def test_a_heading_with_a_label_and_its_value_is_no_project(title):
    text = work(EMPLOYER, f"### {title}", "本文", "### 決済の刷新", "本文")
    read_twice(text)
    assert [title for title, *_period in told(text)] == ["決済の刷新"]


def test_a_note_is_no_project():
    text = work(EMPLOYER, "※ 乙社との兼業期間あり（2022年01月〜2023年10月）", "- 本文")
    assert told(text) == []
    assert told(text.replace("※ ", "")) != []


def test_the_title_of_the_whole_file_holds_no_skills():
    text = "# スキルシート\n\n山田　太郎\n\n## 職務経歴\n\n### 甲株式会社（2020/04〜）\n\n本文\n"
    resume = parse(text).resume
    assert [type(item).__name__ for item in resume.items()] == ["Position"]
    assert resume.sections[0].body == "山田　太郎"


@pytest.mark.parametrize(
    "title",
    [
        "■検索の刷新",
        "【検索の刷新】",
        "**検索の刷新**",
        "1. 検索の刷新（{}）",
        "**{}　検索の刷新**",
    ],
)
def test_a_line_and_the_rows_below_it_may_tell_a_project(title):
    first, second = "2020/04〜2021/03", "2018/04〜2020/03"
    texts = [
        f"{title.format(period)}\n\n- 期間：{period}\n- 役割：リーダー"
        for period in (first, second)
    ]
    text = work(EMPLOYER, texts[0], texts[1].replace("検索", "決済"))
    read_twice(text)
    assert told(text) == [
        ("検索の刷新", "2020-04", "2021-03"),
        ("決済の刷新", "2018-04", "2020-03"),
    ]


@pytest.mark.parametrize("below", ["- 案件名：検索の刷新", "**検索の刷新**\n\n本文"])
@pytest.mark.parametrize("heading", ["2020/04〜2021/03", "プロジェクト概要【2020/04〜2021/03】"])
def test_the_title_of_a_project_may_stand_below_its_heading(heading, below):
    text = work(EMPLOYER, f"### {heading}\n\n{below}")
    read_twice(text)
    assert told(text) == [("検索の刷新", "2020-04", "2021-03")]


def test_rows_of_duties_may_begin_with_the_titles_of_projects():
    head = "| 期間 | 業務内容 | 環境 |\n|---|---|---|\n"
    first = "| 2020/04〜現在 | 検索の開発<br>・設計 | Go |"
    rows = f"{first}\n| 2018/04〜2020/03 | 決済の開発<br>・実装 | C |"
    assert told(work(EMPLOYER, head + rows)) == [
        ("検索の開発", "2020-04", "current"),
        ("決済の開発", "2018-04", "2020-03"),
    ]
    assert told(work(EMPLOYER, head + rows.replace("決済の開発", "いろいろ"))) == []


def test_a_title_that_comes_again_at_the_same_time_stays_in_the_text():
    block = "**検索の刷新**\n\n- 期間：{}\n- 役割：リーダー"
    times = "2020/04〜2021/03", "2018/04〜2020/03"
    first, second = ("検索の刷新", "2020-04", "2021-03"), ("検索の刷新", "2018-04", "2020-03")
    text = work(EMPLOYER, *map(block.format, times))
    read_twice(text)
    assert told(text) == [first, second]
    assert told(text.replace(times[1], times[0])) == [first]


AGAIN = (
    "| 期間 | プロジェクト名 | 役割 |\n|---|---|---|\n"
    "| 2021/04〜2022/03 | 検索 | 設計 |\n"
    "| 2020/04〜2021/03 | 決済 | 設計 |\n"
    "| 2019/04〜2020/03 | 検索 | 設計 |"
)


def test_a_title_may_come_again_in_a_table_at_another_time():
    for text in (work(EMPLOYER, AGAIN), f"# プロジェクト経歴\n\n{AGAIN}\n"):
        assert [title for title, *_when in told(text)] == ["検索", "決済", "検索"]
        assert AGAIN in render(read_twice(text))
        assert told(text.replace("2019/04〜2020/03", "2021/04〜2022/03")) == []
        assert told(text.replace("決済", "検索")) == []


class ThroughTheDatabase(TestCase):
    def test_projects_of_the_same_title_come_back_where_they_stood(self):
        text = work(EMPLOYER, AGAIN)
        save_resume(parse(text).resume, exact=True)
        assert render(load_resume(Audience.OWNER)) == render(parse(text).resume)
        assert save_resume(parse(text).resume).is_unchanged


def test_tables_with_the_same_head_stay_two():
    head = "| 期間 | プロジェクト | 担当 |\n|---|---|---|\n"
    first = "| 2020/04〜現在 | 検索の刷新 | 設計 |\n| 2019/04〜2020/03 | 決済の刷新 | 設計 |\n"
    text = work(EMPLOYER, f"{head}{first}", f"{head}| 2018/04〜2019/03 | 配送の刷新 | 実装 |")
    assert render(parse(text).resume).count("| 期間 |") == 2
    assert [title for title, *_rest in told(text)] == ["検索の刷新", "決済の刷新", "配送の刷新"]


def test_a_link_after_the_title_of_a_project_is_no_part_of_it():
    head = "| プロジェクト概要 | 役割 | 技術 |\n|-|-|-|"
    rows = "| 甲の分析([記事](https://x.example))・助言 | |\n| [乙の調査](https://y.example) | |"
    text = work(f"## 甲株式会社（2020年4月〜現在）\n\n{head}\n{rows}")
    assert [title for title, *_rest in told(text)] == ["甲の分析", "乙の調査"]


CELLS = [
    "（小売）<br/><br/>検索の刷新<br>設計",
    "業種：小売<br>検索の刷新<br>設計",
    "【業界】小売<br>検索の刷新",
    "案件名：検索の刷新<br>業種：小売",
    "【プロジェクト名】<br>検索の刷新<br>【概要】<br>設計",
]


@pytest.mark.parametrize("cell", CELLS)
def test_for_whom_a_project_was_may_stand_over_its_title_in_a_cell(cell):
    rows = f"| 2020/04〜2021/03 | {cell} | 設計 |\n| 2021/04〜2022/03 | 決済の改修<br>設計 | 実装 |"
    table = f"| 期間 | 案件内容 | 役割 |\n|---|---|---|\n{rows}"
    expected = [("検索の刷新", "2020-04", "2021-03"), ("決済の改修", "2021-04", "2022-03")]
    text = work(EMPLOYER, table)
    assert told(text) == expected
    assert table in render(read_twice(text))
    assert told(text.replace("決済の改修<br>", "")) == []
    assert told(text.replace("検索の刷新", "検索を直した。")) == []


STAYS = [
    "| 会社 | 期間 |\n|---|---|\n| 甲株式会社 | 2020/2〜2022/11 |\n| 乙株式会社 | 2017/7〜2020/1 |",
    "- 甲株式会社（2020/2〜2022/11）\n- 乙株式会社（2017/7〜2020/1）",
]
BELOW = [
    "| 期間 | 案件名 | 役割 |\n|---|---|---|\n| 2020/04〜2021/03 | 検索の刷新 | 設計 |",
    "**検索の刷新（2020/04〜2021/03）**\n\n- 設計",
]


@pytest.mark.parametrize(
    ("stays", "below"), [(STAYS[0], BELOW[0]), (STAYS[0], BELOW[1]), (STAYS[1], BELOW[0])]
)
def test_projects_may_stand_below_employers_that_a_table_or_a_list_names(stays, below):
    text = f"# 職務経歴\n\n{stays}\n\n案件\n\n{below}\n"
    assert told(text) == [("検索の刷新", "2020-04", "2021-03")]
    assert below in render(read_twice(text))
    assert told(text.replace("2020/04〜2021/03", "")) == []
    assert told(f"{text}\n# その他\n\n## 検索の刷新\n\n本文\n") == []
