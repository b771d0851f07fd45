"""Lines that break off and lists of two styles."""

import pytest

from tests.factories import make_project, make_section

from .found import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("- データの\n  - 抽出\n- 実装", "データの"),
        ("- APIを", "APIを"),
        ("1. 検索と推薦、", "検索と推薦、"),
        ("- 設計および\n- 実装", "設計および"),
        ("* Designed the\n* Built it", "Designed the"),
        ("- **基盤の**", "基盤の"),
    ],
)
def test_an_item_that_ends_where_a_word_must_follow_breaks_off(body, words):
    make_section(body=body)
    assert said("dangling") == [f"“{words}” breaks off."]


@pytest.mark.parametrize(
    "body",
    [
        "- 大切にしていること\n- 作ったもの",
        "- EC2 から ECS へ\n- より簡単に",
        "- 目的は\n  - 速さ\n  - 正しさ",
        "- 検索の\n  改善",
        "- 開発方針として、\n無駄を書かない。",
        "- 検索の [改善](/resume/)",
        "- 役割: 設計",
        "- Wrote the docs\n- Turned it on",
        "本文が読点で、\n終わる段落の",
        "```\n- サーバーの\n```",
    ],
)
def test_an_item_that_goes_on_or_ends_well_does_not_break_off(body):
    make_section(body=body)
    assert said("dangling") == []


def test_a_title_breaks_off_like_an_item():
    make_project(title="基盤の", section=make_section(), start="2020")
    assert said("dangling") == ["“基盤の” breaks off."]


@pytest.mark.parametrize(
    ("body", "is_mixed"),
    [
        ("- 設計を担当しました。\n- 実装を担当した。", True),
        ("- 速いです\n- 正確である", True),
        ("1. 運用しています（継続中）。\n2. 障害に備える。", True),
        ("- 設計を担当しました。\n- 実装を担当しました。", False),
        ("- 設計を担当した。\n- 速さを測る。", False),
        ("- 設計を担当しました。\n- 実装の担当", False),
        ("- 設計を担当しました。\n\n段落。\n\n- 実装を担当した。", False),
        ("段落です。\n\n- 実装を担当した。", False),
        ("- 「速い」と言われた製品です。\n- 使いやすいです。", False),
    ],
)
def test_a_list_ends_its_items_in_one_style(body, is_mixed):
    make_section(body=body)
    assert bool(said("mixed-style")) is is_mixed
