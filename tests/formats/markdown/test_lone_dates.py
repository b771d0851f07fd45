"""English stays that one date tells beside those with a period."""

import pytest

from .test_employers import employers
from .test_heads import read_twice

FOO = ("Foo Works", "2016", "2021")


def stays(text):
    read_twice(text)
    return [(name, start, end) for name, _role, start, end in employers(text)]


def section(entry, first="### Engineer, Foo Works (2016 - 2021)\n\nBuilt it"):
    return f"# Jane Doe\n\n## Experience\n\n{first}\n\n{entry}\n\n## Education\n\nBSc, 2012\n"


HEADS = pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("### Intern, Bar Museum (Summer 2014)\n\n- Made it", ("Bar Museum", "2014", "2014")),
        ("### 2014: Bar Camp\n\n*Camp counsellor*", ("Bar Camp", "2014", "2014")),
        ("### Bar Museum\n\n*Intern, May 2014*", ("Bar Museum", "2014-05", "2014-05")),
        ("### Bar Ltd (2014)\n\nSold it", ("Bar Ltd", "2014", "2014")),
    ],
)


@HEADS
def test_a_heading_with_one_date_is_a_stay_beside_one_with_a_period(entry, expected):
    assert stays(section(entry)) == [FOO, expected]
    assert expected not in stays(section(entry, "Some text"))


@pytest.mark.parametrize(
    "entry",
    [
        "### Promoted to Lead Engineer (2015)",
        "### Moved to Berlin (2014)",
        "### World Trip (2014)\n\nAround it",
        "### Parental leave (2014)",
        "### Lead Engineer, Billing (2018)",
        "### Lead Engineer, Bar (2022)",
        "### MSc Robotics, University of Bar (2014)",
        "### Intern of 2014 at the Bar",
        "### Certified Developer, Bar (2014)",
        "### Winner: Young Engineer, Bar (2014)",
    ],
)
def test_one_date_may_tell_of_something_else(entry):
    assert stays(section(entry)) == [FOO]


def test_a_paragraph_with_one_date_is_a_stay_beside_one_with_a_period():
    first = "**Engineer, Foo Works** (2016 – 2021)\nBuilt it"
    text = section("**Intern, Bar Museum** (2014)", first)
    assert stays(text) == [FOO, ("Bar Museum", "2014", "2014")]
    for other in ("**Trip to Asia** (2014)", "**Lead Engineer, Billing** (2018)"):
        assert stays(section(other, first)) == [FOO]
