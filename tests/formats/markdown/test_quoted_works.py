"""Works without a link, whose title a line quotes."""

import pytest

from resume.document.schema import Publication

from .test_item_tables import section


def told(line, title="登壇"):
    """Return the works that a section with this line lists, but for the line."""
    lines = section(line, title=title).children
    works = [item for child in lines for item in child.items if isinstance(item, Publication)]
    return [(work.title, work.kind, work.venue, work.date) for work in works]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- 2023.09 X会議「題名」", ("題名", "talk", "X会議", "2023-09")),
        ("- X勉強会 #41 LT『題名 (前編)』", ("題名 (前編)", "talk", "X勉強会 #41 LT", "")),
        ('- "A title", X meetup, 2019', ("A title", "talk", "X meetup", "2019")),
        ("- 「題名」", ("題名", "talk", "", "")),
    ],
)
def test_a_quoted_title_is_a_work_beside_where_and_when(line, expected):
    assert told(line) == [expected]


def test_the_heading_tells_what_kind_of_work_it_is():
    assert told("- 「題名」技術評論社", title="書籍") == [("題名", "book", "技術評論社", "")]
    assert told("- 「題名」", title="ブログ") == [("題名", "article", "", "")]


@pytest.mark.parametrize(
    "line",
    [
        "- 「題名」と「別の題名」",
        "- 「題名」という記事を書きました",
        "- 2019年4月〜2021年3月「題名」連載",
        "- X会議に3回",
    ],
)
def test_a_line_of_something_else_stays_text(line):
    assert told(line, title="ブログ") == []
    assert section(line, title="ブログ").body == line
