"""Work by fields, each piece with who employed, who stands in a table, in brackets after it."""

import pytest

from .test_employers import employers, projects
from .test_heads import read_twice

TABLE = (
    "## 勤務先一覧\n\n| 期間 | 会社名 | 職種 |\n|---|---|---|\n"
    "| 2016年4月〜2020年8月 | 株式会社みどり食品 | 企画 |\n"
    "| 2020年9月〜現在 | 株式会社あさひ便 | 企画 |\n\n"
)
STAYS = [
    ("株式会社みどり食品", "企画", "2016-04", "2020-08"),
    ("株式会社あさひ便", "企画", "2020-09", "current"),
]
WORK = (("冷凍弁当の定番化", "株式会社みどり食品", "2018年8月～2020年1月"),)
WORK += (("夏の催しの企画", "あさひ便", "2021年4月～2022年9月"),)
TITLES = [title for title, _name, _period in WORK]


def career(field, entries):
    return f"# 職務経歴書\n\n{TABLE}## 職務内容\n\n### {field}\n\n" + "\n\n".join(entries) + "\n"


@pytest.mark.parametrize("field", ["1. 商品企画", "テスト自動化"])
@pytest.mark.parametrize(
    "shape",
    [
        "**{0}**（{1}、{2}）\n\n- 調査",
        "**{0}** ({1}　{2})\n\n- 調査",
        "**{0}**（{2}／{1}）\n\n調査した。",
        "- **{0}**（{1}、{2}）\n  - 調査",
        "- {0}（{1} {2}）\n  - 調査",
    ],
)
def test_work_at_an_employer_of_the_table_is_a_project(field, shape):
    text = career(field, [shape.format(*each) for each in WORK])
    read_twice(text)
    assert (employers(text), projects(text)) == (STAYS, TITLES)


def test_a_single_piece_of_work_is_one_as_well():
    text = career("組織づくり", ["- **採用の仕組み**（あさひ便、2021年4月〜現在）\n  - 面接"])
    assert (employers(text), projects(text)) == (STAYS, ["採用の仕組み"])


def test_headings_of_work_by_fields_are_projects():
    text = career("商品企画", [f"#### {t}（{n}／{p}）\n\n- 調査" for t, n, p in WORK])
    read_twice(text)
    assert employers(text) == STAYS
    assert [title.partition(" ")[0] for title in projects(text)] == TITLES


def test_work_at_one_whom_no_table_names_is_no_employer():
    work = "- **検索基盤の構築**（株式会社甲、2020年4月〜現在）\n  - 設計\n"
    text = f"# 職務経歴書\n\n## 職務経歴\n\n{work}"
    assert employers(text) == []


def test_a_brand_with_its_company_and_a_section_of_one_are_employers():
    stay = "- 甲ペイ（株式会社甲）2020年4月〜現在\n  - 設計\n"
    text = f"# 職務経歴書\n\n## 職務経歴\n\n{stay}"
    assert [each[0] for each in employers(text)] == ["甲ペイ（株式会社甲）"]
    own = "## 職務経験 (2016年4月〜2020年8月 : 株式会社みどり食品)\n\n### 弁当の開発\n\n- 調査\n"
    text = f"# 職務経歴書\n\n- 2016年4月〜2020年8月 株式会社みどり食品\n\n{own}"
    assert [each[0] for each in employers(text)] == ["株式会社みどり食品"]
