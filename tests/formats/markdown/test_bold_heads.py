"""English heads that begin in bold, with role, employer, place and period in any order."""

import pytest

from resume.formats.markdown.text.bold_heads import read_bold_head

from .test_employers import employers, projects
from .test_heads import read_twice

SHAPES = [
    "**{role}**, {name}, Bergen\n*{period}*\n\n- Built it",
    "**{role}**, {name}, Bergen, Norway\\\n*{period}*\n\n- Built it",
    "**{name}**, {role}\nBergen, {period}\n- Built it",
    "**{name}**, Bergen, Norway\\\n*{role}* {period}\n\n- Built it",
    "**{role}, {name}, Bergen** ({period})\n\n- Built it",
    "**{role}, {name}**, Bergen ({period})\n\n- Built it",
    "**{name}, Bergen ({role}, {period}):**\n\n- Built it",
    "**{role}**\n{name} | Bergen | {period}\n\n- Built it",
    "**{role}**\n{name}, Bergen\n{period}\n\n- Built it",
    "**{role}**\n\n{name}, Bergen\n\n{period}\n\n- Built it",
    "**{name}**  \nBergen, Norway  \n_{role}_  \n{period}\n\n- Built it",
    "{role} | {name} | Bergen | {period}\n\n- Built it",
    "{name} · {role} · Bergen · {period}\n\n- Built it",
    "**{role}**\n**Employer:** {name}\n**Dates Employed:** {period}\n**Salary:** 4\n\nBuilt it",
    "**{period}**\n{name}, Bergen\n{role}\n\n- Built it",
    "1. **{name}**, Bergen\n   *{role} ({period})*\n   - Built it",
    "**{role}**, Department of Charts, {name}, Bergen\n*{period}*\n\n- Built it",
]


def experience(*entries):
    return "# Jane Doe\n\n## Experience\n\n" + "\n\n".join(entries)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_parts_of_a_head_may_stand_in_any_order(shape):
    text = experience(
        shape.format(role="Senior Engineer", name="Foo Works", period="May 2020 – present"),
        shape.format(role="Help Desk Technician", name="Bar Sp. z o.o.", period="2018 – 2019"),
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo Works", "2020-05", "current"),
        ("Bar Sp. z o.o.", "2018", "2019"),
    ]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("**Lecturer**, Institute of Charts, University of Foo, Norway", "University of Foo"),
        ("**Foo State University, Computing**, Bergen, Norway", "Foo State University"),
        ("**Foo Army**", "Foo Army"),
    ],
)
def test_a_school_or_an_army_employs_whom_it_gives_a_role(first, name):
    second = "*2015 – 2017*" if "Lecturer" in first else "*Systems Operator (25B)* 2015 – 2017"
    text = experience(f"{first}\n{second}\n\n- Taught")
    read_twice(text)
    assert [each[0] for each in employers(text)] == [name]


@pytest.mark.parametrize(
    "entry",
    [
        "**Ryokan booking engine**, Lead Developer\nBergen, 2019 – 2020\n\n- Built it",
        "**B.Sc. in Charts**, Foo State University\n2015 – 2017\n\n- Thesis",
        "**Lead Developer**\nBuilt the shop with two others\n2019 – 2020",
        "**Engineer**\nBergen, Norway | 2019 – 2020\n\n- Built it",
        "**Engineer**\n- Foo Works\n- 2019 – 2020",
        "**Engineer**\n**Employer:** Foo Works\n\nBuilt it",
        "*Senior Engineer*, Payments Team, 2018 – 2021\n\n- Built it",
        "Foo Company is an engineer since 1990",
        "I was an engineer | then a lead | and wrote tests | 2019 – 2020",
    ],
)
def test_what_lacks_one_of_the_parts_names_nobody(entry):
    assert employers(experience(entry)) == []


@pytest.mark.parametrize(
    "title", ["Research and professional appointments", "Teaching & research experience"]
)
def test_a_title_of_work_may_say_of_which_kinds_it_is(title):
    text = f"# Jane Doe\n\n## {title}\n\n**Engineer**, Foo Works\n*2019 – 2020*\n\n- Built it"
    assert employers(text) == [("Foo Works", "Engineer", "2019", "2020")]


def test_work_before_another_is_work():
    text = "# Jane Doe\n\n## Employment before that\n\n- Foo Ltd, Engineer (2019 – 2020)\n"
    assert employers(text) == [("Foo Ltd", "Engineer", "2019", "2020")]


HEADED = [
    "### {name} — {role}\n**{period}**\n\n#### Picking of bins\n\n2019-01 to 2019-06\n\n- Built it",
    "### {role} — {name}\n**{period}** · Bergen, Norway\n\n- Built it",
    "### {role} — {name}\n**{period}** | Oslo\n\n- Built it",
    "### {name} — {role}\n**{period}** · Fully Remote\n\n- Built it",
    "### {period}\n**{role}**, {name}, Oslo\n\n- Built it",
    "### {period}\n**{name}**, Oslo\n*{role}*\n\n- Built it",
    "### {name}, *{role}*\n###### {period} | Oslo\n\n- Built it",
    "### {name}\n#### {role} | {period} | Oslo\n\n- Built it",
    "### {name} — Oslo, Norway\n*{period}*\n#### {role}\n\n- Built it",
    "### {name} · Full-time\n*{role}* — {period} · 3 mos\n\n- Built it",
]


@pytest.mark.parametrize("shape", HEADED)
def test_a_period_in_bold_below_a_heading_names_nobody(shape):
    text = experience(
        shape.format(role="Senior Engineer", name="Foo Robotics", period="2019-01 to present"),
        shape.format(role="Engineer", name="Bar Research Institute", period="2016-10 to 2018-12"),
    )
    read_twice(text)
    found = [(name, start, end) for name, _role, start, end in employers(text)]
    assert list(dict.fromkeys(found)) == [
        ("Foo Robotics", "2019-01", "current"),
        ("Bar Research Institute", "2016-10", "2018-12"),
    ]
    assert projects(text) == (["Picking of bins"] * 2 if "Picking" in shape else [])


@pytest.mark.parametrize(
    "entry",
    [
        "### 2019 – 2020\n**Shop rewrite**, Lead Developer\n\n- Built it",
        "### 2019 – 2020\n**Engineer**\n\n- Built it",
        "### 2019 – 2020 | Oslo\n\n- Built it",
    ],
)
def test_a_period_over_work_or_a_role_alone_names_nobody(entry):
    assert employers(experience(entry)) == []


def test_roles_in_bold_over_their_periods_are_one_stay():
    text = experience(
        "### Foo Works\n\n5 years 2 months\n\n**Lead Engineer**\nApril 2022 - Present (2 years)\n"
        "Oslo, Norway\n\nText\n\n**Engineer**\nOctober 2019 - March 2022 (2 years)\n\nText",
        "### Bar\n\nEngineer\nJanuary 2015 - August 2019 (4 years 8 months)\n\nText",
    )
    read_twice(text)
    assert employers(text) == [
        ("Foo Works", "", "2019-10", "current"),
        ("Bar", "", "2015-01", "2019-08"),
    ]


def test_roles_below_a_stay_are_held_there():
    text = experience(
        "**Foo Robotics** | 2018 – 2021",
        "**Shop Rewrite**, Tech Lead\n*2019 – 2020*\n\n- Built it",
        "**Billing**, Engineer\n*2018 – 2019*\n\n- Built it",
    )
    assert employers(text) == [("Foo Robotics", "", "2018", "2021")]
    text = experience(
        "**Freelance developer** | 2018 – 2021",
        "**Foo Robotics**, Engineer\n*2019 – 2020*\n\n- Built it",
    )
    assert [each[0] for each in employers(text)] == ["Freelance", "Foo Robotics"]


def test_a_date_right_below_a_line_is_that_of_the_line():
    text = experience(
        "**Career break**, Oslo\n*2020 – 2021*",
        "**Engineer**, Foo Robotics, Oslo\n*2015 – 2020*\n\n- Built it",
    )
    assert employers(text) == [("Foo Robotics", "Engineer", "2015", "2020")]


def test_a_dash_may_part_a_role_and_when_from_a_name_and_what_that_is():
    text = experience(
        "**Staff writer** *(March 2012 to January 2014)* — The Foo Gazette, six-day-a-week "
        "newspaper for all of the county and the towns around, Bergen.\n\n- Wrote",
        "**Engineer, intern** (June to August 2010) – Bar.org, a site about birds\n\n- Built it",
    )
    read_twice(text)
    assert employers(text) == [
        ("The Foo Gazette", "Staff writer", "2012-03", "2014-01"),
        ("Bar.org", "Engineer, intern", "2010-06", "2010-08"),
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "Led Team Apollo, which is large",
        "Billing Platform, for shops",
        "Python, mostly",
        "for a maker of boats, Oslo",
        "Foo University, a school",
    ],
)
def test_a_dash_may_part_a_role_and_when_from_something_else(rest):
    assert employers(experience(f"**Engineer** (2012 – 2014) — {rest}\n\n- Wrote")) == []


def test_an_item_of_a_role_and_when_may_have_who_employed_in_italics_below_it():
    text = experience(
        "* **Postdoctoral Scholar** (May 2020 - present)  \n  Applied Physics, *University of Foo*",
        "* **Engineer** (2018 - 2020)  \n  Detector Software, *Foolab*\n\n  Built it",
        "* **Programmer** (2010 - 2013)  \n  *Self Employed*",
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("University of Foo", "2020-05", "current"),
        ("Foolab", "2018", "2020"),
        ("Self Employed", "2010", "2013"),
    ]


@pytest.mark.parametrize(
    "below", ["Built the search, *quickly*", "Search in *Go*", "Charts, *Go, Rust*", "*built it*"]
)
def test_what_stands_in_italics_below_a_role_and_when_may_name_nobody(below):
    assert employers(experience(f"* **Engineer** (2018 - 2020)  \n  {below}")) == []


def test_a_town_beside_a_name_tells_that_it_is_no_thing_that_was_made():
    text = experience(
        "- **Foo Works** Bergen, Norway\n    Engineer\n    2018 – 2019\n    - Built it",
        "- **Bar Automation** Oslo, Norway\n    Engineer\n    May - December 2017\n    - Wrote it",
    )
    read_twice(text)
    assert [each[0] for each in employers(text)] == ["Foo Works", "Bar Automation"]
    assert read_bold_head(["**Test Automation**, Engineer, 2018 – 2019"]) is None
