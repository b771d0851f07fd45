"""Titles of pieces of work that neither a label nor a period tells from duties and tasks."""

import pytest
from django.test import TestCase

from resume.document.schema import Position, Project
from resume.document.source import Destination
from resume.formats.markdown import parse, render
from resume.formats.markdown.text.works import is_done, may_title, sound_like_work
from resume.models import Audience
from resume.models import Project as Row
from resume.store import load_resume, save_resume

HEAD = "# 職務経歴\n\n## 株式会社かもめ堂 (2020/01〜現在)\n\n"
ALONE = """通販の会社。

**検索基盤の刷新**

辞書から作り直した。

- 索引の設計

`Go` `Rust`

**倉庫システムの統合**

- 在庫の突き合わせ

## 資格

- 簿記
"""
IN_BOLD = "- **配車計画の自動生成**\n  - 巡回を解く\n- **荷量の予測**\n  - 季節を足す"
UNDER_LABEL = """- 株式会社かもめ堂
    - 2020年8月〜2023年4月
    - 雑貨の通販
    - やったこと
        - 決済基盤の内製化
            - 手数料を半分に
            - 監査の対応
        - ギフト券
            - 期限の扱い
        - Rails アップグレード
            - 5 から 7 へ
    - 使っていたもの
        - Ruby, Go
- 株式会社つばめ舎
    - 2016年4月〜2020年7月
    - やったこと
        - 電話番
        - 帳簿
"""


def read(text):
    """Return the titles of the projects, of a text that reads the same as it is printed."""
    resume = parse(text).resume
    assert parse(render(resume)).resume == resume
    return [item.title for item in resume.items() if isinstance(item, Project)]


def test_lines_in_bold_over_text_of_their_own_title_projects():
    source = parse(HEAD + ALONE)
    position = next(item for item in source.resume.items() if isinstance(item, Position))
    assert position.body == "通販の会社。"
    assert [(each.title, each.body) for each in position.projects] == [
        ("検索基盤の刷新", "辞書から作り直した。\n\n- 索引の設計\n\n`Go` `Rust`"),
        ("倉庫システムの統合", "- 在庫の突き合わせ"),
    ]
    assert render(source.resume) == HEAD + ALONE


@pytest.mark.parametrize(
    "one",
    [
        "**{}**\n- 設計",
        "**{}**（リーダー）\n\n本文",
        "**{}** `Go` `Rust`\n\n本文",
        "【{}】\n本文",
        "■ {}\n\n本文",
        "**{}**\n\n**使用技術**\n\nGo\n\n**成果**\n\n二倍",
    ],
)
def test_titles_are_written_in_many_ways(one):
    titles = ["検索基盤の刷新", "ギフト券の導入", "物流会社における需要予測"]
    assert read(HEAD + "\n\n".join(map(one.format, titles))) == titles


@pytest.mark.parametrize(
    "titles",
    [
        ["プロダクト開発", "組織"],
        ["要件定義・設計", "実装・テスト", "運用保守"],
        ["検索基盤の刷新", "採用", "組織"],
        ["担当業務", "使用技術", "体制"],
        ["課題解決力", "巻き込み力"],
        ["バックエンドエンジニア", "テックリード"],
        ["2020年4月〜2021年3月", "2021年4月〜現在"],
        ["検索基盤を刷新した", "倉庫システムを統合した"],
        ["検索基盤の刷新"],
        ["検索基盤の刷新", "検索基盤の刷新"],
    ],
)
@pytest.mark.parametrize("one", ["**{}**\n\n- 本文", "- **{}**\n  - 本文", "- {}\n  - 本文"])
def test_what_looks_the_same_stays_text(one, titles):
    assert read(HEAD + "\n\n".join(map(one.format, titles))) == []


def test_a_label_below_the_last_title_alone_tells_of_the_employer():
    labels = "**使用技術**\n\nGo\n\n"
    apart = f"{HEAD}**検索の刷新**\n\n本文\n\n**地図の導入**\n\n本文\n\n{labels}"
    position = next(item for item in parse(apart).resume.items() if isinstance(item, Position))
    assert position.body == "**使用技術**\n\nGo"
    assert position.projects[1].body == "本文"
    assert read(apart) == ["検索の刷新", "地図の導入"]


def test_a_role_over_the_first_title_stays_text():
    text = f"{HEAD}**テックリード**\n\n**検索の刷新**\n\n本文\n\n**地図の導入**\n\n本文\n"
    assert read(text) == ["検索の刷新", "地図の導入"]
    assert render(parse(text).resume) == text


@pytest.mark.parametrize("before", ["", "- 通販の会社\n", "- 雇用形態: 正社員\n"])
@pytest.mark.parametrize(
    "after", ["", "- 新人賞\n", "- 使用技術\n  - Go\n", "\n### 補足\n\n本文\n"]
)
def test_items_in_bold_over_nested_lists_are_projects(before, after):
    assert read(f"{HEAD}{before}{IN_BOLD}\n{after}") == ["配車計画の自動生成", "荷量の予測"]


def test_plain_items_over_nested_lists_have_all_to_sound_like_work():
    items = "- {}\n  - 本文\n- {}\n  - 本文\n"
    assert read(HEAD + items.format("配車計画の自動生成", "荷量の予測")) != []
    assert read(HEAD + items.format("配車計画の自動生成", "ギフト券")) == []
    assert read(HEAD + items.format("配車計画の自動生成", "障害対応")) == []


def test_one_title_may_come_again_among_items_at_another_time():
    items = "- {}\n  - 本文\n- 荷量の予測\n  - 本文\n- {}\n  - 本文\n"
    again = items.format("配車の改善（2016/04 ~ 07)", "配車の改善（2017/04 ~ 07)")
    assert read(HEAD + again) == ["配車の改善", "荷量の予測", "配車の改善"]
    assert read(HEAD + items.format("配車の改善", "配車の改善")) == []
    assert read(HEAD + again.replace("2017/04", "2016/04")) == []


def test_for_whom_it_was_made_may_title_a_piece_of_work():
    items = "- 大手荷主向け\n  - 予約画面の連携\n- {}\n  - 本文\n"
    assert read(HEAD + items.format("荷量の予測")) == ["大手荷主向け", "荷量の予測"]
    assert read(HEAD + items.format("採用")) == []


@pytest.mark.parametrize(
    "label", ["やったこと", "**主な業務**", "担当プロジェクト", "**取り組んだこと:**"]
)
def test_items_under_a_label_of_what_was_done_are_projects(label):
    items = "    - 決済基盤の内製化\n        - 監査\n    - ギフト券の導入\n        - 期限\n"
    assert read(f"{HEAD}- 雑貨の通販\n- {label}\n{items}- 使用技術\n    - Go\n") == [
        "決済基盤の内製化",
        "ギフト券の導入",
    ]


@pytest.mark.parametrize("label", ["使用技術", "強み", "体制", "プロジェクト詳細", "通販"])
def test_items_under_another_label_are_none(label):
    items = "  - 決済基盤の内製化\n    - 監査\n  - ギフト券の導入\n    - 期限\n"
    assert read(f"{HEAD}- {label}\n{items}") == []


@pytest.mark.parametrize("label", ["**やったこと**", "### 主な業務", "【取り組み】"])
def test_a_line_above_the_list_may_be_the_label(label):
    items = "- 決済基盤の内製化\n  - 監査\n- ギフト券\n  - 期限\n- 地図の導入\n  - 測量\n"
    text = f"{HEAD}{label}\n\n{items}"
    assert read(text) == ["決済基盤の内製化", "ギフト券", "地図の導入"]
    assert render(parse(text).resume) == text


def test_employers_that_are_items_may_have_projects_in_them():
    text = f"# 職務経歴\n\n## 経歴\n\n{UNDER_LABEL}"
    source = parse(text)
    first, second = (item for item in source.resume.items() if isinstance(item, Position))
    assert [each.title for each in first.projects] == [
        "決済基盤の内製化",
        "ギフト券",
        "Rails アップグレード",
    ]
    assert first.projects[0].body == "  - 手数料を半分に\n  - 監査の対応"
    assert second.projects == ()
    assert "帳簿" in second.body
    printed = render(source.resume)
    assert parse(printed).resume == source.resume
    assert [line.strip() for line in printed.split("\n")] == [
        line.strip() for line in text.split("\n")
    ]
    assert all(span.destination is not Destination.VERBATIM for span in source.ledger)


def test_dated_items_in_the_item_of_an_employer_are_projects():
    items = "\t- **{}**\n\t\t- {}\n\t\t- 体制：5名\n"
    listed = items.format("銀行：基盤の更改", "2021年4月 〜 現在")
    listed += items.format("研修", "2020年4月 〜 2021年3月")
    text = f"## 職務経歴\n\n- **株式会社かもめ堂**（2020年4月 〜 現在）\n\t- 社員数 40名\n{listed}"
    assert read(text) == ["銀行：基盤の更改", "研修"]


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("やったこと", True),
        ("主な業務内容", True),
        ("取り組み・成果", True),
        ("担当した業務（抜粋）", True),
        ("使用技術", False),
        ("体制・成果", False),
        ("強み", False),
    ],
)
def test_labels_of_what_was_done(label, is_one):
    assert is_done(label) is is_one


def test_titles_are_short_and_no_sentences():
    assert may_title("検索基盤の刷新")
    assert not may_title("検索基盤の刷新を担当")
    assert not may_title("**検索基盤の刷新：**")
    assert not may_title("検" * 60 + "の刷新")


def test_more_than_half_have_to_sound_like_work():
    assert sound_like_work(["決済の内製化", "ギフト券", "地図の導入"])
    assert not sound_like_work(["決済の内製化", "ギフト券"])
    assert not sound_like_work(["決済の内製化", "ギフト券", "地図の導入"], whole=True)


class ThroughTheDatabase(TestCase):
    def test_a_nested_project_comes_back_where_it_stood_with_its_new_title(self):
        resume = parse(f"# 職務経歴\n\n## 経歴\n\n{UNDER_LABEL}").resume
        save_resume(resume, exact=True)
        printed = render(load_resume(Audience.OWNER))
        assert printed == render(resume)
        row = Row.objects.get(title="ギフト券")
        row.title = "商品券の導入"
        row.save()
        edited = render(load_resume(Audience.OWNER))
        assert edited == printed.replace("ギフト券", "商品券の導入")
        assert "商品券の導入" in read(edited)


TWO = """# 職務経歴

## 株式会社かもめ堂 (2020/01〜現在)

{}

## 株式会社つばめ舎 (2016/04〜2019/12)

{}
"""


@pytest.mark.parametrize("one", ["**{}**\n\n本文", "- **{}**\n  - 本文", "***{}***\n\n本文"])
def test_titles_of_one_employer_tell_how_those_of_another_are_written(one):
    first = "\n\n".join(map(one.format, ["検索基盤の刷新", "地図の導入"]))
    assert read(TWO.format(first, one.format("ギフト券"))) == [
        "検索基盤の刷新",
        "地図の導入",
        "ギフト券",
    ]
    assert read(TWO.format("本文", one.format("ギフト券"))) == []
    assert read(TWO.format(first, one.format("採用"))) == ["検索基盤の刷新", "地図の導入"]


def test_a_duty_that_came_to_an_end_is_a_title_beside_others():
    first = "- **検索基盤の刷新**\n  - 設計\n- **地図の導入**\n  - 設計"
    second = "- **ギフト券**\n  - 期限\n- **{}**\n  - 設計"
    assert read(TWO.format(first, second.format("監視業務の自動化")))[2:] == [
        "ギフト券",
        "監視業務の自動化",
    ]
    assert read(TWO.format(first, second.format("監視業務"))) == ["検索基盤の刷新", "地図の導入"]
    assert read(TWO.format(first, "- **環境の整備**\n  - 設計")) == ["検索基盤の刷新", "地図の導入"]


def test_a_title_in_bold_before_when_may_sound_like_any_work():
    text = f"{HEAD}**硬化剤の研究** (2021年4月 – 2022年3月)\n\n低温で固まる。\n"
    assert read(text) == ["硬化剤の研究"]
    assert read(text.replace("硬化剤の研究", "研究部")) == []
    assert read(text.replace("硬化剤の研究", "研究")) == []


def test_titles_in_the_item_of_one_employer_tell_of_another():
    items = "- 株式会社{}\n    - {}\n{}"
    first = "    - **検索の刷新**\n        - 設計\n    - **地図の導入**\n        - 測量\n"
    second = "    - **{}**\n        - 期限\n"
    text = "# 職務経歴\n\n" + items.format("かもめ堂", "2020年4月〜2023年3月", first)
    assert read(
        text + items.format("つばめ舎", "2016年4月〜2020年3月", second.format("ギフト券"))
    ) == [
        "検索の刷新",
        "地図の導入",
        "ギフト券",
    ]
    assert read(text + items.format("つばめ舎", "2016年4月〜2020年3月", second.format("採用"))) == [
        "検索の刷新",
        "地図の導入",
    ]


def test_what_follows_a_title_in_bold_is_no_part_of_it():
    lines = "**検索基盤の刷新** — リーダー\n\n本文\n\n__地図の導入__\n\n本文\n"
    text = HEAD + lines.replace("__", "**")
    assert read(text) == ["検索基盤の刷新", "地図の導入"]
    assert render(parse(text).resume) == text
    assert read(f"{HEAD}- **検索の刷新** / Go\n  - 設計\n- **地図の導入**（5名）\n  - 測量\n") == [
        "検索の刷新",
        "地図の導入",
    ]


def test_a_label_below_one_of_several_titles_does_not_hide_the_others():
    text = f"{HEAD}**検索の刷新**\n\n- 設計\n\n**地図の導入**\n\n- 測量\n\n使用技術: Go\n"
    assert read(text) == ["検索の刷新", "地図の導入"]


@pytest.mark.parametrize("label", ["- 担当プロジェクト", "**主な案件**\n", "- **プロジェクト：**"])
def test_items_without_text_are_projects_under_a_label_for_these(label):
    margin = "  " if label.startswith("-") else ""
    items = f"{margin}- 検索基盤の刷新\n{margin}- ギフト券\n"
    assert read(f"{HEAD}{label}\n{items}") == ["検索基盤の刷新", "ギフト券"]
    assert read(f"{HEAD}{label}\n{items}{margin}- 要件定義・設計\n") == []
    assert (
        read(f"{HEAD}{label.replace('プロジェクト', '業務').replace('案件', '業務')}\n{items}")
        == []
    )


@pytest.mark.parametrize("label", ["プロジェクト", "担当プロジェクト：", "**プロジェクト**"])
def test_a_line_over_projects_needs_no_mark_and_some_of_them_no_text(label):
    items = "- 検索基盤の刷新\n  - 設計\n- 地図の導入\n"
    text = f"{HEAD}担当業務\n\n- 要件定義\n- 設計\n\n{label}\n\n{items}"
    assert read(text) == ["検索基盤の刷新", "地図の導入"]
    assert render(parse(text).resume) == text
    assert read(f"{HEAD}プロジェクトを進めた。\n\n{items}- 要件定義・設計\n") == []


@pytest.mark.parametrize("number", ["{}, ", "{}、", "({}) ", "（{}）"])
def test_a_number_may_lead_a_title_that_stands_by_itself(number):
    first, second = number.format(1), number.format(12)
    text = f"{HEAD}{first}検索基盤の刷新\n* 概要：辞書\n\n{second}地図の導入\n* 概要：測量\n"
    assert read(text) == ["検索基盤の刷新", "地図の導入"]
    assert render(parse(text).resume) == text.replace("\n* ", "\n\n* ")
    assert read(f"{HEAD}{first}要件定義\n* 辞書\n\n{second}詳細設計\n* 測量\n") == []
    assert read(f"{HEAD}{first}5月の売上\n* 辞書\n\n{second}6月の売上\n* 測量\n") == []


def test_a_gap_in_the_text_of_an_employer_is_no_project_and_hides_none():
    projects = "主なプロジェクト：\n\n- 検索基盤の刷新（2024年4月〜）\n  - 設計\n"
    text = f"{HEAD}{projects}\n**（育児のため離職）** 2019年4月〜2019年12月\n"
    assert read(text) == ["検索基盤の刷新"]
    assert render(parse(text).resume) == text


def test_a_title_over_projects_is_none_of_them():
    text = f"{HEAD}- 事業：通販\n- プロジェクト\n  - 検索基盤の刷新\n    - 2020/04 〜 2021/03\n"
    assert read(text) == ["検索基盤の刷新"]
    assert render(parse(text).resume) == text


def test_an_english_title_may_stand_before_when_and_over_what_was_done():
    head = "# Career\n\n## Foo Ltd (2016 – 2021)\n\n"
    text = (
        f"{head}**Lamp companion app** · 2018 – 2021\nRewrote the pairing.\n\n"
        "**Ticket scanner for a theatre group** · 2016 – 2018\nRuns on rugged handhelds.\n"
    )
    assert read(text) == ["Lamp companion app", "Ticket scanner for a theatre group"]
    assert read(f"{head}**Android team** · 2018 – 2021\nRewrote the pairing.\n") == []
