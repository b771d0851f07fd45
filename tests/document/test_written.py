"""A line as its owner wrote it follows the fields that it tells."""

import pytest

from resume.document.written import Told, follow, tells

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


def test_a_level_is_followed_where_a_row_tells_it_and_no_other_line_needs_to():
    before = {"name": "Go", "claim": "6年", "level": "設計"}
    after = {**before, "level": "指導"}
    assert follow("| Go | 6年 | 設計 |", before, after) == "| Go | 6年 | 指導 |"
    assert follow("Go（6年）", before, after) == "Go（6年）"
    assert follow("Go（6年）", {**before, "level": ""}, after) == "Go（6年）"


def test_what_only_one_side_tells_is_none_of_the_line_s():
    before = {"title": "検索", "start": "2018-04", "end": "2020-03"}
    line = "検索 (2018/04〜2020/03)"
    assert follow(line, before, {"title": "索引"}) == "索引 (2018/04〜2020/03)"
    assert follow(line, {"title": "検索"}, {**before, "title": "索引"}) == "索引 (2018/04〜2020/03)"


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


def skills(lead, *told):
    """Return what a line tells, of "name|claim" each and the lead of the first."""
    found = [Told("", *each.partition("|")[::2]) for each in told]
    return [found[0]._replace(lead=lead), *found[1:]]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("言語：C（20年）、C++（12年）", ["言語：", "C|20年", "C++|12年"]),
        ("ECS / EKS  / Lambda", ["", "ECS", "EKS", "Lambda"]),
        (
            "React, React Native (iOS / Windows)",
            ["", "React|iOS / Windows", "React Native|iOS / Windows"],
        ),
        ("CI/CD（3年）／C/C++", ["", "CI/CD|3年", "C/C++"]),
        ("Java/Kotlin: Java/Spring", ["Java/Kotlin:", "Java", "Spring"]),
        ("クラウド: AWS (ECS, RDS), GCP", ["クラウド:", "AWS|ECS, RDS", "GCP"]),
        ("Python: 3年、趣味で 2年", ["", "Python|3年、趣味で 2年"]),
        ("Python（Django、Flask を含む）", ["", "Python"]),
        ("主に Python(6 年)/Go も", ["", "Python|6 年", "Go"]),
        ("日頃から GCP です", ["", "GCP"]),
        ("秘密社のPython", ["", "Python"]),
        ("Rust 3年・Go 1年", ["", "Rust|3年", "Go|1年"]),
    ],
)
def test_a_line_tells_of_the_skills_that_it_was_read_with(line, told):
    assert tells(line, skills(*told))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("C（20年）、C++（12年）、Rust（2年）", ["", "C|20年", "Rust|2年"]),
        ("C（20年）、C++（12年）、Rust（2年）", ["", "C++|12年", "Rust|2年"]),
        ("C（20年）、C++（12年）、Rust（2年）", ["", "C|20年", "C++|12年"]),
        ("言語：C、Rust", ["言語：", "C"]),
        ("C、Rust", ["", "Rust", "C"]),
        ("C、Rust", ["", "C", "Rust", "Go"]),
        ("Google Cloud、Go", ["", "Go"]),
        ("Golang（2年）/C", ["", "Go|2年", "C"]),
        ("機械学習基盤/統計", ["", "機械学習", "統計"]),
        ("データベース/統計", ["", "データ", "統計"]),
        ("ASP.NET/.NET", ["", ".NET"]),
        ("HTML, CSS (5年)", ["", "HTML|5年"]),
        ("A（1年）/B（2年）", ["", "A|2年", "B|2年"]),
        ("A（1年）/B（2年）", ["", "A|1年", "B"]),
        ("A/B（1年）/C（2年）", ["", "A|2年", "B|1年", "C|2年"]),
    ],
)
def test_a_line_tells_of_no_other_skills_than_it_was_read_with(line, told):
    assert not tells(line, skills(*told))
