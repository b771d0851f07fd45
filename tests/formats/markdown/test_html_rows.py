"""Lists and tables of raw HTML, read as the lines of Markdown that say the same."""

import pytest

from resume.document.schema import Position
from resume.document.source import Destination
from resume.formats import html
from resume.formats.markdown import parse, render
from resume.formats.markdown.rows.html_rows import has_rows, read_rows

from .test_employers import employers, work
from .test_heads import read_twice

TWO = [("甲株式会社", "", "2020-04", "current"), ("乙株式会社", "", "2016-04", "2020-03")]
TABLES = [
    """<table>
<tr><th>会社名</th><th>期間</th></tr>
<tr><td>甲株式会社</td><td>2020年4月〜現在</td></tr>
<tr><td>乙株式会社</td><td>2016年4月〜2020年3月</td></tr>
</table>""",
    """<div class="career">
    <table class="wide">
      <thead>
        <tr>
          <th>期間</th>
          <th>勤務先</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td class="when">2020年4月<br>〜<br>現在</td>
          <td><a href="https://x.example/">甲株式会社</a></td>
        </tr>
        <tr>
          <td>2016年4月〜2020年3月</td>
          <td>
            <p>乙株式会社</p>
            <p>保守</p>
          </td>
        </tr>
      </tbody>
    </table>
</div>""",
    """<table>
<tr><th>会社名<th>期間
<tr><td>甲株式会社<td>2020年4月〜現在
<tr><td>乙株式会社<td>2016年4月〜2020年3月
</table>""",
    """<table>
<tr><td>2020年4月〜現在</td><td>甲株式会社</td></tr>
<tr><td>2016年4月〜2020年3月</td><td>乙株式会社</td></tr>
</table>""",
]


def rows(text):
    return [row.text for row in read_rows(text.split("\n"), 0) if row.text]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("around", ["{}", "本文\n\n{}\n\n## 資格\n\n- 簿記", "<h2>職歴</h2>\n{}"])
def test_the_rows_of_a_table_name_employers(table, around):
    text = work(around.format(table))
    read_twice(text)
    assert employers(text) == TWO


def test_a_row_over_several_lines_is_written_on_one_and_the_rest_stays_around_it():
    text = work(TABLES[1])
    source = parse(text)
    printed = render(source.resume)
    assert printed.startswith('# 職務経歴\n\n<div class="career">\n    <table class="wide">\n')
    assert '</thead>\n      <tbody>\n<tr> <td class="when">2020年4月<br>〜<br>現在</td>' in printed
    assert printed.endswith("</tr> </tbody>\n\n</table>\n</div>\n")
    assert source.ledger[0].destination == Destination.FIELD
    assert "甲株式会社" in [span.record for span in source.ledger]


def test_the_page_shows_the_rows_in_one_table():
    page = html.render(parse(work(TABLES[0])).resume, lambda item: "")
    assert page.count("<table") == 1
    assert "<td>甲株式会社</td><td>2020年4月〜現在</td>" in page.replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        TABLES[0].replace("会社名", "顧客先"),
        TABLES[0].replace("2020年4月〜現在", "").replace("2016年4月〜2020年3月", "8人"),
        TABLES[0].replace("\n", ""),
        f"<!--\n{TABLES[0]}\n-->",
        f"```\n{TABLES[0]}\n```",
        TABLES[0].replace("<td>甲", "<td><table><tr><td>1</td></tr></table>甲"),
        TABLES[0].replace("甲株式会社", "{{ company.name }} {% endif %}株式会社"),
        TABLES[0].replace("甲株式会社</td>", f"甲株式会社<br>{'長' * 500}</td>"),
    ],
)
def test_tables_that_tell_of_something_else_stay_text(text):
    resume = read_twice(work(text))
    assert employers(work(text)) == []
    assert text in "".join(section.body for section in resume.sections)


@pytest.mark.parametrize(
    "below",
    [
        "<ul>\n<li>期間：2020年4月〜現在</li>\n<li>Go</li>\n</ul>",
        "<dl>\n  <dt>在籍期間</dt>\n  <dd>2020年4月〜現在</dd>\n</dl>",
        "<table>\n  <tr>\n    <th>期間</th>\n    <td>2020年4月〜現在</td>\n  </tr>\n</table>",
        "<table>\n<tr><th>期間</th><th>職種</th></tr>\n<tr><td>2020年4月〜現在</td></tr>\n</table>",
    ],
)
def test_a_list_or_a_table_below_a_heading_dates_it(below):
    text = work(f"## 甲株式会社\n\n{below}")
    read_twice(text)
    assert employers(text) == TWO[:1]
    assert render(parse(text).resume) == text


def test_a_table_gives_the_name_of_the_owner():
    text = "# 職務経歴書\n\n<table>\n<tr>\n<td>氏名</td>\n<td>山田 花子</td>\n</tr>\n</table>\n"
    assert parse(text).resume.profile.name == "山田 花子"


def test_a_table_may_stand_below_the_line_that_begins_an_employer():
    table = "<table>\n<tr>\n<td>職種</td>\n<td>設計</td>\n</tr>\n</table>"
    lines = "<details><summary>2020/04〜2023/03 甲株式会社</summary>\n\n{}\n\n</details>"
    text = f"# 職務経歴\n\n{lines.format(table)}\n"
    found = [item for item in parse(text).resume.items() if isinstance(item, Position)]
    assert [(each.employer.name, each.start, each.end) for each in found] == [
        ("甲株式会社", "2020-04", "2023-03")
    ]
    assert found[0].body == f"{table}\n\n</details>"
    assert render(parse(text).resume) == text


def test_lists_are_nested_and_terms_are_bold():
    text = "<ul>\n<li>甲\n<ul>\n<li>\n乙 <b>丙</b>\n</li></ul></li></ul>\n"
    assert rows(text) == ["- 甲", "  - 乙 <b>丙</b>"]
    assert rows("<dl><dt>丁</dt><dd>戊\n己</dd></dl>") == ["**丁**", "戊", "己"]


def test_cells_over_several_rows_or_columns_are_told_in_each():
    text = (
        '<table><tr><th>甲</th><th colspan="2">乙</th></tr>\n'
        '<tr><td rowspan="2">丙|丁</td><td>戊</td></tr>\n<tr><td><ul><li>己</li></ul></td></tr>'
    )
    assert rows(text) == [
        "| 甲 | 乙 |  |",
        "|---|---|---|",
        "| 丙&#124;丁 | 戊 |",
        "| ^ | 己 |",
    ]


def test_raw_html_without_lists_and_tables_is_no_other_text():
    assert not has_rows("<div>\n本文\n</div>")
    assert has_rows("<div>\n<ul><li>本文</li></ul>\n</div>")
