"""Sections whose only line names who employs, and nothing else of the file does."""

import pytest

from resume.document.schema import Project
from resume.formats.markdown import render

from .test_employers import employers
from .test_heads import read_twice

PROJECTS = """\
# 経歴

## 在庫管理システムの移行

- 期間：2020年4月〜2022年3月
- 役割：メンバー
"""


def whole(title, text):
    return f"# 職務経歴書\n\n## {title}\n\n{text}\n\n{PROJECTS}"


@pytest.mark.parametrize("title", ["所属", "勤務先", "現在の所属先", "会社", "所属会社"])
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("株式会社甲（SES）", "株式会社甲"),
        ("- 甲商事株式会社", "甲商事株式会社"),
        ("(株)甲", "(株)甲"),
        ("株式会社甲システム開発", "株式会社甲システム開発"),
    ],
)
def test_the_only_line_of_a_section_about_that_names_who_employs(title, line, name):
    text = whole(title, line)
    resume = read_twice(text)
    assert employers(text) == [(name, "", "", "")]
    assert [i.title for i in resume.items() if isinstance(i, Project)] == ["在庫管理システムの移行"]
    assert render(resume) == text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("所属", "株式会社甲を経て独立しました。"),
        ("所属", "株式会社甲\n株式会社乙"),
        ("所属", "一般社団法人甲協会"),
        ("所属", "甲大学"),
        ("所属", "開発部"),
        ("所属", "株式会社甲の販売システム開発"),
        ("所属", "派遣先：株式会社甲"),
        ("希望する会社", "株式会社甲"),
        ("備考", "株式会社甲"),
    ],
)
def test_what_says_more_or_otherwise_names_nobody(title, text):
    assert employers(whole(title, text)) == []


def test_one_whom_the_file_tells_of_elsewhere_is_told_there():
    text = whole("所属", "株式会社甲") + "\n# 略歴\n\n- 2020年4月 株式会社甲 入社\n"
    assert [name for name, *_ in employers(text)] in ([], ["株式会社甲"])
    listed = whole("所属", "株式会社乙") + "\n# 職歴\n\n- 株式会社甲（2018年4月〜現在）\n"
    assert employers(listed) == [("株式会社甲", "", "2018-04", "current")]
