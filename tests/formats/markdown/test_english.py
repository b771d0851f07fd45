"""Shapes in which English résumés tell who employed, as what and when."""

import pytest

from resume.document.schema import Position
from resume.formats.markdown import parse

from .test_employers import employers, projects, work
from .test_heads import read_twice

FOO = ("Foo", "2020", "current")
BAR = ("Bar Works", "2018", "2019")


@pytest.mark.parametrize(
    "shape",
    [
        "### {role}\n**{name}** | Boston, MA | {period}\n\n- Built it",
        "### {role} ({period})\n*{name}, Boston*\n\n- Built it",
        "### {role}\n#### {name} | {period}\n\n- Built it",
        "### {name} - {role}\n*{period}*\n\n- Built it",
        "### {role}, {name}\n\n{period}\n\n- Built it",
        "### {role} @ {name}\n**{period}**\n\n- Built it",
        "### {role} | {name} | {period}\n\n- Built it",
        "### {name} `{period}`\n\n_{role}_\n\n- Built it",
        "### 🏢 {name}\n**{role}** | 📅 {period}\n\n- Built it",
        '### {name} <span style="float:right">{period}</span>\n*{role}*\n\n- Built it',
        "**{name}**, Boston, MA — *{role}*\n\n{period}\n\n- Built it",
        "**{period}** {name}, *{role}*\n\n- Built it",
        "*{role}*, **{name}** ({period})\n\n- Built it",
        "`{period}`\n__{name}__, {role}\n\n- Built it",
        "`{period}`\n__{role}__, {name}\n\n- Built it",
        "**{role} – {name}**  \n_{period}_\n\n- Built it",
        "- **{role}, {name}** ({period})\n  - Built it",
        "### {name}\n{role} | Oslo | {period}\n\n- Built it",
        "### {role}\n{name}, Bergen, Norway | {period}\n\n- Built it",
        "### {role}\n*{name}*\n{period}\n\n- Built it",
        "### {role}, Search Platform\n**{name}** | {period}\n\n- Built it",
        "### {name} · {role}\n`{period}` · `Oslo` · `Go`\n\n- Built it",
        "### **{role}** — *{name}* — {period}\n\n- Built it",
        "### {name} — Boston, MA\n\n- **{role}** ({period})\n  - Built it",
        "### {name}\n\n- Job title: {role}\n- Dates: {period}\n\nBuilt it",
        "**Employer:** {name}\n**Position:** {role}\n**Period:** {period}\n\nBuilt it",
        "**{period}**\n**{role}**, {name}, Oslo\n\n- Built it",
        "{name}, {role}\n\n:   *{period}*\n\n    - Built it",
        "{period}\n:   **{role}, {name}**\n\n    Built it",
        "| | |\n|:--|--:|\n| **{name}** | {period} |\n| *{role}* | Boston, MA |\n\n- Built it",
        "| **{name}** | {period} |\n|:--|--:|\n| *{role}* | Oslo |\n\n- Built it",
        "* {name}\n  * {role}\n  * {period}\n  * Built it",
        "### {role}\n#### {name}\n*{period}*\n\n- Built it",
        "- {name}, {role} ({period})\n  - Built it",
        "- **{name}** — _{role}_ ({period})\n  - Built it",
        "{period}\n:   **{role}**, {name}, *Ålesund*\n\n    Built it",
        "- **{role}**, {name}, Málaga, Spain | {period}\n  - Built it",
        "- **{role}**, [{name}](https://foo.example) ({period}). Built it, tested it.",
        "***{name}***, Remote — **{role}** — {period}\n\nBuilt it",
        "- {name} — Oslo ({period})\n  - {role}, for a while. Built it.",
    ],
)
def test_an_employer_is_told_with_role_and_period(shape):
    text = "# Jane Doe\n\n## Experience\n\n" + "\n\n".join(
        (
            shape.format(role="Software Engineer", name="Foo", period="2020 - Present"),
            shape.format(role="Intern", name="Bar Works", period="2018 - 2019"),
        )
    )
    read_twice(text)
    found = [(name, start, end) for name, _role, start, end in employers(text)]
    assert [(name.strip("🏢 "), start, end) for name, start, end in found] == [FOO, BAR]


@pytest.mark.parametrize(
    "block",
    [
        "## Senior Software Engineer (2020 - 2021)",
        "## Software Engineer (2020 - 2021)\n\n*Made the shop faster by 20%*",
        "## Software Engineer\n\n### Built the billing system | 2020 - 2021",
        "## Software Engineer\n\n### A | 2020 - 2021\n\n### B | 2018 - 2019",
        "**2020 - 2021** Made the shop, *and the app*",
        "**2020 - 2021** Foo",
        "`2020 - 2021`\n__Receivables platform__, Engineer",
        "`2020 - 2021`\n__University of Foo__, Engineer",
        "**Engineer** - 2020 to 2021\n*Made the shop faster*",
        "## Foo\n\n**Engineer**, **Manager**",
        "## Engineer, Search platform | 2020 - 2021",
        "## Foo\n\n- Engineer, 2020 - 2021\n- Made it, 2021 - 2022",
        "| **Receivables platform** | 2020 - 2021 |\n|:--|--:|\n| *Engineer* | Oslo |",
        "* Foo\n  * Made the shop\n  * 2020 - 2021",
        "- Foo Shop (2020 - 2021)\n  - Made it with an engineer",
        "- Claims Portal (2020 - 2021)\n  - Lead developer. Made it.",
        "- Search Team (2020 - 2021)\n  - Lead developer. Made it.",
        "- **Made the shop** (2020 - 2021). Engineer, Foo",
        "*** Foo, Engineer, 2020 - 2021",
    ],
)
def test_a_role_and_a_period_may_name_nobody(block):
    assert employers(work(block)) == []


def test_roles_one_after_the_other_make_one_stay():
    text = work(
        "## Foo\n\n**Senior Engineer** — Jan 2022 - Present\n\n- Built it\n\n"
        "**Engineer** — Jan 2020 - Dec 2021\n\n- Made it",
        "## Bar\n\n**Intern** — Jun 2018 - Dec 2019\n\n**Billing app** — Jul 2018 - Aug 2018",
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo", "2020-01", "current"),
        ("Bar", "2018-06", "2019-12"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Occupation",
        "Relevant experience",
        "Contract Experience",
        "Full-time experience",
        "Earlier career",
        "Where I've worked",
        "Military Service",
    ],
)
def test_a_section_about_work_has_many_titles(title):
    text = f"# Jane\n\n## {title}\n\n`2020-now`\n__Foo__, Engineer\n\n## Volunteer experience\n\n"
    assert employers(f"{text}**Helper**, Food Bank (2018 - 2019)\n") == [
        ("Foo", "", "2020", "current")
    ]


def test_roles_may_be_headings_over_when_and_how_long_they_were_held():
    text = work(
        "## Foo\n\n*3 years*\n\n### Lead Engineer\n\nMay 2021 - Present (2 years 1 month)\n\n"
        "Oslo, Norway\n\n### Engineer\n\nMay 2020 - April 2021 (1 year)\n\nOslo, Norway"
    )
    read_twice(text)
    position = next(i for i in parse(text).resume.items() if isinstance(i, Position))
    assert (position.start, position.end) == ("2020-05", "current")
    assert [role.role for role in position.roles] == ["Lead Engineer", "Engineer"]


def test_roles_in_bold_may_stand_over_when_and_how_long_they_were_held():
    text = work(
        "## Foo\nFull-time · 6 yrs 2 mos\n\n**Director**\nJan 2023 - Present · 1 yr 7 mos\nOslo\n\n"
        "- Led\n\n**Engineer**\nJun 2018 - Jan 2023 · 4 yrs 8 mos\n\n- Built"
    )
    read_twice(text)
    assert employers(text) == [("Foo", "", "2018-06", "current")]
    assert employers(text.replace("**Engineer**", "**Search app**"))[0][2] == "2023-01"


def test_a_small_word_of_another_language_may_stand_in_a_name():
    entry = "- **Intern**, {name} | Feb 2013 – Jun 2013\n  - Built it"
    first = "- **Engineer**, Foo Lda. | Jul 2013 – now\n  - Built it"
    for name in ("Centro do Minho", "Café de la Paix", "Haus der Kunst"):
        text = work(f"{first}\n\n{entry.format(name=name)}")
        read_twice(text)
        assert [each[0] for each in employers(text)] == ["Foo Lda.", name]
    assert employers(work(entry.format(name="Made the tea"))) == []


def test_a_period_may_be_the_heading_below_that_of_a_role():
    text = work(
        "## Foo\n\n### Lead Engineer\n\n#### May 2021 - Present\n\n- Led\n\n- Built",
        "## Bar\n\n### Engineer\n\n#### May 2020 - April 2021\n\n- Built",
    )
    read_twice(text)
    found = {(name, start, end) for name, _role, start, end in employers(text)}
    assert found == {("Foo", "2021-05", "current"), ("Bar", "2020-05", "2021-04")}
    assert projects(text) == []


def test_a_heading_below_that_of_a_role_may_title_work():
    assert employers(work("## Engineer\n\n### Payments rewrite\n\n*2020 - 2021*\n\nText")) == []


def test_a_role_may_say_what_it_was_about():
    text = work(
        "## Foo Robotics\n\n### Senior Engineer, Perception (Jan 2024 - Present)\n\n- Led\n\n"
        "### Engineer II, Perception (Jul 2021 - Dec 2023)\n\n- Built",
        "## State Polytechnic, Controls Lab — Research Assistant\n\n"
        "### Undergraduate Researcher (Sep 2018 - May 2021)\n\n- Made",
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)][0:1] == [
        ("Foo Robotics", "2021-07", "current")
    ]
    assert ("State Polytechnic", "2018-09", "2021-05") in [
        (name, start, end) for name, _role, start, end in employers(text)
    ]


@pytest.mark.parametrize(
    "shape",
    ["## {1}, {0}\n\n*{2}*\n\n- Built", "## {0} | {1} | {2}\n\n- Built", "## {1} at {0} ({2})"],
)
def test_who_employed_may_sound_like_a_piece_of_work_beside_others(shape):
    names = ["Harbor Freight Lines", "Pine County Library System", "Norwegian Health Platform"]
    periods = ["2021 - Present", "2018 - 2021", "2015 - 2018"]
    blocks = [shape.format(n, "Web Developer", p) for n, p in zip(names, periods, strict=True)]
    text = work(blocks[0], shape.format("Foo", "Engineer", "2013 - 2014"), *blocks[1:])
    read_twice(text)
    assert [name for name, *_rest in employers(text)] == [names[0], "Foo", *names[1:]]
    alone = work(blocks[1], blocks[2])
    assert employers(alone) == []


@pytest.mark.parametrize("title", ["Project Details", "Key Projects Handled", "Project Experience"])
def test_a_section_of_projects_has_many_titles(title):
    text = (
        "# Jane\n\n## Work\n\n### Foo Ltd. (Jul 2015 - Till date)\n\nBuilt it\n\n"
        f"## {title}\n\n### Claims portal\n\n**Duration:** Jan 2018 - Till date\n"
    )
    read_twice(text)
    assert projects(text) == ["Claims portal"]
    assert projects(text.replace(title, "Product details")) == []


@pytest.mark.parametrize("role", ["Barman", "Co-op student", "Receptionist", "Working student"])
def test_work_of_every_kind_names_who_employed(role):
    entry = "* __Foo Works__, Cork\n  Engineer, *May 2013 to Oct 2018*\n    * Built it\n\n"
    text = work(f"{entry}* __Halloran's Bar__\n  {role}, *summers 2003 to 2006*")
    read_twice(text)
    found = [(name, start, end) for name, _role, start, end in employers(text)]
    assert found == [("Foo Works", "2013-05", "2018-10"), ("Halloran's Bar", "2003", "2006")]
    assert employers(text.replace(role, "Closed in the winter")) == []


def test_selected_work_is_what_was_made_beside_another_section_about_work():
    made = "## Selected work\n\n### Salt & Sun\n\n*2017* — Packaging\n\n### Foo 3.0\n\nAn app"
    text = f"# Jane\n\n## Experience\n\n**Designer, Foo** (2015 – 2018)\n\n{made}\n"
    read_twice(text)
    assert projects(text) == ["Salt & Sun", "Foo 3.0"]
    stays = "## Selected work\n\n### Foo Works — Engineer (2019 - 2021)\n\nBuilt it\n"
    assert employers(f"# Jane\n\n{stays}") == [("Foo Works", "Engineer", "2019", "2021")]


def test_a_line_in_bold_that_tells_the_time_of_the_stay_is_what_somebody_was():
    first = "### Foo GmbH\n**Engineer** (2011 – 2014)\n\n- Built it"
    text = work(f"{first}\n\n### Bar Ltd\n**IT help** (2008 – 2011)\n\n- Fixed")
    read_twice(text)
    assert employers(text)[1] == ("Bar Ltd", "", "2008", "2011")
    assert projects(text) == []
    assert projects(text.replace("IT help", "Sales portal")) == ["Sales portal"]
    assert projects(text.replace("### Bar Ltd", "### Bar Ltd (2007 – 2011)")) == ["IT help"]


@pytest.mark.parametrize("title", ["VOLUNTEERING", "Volunteer work", "Memberships", "Training"])
def test_a_section_below_the_last_employer_by_a_wrong_level_is_no_project(title):
    stay = "## Foo, Inc. | Oslo\n**Engineer** | 01/2019 – Present\n\n- Built it"
    text = f"# Jane\n\n### Experience\n\n{stay}\n\n### {title}\n\nFood Bank, 2020 – Present\n"
    read_twice(text)
    assert (employers(text), projects(text)) == ([("Foo, Inc.", "", "2019-01", "current")], [])


ROWS = (
    "## Career Summary\n\n| Period | Employer | Position |\n|---|---|---|\n"
    "| Jan 2020 – Present | Foo Bank | Architect |\n| Mar 2016 – Dec 2019 | Bar Tel | Engineer |"
)


def test_headings_with_towns_tell_of_the_stays_of_a_summary():
    stays = (
        "## Career Details\n\n### Foo Bank, Cape Town (Jan 2020 – Present)\n\nBuilt it\n\n"
        "### Bar Tel, Durban (Mar 2016 – Dec 2019)\n\nMade it"
    )
    text = f"# Jane\n\n{ROWS}\n\n{stays}\n"
    read_twice(text)
    assert employers(text) == [
        ("Foo Bank, Cape Town", "", "2020-01", "current"),
        ("Bar Tel, Durban", "", "2016-03", "2019-12"),
    ]
    assert [each[0] for each in employers(f"# Jane\n\n{ROWS}\n")] == ["Foo Bank", "Bar Tel"]


@pytest.mark.parametrize("form", ["a.s.", "s.r.o.", "d.o.o."])
def test_what_stands_after_periods_in_bold_needs_a_legal_form(form):
    line = "{period} — **{name}** (Oslo)\n: It."
    text = work(
        line.format(period="2018 – 2019", name="World Tour"),
        line.format(period="2016 – 2018", name=f"Pumpa {form}"),
        line.format(period="2014 – 2016", name="Bachelor Studies"),
    )
    read_twice(text)
    assert [each[0].partition(" (")[0] for each in employers(text)] == [f"Pumpa {form}"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("**Professor**, Department of Biology, X University", "X University"),
        ("**Professor**, School of Ocean Sciences, Port X University, Canada", "Port X University"),
        ("**Researcher**, X Institute of Marine Research", "X Institute of Marine Research"),
    ],
)
def test_a_department_employs_nobody_where_the_whole_is_told(told, name):
    rows = [f"| 2019--present | {told} |", "| 2011--2012 | **Engineer**, Skarv Consulting |"]
    table = "\n".join(["| | |", "|---|---|", *rows])
    found = employers(f"# Jane\n\n# Work experience\n\n{table}\n")
    assert [each[0] for each in found] == [name, "Skarv Consulting"]


def test_an_executive_is_a_role_over_the_name_of_who_employed():
    text = "# Jane\n\n## Experience\n\n#### Marketing Executive\n**Fox Biscuits Ltd** (food)\n"
    found = employers(f"{text}Sep 2014 – Jun 2017\n\n- Fairs\n")
    assert found == [("Fox Biscuits Ltd", "Marketing Executive", "2014-09", "2017-06")]


def test_a_quotation_below_a_heading_may_say_where_and_when():
    entry = "### {} - PHP developer _[main position]_\n> Oslo, Norway\n> {}\n\nCustomers."
    entries = [entry.format("Foo", "August 2016 - Current"), entry.format("Bar", "2014 - 2016")]
    text = "# Jane\n\n## Past Experience\n\n" + "\n\n".join(entries) + "\n"
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo", "2016-08", "current"),
        ("Bar", "2014", "2016"),
    ]
    quoted = "# Jane\n\n## Past Experience\n\n### On testing\n> It was 2014 - 2016 that mattered.\n"
    assert employers(quoted) == []


def test_a_danish_legal_form_names_who_employed():
    stays = ["## Webmaster at Dan Drift A/S\n\n*August 2001 – July 2004 | Roskilde*\n\nThe web."]
    stays.append("## Cable A/S/B tests\n\n*2001 – 2004*\n\nLab.")
    text = "# Jane\n\n" + "\n\n".join(stays) + "\n"
    assert employers(text)[:1] == [("Dan Drift A/S", "Webmaster", "2001-08", "2004-07")]
