"""Shapes in which English résumés tell who employed, as what and when."""

import pytest

from .test_markdown_employers import employers, work
from .test_markdown_heads import read_twice

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
