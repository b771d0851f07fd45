"""Dates and numbers of things, which name nobody who employs."""

import pytest

from resume.document.schema import Project
from resume.formats.markdown.text.counts import is_count

from .test_employers import employers
from .test_heads import read_twice

YEARS = """\
# 経歴

## 2022年

### 2022年4月〜

#### 在庫管理システムの移行

- 役割：メンバー

## 2020年

### 2020年4月〜2022年3月

#### 会員APIの開発

- 役割：メンバー
"""


@pytest.mark.parametrize(
    "name",
    [
        "2023年",
        "2023",
        "2023年度",
        "2023年度上期",
        "令和5年",
        "2023年5月〜",
        "2021 – 2022",
        "Mar 2020",
        "FY2023",
        "H1 2021",
        "2010s",
        "2020年代前半",
        "3年2ヶ月",
        "約10年",
        "三年間",
        "2年目以降",
        "第3期",
        "12社",
        "全3社",
        "10名",
        "5 years",
        "3 companies",
        "12",
    ],
)
def test_a_date_or_a_number_of_things_is_a_count(name):
    assert is_count(name)


@pytest.mark.parametrize(
    "name",
    [
        "1社目",
        "A社",
        "37signals",
        "3DO",
        "七十七銀行",
        "四国電力",
        "百度",
        "5G Labs",
        "株式会社2023",
        "Foo",
    ],
)
def test_a_name_with_a_number_in_it_is_no_count(name):
    assert not is_count(name)


def test_headings_of_years_over_dated_work_are_no_employers():
    told = [i.title for i in read_twice(YEARS).items() if isinstance(i, Project)]
    assert employers(YEARS) == []
    assert told == ["在庫管理システムの移行", "会員APIの開発"]


@pytest.mark.parametrize(
    "text",
    [
        "# 職歴\n\n**2021年度**（2021年4月〜2022年3月）\n\n- 保守\n",
        "# 職歴\n\n| 会社名 | 期間 |\n|---|---|\n| 3社 | 2015年4月〜2020年3月 |\n",
        "# 職歴\n\n- 3社（2015年4月〜2020年3月）\n",
        "# 職歴\n\n## 2015年4月〜2020年3月\n\n- 勤務先: 3社\n",
        "# 受賞\n\n- 最優秀賞\n- インターン\n  - 3社（2ヶ月）\n",
    ],
)
def test_a_count_names_no_employer_wherever_it_stands(text):
    assert employers(text) == []
    assert employers(text.replace("2021年度", "株式会社甲").replace("3社", "株式会社甲")) != []
