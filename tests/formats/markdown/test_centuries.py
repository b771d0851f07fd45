"""Years of two digits, which only a file as a whole tells from days, versions and durations."""

import pytest

from resume.document.dates import DateStyle
from resume.document.source import Destination, Span
from resume.formats.markdown import parse, render

from .test_employers import employers, work
from .test_heads import read_twice

FIRST, SECOND = ("株式会社甲", "", "2018-04", "2020-03"), ("乙株式会社", "", "2020-04", "current")


@pytest.mark.parametrize(
    "text",
    [
        work("## 株式会社甲 (18/04〜20/03)\n\n本文", "## 乙株式会社 (20/04〜現在)"),
        work("## 株式会社甲 18/4 - 20/3", "## 乙株式会社 20/4 - Present"),
        work("## 18年4月～20年3月 株式会社甲", "## 20年4月～現在 乙株式会社"),
        work("## 株式会社甲\n期間: 18.04-20.03", "## 乙株式会社\n期間: 20.04-現在"),
        work(
            "| 期間 | 会社 |\n|---|---|\n| 18/4〜20/3 | 株式会社甲 |\n| 20/4〜現在 | 乙株式会社 |"
        ),
        work("- 18/04〜20/03 株式会社甲\n- 20/04〜現在 乙株式会社"),
        work("**株式会社甲** 18/04から20/03", "**乙株式会社** 20/04から現在").replace("\n", "\r\n"),
    ],
)
def test_years_of_two_digits_are_read_in_a_file_that_writes_all_its_periods_so(text):
    resume = read_twice(text)
    assert employers(text) == [FIRST, SECOND]
    assert render(resume).split() == text.split()


def test_a_period_that_could_be_of_days_is_of_years_beside_one_that_could_not():
    before, after = "## 株式会社甲 (08/04〜10/03)", "## 乙株式会社 (10/04〜18/03)"
    assert employers(work(before, after)) == [
        ("株式会社甲", "", "2008-04", "2010-03"),
        ("乙株式会社", "", "2010-04", "2018-03"),
    ]
    assert [start for _name, _role, start, _end in employers(work(before))] == [""]


def test_the_last_century_begins_at_70_and_an_end_may_be_open():
    text = work(
        "## 株式会社甲\n`95/04～12/03`", "## 乙株式会社\n12/04 ～", "## 有限会社丙\n18/01〜19/02"
    )
    assert [(start, end) for _name, _role, start, end in employers(text)] == [
        ("1995-04", "2012-03"),
        ("2012-04", ""),
        ("2018-01", "2019-02"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "有限会社丙 2010/04〜2012/03",
        "平成の会社",
        "期間 H28.4〜H30.3",
        "研修 4/15〜5/20",
        "研修 10/01〜10/31",
        "20/03〜18/04",
        "45/04〜46/03",
        "２０18年",
    ],
)
def test_they_are_left_alone_in_a_file_that_leaves_a_doubt(other):
    text = work("## 株式会社甲 (18/04〜20/03)", "## 乙株式会社 (20/04〜現在)", other)
    read_twice(text)
    assert not {"2018-04", "2020-04"} & {start for _name, _role, start, _end in employers(text)}


@pytest.mark.parametrize(
    "line",
    [
        "Ubuntu 16.04〜18.04",
        "iOS(13.10 - 14.12)",
        "v18/04〜20/03",
        "118/04〜20/03",
        "18/04/01〜20/03/31",
        "18/04と20/03",
        "18:04〜20:03",
        "9.5〜10.5",
    ],
)
def test_versions_times_and_other_numbers_are_no_years(line):
    text = work(f"## 株式会社甲\n\n{line}")
    read_twice(text)
    assert employers(text) == [("株式会社甲", "", "", "")]


def test_where_lines_went_is_told_in_the_words_of_the_file():
    text = work("## 株式会社甲 (18/04〜20/03)\n\n本文")
    source = parse(text)
    record = "株式会社甲 (18/04〜20/03)"
    assert Span(3, 3, Destination.FIELD, record) in source.ledger
    assert all(type(span.destination) is Destination for span in source.ledger)
    assert type(source.resume.profile.date_style) is DateStyle
