"""Tables of skills, qualifications and awards are records, a row at a time."""

from dataclasses import replace

import pytest

from resume.document.schema import Award, Certification, Line, Section, Skill
from resume.formats.markdown import parse, render

from .test_openings import read_twice


def section(*lines, title="スキル"):
    """Return the section of that title which a file with these lines has."""
    text = "\n".join([f"# 職務経歴書\n\n## {title}\n", *lines, ""])
    read_twice(text)
    (document,) = parse(text).resume.sections
    (found,) = document.children
    return found


def told(found):
    """Return what the rows tell of each item, by the row."""
    return [
        [
            (item.name, item.claim, item.level)
            if isinstance(item, Skill)
            else (item.name, item.date)
            for item in line.items
        ]
        for line in found.children
        if isinstance(line, Line)
    ]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("言語 | 年数", "Go | 6年", [("Go", "6年", "")]),
        (
            "種類 | 名称 | 経験年数 | レベル",
            "言語 | Go | 6年 | 設計・指導",
            [("Go", "6年", "設計・指導")],
        ),
        ("分類 | スキル | レベル", " | Go | ◎", [("Go", "◎", "◎")]),
        ("スキル | 年数 | 備考", "Go | 6年 | 監視、保守も", [("Go", "6年", "")]),
        ("種類 | 使用期間", "Go | 6年", [("Go", "6年", "")]),
        (" | 経験", "Go | 6年", [("Go", "6年", "")]),
        ("区分 | 内容", "言語 | Go、Rust（学習中）", [("Go", "", ""), ("Rust", "学習中", "")]),
        ("Category | Skills", "Cloud | AWS, GCP", [("AWS", "", ""), ("GCP", "", "")]),
        ("種別 | 名称 | 年数", "他 | Go, Vite | 3年", [("Go", "3年", ""), ("Vite", "3年", "")]),
        ("分類 | 名称 | 年数", "クラウド | AWS (ECS, S3) | 3年", [("AWS", "3年", "")]),
    ],
)
def test_a_row_of_skills_tells_their_names_years_and_level(head, row, expected):
    rule = "---".join("|" * (head.count("|") + 2))
    found = section(f"| {head} |", rule, f"| {row} |")
    assert (found.layout, told(found)) == ("table", [expected])
    assert found.body == f"| {head} |\n{rule}"


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("言語 | フレームワーク", ["Go | Echo"]),  # two columns of names
        ("言語 | 年数", ["Go | 6年", "Go | 2年"]),  # the same one twice
        ("言語 | 年数", ["Go | 6年", " | "]),
        ("言語 | できること", ["Go | APIの設計"]),
        ("言語 | 年数", ["Goで業務をした | 6年"]),
        ("名称 | 備考", [r"a\|b | 略"]),
    ],
)
def test_a_table_of_something_else_stays_text(head, rows):
    found = section(f"| {head} |", "|---|---|", *(f"| {row} |" for row in rows))
    assert (found.children, found.layout) == ((), "bullets")
    assert found.body.count("\n") == len(rows) + 1


def test_what_leads_a_table_is_text_and_what_follows_it_leaves_all_of_it_text():
    table = ["| 言語 | 年数 |", "|---|---|", "| Go | 6年 |"]
    led = section("◎：実務3年以上", "", *table)
    assert led.body == "◎：実務3年以上\n\n| 言語 | 年数 |\n|---|---|"
    assert told(led) == [[("Go", "6年", "")]]
    assert section(*table, "", "ほかにもあります。").children == ()
    assert section(*table, "", *table).children == ()


def test_a_row_of_a_qualification_tells_when_and_by_whom_it_was_given():
    rows = ["| 取得年月 | 資格名 | 発行元 |", "|---|---|---|", "| 平成24年3月 | 簿記2級 | 商工会 |"]
    found = section(*rows, title="資格")
    (line,) = found.children
    (item,) = line.items
    assert item == Certification(name="簿記2級", issuer="商工会", date="2012-03", written=rows[2])


def test_a_row_of_an_award_tells_when_it_was_given():
    rows = ["| 受賞 | 年月 |", "|---|---|", "| 社長賞 | 2020/04 |"]
    found = section(*rows, title="受賞歴")
    assert [line.items for line in found.children] == [
        (Award(name="社長賞", date="2020-04", written=rows[2]),)
    ]


@pytest.mark.parametrize("date", ["2012年3月、2013年4月", "学生時代"])
def test_a_qualification_without_one_date_leaves_the_table_text(date):
    rows = ["| 資格 | 取得日 |", "|---|---|", f"| 簿記2級 | {date} |"]
    assert section(*rows, title="資格").children == ()


TABLE = """# 職務経歴書

## スキル

| 分類 | 名称 | 年数 |
|---|---|---|
| 監視 | Zabbix, JP1 | 3年 |
"""


def printed(change):
    """Return the last row of the file whose skills `change` makes others."""
    resume = parse(TABLE).resume
    (document,) = resume.sections
    (found,) = document.children
    (line,) = found.children
    changed = replace(found, children=(Line(tuple(change(line.items))),))
    document = replace(document, children=(changed,))
    return render(replace(resume, sections=(document,))).splitlines()[-1]


def test_a_row_keeps_its_other_cells_when_its_skills_change():
    assert printed(lambda items: items) == "| 監視 | Zabbix, JP1 | 3年 |"
    assert printed(lambda items: items[:1]) == "| 監視 | Zabbix | 3年 |"
    assert printed(lambda items: items[1:]) == "| 監視 | JP1 | 3年 |"
    assert printed(lambda items: reversed(items)) == "| 監視 | JP1, Zabbix | 3年 |"
    assert printed(lambda items: [replace(items[0], claim="4年")]) == "| 監視 | Zabbix(4年) | 3年 |"


def test_a_new_skill_of_a_table_is_a_row_of_one_cell():
    assert printed(lambda _items: [Skill(name="Prometheus", claim="1年")]) == "| Prometheus(1年) |"


def test_rows_that_nobody_wrote_are_rows_as_well():
    skills = Section(holds="skills", layout="table", children=(Line((Skill(name="Go"),)),))
    assert render(replace(parse("").resume, sections=(skills,))) == "| Go |\n"
