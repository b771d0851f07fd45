"""The files of invented people in tests/data/resumes are read as a person annotated them.

`differences.txt` has what is not read so, as `python -m bench.reading tests/data/resumes` prints
it: each line of it is a shape that stays text, and none is an employer whom nobody had.
"""

import json
from functools import cache
from pathlib import Path

from bench.reading import compare_stays, compare_titles, measure_reading, report

RESUMES = Path(__file__).parents[2] / "data" / "resumes"


@cache
def readings():
    return {source.stem: measure_reading(source) for source in sorted(RESUMES.glob("*.md"))}


def test_every_difference_to_an_annotation_is_known():
    known = (RESUMES / "differences.txt").read_text(encoding="utf-8")
    assert "\n".join(report(readings())) + "\n" == known


def test_nobody_is_employed_whom_the_annotations_do_not_name():
    besides = [name for each in readings().values() for name in each.employers.besides]
    assert besides == []


def test_every_line_of_every_file_is_kept():
    assert {each.kept for each in readings().values()} == {1.0}


def test_what_an_annotation_names_is_in_its_file():
    for source in RESUMES.glob("*.json"):
        told = json.loads(source.read_text(encoding="utf-8"))
        text = source.with_suffix(".md").read_text(encoding="utf-8")
        names = [each["name"] for each in told["employers"]]
        titles = [each["title"] for each in told["projects"]]
        assert [each for each in names + titles if each not in text] == []


STAY = {"name": "甲株式会社", "start": "2020-04", "end": "current"}


def test_a_comparison_tells_what_is_missing_what_is_otherwise_and_what_is_besides():
    other = {**STAY, "name": "乙", "end": None}
    employers, periods = compare_stays([STAY, other], [{**other, "end": "2021"}, STAY, STAY])
    assert (employers.read, employers.missing, employers.besides) == (2, (), ("甲株式会社",))
    assert periods.missing == ("乙: ('2020-04', None), read as ('2020-04', '2021')",)
    assert (employers.share, periods.share) == (1.0, 0.5)
    employers, periods = compare_stays([STAY], [other])
    assert (employers.missing, employers.besides) == (("甲株式会社",), ("乙",))
    assert periods.share == 0.0


def test_titles_are_compared_without_marks_and_each_is_read_once():
    found = compare_titles(["検索の開発", "検索"], ["「検索の開発」（新規）", "推薦"])
    assert (found.read, found.missing, found.besides) == (1, ("検索",), ("推薦",))
