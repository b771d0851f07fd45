"""A line as its owner wrote it follows the fields that it tells."""

import pytest

from resume.document.written import follow

STAY = {"employer": "株式会社甲", "role": "開発者", "start": "2018-04", "end": "2020-03"}


@pytest.mark.parametrize(
    ("line", "changes", "expected"),
    [
        ("株式会社甲（2018/04〜2020/03）", {"end": "2021-12"}, "株式会社甲（2018/04〜2021/12）"),
        (
            "**株式会社甲** 2018年4月 - 2020年3月",
            {"end": "2021-12"},
            "**株式会社甲** 2018年4月 - 2021年12月",
        ),
        ("株式会社甲 2018.04-2020.03", {"start": "2017-10"}, "株式会社甲 2017.10-2020.03"),
        (
            "株式会社甲 平成30年4月〜令和2年3月",
            {"end": "2021-12"},
            "株式会社甲 平成30年4月〜令和3年12月",
        ),
        ("Apr 2018 - Mar 2020 株式会社甲", {"end": "2021-12"}, "Apr 2018 - Dec 2021 株式会社甲"),
        ("株式会社甲【2018年4月～2020年3月】", {"end": "current"}, "株式会社甲【2018年4月〜現在】"),
        ("Apr 2018 - Mar 2020 株式会社甲", {"end": "current"}, "Apr 2018 – Present 株式会社甲"),
        ("株式会社甲 (2018/04〜2020/03)", {"end": "2021"}, "株式会社甲 (2018/04〜2021)"),
        ("[株式会社甲](https://a.example/)", {"employer": "乙"}, "[乙](https://a.example/)"),
        (
            "| 2018/04〜2020/03 | 株式会社甲 開発者 |",
            {"role": "主任", "start": "2018-05", "end": "2021-12"},
            "| 2018/05〜2021/12 | 株式会社甲 主任 |",
        ),
    ],
)
def test_what_changed_is_put_in_the_place_of_what_it_was(line, changes, expected):
    assert follow(line, STAY, {**STAY, **changes}) == expected


@pytest.mark.parametrize(
    ("start", "end", "line", "after", "expected"),
    [
        ("2018-04", "current", "甲（2018/04〜現在）", "2020-03", "甲（2018/04〜2020/03）"),
        ("2018-04", "2018-06", "甲（2018年4月〜6月）", "2018-09", "甲（2018年4月〜2018年9月）"),
        (
            "2018-04",
            "2020-03",
            "甲 (2018/04〜2020/03、2020/03 表彰)",
            "2021-12",
            "甲 (2018/04〜2021/12、2020/03 表彰)",
        ),
        ("2018-04", "2018-04", "甲（2018/4〜2018/4）", "2018-05", "甲（2018/04〜2018/05）"),
    ],
)
def test_an_end_that_is_not_told_by_itself_takes_the_whole_period(
    start, end, line, after, expected
):
    before = {"start": start, "end": end}
    assert follow(line, before, {**before, "end": after}) == expected


def test_a_single_date_is_followed():
    before = {"name": "基本情報技術者", "date": "2015-08"}
    line = "2015年8月 基本情報技術者"
    assert follow(line, before, {**before, "date": "2016-10"}) == "2016年10月 基本情報技術者"


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("株式会社甲", {"end": "2021-12"}),
        ("株式会社甲 (2018/04〜2019/03)", {"end": "2021-12"}),
        ("株式会社甲（2018/04〜2020/03）", {"employer": "株式会社乙", "role": "主任"}),
        ("株式会社甲 株式会社甲研究所", {"employer": "株式会社乙"}),
        ("株式会社甲 開発者", {"role": ""}),
        ("株式会社甲（2018/04〜2020/03）", {"start": "", "end": ""}),
        ("株式会社甲（2018/04〜2020/03）", {"end": "いつか"}),
    ],
)
def test_a_line_that_cannot_tell_the_change_is_dropped(line, changes):
    assert follow(line, STAY, {**STAY, **changes}) == ""


def test_a_period_that_tells_no_date_is_composed_anew():
    before = {"start": "", "end": "current"}
    assert follow("株式会社甲（〜現在）", before, {"start": "", "end": "2021-12"}) == ""
    assert follow("株式会社甲（〜現在）", before, before) == "株式会社甲（〜現在）"


@pytest.mark.parametrize("line", ["株式会社甲 (2018/04〜2020/03)", "何か", ""])
def test_a_line_stays_where_nothing_changed(line):
    assert follow(line, STAY, STAY) == line
