"""Headings that go on in the first items of a list: who employed or as what, and when."""

import pytest

from .test_bold_heads import experience
from .test_employers import employers
from .test_heads import read_twice


def test_below_a_role_the_first_items_may_tell_who_employed_and_when():
    text = experience(
        "### Senior Engineer\n- Foo Laboratory, Bergen\n- May 2020 – present\n- Built it:\n  - all",
        "### Teaching Assistant\n\n* Foo University\n* 2018 – 2019\n* Taught",
        "### Engineering Intern\n- Bar & Sons\n- Summer 2017\n- Drew parts",
    )
    read_twice(text)
    assert employers(text) == [
        ("Foo Laboratory", "Senior Engineer", "2020-05", "current"),
        ("Foo University", "Teaching Assistant", "2018", "2019"),
        ("Bar & Sons", "Engineering Intern", "2017", "2017"),
    ]


def test_below_a_name_the_first_items_may_tell_the_role_and_when():
    text = experience(
        "### Foo Works\n- Engineer\n- 12 Quay Street, Bergen\n- May 2020 – present\n- Built it",
        "### Bar & Sons\n- Clerk\n- 2018 – 2019\n- Sold it",
    )
    read_twice(text)
    assert [(name, start, end) for name, _role, start, end in employers(text)] == [
        ("Foo Works", "2020-05", "current"),
        ("Bar & Sons", "2018", "2019"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "### Engineer\n- Built the search.\n- 2018 – 2019",
        "### Engineer\n- Search for the shop\n- 2018 – 2019",
        "### Engineer\n- Foo University\n- 2018 – 2019",
        "### Engineer\n- Foo Works\n- Built it, 2018 – 2019",
        "### Billing Platform\n- Engineer\n- 2018 – 2019",
        "### Foo Works\n- Engineer\n- Lead\n- 2018 – 2019",
        "### Foo Works\n- Bar Works\n- 2018 – 2019",
    ],
)
def test_the_first_items_of_a_list_may_tell_something_else(entry):
    assert employers(experience(entry)) == []
