"""Raw HTML in a Markdown résumé, read as the Markdown that says the same."""

import pytest

from resume.document.schema import Position, Section
from resume.document.source import Destination
from resume.formats.markdown import parse, render

from .test_employers import employers, projects, work
from .test_heads import read_twice

ONE = [("甲株式会社", "", "2020-04", "current")]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>甲株式会社（2020年4月〜現在）</h2>",
        '<h2 id="one">甲株式会社（2020年4月〜現在）</h2>',
        '<h2 class="job"><i class="icon"></i>甲株式会社（2020年4月〜現在）</h1>',
        "<H2>甲株式会社（2020年4月〜現在）",
        "<h2>\n  甲株式会社\n  （2020年4月〜現在）\n</h2>",
        '<section>\n<h2>\n<a href="https://x.example/">甲株式会社</a>\n2020年4月〜現在\n</h2>',
        '<h2>甲株式会社 <time datetime="2020-04">2020年4月</time>〜現在</h2>',
    ],
)
@pytest.mark.parametrize("below", ["\n\n- 保守", "\n<ul><li>保守</li></ul>\n</section>"])
def test_a_heading_of_raw_html_is_one(heading, below):
    text = work(heading + below)
    read_twice(text)
    assert employers(text) == ONE


@pytest.mark.parametrize(
    "text",
    [
        "```\n<h2>甲株式会社（2020年4月〜現在）</h2>\n```",
        "<pre>\n<h2>甲株式会社（2020年4月〜現在）</h2>\n</pre>",
        "<!--\n<h2>甲株式会社（2020年4月〜現在）</h2>\n-->",
        "<details>\n<h2>検索（2020年4月〜現在）</h2>\n本文\n</details>",
        "<p>本文の <h2>甲株式会社（2020年4月〜現在）</h2></p>",
        "<h2></h2>",
    ],
)
def test_what_only_looks_like_a_heading_of_raw_html_is_text(text):
    assert employers(work(text)) == []
    assert [section.title for section in parse(work(text)).resume.sections] == ["職務経歴"]


def test_the_attributes_of_a_heading_stay_in_its_title():
    text = '# 概要\n\n<h2 id="a" class="b">強み</h2>\n\n本文\n'
    section = parse(text).resume.sections[0].children[0]
    assert isinstance(section, Section)
    assert (section.title, section.body) == ('<span id="a" class="b">強み</span>', "本文")
    assert render(parse(text).resume).endswith('## <span id="a" class="b">強み</span>\n\n本文\n')


def test_the_lines_of_a_heading_of_raw_html_are_accounted_for():
    html = "<div>\n<h2>\n甲株式会社（2020年4月〜現在）\n</h2>\n<p>本文</p>\n</div>\n"
    source = parse(f"# 職歴\n\n{html}")
    assert [(span.first, span.last, span.destination) for span in source.ledger] == [
        (1, 1, Destination.FIELD),
        (2, 2, Destination.BLANK),
        (3, 3, Destination.VERBATIM),
        (4, 6, Destination.FIELD),
        (7, 8, Destination.BODY),
    ]


def test_a_lone_time_at_the_end_of_a_heading_is_when_somebody_began():
    text = '# 職歴\n\n<h2>甲株式会社 <time datetime="2020-04-01">2020 年 4 月</time></h2>\n'
    read_twice(text)
    assert employers(text) == [("甲株式会社", "", "2020-04", "")]
    assert employers("# 職歴\n\n## 甲株式会社 2020 年 4 月\n") != employers(text)


def test_front_matter_between_plus_signs_titles_the_file():
    text = '+++\ntitle = "職務経歴"\n+++\n\n## 甲の里（2020年4月〜現在）\n'
    source = parse(text)
    assert employers(text) == [("甲の里", "", "2020-04", "current")]
    assert source.ledger[0].destination == Destination.FRONT_MATTER
    assert render(source.resume).startswith('+++\ntitle = "職務経歴"\n+++\n\n## 甲の里')
    assert parse("+++\n本文\n+++\n").ledger[0].destination == Destination.VERBATIM


def test_work_beside_the_heading_of_an_employer_with_nothing_below_was_done_there():
    text = work(
        "## 甲株式会社（2020年4月〜現在）",
        "## 受発注の開発",
        "### 使用技術\n\nGo",
        "## 検索の追加<br>二つの画面",
        "## 乙株式会社（2016年4月〜2020年3月）",
        "## 在庫の改修",
    )
    read_twice(text)
    positions = [item for item in parse(text).resume.items() if isinstance(item, Position)]
    assert [[project.title for project in each.projects] for each in positions] == [
        ["受発注の開発", "検索の追加 二つの画面"],
        ["在庫の改修"],
    ]
    assert "\n## 受発注の開発\n\n### 使用技術\n" in render(parse(text).resume)


@pytest.mark.parametrize(
    "blocks",
    [
        ("## 甲株式会社（2020年4月〜現在）\n\n本文", "## 受発注の開発"),
        ("## 甲株式会社（2020年4月〜現在）", "## 好きなこと"),
        ("## 甲株式会社（2020年4月〜現在）", "### 受賞した話", "## 受発注の開発"),
    ],
)
def test_a_heading_beside_that_of_an_employer_may_be_of_something_else(blocks):
    assert not {"受発注の開発", "好きなこと"} & {*projects(work(*blocks))}
