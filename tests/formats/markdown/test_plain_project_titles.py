"""English projects in a list of them, whose titles nothing marks."""

import pytest

from .test_employers import projects
from .test_heads import read_twice

ITEMS = "- Tide clock: it shows the tide\n- OpenHive - a scale for bee hives (2019 – 2020)"


def section(items, title="Hobby projects"):
    return f"# Jane Doe\n\n## {title}\n\n{items}\n\n## Education\n\n- BSc, 2015\n"


@pytest.mark.parametrize(
    "title", ["Hobby projects", "Own Projects", "Open-source projects", "Things I've made"]
)
def test_a_title_may_stand_before_a_colon_or_a_dash(title):
    text = section(ITEMS, title)
    read_twice(text)
    assert projects(text) == ["Tide clock", "OpenHive"]


@pytest.mark.parametrize(
    "items",
    [
        f"{ITEMS}\n- I also helped with a few others",
        f"{ITEMS}\n- Team size: three of us",
        f"{ITEMS}\n- Lead developer: four small apps",
        f"{ITEMS}\n- 2019: won a prize for it",
        f"{ITEMS}\n- Data migration: a lot of scripts",
        f"{ITEMS}\n- Foo Ltd: a shop for them",
        ITEMS.partition("\n")[0],
        "- Tide clock: electronics\n- OpenHive: hardware",
    ],
)
def test_a_list_with_another_item_in_it_is_none_of_titles(items):
    assert projects(section(items)) == []


@pytest.mark.parametrize(
    "items",
    [
        " - Tide clock: it shows the tide\n - OpenHive - a scale for bee hives",
        "1. **Tide clock** (2019). It shows the tide.\n2. **OpenHive** (2020–2021). A scale.",
        "1. Tide clock: it shows the tide\n2. OpenHive: a scale for bee hives",
        "- *Tide clock* (2020) — it shows the tide\n- _OpenHive_ – a scale",
    ],
)
def test_a_flat_list_of_projects_may_be_numbered_or_stand_further_in(items):
    text = section(items)
    read_twice(text)
    assert projects(text) == ["Tide clock", "OpenHive"]
    assert projects(f"{text[:-1]}\n".replace(items, f"{items}\n3. Some more")) == []


def test_under_another_title_such_a_list_tells_of_anything():
    assert projects(section(ITEMS, "Other")) == []


@pytest.mark.parametrize("head", ["Name", "Repo", "Product"])
def test_a_column_of_names_titles_the_projects_of_a_section_about_them(head):
    row = "| [tide](https://a.example/) | A clock | 3 |"
    table = f"| {head} | What | Stars |\n|---|---|---|\n{row}"
    text = section(table)
    read_twice(text)
    assert projects(text) == ["tide"]
    assert projects(section(table, "Other")) == []
    assert projects(section(table.replace(head, "Year"))) == []


@pytest.mark.parametrize("end", [", 2021", " (May 2021)", " – 2021", " | 2021"])
def test_a_title_and_a_date_may_stand_over_a_list(end):
    text = section(f"Tide clock{end}\n- It shows the tide\n\nOpenHive, 2018\n- A scale\n- LoRa")
    read_twice(text)
    assert projects(text) == ["Tide clock", "OpenHive"]


@pytest.mark.parametrize(
    "line",
    [
        "Lead developer, 2021",
        "Foo Ltd, 2021",
        "Built a clock, 2021",
        "Skills, 2021",
        "Tide clock, 2021 and later",
        "There were three of them in 2021",
    ],
)
def test_a_date_may_end_a_line_that_is_no_title(line):
    assert projects(section(f"{line}\n- It shows the tide")) == []


@pytest.mark.parametrize("lead", ["*Languages* — Go", "*Tide clock* shows the tide"])
def test_what_leads_an_item_in_italics_may_be_no_title(lead):
    assert projects(section(f"- {lead}\n- *OpenHive* — a scale")) == []
