"""What stands right below the heading of an employer and tells of the stay."""

import pytest

from .test_employers import employers, projects, work
from .test_heads import read_twice

FACTS = "- 期間: 2021.11 〜 2022.08\n- 技術: Vue"
FOLDED = "<details>\n<summary><b>{}</b></summary>\n\n" + FACTS + "\n\n</details>"


@pytest.mark.parametrize(
    "facts",
    [
        "📅 2020.04 〜 2023.08　👤 正社員（新卒）　🏷 開発部",
        "📅 2020.04 〜 2023.08 👤 業務委託",
        "🗓️ 2020.04 〜 2023.08  💼 エンジニア",
    ],
)
def test_a_line_of_facts_dates_the_employer_and_not_its_projects(facts):
    text = work(
        f"### 株式会社甲\n\n{facts}\n\n地図の会社です。\n\n{FOLDED.format('催しの機能の開発')}"
    )
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", "2020-04", "2023-08")]
    assert projects(text) == ["催しの機能の開発"]


def test_a_line_that_tells_of_more_than_the_stay_dates_nothing():
    text = work(
        "### 株式会社甲\n\n📅 2020.04 〜 2023.08　🚀 検索の刷新\n\n- 期間: 2019.04 〜 2024.03"
    )
    assert employers(text) == [("株式会社甲", "", "2019-04", "2024-03")]


def test_who_is_given_a_role_by_a_school_below_its_name_worked_there():
    stay = "### 2017.04 - 2019.09 : 西都先端大学 情報学研究科\n\n{}\n\n- 時系列の研究"
    text = work("### 2019.10 - : 株式会社甲\n\n本文", stay.format("特任助教"))
    read_twice(text)
    assert [each[0] for each in employers(text)] == ["株式会社甲", "西都先端大学 情報学研究科"]
    text = work("### 2019.10 - : 株式会社甲\n\n本文", stay.format("博士後期課程"))
    assert [each[0] for each in employers(text)] == ["株式会社甲"]


@pytest.mark.parametrize(
    ("label", "held", "employed"),
    [
        ("職種", "技術補佐員", True),
        ("役職", "特任助教", True),
        ("ポジション", "リサーチアシスタント", True),
        ("職種", "大学院生", False),
        ("研究室", "山川教授", False),
    ],
)
def test_a_label_tells_what_was_held_at_a_school(label, held, employed):
    own = "- 期間: {}\n- " + f"{label}: {held}\n- 内容: 画像の解析"
    first, second = own.format("2019/10 ~ 現在"), own.format("2017/04 ~ 2019/09")
    text = work(f"### 株式会社甲\n\n{first}", f"### 西都先端大学 情報学研究科\n\n{second}")
    read_twice(text)
    school = [("西都先端大学 情報学研究科", "", "2017-04", "2019-09")] if employed else []
    assert employers(text) == [("株式会社甲", "", "2019-10", "current"), *school]
