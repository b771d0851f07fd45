"""Titles of sections that are lines of their own, in a file without headings."""

from dataclasses import replace

import pytest

from resume.document.schema import Section
from resume.formats.markdown import parse, render

from .test_employers import employers
from .test_heads import read_twice

NOTATIONS = [
    "**■{}**",
    "**■ {}**",
    "■{}",
    "【{}】",
    "**【{}】**",
    "**{}**",
    "＜{}＞",
    "［{}］",
    "《{}》",
    "1. {}",
    "**1\\. {}**",
    "**[{}]{{.underline}}**",
    "{}",
]
STAYS = [
    ("甲株式会社", "", "2020-04", "current"),
    ("株式会社乙", "", "2016-04", "2020-03"),
]
WORK = (
    "**2020年4月～現在　甲株式会社**\n\n事業内容：食品の卸売\n\n＜担当業務＞\n\n- 在庫の管理\n\n"
    "**2016年4月～2020年3月　株式会社乙**\n\n事業内容：小売\n\n＜担当業務＞\n\n- 店舗の運営"
)


def titled(notation, *parts, whole="職務経歴書\n\n2025年4月1日現在\n\n"):
    return (
        whole + "\n\n".join(f"{notation.format(title)}\n\n{text}" for title, text in parts) + "\n"
    )


def told(sections, depth=0):
    """Return [(depth, title, what it holds)] of the sections, in the order of the file."""
    return [
        row
        for each in sections
        if isinstance(each, Section)
        for row in ((depth, each.title, each.holds), *told(each.children, depth + 1))
    ]


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_line_titles_a_section_as_a_heading_does(notation):
    parts = [("職務要約", "開発に従事。"), ("職務経歴", WORK), ("自己PR", "以上")]
    text = titled(notation, *parts)
    resume = read_twice(text)
    assert employers(text) == STAYS
    assert told(resume.sections) == [
        (0, "職務経歴書", "positions"),
        (1, notation.format("職務要約"), "summary"),
        (1, notation.format("職務経歴"), "positions"),
        (1, notation.format("自己PR"), ""),
    ]
    assert render(resume) == text


def test_the_titles_stand_below_the_only_heading_where_that_is_of_the_whole_file():
    parts = [("職務経歴", WORK), ("自己PR", "以上")]
    for whole in ("# 職務経歴書\n\n", "# 田中 太郎\n\n", "職務経歴書\n===\n\n"):
        text = titled("**■{}**", *parts, whole=whole)
        resume = read_twice(text)
        assert employers(text) == STAYS
        assert [depth for depth, *_row in told(resume.sections)] == [0, 1, 1]
    other = titled("**■{}**", *parts, whole="# 自己紹介\n\n").replace(
        "**■自己PR", "# 自己PR\n\n**■希望"
    )
    assert [title for _depth, title, _holds in told(parse(other).resume.sections)] == [
        "自己紹介",
        "自己PR",
    ]


def test_letters_of_a_title_may_be_spaced():
    text = titled("【{}】", ("職　務　経　歴", WORK), whole="**職　務　経　歴　書**\n\n")
    assert employers(text) == STAYS
    assert read_twice(text).sections[0].title == "**職　務　経　歴　書**"


def test_a_marked_title_may_open_its_paragraph():
    text = titled("【{}】", ("職務経歴", WORK), ("自己PR", "以上")).replace("】\n\n", "】\n")
    assert employers(text) == STAYS
    assert len(told(read_twice(text).sections)) == 3
    assert len(told(parse(text.replace("【", "").replace("】", "")).resume.sections)) < 3


def test_what_labels_a_part_of_an_entry_titles_no_section():
    entry = "**2020年4月～現在　甲株式会社**\n\n**概要**\n\n小売\n\n**使用技術**\n\nGo"
    again = entry.replace("2020年4月～現在", "2016年4月～2020年3月").replace("甲", "乙")
    text = titled("**{}**", ("職務経歴", f"{entry}\n\n{again}"), ("資格", "ITパスポート"))
    titles = [title for _depth, title, _holds in told(read_twice(text).sections)]
    assert titles == ["職務経歴書", "**職務経歴**", "**資格**"]
    assert len(employers(text)) == 2
    marked = titled("■{}", ("職務経歴", f"{entry}\n\n{again}"), ("スキル", "Go"))
    assert "■スキル" in [title for _depth, title, _holds in told(parse(marked).resume.sections)]


def test_other_titles_count_outside_of_work_where_they_open_as_the_known_ones_do():
    parts = [("職務要約", "営業"), ("職務経歴", WORK), ("資格", "簿記"), ("業界への思い", "あり")]
    marked = parse(titled("■{}", *parts)).resume
    titles = [title for _depth, title, _holds in told(marked.sections)]
    assert titles[1:] == ["■職務要約", "■職務経歴", "■資格", "■業界への思い"]
    bold = parse(titled("**{}**", *parts)).resume
    titles = [title for _depth, title, _holds in told(bold.sections)]
    assert titles[1:] == ["**職務要約**", "**職務経歴**", "**資格**"]


def test_projects_of_one_who_employs_are_no_section_where_another_follows():
    projects = "**【主なプロジェクト】**\n\n**①検索の刷新（2021年4月～現在）**\n\n概要：検索"
    first, second = WORK.split("\n\n**2016")
    text = titled("**【{}】**", ("職務経歴", f"{first}\n\n{projects}\n\n**2016{second}"))
    assert employers(text) == STAYS
    assert [title for _depth, title, _holds in told(read_twice(text).sections)] == [
        "職務経歴書",
        "**【職務経歴】**",
    ]
    own = titled(
        "**【{}】**", ("職務経歴", WORK), ("プロジェクト経歴", projects.split("\n\n", 1)[1])
    )
    assert told(read_twice(own).sections)[-1] == (1, "**【プロジェクト経歴】**", "projects")
    assert employers(own) == STAYS


def test_a_drawn_line_may_stand_between_a_title_and_its_text():
    text = titled("{}", ("職務経歴", WORK), ("自己PR", "以上"))
    for rule in ("──────", "━━━━━━", "＝＝＝＝＝＝"):
        ruled = text.replace("職務経歴\n", f"職務経歴\n{rule}").replace("PR\n", f"PR\n{rule}")
        assert rule in ruled
        assert employers(ruled) == STAYS
        assert [title for _depth, title, _holds in told(read_twice(ruled).sections)] == [
            "職務経歴書",
            "職務経歴",
            "自己PR",
        ]


@pytest.mark.parametrize(
    "text",
    [
        "# 業務\n\n## 目次\n\n**職務経歴**\n\n2016年4月～2020年3月の分\n",
        "**概要**\n\n道具の説明です。\n\n**使用技術**\n\nGo\n",
        "```\n職務経歴\n\n株式会社乙（2016年4月～2020年3月）\n```\n",
        "> 職務経歴\n\n株式会社乙（2016年4月～2020年3月）\n",
        "職務経歴は次の通り。\n\n株式会社乙（2016年4月～2020年3月）\n",
    ],
)
def test_other_lines_title_nothing(text):
    resume = read_twice(text)
    assert not any("plain" in section.extras for section in resume.sections)
    assert employers(text) == []


def test_beside_a_new_section_all_titles_are_headings():
    resume = parse(titled("**■{}**", ("職務経歴", WORK), ("自己PR", "以上"), whole="")).resume
    edited = replace(resume, sections=(*resume.sections, Section(title="学歴", body="甲大学")))
    printed = render(edited)
    assert printed.startswith("# **■職務経歴**\n\n**2020年4月～現在")
    assert employers(printed) == STAYS
    renamed = replace(resume, sections=(replace(resume.sections[0], title="職歴。"),))
    assert render(renamed).startswith("# 職歴。\n")


def test_a_separator_may_be_escaped():
    text = titled("**{}**", ("職務経歴", WORK.replace("～", " \\~ ")), ("自己PR", "以上"))
    assert employers(text) == STAYS
