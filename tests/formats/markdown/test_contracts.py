"""Headings that tell when and how somebody worked, over what was done and for whom."""

import pytest

from .test_employers import employers, projects, work
from .test_heads import read_twice

WAYS = [
    "業務委託",
    "業務委託｜フルリモート",
    "業務委託（フリーランス）｜リモート・常駐",
    "フルリモート",
]


@pytest.mark.parametrize("way", WAYS)
def test_how_somebody_worked_names_nobody_over_the_title_of_what_was_done(way):
    text = work(
        f"### 2021/12 ~ 2023/10（1年11ヶ月）｜{way}\n**検索アプリの開発**\n\n設計を担当。",
        f"### 2020/1 ~ 2021/5（1年5ヶ月）｜{way}\n**帳票アプリの改修**\n\n改修を担当。",
    )
    read_twice(text)
    assert employers(text) == []
    assert projects(text) == ["検索アプリの開発", "帳票アプリの改修"]


def test_how_somebody_worked_names_nobody_over_other_text():
    text = work("### 2021/12 ~ 2023/10｜業務委託｜フルリモート\n\n設計を担当。")
    assert employers(text) == projects(text) == []
    text = work("### 2021/12 ~ 2023/10｜フリーランス｜フルリモート\n\n設計を担当。")
    assert [name for name, *_ in employers(text)] == ["フリーランス"]


@pytest.mark.parametrize("name", ["_株式会社甲_", "**甲電機株式会社 (旧 乙株式会社)**"])
@pytest.mark.parametrize("attributes", ["", "{: #anchor .class}\n"])
def test_who_employed_may_be_all_that_is_stressed_below_what_somebody_was(name, attributes):
    text = work(
        f"### 2022-04 〜 現在: 財務企画\n{attributes}\n{name}\n\n予算を担当。",
        f"### 2018-03 〜 2022-03: エンジニア\n{attributes}\n_株式会社乙_\n\n開発を担当。",
    )
    read_twice(text)
    assert employers(text) == [
        (name.strip("*_"), "財務企画", "2022-04", "current"),
        ("株式会社乙", "エンジニア", "2018-03", "2022-03"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "### 2022-04 〜 現在: 検索の開発\n\n_株式会社甲_\n\n設計を担当。",
        "### 2022-04 〜 現在: 財務企画\n\n_株式会社甲様_\n\n予算を担当。",
        "### 2022-04 〜 現在: 財務企画\n\n_株式会社甲_ の予算を担当。",
        "### 株式会社甲での進め方\n\n- 週に一度",
        "### 株式会社甲における開発手法\n\n- 週に一度",
    ],
)
def test_what_is_told_of_a_company_is_no_stay_there(entry):
    assert "株式会社甲" not in "".join(name for name, *_ in employers(work(entry)))


LABELS = "#### 使用技術\n\n- Go\n\n#### チーム構成\n\n- 3名\n\n#### ポジション\n\n開発"


def test_titles_of_work_over_labels_belong_to_the_employer_with_no_heading_below_it():
    text = work(
        "### 2017/11 - : 甲開発企業\n\n職務: エンジニア",
        f"### 検索サービスの開発\n\n{LABELS}",
        f"### 帳票サービスの改修\n\n{LABELS}",
    )
    read_twice(text)
    assert [name for name, *_ in employers(text)] == ["甲開発企業"]
    assert projects(text) == ["検索サービスの開発", "帳票サービスの改修"]


def test_a_title_of_work_over_fewer_labels_stays_a_heading():
    text = work("### 2017/11 - : 甲開発企業\n\n職務: 開発", "### 検索の開発\n\n#### 背景\n\n本文")
    assert projects(text) == []
