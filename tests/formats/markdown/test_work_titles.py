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
        "* *Museum site* (2019): old objects\n* _Ticketing_: entry\n* *Shop relaunch* — new",
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
        "- *Role*: lead of the search service\n- *Tools*: Go",
        "- *Museum site* of the town\n- *Shop relaunch* for all",
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


TOLD = (
    "- **Cell-based storage**: split the cluster into four cells, so that one may fail alone\n"
    "- **Audit of harbors**: collected what 60 of 92 controls asked for with the security team\n"
    "- **Developer portal**: introduced templates; a new service is there within a day of work\n"
)


def test_a_third_is_enough_where_most_items_tell_particular_work():
    text = f"{HEAD}{TOLD}\nOn call one week in six.\n"
    read_twice(text)
    assert projects(text) == ["Cell-based storage", "Audit of harbors", "Developer portal"]


@pytest.mark.parametrize(
    "items",
    [
        # General words alone, or too short a text.
        TOLD.replace("Audit of harbors", "Data modeling"),
        TOLD.replace("Cell-based storage", "Technical leadership"),
        TOLD.replace("Audit of harbors", "Terraform"),
        (
            "- **Languages**: Go, Python\n- **Cell-based storage**: Go\n"
            "- **Developer portal**: Go\n- **Audit of harbors**: Go\n"
        ),
        # Most of the list is no such item.
        f"{TOLD}- Wrote tests\n- Answered tickets\n- Was on call\n",
    ],
)
def test_less_than_half_is_not_enough_for_what_may_be_anything(items):
    assert projects(HEAD + items) == []


def test_what_a_thing_was_made_for_may_follow_it():
    items = "- **Ticket shop for three museums** — sold 4,000\n- **Atlas** — a search\n"
    assert projects(HEAD + items) == ["Ticket shop for three museums", "Atlas"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "* Wrote tests\n\n* Main projects:\n\n    1. **Card merger** (2023): one table\n"
            "    2. **Till data** (2021): streaming\n"
        ),
        "Key projects:\n- **Card merger**: one table\n- **Till data**: streaming\n",
    ],
)
def test_an_item_or_a_line_may_say_that_projects_follow(text):
    read_twice(HEAD + text)
    assert projects(HEAD + text) == ["Card merger", "Till data"]


def test_work_for_a_client_needs_no_list_below_it():
    text = HEAD + (
        "**Client: Pharma — roll-out in Japan** (Jan 2022 – current)\n\nThe lead.\n\n- Cut over\n\n"
        "**Client: Oil refiner — Procurement** (May 2020 – Dec 2021)\n\n- Spend analysis\n"
    )
    read_twice(text)
    assert projects(text) == [
        "Client: Pharma — roll-out in Japan",
        "Client: Oil refiner — Procurement",
    ]


def test_a_title_in_italics_leads_an_item_of_a_section_about_projects():
    text = (
        "# Jane Doe\n\n## Funded projects\n\n- *Tones: a study*. Lead. 2023–2027, 16 million\n"
        "- *Two hours*. Lead. 2019–2022\n"
    )
    read_twice(text)
    assert projects(text) == ["Tones: a study", "Two hours"]


def test_roles_whose_names_hold_words_of_work_are_roles():
    text = (
        "# Jane Doe\n\n## Experience\n\n## **Foo Corporation**, Tokyo — *Nov 2016 - Present*\n\n"
        "### **Platform Manager** — *Apr 2022 - Present*\n\n* Two teams\n\n"
        '**Developer platform "Bar"**\n\n* Built it\n\n**FinOps dashboard**\n\n* Built it\n\n'
        "### **Senior SRE** — *Nov 2016 - Mar 2022*\n\n* On call\n"
    )
    read_twice(text)
    assert [role for _name, role, *_when in employers(text)] == [
        "",
        "Platform Manager",
        "Senior SRE",
    ]
    assert projects(text) == ['Developer platform "Bar"', "FinOps dashboard"]


@pytest.mark.parametrize(
    "shape",
    [
        "* **{role}**\n  {name}, Oslo\n  {period}\n  * Built it",
        "- **{name}** (Oslo)\n  *{role}, {period}*\n  - Built it",
    ],
)
def test_lines_below_an_item_may_tell_who_employed(shape):
    first = shape.format(role="Lead Engineer", name="Foo Works", period="May 2020 – Present")
    second = shape.format(role="Engineer", name="Bar Labs", period="2016 – April 2020")
    text = f"# Jane Doe\n\n## Experience\n\n{first}\n{second}\n"
    read_twice(text)
    assert [name for name, *_ in employers(text)] == ["Foo Works", "Bar Labs"]


LED_SECTION = "# Jane Doe\n\n## Side Projects\n\n"


def test_titles_in_bold_lead_the_items_of_a_section_with_text_below_some_of_them():
    text = LED_SECTION + (
        "* **Mambo (not released)** - reads feeds. I wrote:\n  * a client\n  * a parser\n\n"
        "* **[Logge](https://example.org/logge)** - a logger.\nOne half is mine.\n\n"
        "* **Socks** - a proxy.\n\n* A tool that helps to cut wood. Qt\n"
    )
    read_twice(text)
    assert projects(text) == ["Mambo (not released)", "Logge", "Socks"]


def test_a_title_in_bold_may_lead_the_only_item_of_a_section():
    assert projects(LED_SECTION + "*   **Weather lake:** A toy data lake\n") == ["Weather lake"]


@pytest.mark.parametrize(
    "items",
    [
        "- **Mambo** - reads feeds\n\nA paragraph\n\n- **Socks** - a proxy\n  - of mine",
        "- **Mambo** - reads feeds\n  - a client\n- a proxy\n- **Socks** - a proxy",
        "- **Tech stack**: Go\n  - and more",
    ],
)
def test_what_else_stands_in_a_list_leaves_a_section_text(items):
    assert projects(f"{LED_SECTION}{items}\n") == []
