"""Two sequences of lines made one."""

import pytest

from resume.store.order import merge, number, restricted


def lines(text):
    """Return "ab c" as lines of one-letter items."""
    return [tuple(line) for line in text.split()]


@pytest.mark.parametrize(
    ("kept", "other", "merged"),
    [
        ("", "a b", "a b"),
        ("a b", "", "a b"),
        ("a c", "a b c", "a b c"),
        ("b", "a b c", "a b c"),
        ("c a", "a b c", "c a b"),
        ("ab", "axb", "abx"),
        ("a b", "xa yb z", "ax by z"),
        ("a b c", "x y a", "x y a b c"),
        ("a", "a x y z", "a x y z"),
        ("c b a", "a b c", "c b a"),
    ],
)
def test_a_new_line_follows_its_neighbour_and_a_new_item_joins_its_line(kept, other, merged):
    assert merge(lines(kept), lines(other)) == lines(merged)


def test_lines_are_restricted_to_items():
    assert restricted(lines("ab c d"), {"a", "d"}) == lines("a d")


@pytest.mark.parametrize(
    ("own", "numbers"),
    [
        ({}, [1, 2, 3]),
        ({"a": 10, "b": 20, "c": 30}, [10, 20, 30]),
        ({"a": 10, "c": 20}, [10, 11, 20]),
        ({"a": 3, "b": 2, "c": 1}, [3, 4, 5]),
        ({"b": 1}, [1, 2, 3]),
    ],
)
def test_numbers_rise_and_a_right_one_stays(own, numbers):
    assert number(lines("a b c"), own) == numbers
