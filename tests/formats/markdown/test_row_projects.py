"""Projects in the rows of a table of employers."""

import pytest
from django.test import TestCase

from resume.document.schema import Fact, Project
from resume.formats import html
from resume.formats.markdown import parse, render
from resume.models import Audience
from resume.store import load_resume, save_resume

from .test_employers import employers
from .test_openings import read_twice
from .test_told_projects import told

HEAD = "# 職歴\n\n| 期間 | 会社 | 担当業務内容 | 環境 |\n|---|---|---|---|\n"
ROWS = """| 2016/04〜2016/07 | 広告会社 | 予約の保守<br>(研修) | Go |
| 2016/08〜2018/07 | 広告会社 | 教材アプリの開発 |  |
| 2018/08〜2019/04 | 広告会社 | 検索の準備 | Go |
| 2019/08〜2020/04 | 小売会社 | 地図の刷新 | Rust |
"""
EXPECTED = [
    ("予約の保守", "2016-04", "2016-07"),
    ("教材アプリの開発", "2016-08", "2018-07"),
    ("検索の準備", "2018-08", "2019-04"),
    ("地図の刷新", "2019-08", "2020-04"),
]


def test_each_row_of_an_employer_may_be_a_project():
    text = f"{HEAD}{ROWS}\n以上\n"
    assert told(text) == EXPECTED
    assert employers(text) == [
        ("広告会社", "", "2016-04", "2019-04"),
        ("小売会社", "", "2019-08", "2020-04"),
    ]
    assert render(read_twice(text)) == text
    page = html.render(parse(text).resume, lambda item: "")
    assert page.count("<tr>") == 5


def test_the_other_cells_of_a_row_are_facts_of_its_project():
    items = parse(HEAD + ROWS).resume.items()
    facts = [item.facts for item in items if isinstance(item, Project)]
    assert facts == [
        (Fact(label="環境", value="Go"),),
        (),
        (Fact(label="環境", value="Go"),),
        (Fact(label="環境", value="Rust"),),
    ]


@pytest.mark.parametrize(
    "text",
    [
        ROWS.replace("検索の準備", ""),
        ROWS.replace("検索の準備", "検索を準備した。"),
        ROWS.replace("検索の準備", "地図の刷新"),
        ROWS.replace("検索の準備", "検索").replace("アプリの開発", "").replace("保守", "準備"),
        "\n".join(ROWS.split("\n")[1::2]),
    ],
)
def test_rows_may_tell_of_no_projects(text):
    assert told(HEAD + text) == []
    assert len(employers(HEAD + text)) == 2
    assert render(read_twice(HEAD + text)).strip() == (HEAD + text).strip()


def test_a_column_of_titles_tells_a_project_for_each_employer():
    head = HEAD.replace("担当業務内容", "プロジェクト名")
    rows = "\n".join(ROWS.split("\n")[1::2])
    assert told(head + rows) == [EXPECTED[1], EXPECTED[3]]


class ThroughTheDatabase(TestCase):
    def test_the_rows_come_back_where_they_stood(self):
        save_resume(parse(HEAD + ROWS).resume, exact=True)
        assert render(load_resume(Audience.OWNER)) == HEAD + ROWS
