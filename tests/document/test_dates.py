import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resume.document.dates import DateStyle, PartialDate, Period, read_end


@st.composite
def partial_dates(draw):
    day = draw(st.dates(datetime.date(1873, 1, 1), datetime.date(2100, 12, 31)))
    precision = draw(st.integers(1, 3))
    return PartialDate(*[day.year, day.month, day.day][:precision])


@given(partial_dates())
def test_text_of_a_date_is_read_back(date):
    assert PartialDate.parse(str(date)) == date


@given(partial_dates(), st.sampled_from([style for style in DateStyle if style != "Jun 2023"]))
def test_a_written_date_is_read_back(date, style):
    text = date.format(style)
    # A month or year of two eras names both, which is more than one date.
    assume(style is not DateStyle.ERA or "/" not in text)
    assert PartialDate.read(text) == date


@given(partial_dates(), partial_dates())
def test_order_is_that_of_the_coarser_precision(first, second):
    length = min(len(str(first)), len(str(second)))
    expected = (str(first)[:length] > str(second)[:length]) - (
        str(first)[:length] < str(second)[:length]
    )
    assert second.is_before(first) - first.is_before(second) == expected


@given(partial_dates())
def test_a_date_covers_its_first_to_its_last_day(date):
    first, last = date.first_day, date.last_day
    assert first <= last
    after = last + datetime.timedelta(days=1)
    if date.day:
        assert first == last
    elif date.month:
        assert (after.day, first.day) == (1, 1)
        assert first.month == last.month
    else:
        assert (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019", "2019"),
        ("2023/6", "2023-06"),
        ("2023.06.15", "2023-06-15"),
        ("2023年6月", "2023-06"),
        ("２０２３年６月", "2023-06"),
        ("2023 年 6 月 15 日", "2023-06-15"),
        ("令和5年6月", "2023-06"),
        ("令和元年5月1日", "2019-05-01"),
        ("㍻31年4月", "2019-04"),
        ("平成31年", "2019"),
        ("R1.5.1", "2019-05-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("平成元年1月8日", "1989-01-08"),
    ],
)
def test_dates_are_read_as_people_write_them(text, iso):
    assert str(PartialDate.read(text)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23/06",
        "20230",
        "2023/13",
        "2023-02-29",
        "2023/6/15/1",
        "平成31年5月1日",
        "令和元年4月",
        "昭和64年1月8日",
        "令和0年",
        "0000",
        "いつか",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.read(text)


@pytest.mark.parametrize(
    ("iso", "style", "written"),
    [
        ("2023-06", DateStyle.SLASH, "2023/06"),
        ("2023-06-05", DateStyle.DOT, "2023.06.05"),
        ("2023-06", DateStyle.ISO, "2023-06"),
        ("2023-06-05", DateStyle.KANJI, "2023年6月5日"),
        ("2019", DateStyle.KANJI, "2019年"),
        ("2023-06", DateStyle.ERA, "令和5年6月"),
        ("2019-04-30", DateStyle.ERA, "平成31年4月30日"),
        ("2019-05-01", DateStyle.ERA, "令和元年5月1日"),
        ("1912-07-29", DateStyle.ERA, "明治45年7月29日"),
        ("1912-07-30", DateStyle.ERA, "大正元年7月30日"),
        ("1926-12-24", DateStyle.ERA, "大正15年12月24日"),
        ("1926-12-25", DateStyle.ERA, "昭和元年12月25日"),
        ("2019", DateStyle.ERA, "平成31年/令和元年"),
        ("1989-01", DateStyle.ERA, "昭和64年/平成元年1月"),
        ("1867", DateStyle.ERA, "1867年"),
        ("2023-06-05", DateStyle.ENGLISH, "5 Jun 2023"),
        ("2019", DateStyle.ENGLISH, "2019"),
    ],
)
def test_a_date_is_written_in_each_style(iso, style, written):
    assert PartialDate.parse(iso).format(style) == written


@pytest.mark.parametrize(
    ("start", "end", "style", "written"),
    [
        ("2021-04", "2024-05", DateStyle.SLASH, "2021/04〜2024/05"),
        ("2023-06", "current", DateStyle.SLASH, "2023/06〜現在"),
        ("2023-06", "", DateStyle.SLASH, "2023/06〜"),
        ("", "2019", DateStyle.SLASH, "2019"),
        ("", "", DateStyle.SLASH, ""),
        ("2023-06", "current", DateStyle.ENGLISH, "Jun 2023 – Present"),
        ("2023-06", "", DateStyle.ENGLISH, "Jun 2023 –"),
        ("2021", "2024-05", DateStyle.ERA, "令和3年〜令和6年5月"),
    ],
)
def test_a_period_knows_three_ends(start, end, style, written):
    assert Period.parse(start, end).format(style) == written


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="before it starts"):
        Period.parse("2023-06", "2023-05")
    assert Period.parse("2023-06", "2023")
    assert Period.parse("2023", "2023-01")


@pytest.mark.parametrize(
    ("text", "end"),
    [("現在", "current"), ("Present", "current"), ("現在に至る", "current"), (" ", ""),
     ("2024/5", "2024-05")],
)  # fmt: skip
def test_an_end_is_a_date_or_current_or_unknown(text, end):
    assert read_end(text) == end


@pytest.mark.parametrize(
    ("start", "end"), [("2020-04", "2021-03"), ("2020", "current"), ("2020-04-01", ""), ("", "")]
)
def test_a_period_gives_back_what_a_record_keeps_of_it(start, end):
    period = Period.parse(start, end)
    assert (period.start_text, period.end_text) == (start, end)
