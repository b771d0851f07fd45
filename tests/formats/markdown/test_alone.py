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


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("副業: 予約サイトの運用", [("副業: 予約サイトの運用", "2017-07", "current")]),
        ("受託：予約サイトの運用", [("受託：予約サイトの運用", "2017-07", "current")]),
        ("副業: 株式会社乙", []),
        ("副業: 丸一ソフト開発", []),
        ("副業: 乙川", []),
    ],
)
def test_how_it_was_done_may_lead_the_title_of_work_beside_employers(title, expected):
    stay = "## 株式会社甲\n\n2018年11月 〜 現在 / SE\n\n本文"
    text = f"# 職歴\n\n{stay}\n\n## {title}\n\n2017年7月 〜 現在 / 全般\n\n- 本文\n"
    read_twice(text)
    assert projects(text) == expected
    assert projects(text.replace("2017年7月 〜 現在 / 全般", "")) == []
