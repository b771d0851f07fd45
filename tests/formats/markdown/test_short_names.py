"""Headings that name employers without their legal forms, where a table tells of these."""

import pytest

from .test_employers import employers, projects
from .test_heads import read_twice

TABLE = """\
| 年月 | 内容 |
|---|---|
| 2014年3月 | 丙大学 卒業 |
| 2014年4月 | 株式会社みなと 入社 |
| 2018年9月 | 株式会社みなと 退職 |
| 2018年10月 | 港システム㈱ 入社（在籍中） |"""


def sheet(title, *headings):
    return f"# 経歴\n\n{TABLE}\n\n# {title}\n\n" + "\n\n".join(headings) + "\n"


@pytest.mark.parametrize("title", ["仕事の中身", "職務の詳細"])
def test_a_name_without_its_form_is_that_of_an_employer(title):
    first = "## 港システム（1社を経て現職）\n\n### 受付の刷新\n\n2019年1月〜2020年3月。会社の受付。"
    text = sheet(title, first, "## みなと\n\n### 帳票の移行\n\n2015年1月〜。帳票。")
    read_twice(text)
    assert employers(text) == [
        ("港システム", "", "2018-10", "current"),
        ("みなと", "", "2014-04", "2018-09"),
    ]
    assert projects(text) == ["受付の刷新", "帳票の移行"]


def test_a_name_alone_may_be_that_of_a_product():
    names = [name for name, *_rest in employers(sheet("作ったもの", "## みなと\n\n旅の地図"))]
    assert names == ["株式会社みなと", "港システム㈱"]
    names = [name for name, *_rest in employers(sheet("好きなもの", "## みなと\n\n旅の地図"))]
    assert names == ["株式会社みなと", "港システム㈱"]


def test_a_number_of_companies_is_no_company():
    assert employers("# 職歴\n\n## 甲（2社を経て）\n\n本文\n") == []
    assert len(employers("# 職歴\n\n## 甲（A社）\n\n本文\n")) == 1


def test_who_was_joined_and_not_left_has_a_start():
    rows = "| 年月 | 内容 |\n|---|---|\n| 2014年4月 | 株式会社甲 入社 |"
    text = f"# 略歴\n\n{rows}\n\n# 職務詳細\n\n## 株式会社甲\n\n営業\n"
    assert employers(text) == [("株式会社甲", "", "2014-04", "")]
