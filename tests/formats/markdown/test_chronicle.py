"""A career told in the order of time, in the rows of a table."""

import pytest

from resume.formats.markdown import render

from .test_employers import employers, work
from .test_heads import read_twice

HEAD = "| 期間 | 職務内容 |\n|---|---|\n"
FIRST = "| 平成26年4月<br>～平成31年3月 | **甲株式会社**（製造業／従業員200名）<br>総務部 |\n"
SECOND = "| 令和元年10月～現在 | 株式会社乙（正社員） |\n"
EVENTS = "| 平成26年4月 | 総務部に配属 |\n| 平成28年4月 | 情報システム課へ異動 |\n"
GAP = "| 平成31年4月～令和元年9月 | 家族の介護に専念 |\n"
LAST = "| 令和元年10月 | 入社。配車システムを導入。 |\n| 令和3年4月～現在 | リーダーを兼務。 |"
STAYS = [("甲株式会社", "", "2014-04", "2019-03"), ("株式会社乙", "", "2019-10", "current")]


@pytest.mark.parametrize("head", ["期間 | 職務内容", "年月 | 経歴", "年月日 | 内容"])
def test_what_happened_in_a_stay_stands_in_the_rows_below_it(head):
    table = HEAD.replace("期間 | 職務内容", head) + FIRST + EVENTS + GAP + SECOND + LAST
    assert employers(work(f"## 職歴\n\n{table}")) == STAYS
    resume = read_twice(work(table))
    assert employers(work(table)) == STAYS
    assert table in render(resume)


@pytest.mark.parametrize(
    "rows",
    [
        EVENTS,
        GAP + FIRST + EVENTS,  # who employed before is not told
        FIRST + GAP + GAP.replace("平成31年4月", "平成31年5月"),
        FIRST.replace("甲株式会社", "甲株式会社様向けシステムの開発") + EVENTS,
        FIRST.replace("甲株式会社", "大手製造会社") + EVENTS,
        "| 2020年4月～現在 | 甲株式会社（常駐先） |\n| 2018年4月～2020年3月 | 受発注の開発 |",
    ],
)
def test_other_rows_tell_no_career(rows):
    assert employers(work(HEAD + rows.rstrip())) == []


def test_the_columns_of_a_job_card_have_remarks_in_their_heads():
    head = (
        "| No. | 期間（年月〜年月）<br>（何年何ヶ月） | 会社名・所属・職名<br>（雇用形態） | 内容 |"
    )
    first = "| 1 | 平成26年4月〜平成31年3月<br>（5年） | 甲株式会社<br>店長<br>（正社員） | 販売 |"
    second = (
        "| 2 | 令和元年10月〜現在<br>（6年9ヶ月） | 株式会社乙<br>技術課<br>（正社員） | 設置 |"
    )
    table = f"{head}\n|:---:|:---|:---|:---|\n{first}\n{second}"
    assert employers(work(table)) == STAYS
    assert table in render(read_twice(work(table)))
    assert employers(work(table.replace("会社名・所属・職名", "取引先・担当"))) == []


def test_what_a_company_is_is_no_part_of_its_name():
    for remark in ("（食品の卸売／資本金2億円）", "（従業員数：310名）", "（東証プライム上場）"):
        assert employers(work(f"## 甲株式会社{remark} 2020年4月〜現在"))[0][0] == "甲株式会社"
    kept = "甲株式会社（旧 乙商事）"
    assert employers(work(f"## {kept} 2020年4月〜現在"))[0][0] == kept
