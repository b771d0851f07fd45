"""Projects that headings name outside of a section about work."""

import pytest

from resume.document.schema import Project
from resume.formats.markdown import parse, render

from .test_heads import read_twice

LISTED = "- 概要\n  - 予約を受ける画面\n- 期間\n  - 2022/11 ~ 2024/05\n- 担当工程\n  - 設計"


def sheet(*blocks):
    return "\n\n".join(["# スキルシート", "- 職務要約\n  - 保守を3年", *blocks]) + "\n"


def projects(text):
    """Return [(title, start, end)] of the projects."""
    found = (item for item in parse(text).resume.items() if isinstance(item, Project))
    return [(item.title, item.start, item.end) for item in found]


def test_labels_in_a_list_tell_of_the_work_that_a_heading_titles():
    text = sheet(
        f"## 予約システムの開発\n\n{LISTED}",
        "## 在庫管理の改修\n\n- 期間: 2021/04〜2022/03\n- 役割: リーダー\n- 使用技術: Go",
        "## 検索サイトの構築",
        "## 帳票システムの移行",
    )
    assert render(read_twice(text)) == text
    assert projects(text) == [
        ("予約システムの開発", "2022-11", "2024-05"),
        ("在庫管理の改修", "2021-04", "2022-03"),
        ("検索サイトの構築", "", ""),
        ("帳票システムの移行", "", ""),
    ]


@pytest.mark.parametrize(
    "block",
    [
        f"## 甲野乙次\n\n{LISTED}",  # a name
        f"## 予約システムの開発\n\n{LISTED.replace('期間', '備考')}",
        f"## 予約システムの開発\n\n{LISTED.replace('担当工程', '画面')}",
        f"## 活動実績\n\n{LISTED}",
        "## 検索サイトの構築",  # after no other
        "## 検索サイトの構築\n\n本文",
    ],
)
def test_other_headings_outside_of_a_section_about_work_title_no_projects(block):
    assert projects(sheet(block)) == []


def test_a_title_with_text_below_it_is_no_project_for_one_beside_it():
    text = sheet(f"## 予約システムの開発\n\n{LISTED}", "## 検索サイトの構築\n\n本文", "## 免許")
    assert [title for title, *_when in projects(text)] == ["予約システムの開発"]
