"""Lines of skills: what leads them, and what is claimed of them."""

import pytest

from resume.document.schema import Line

from .test_item_tables import section


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
