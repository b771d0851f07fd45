"""Entries that begin with when, over who employed and as what."""

import pytest

from .test_bold_heads import experience
from .test_employers import employers
from .test_heads import read_twice

SHAPES = [
    "`{period}`\n__{name}__, Bergen, Norway\n\n_{role}_\n\n- Built it",
    "*{period}*\n**{name}**, Bergen\n*{role}*\n\nBuilt it",
    "`{period}`\n__{name}__\n\n_{role} ({period})_\n\n- Built it\n\n_Trainee (2017)_\n\n- Swept",
    "{period}\n: {role} - {name}\n\n- Built it",
    "{period}\n:   {role}, {name}\n\n    Built it",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_an_entry_may_begin_with_when_over_a_name_and_a_role(shape):
    text = experience(
        shape.format(role="Senior Engineer", name="Foo Works", period="May 2020 – present"),
        shape.format(role="Technician", name="Bar & Sons", period="2018 – 2019"),
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo Works", "2020-05", "current"),
        ("Bar & Sons", "2018", "2019"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "`2018 – 2019`\n__Search rewrite__, Bergen\n\n_Engineer_",  # no proper name
        "`2018 – 2019`\n__Billing Platform__\n\n_Engineer_",  # a thing that was made
        "`2018 – 2019`\n__Foo University__, Bergen\n\n_Engineer_",  # no role held at a school
        "`2018 – 2019`\n__Foo Works__, Bergen\n\n_A field study of cats_",
        "`2018 – 2019`\n__Foo Works__, Bergen\n\nEngineer, and much more besides",
        "2018 – 2019\n: Foo Works",
        "2018 – 2019\n: Engineer of the month - by the readers",
    ],
)
def test_what_stands_below_when_may_be_something_else(entry):
    assert employers(experience(entry)) == []
