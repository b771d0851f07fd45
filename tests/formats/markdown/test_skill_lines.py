"""Lines of skills: what leads them, and what is claimed of them."""

import pytest

from resume.document.schema import Line
from resume.formats.markdown import render

from .test_item_tables import section
from .test_openings import read_twice


def told(*lines):
    """Return (lead, name, claim) of the skills that these lines list."""
    return [
        (item.lead, item.name, item.claim)
        for line in section(*lines).children
        if isinstance(line, Line)
        for item in line.items
    ]


@pytest.mark.parametrize("lead", ["DB：", "**DB**：", "**DB：**", "**DB:**", "**DB**:"])
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_label_leads_the_skills_after_it_in_bold_or_not(lead, bullet):
    lines = [f"{bullet}{lead} PostgreSQL, MySQL", f"{bullet}{lead.replace('DB', '言語')} Go, Rust"]
    assert told(*lines) == [
        (lead, "PostgreSQL", ""),
        ("", "MySQL", ""),
        (lead.replace("DB", "言語"), "Go", ""),
        ("", "Rust", ""),
    ]


def test_bold_that_leads_nothing_stays_text():
    for lines in (["**言語**", "", "**DB**"], ["**Go** を書きます。"], ["*Go*"]):
        assert told(*lines) == []
        assert section(*lines).body == "\n".join(lines)


@pytest.mark.parametrize("claim", ["★★★☆☆", "◎", "6年", "約2年"])
def test_a_rating_or_years_after_a_name_are_claimed_of_it(claim):
    assert told(f"- Swift: {claim}", f"- CI / CD：{claim}") == [
        ("", "Swift", claim),
        ("", "CI / CD", claim),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- C# 7.0, 8.0（5 年）", [("", "C# 7.0, 8.0", "5 年")]),
        (
            "- SQL Server 2017, 2019, Oracle",
            [("", "SQL Server 2017, 2019", ""), ("", "Oracle", "")],
        ),
        ("- RHEL 6/7/8, CentOS", [("", "RHEL 6/7/8", ""), ("", "CentOS", "")]),
    ],
)
def test_a_version_belongs_to_the_name_before_it(line, expected):
    assert told(line, "- Go, Rust")[:-2] == expected


def test_a_number_by_itself_is_no_skill():
    assert told("- 2017, Oracle") == []


@pytest.mark.parametrize("rule", ["---", "***", "____"])
def test_a_rule_parts_a_list_from_the_section_after_it(rule):
    assert told("- Go", "", rule) == [("", "Go", "")]


def test_a_rule_stands_before_the_sections_below():
    text = "# x\n\n## スキル\n\n- Go\n\n---\n\n### DB\n\n- MySQL\n\n---\n\n## 資格\n\n- 簿記\n"
    assert render(read_twice(text)) == text


def test_a_rule_by_itself_or_above_is_text():
    for lines in (["---", "", "- Go"], ["---"]):
        assert told(*lines) == ([("", "Go", "")] if lines[2:] else [])
        assert section(*lines).body == "---"


@pytest.mark.parametrize("dot", ["・", "● ", "- ・"])
def test_a_dot_that_is_none_of_markdown_is_no_part_of_a_name(dot):
    lines = [f"{dot}AWS（2年）", f"{dot}言語：Go、Rust"]
    assert [(name, claim) for _lead, name, claim in told(*lines)] == [
        ("AWS", "2年"),
        ("Go", ""),
        ("Rust", ""),
    ]
