"""Periods as people write them, and what only looks like one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume.document.dates import DateStyle, PartialDate, Period
from resume.document.periods import NARROW, find_dates, find_period
from resume.document.spans import share_time, span

DATA = Path(__file__).parents[1] / "data"


def cases(name="period_vectors.tsv"):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[:4] for line in lines if not line.startswith("#")]


def found(text):
    """Return (start, end, current) in the words of the table."""
    match = find_period(text)
    if match is None:
        return ["-", "-", "-"]
    period = match.period
    current = "yes" if period.current else "no" if period.end else "unknown"
    return [str(period.start or "-"), str(period.end or "-"), current]


def test_the_table_holds_periods_and_texts_that_are_none():
    assert len(cases()) == 50
    assert len([case for case in cases() if case[1] == "-"]) == 10


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0])
def test_a_period_is_read_as_it_was_meant(case):
    text, *expected = case
    assert found(text) == expected


@pytest.mark.parametrize("case", cases("period_forms.tsv"), ids=lambda case: case[0])
def test_a_rare_form_is_read_as_it_was_meant(case):
    text, *expected = case
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２１年４月〜２０２２年３月", ["2021-04", "2022-03", "no"]),
        ("2021年4月1日（木）〜2022年3月31日", ["2021-04-01", "2022-03-31", "no"]),
        ("2019年4~12月、アルバイト", ["2019-04", "2019-12", "no"]),
        ("2019年10 – 3 月", ["2019-10", "2020-03", "no"]),
        ("2019年4~12名", ["-", "-", "-"]),
        ("2019年4~12月間", ["-", "-", "-"]),
        ("04/2021 - 05/2022", ["2021-04", "2022-05", "no"]),
        ("Aug. 2019 — Jan 2021", ["2019-08", "2021-01", "no"]),
        ("2021年〜 株式会社X", ["2021", "-", "unknown"]),
        ("2018-09-01 .. 現在", ["2018-09-01", "-", "yes"]),
        ("2018 4月~ 2019月 3月", ["2018-04", "2019-03", "no"]),
        ("2008月4月5日〜2009年12月", ["2008-04-05", "2009-12", "no"]),
        ("2010/04 - （現在）: 株式会社X", ["2010-04", "-", "yes"]),
        ("2020年4月〜2024年10月現在", ["2020-04", "-", "yes"]),
        ("2020/04 - 2024/10（現在） : 株式会社X", ["2020-04", "-", "yes"]),
        ("2020年4月〜2024年10月（現在の部門）", ["2020-04", "2024-10", "no"]),
        ("2019/11/01 ~ 2022 / 07 / 31", ["2019-11-01", "2022-07-31", "no"]),
        ("2022/12/10 - 18", ["2022-12-10", "2022-12-18", "no"]),
        ("自 2020年4月 至 2021年3月", ["2020-04", "2021-03", "no"]),
        ("R3.4〜R5.3", ["2021-04", "2023-03", "no"]),
        ("2019年4~12月", ["2019-04", "2019-12", "no"]),
        ("2019年4〜6か月", ["-", "-", "-"]),
        ("Engineer at Acme (since May 2020)", ["2020-05", "-", "unknown"]),
        ("Since 2018: Acme", ["2018", "-", "unknown"]),
        ("Go since 2019 in three teams", ["-", "-", "-"]),
        ("Acme, from May 2018 through June 2020", ["2018-05", "2020-06", "no"]),
        ("May 2020 till now", ["2020-05", "-", "yes"]),
        ("mid-2018 – Winter 2019", ["2018", "2019", "no"]),
        ("The winter 2019 release", ["-", "-", "-"]),
        ("株式会社X（〜現在）", ["-", "-", "yes"]),
        (
            "2018年4月〜2021年9月｜課長（2019年7月〜）、係長（〜2019年6月）",
            ["2018-04", "2021-09", "no"],
        ),
        ("係長（〜2019年6月）、課長（2019年7月〜現在）", ["-", "2019-06", "no"]),
        ("2018年入社、係長（〜2019年6月）", ["-", "2019-06", "no"]),
        ("~ 在籍中", ["-", "-", "yes"]),
        ("〜現在の課題", ["-", "-", "-"]),
        ("過去〜現在", ["-", "-", "-"]),
        ("2024年5月〜2021年4月", ["-", "-", "-"]),
        ("2021年13月〜2022年", ["-", "-", "-"]),
        ("2000-1000", ["-", "-", "-"]),
        ("2000〜2100件", ["-", "-", "-"]),
        ("2021年度〜2022年度", ["-", "-", "-"]),
        ("2019 - 最優秀賞", ["-", "-", "-"]),
        ("", ["-", "-", "-"]),
    ],
)
def test_a_rarer_notation_is_read_or_left_alone(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January to June 2011", ["2011-01", "2011-06", "no"]),
        ("May--August 2018: **Intern**", ["2018-05", "2018-08", "no"]),
        ("Clerk (Jan. – Sept. 2019)", ["2019-01", "2019-09", "no"]),
        # In two years, of which only one is told; no month; a verb.
        ("Nov – Feb 2014", ["-", "-", "-"]),
        ("Marketing to December 2019", ["-", "-", "-"]),
        ("You may to June 2019", ["-", "-", "-"]),
    ],
)
def test_of_two_months_in_one_year_the_first_may_go_without_it(text, expected):
    assert found(text) == expected


def test_brackets_may_stand_around_the_word_for_now():
    assert found("Foo | April 2015 - [Present]") == ["2015-04", "-", "yes"]
    assert found("Foo | April 2015 - [Bar]") == ["-", "-", "-"]


def test_a_month_before_one_of_the_next_year_is_no_date():
    assert [str(each.date) for each in find_dates("Nov – Feb 2014")] == ["2014-02"]


def test_the_place_of_a_period_is_that_in_the_text_as_written():
    text = "株式会社X（自 2020年4月 至 2021年3月まで）"
    match = find_period(text)
    assert text[match.first : match.last] == "自 2020年4月 至 2021年3月まで"
    text = "株式会社Ｘ（２０２１／０４～現在）"
    match = find_period(text)
    assert text[match.first : match.last] == "２０２１／０４～現在"


def test_single_dates_are_found_and_impossible_ones_passed_over():
    text = "[2015 年 11 月合格] 2021-02-30 2022.3 https://example.com/2020/01/02/"
    assert [str(each.date) for each in find_dates(text)] == ["2015-11", "2022-03"]


def test_the_span_of_periods_reaches_from_the_first_start_to_the_last_end():
    first, second = find_period("2020/01〜2020/06").period, find_period("2019/04〜2019/09").period
    assert span([first]) == first
    assert span([first, second]) == find_period("2019/04〜2020/06").period
    assert span([first, find_period("2021/01〜現在").period]).current
    assert span([first, find_period("2021/01〜").period]).end is None


MONTHS = st.builds(PartialDate, st.integers(1990, 2060), st.integers(1, 12))


@settings(deadline=None)
@given(
    start=MONTHS, end=MONTHS | st.none(), current=st.booleans(), style=st.sampled_from(DateStyle)
)
def test_a_period_reads_back_as_it_was_written(start, end, current, style):
    if end and (end.is_before(start) or current):
        end = None
    period = Period(start, end, current)
    written = period.format(style)
    if "/" in written and style is DateStyle.ERA:
        return  # a month in which one era ends and the next begins names both
    assert find_period(f"X ({written})").period == period


@settings(deadline=None)
@given(st.text(alphabet="0129年月日/.-〜~ )現在から平成R令和元Jan", max_size=60))
def test_any_text_is_read_without_an_error(text):
    match = find_period(text)
    assert match is None or 0 <= match.first < match.last <= len(text)


ENDS = ("", "現在", "在籍中", "now", "2030年12月", "2030/12", "Dec 2030")


@settings(deadline=None)
@given(MONTHS, st.sampled_from(DateStyle), st.sampled_from("〜～~-–"), st.sampled_from(ENDS))
def test_every_separator_and_end_is_read_after_every_style_of_start(start, style, separator, end):
    written = start.format(style)
    if ("/" in written and style is DateStyle.ERA) or start.year > 2030:
        return
    period = find_period(f"X（{written} {separator} {end}）").period
    assert period.start == start
    assert period.current == (end in ("現在", "在籍中", "now"))
    assert (str(period.end) == "2030-12") == ("2030" in end)


@settings(deadline=None)
@given(st.text(alphabet="２０１９年４月／．－〜　（）現在", max_size=30))
def test_full_width_text_reads_as_half_width_text(text):
    wide, narrow = find_period(text), find_period(text.translate(NARROW))
    assert (wide and wide.period) == (narrow and narrow.period)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2020-04", "2021-03"), ("2020-07", "current"), True),
        (("2020-04", "2020-07"), ("2020-07", "current"), False),
        (("2020-04", "2020-06"), ("2020-07", "current"), False),
        (("2020-04", ""), ("2018-01", "2020-05"), True),
        (("", "2020-07"), ("2018-01", "current"), False),
    ],
)
def test_periods_share_time_where_neither_only_follows_the_other(one, other, expected):
    first, second = Period.parse(*one), Period.parse(*other)
    assert share_time(first, second) is expected
    assert share_time(second, first) is expected


@pytest.mark.parametrize("separator", ["\\~", " \\~ ", "\\-", " \\- "])
def test_a_separator_may_be_escaped_as_in_markdown(separator):
    found = find_period(f"2018年4月{separator}2020年3月")
    assert (str(found.period.start), str(found.period.end)) == ("2018-04", "2020-03")
