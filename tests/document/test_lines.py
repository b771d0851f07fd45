import pytest

from resume.document.dates import DateStyle
from resume.document.lines import Segment, business_of, compose, compose_heading
from resume.document.schema import (
    Award,
    Certification,
    Education,
    Employer,
    Fact,
    Line,
    Position,
    ProfileLink,
    Project,
    Publication,
    Resume,
    Skill,
)


def text(*items, separator="/", style=DateStyle.SLASH):
    return "".join(segment.text for segment in compose(Line(items), separator, style))


@pytest.mark.parametrize(
    ("items", "line"),
    [
        ([Skill(name="Python", claim="6 年")], "Python(6 年)"),
        ([Skill(name="React", claim="1 年"), Skill(name="Vue", claim="1 年")], "React/Vue(1 年)"),
        ([Skill(name="A", claim="1 年"), Skill(name="B", claim="2 年")], "A(1 年)/B(2 年)"),
        ([Skill(name="A", claim="1 年"), Skill(name="B")], "A(1 年)/B"),
        ([Skill(name="FastAPI"), Skill(name="Flask")], "FastAPI/Flask"),
        (
            [Publication(title="論文", venue="学会", lead="学会論文:")],
            "学会論文: 論文(学会)",
        ),
        (
            [Education(institution="立教大学", area="経営学部", outcome="卒業", end="2019")],
            "2019 立教大学 経営学部 卒業",
        ),
        (
            [Education(institution="大学", start="2015-04", end="2019-03")],
            "2015/04〜2019/03 大学",
        ),
        ([Award(name="kaggle expert", note="銀 1・銅 2")], "kaggle expert(銀 1・銅 2)"),
        ([Certification(name="資格", date="2020-01")], "資格(2020/01)"),
        ([ProfileLink(label="電話", value="03-0000-0000")], "電話: 03-0000-0000"),
        ([Position(employer=Employer(name="例社"), duration="2 年")], "例社(2 年)"),
        ([Project(title="個人開発", start="2020")], "個人開発(2020〜)"),
        ([Certification(name="資格", issuer="IPA", date="2020-01")], "資格(IPA, 2020/01)"),
        ([Certification(name="資格", issuer="IPA")], "資格(発行: IPA)"),
        ([Certification(name="CUA", issuer="HFI")], "CUA(issued by HFI)"),
        ([Award(name="賞", awarder="学会", note="銀", date="2020")], "賞(学会, 2020): 銀"),
        ([Award(name="Prize", awarder="Guild")], "Prize(awarded by Guild)"),
        ([Publication(title="論文", venue="学会", date="2020-01")], "論文(学会, 2020/01)"),
        ([Publication(title="2020/01 論文", date="2020-01")], "2020/01 論文"),
        (
            [Publication(title="A", authors="B. C", doi="10.1/x", date="2020")],
            "A — B. C(2020, doi:10.1/x)",
        ),
    ],
)
def test_items_compose_their_line(items, line):
    assert text(*items) == line


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (Skill(name="Python", claim="6 years"), "Python (6 years)"),
        (Certification(name="CKA", date="2021-11"), "CKA (Nov 2021)"),
        (
            Education(institution="MIT", area="Physics", start="2015", end="2019"),
            "MIT — Physics (2015 – 2019)",
        ),
        (Education(institution="MIT", end="2019"), "MIT (2019)"),
    ],
)
def test_english_has_a_space_before_a_bracket_and_names_a_school_first(item, line):
    assert text(item, style=DateStyle.ENGLISH) == line


@pytest.mark.parametrize(
    ("employer", "line"),
    [
        (Employer(name="例社", business="SaaS"), "事業内容: SaaS"),
        (Employer(name="Pied Piper", business="Compression"), "Business: Compression"),
        (Employer(name="Pied Piper"), ""),
    ],
)
def test_what_an_employer_does_is_told_in_its_language(employer, line):
    assert business_of(employer) == line


def test_the_separator_is_the_sections():
    positions = [Position(employer=Employer(name=name), duration="1 年") for name in "甲乙"]
    assert text(*positions, separator="・") == "甲(1 年)・乙(1 年)"


def test_a_line_as_written_keeps_its_text_and_its_items():
    skill = Skill(name="AWS 全般の知識", claim="1.5年", written="AWS 全般の知識 (1.5年)")
    assert compose(Line((skill,)), "/", DateStyle.SLASH) == (
        Segment("AWS 全般の知識", skill),
        Segment(" (1.5年)"),
    )


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("例社 | 開発（2021/04〜現在）", ["", "例社", " | 開発（2021/04〜現在）"]),
        ("2021/04〜現在 例社", ["2021/04〜現在 ", "例社", ""]),
        ("◯2021年4月〜現在", ["", "◯2021年4月〜現在", ""]),
    ],
)
def test_a_heading_as_written_carries_its_item_on_the_employer_or_on_all_of_it(written, parts):
    position = Position(employer=Employer(name="例社"), role="開発", written=written)
    segments = [Segment(parts[0]), Segment(parts[1], position), Segment(parts[2])]
    expected = tuple(segment for segment in segments if segment.text)
    assert compose(Line((position,)), "/", DateStyle.SLASH) == expected


def test_only_the_name_carries_the_item():
    award = Award(name="賞", note="金", lead="受賞:")
    assert compose(Line((award,)), "/", DateStyle.SLASH) == (
        Segment("受賞: "),
        Segment("賞", award),
        Segment("(金)"),
    )


def test_a_heading_has_a_space_before_its_period():
    position = Position(employer=Employer(name="例社"), role="開発", start="2021-04", end="current")
    segments = compose_heading(position, DateStyle.SLASH)
    assert "".join(segment.text for segment in segments) == "例社 開発 (2021/04〜現在)"


def test_a_period_that_a_fact_prints_is_not_in_the_heading():
    dated = Project(title="例", start="2021-04")
    assert "".join(s.text for s in compose_heading(dated, DateStyle.SLASH)) == "例 (2021/04〜)"
    told = Project(title="例", start="2021-04", facts=(Fact(label="期間"),))
    assert "".join(s.text for s in compose_heading(told, DateStyle.SLASH)) == "例"


def test_a_resume_without_a_name_is_called_by_its_first_heading():
    assert Resume().heading == ""


def test_a_line_as_written_is_composed_anew_where_it_does_not_tell_of_an_item():
    python = Skill(name="Python", claim="6 年", written="Python (6 年)、Go (1 年)")
    assert text(python, Skill(name="Go", claim="1 年")) == "Python (6 年)、Go (1 年)"
    assert text(python, Skill(name="Go", claim="2 年")) == "Python(6 年)/Go(2 年)"
    assert text(python, Skill(name="Rust")) == "Python(6 年)/Rust"


def test_a_line_of_several_records_is_as_written_in_the_order_of_its_items_only():
    first = Certification(name="基本情報", written="基本情報と応用情報 (2020)")
    second = Certification(name="応用情報")
    assert text(first, second) == "基本情報と応用情報 (2020)"
    assert text(second, first) == "応用情報/基本情報"
    assert text(first, Certification(name="簿記")) == "基本情報/簿記"


def test_a_claim_after_a_comma_is_that_of_the_last_skill_alone():
    same = [Skill(name="A", claim="1 年"), Skill(name="B", claim="1 年")]
    assert text(*same, separator=", ") == "A(1 年), B(1 年)"
    assert text(*same, separator="・") == "A・B(1 年)"
    assert text(same[0], Skill(name="B"), separator="、") == "A(1 年)、B"
