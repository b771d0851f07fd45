"""English projects whose titles lead an item or a paragraph in bold."""

import pytest

from resume.document.schema import Position
from resume.formats.markdown import parse, render

from .test_employers import employers, projects
from .test_heads import read_twice

HEAD = "# Jane Doe\n\n## Experience\n\n### Foo — Engineer\n*2020 – Present*\n\nA studio.\n\n"
ITEMS = "- **Museum site** — old objects\n- **Ticketing** — timed entry\n- **Shop relaunch**: new"
TITLES = ["Museum site", "Ticketing", "Shop relaunch"]


@pytest.mark.parametrize(
    "items",
    [
        ITEMS,
        f"- Work for museums\n{ITEMS}\n- Some more",
        ITEMS.replace("**:", ":**").replace("relaunch:**", "relaunch:**"),
        f"{ITEMS}\n  - with text below it",
    ],
)
def test_titles_of_things_that_were_made_are_projects_of_an_employer(items):
    read_twice(HEAD + items + "\n")
    assert projects(HEAD + items + "\n") == TITLES


@pytest.mark.parametrize(
    "items",
    [
        "- **Leadership**: mentor of four\n- **Backend**: Go\n- **Platform**: AWS",
        "- **Cut costs of the platform** by 30%\n- **Led a migration**: all of it",
        "- **Tech stack**: Go\n- **Role**: lead of the search service",
        "- **Ticketing** — timed entry\n- **Membership** — cards",
        "- **Museum site** — 240,000 objects",
    ],
)
def test_qualities_areas_and_deeds_are_none(items):
    assert projects(HEAD + items + "\n") == []


@pytest.mark.parametrize("label", ["**Key projects:**", "#### Projects", "**Selected projects**"])
def test_a_line_over_a_list_says_that_it_is_of_projects(label):
    text = f"{HEAD}{label}\n\n- **Ticketing**: timed entry\n- **Membership**: cards\n"
    read_twice(text)
    assert projects(text) == ["Ticketing", "Membership"]


def test_a_list_below_the_item_of_an_employer_keeps_its_place():
    below = "\n".join(f"  {line}" for line in f"- A studio\n{ITEMS}".split("\n"))
    text = (
        f"## Experience\n\n- **Foo** — _Engineer_ (2020 – now)\n{below}\n"
        "- **Bar** — _Engineer_ (2018 – 2020)\n  - **Leadership**: of four\n"
    )
    read_twice(text)
    assert projects(text) == TITLES
    assert render(parse(text).resume) == text
    first = next(item for item in parse(text).resume.items() if isinstance(item, Position))
    assert first.body == "  - A studio"


@pytest.mark.parametrize(
    "section",
    [
        "**Snowline** (2022 – 2023): a map of trails.\n\n**tinycanon**: a decoder.",
        "**Snowline** | *Go* | [Code](https://x.example/)\n\n- A map\n\n**tinycanon**\n\n- A",
        "- **Snowline** – a map of trails\n- **tinycanon** – a decoder",
        "- **[Snowline](https://x.example/s)** – map\n- [tinycanon](https://x.example/t): a CLI",
    ],
)
@pytest.mark.parametrize("title", ["Projects", "Side projects", "Selected Projects"])
def test_titles_in_bold_are_the_projects_of_a_section(title, section):
    text = f"{HEAD}- Built it\n\n## {title}\n\n{section}\n"
    read_twice(text)
    assert projects(text) == ["Snowline", "tinycanon"]
    assert [name for name, *_rest in employers(text)] == ["Foo"]


def test_roles_in_a_list_are_no_projects():
    text = HEAD.replace("*2020 – Present*\n\n", "") + (
        "- **Lead Engineer** (2022 – Present)\n  - Led\n- **Engineer** (2020 – 2022)\n  - Built\n"
    )
    read_twice(text)
    assert projects(text) == []
