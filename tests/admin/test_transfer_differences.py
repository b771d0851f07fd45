"""Two texts side by side: nothing of either is lost, and only what differs is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume.admin.transfer.differences import MOST_LINES, Row, side_by_side

texts = st.text(alphabet="ab \n設計", max_size=60)


def test_a_changed_word_is_marked_and_the_rest_is_not():
    assert side_by_side("PHP(3 年)", "PHP(5 年)") == [
        Row(
            (("PHP(", False), ("3", True), (" 年)", False)),
            (("PHP(", False), ("5", True), (" 年)", False)),
        )
    ]


def test_lines_that_have_little_in_common_are_marked_as_a_whole():
    assert side_by_side("設計", "運用") == [Row((("設計", True),), (("運用", True),))]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ("", "", []),
        ("", "設計", [Row(after=(("設計", True),))]),
        ("設計", "", [Row(before=(("設計", True),))]),
        ("設計", "設計", [Row(skipped=1)]),
    ],
)
def test_a_text_beside_nothing_and_a_text_beside_itself(before, after, rows):
    assert side_by_side(before, after) == rows


def test_unchanged_lines_far_from_a_difference_are_counted_not_shown():
    before = "\n".join(str(number) for number in range(20))
    rows = side_by_side(before, before.replace("10", "ten"))
    assert [row.skipped for row in rows if row.skipped] == [8, 7]
    assert len(rows) == 2 + 2 + 1 + 2


def joined(rows, side):
    return [
        "".join(text for text, _differs in getattr(row, side))
        for row in rows
        if getattr(row, side) is not None
    ]


@given(texts, texts)
def test_every_line_is_shown_or_counted(before, after):
    rows = side_by_side(before, after)
    skipped = sum(row.skipped for row in rows)
    assert len(joined(rows, "before")) + skipped == len(before.splitlines())
    assert len(joined(rows, "after")) + skipped == len(after.splitlines())
    assert set(joined(rows, "before")) <= set(before.splitlines())
    assert set(joined(rows, "after")) <= set(after.splitlines())


def test_very_long_texts_are_paired_without_a_search():
    before = "\n".join(f"a{number}" for number in range(MOST_LINES + 1))
    rows = side_by_side(before, before.replace("a", "b"))
    assert len(rows) == MOST_LINES + 1
