"""Schools and what was studied there, told by the parts of a line."""

import pytest

from .test_item_tables import section


def told(line):
    """Return (school, what was studied, start, end) of what a section with this line lists."""
    found = section(line, title="Education").children
    items = [item for child in found for item in child.items]
    return [(item.institution, item.area, item.start, item.end) for item in items]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- **PhD, Acoustics**, Universidad de X, 2011 – 2016",
            ("Universidad de X", "PhD, Acoustics", "2011", "2016"),
        ),
        (
            "- B.E. (Mechanics), X College of Engineering, 2015 - 67.4%",
            ("X College of Engineering", "B.E. (Mechanics)", "", "2015"),
        ),
        (
            "**University of X** — MSc Statistics, Distinction | 2017 - 2018",
            ("University of X", "MSc Statistics, Distinction", "2017", "2018"),
        ),
        (
            "* B.Eng. Electronics, 2.1, University of X (2004-2008)",
            ("University of X", "B.Eng. Electronics, 2.1", "2004", "2008"),
        ),
        (
            "University of X — BSc Physics (2004 – 2008)",
            ("University of X", "BSc Physics", "2004", "2008"),
        ),
    ],
)
def test_a_degree_beside_a_school_is_what_was_studied(line, expected):
    assert told(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "- HSC, 2011 - 78%",
        "- University of X, 2011",  # no degree tells which part is the school
        "- BSc Physics, College A, University of X, 2011",
        "- BSc Physics, 2008, University of X, 2011",
        "- [BSc Physics](https://x.example/), University of X, 2011",
    ],
)
def test_a_line_that_may_be_read_in_two_ways_stays_text(line):
    assert told(line) == []
