"""Headings in a numbered row of employers."""

import pytest

from .test_employers import employers
from .test_heads import read_twice

ROW = (
    "## ①株式会社甲（2020/04〜現在）",
    "## ②乙市役所（2018/04〜2020/03）\n\n### 【内容】\n\n窓口",
    "## ③丙株式会社（2015/04〜2018/03）",
    "## ④丁（卸売向け）\n---\n`2年 2013/04〜2015/03`",
)


@pytest.mark.parametrize(
    "marks", ["①②③④", ["1. ", "2. ", "3. ", "4. "], ["1) ", "2) ", "3) ", "4) "]]
)
def test_all_of_a_row_are_employers_where_a_third_bear_the_sign_of_one(marks):
    blocks = [
        block.replace(sign, mark) for block, sign, mark in zip(ROW, "①②③④", marks, strict=True)
    ]
    text = "\n\n".join([*blocks, "## スキル", "- Python", "## 読書会（2019/04〜現在）"])
    read_twice(text)
    assert [(name, start) for name, _role, start, _end in employers(text)] == [
        ("株式会社甲", "2020-04"),
        ("乙市役所", "2018-04"),
        ("丙株式会社", "2015-04"),
        ("丁（卸売向け）", "2013-04"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "## ⑤語学留学（2012/04〜2013/03）",
        "## ⑤受発注システムの開発（2016/04〜2017/03）",
        "## ⑤自己PR",
        "## 読書会（2012/04〜2013/03）",
    ],
)
def test_what_is_no_work_or_a_piece_of_it_is_none_of_them(other):
    text = "\n\n".join([*ROW, other])
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == [
        "株式会社甲",
        "乙市役所",
        "丙株式会社",
        "丁（卸売向け）",
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("## ①株式会社甲（2020/04〜現在）", "## ②読書会（2019/04〜現在）"),
        (*ROW[:3], "## ④読書会"),
        ("## ①読書会（2019/04〜現在）", "## ②映画会（2018/04〜現在）"),
    ],
)
def test_a_row_of_other_things_names_those_alone_that_bear_the_sign(row):
    text = "\n\n".join(row)
    read_twice(text)
    assert all("株式会社" in name for name, *_rest in employers(text))


def test_the_first_number_of_a_date_is_none_of_a_row():
    text = "## 2020.04- 株式会社甲\n\n## 18.04-20.03 読書会\n\n## 丙株式会社（2015/04〜2018/03）"
    assert [name for name, *_rest in employers(text)] == ["株式会社甲", "丙株式会社"]
