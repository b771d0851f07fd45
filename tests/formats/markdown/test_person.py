"""Whose résumé it is, where the title of the file tells it."""

import pytest

from resume.formats.markdown import parse, render

from .test_openings import read_twice


def named(title, *lines):
    """Return the name of the profile of a file with this title over these lines."""
    text = "\n".join([f"# {title}", "", *lines, "", "## スキル", "", "- Go", ""])
    read_twice(text)
    return parse(text).resume.profile.name


@pytest.mark.parametrize(
    "title",
    [
        "職務経歴書 - 山田 太郎",
        "職務経歴書（山田 太郎）",
        "山田 太郎の職務経歴書",
        "山田 太郎｜スキルシート",
        "山田 太郎",
    ],
)
def test_a_title_names_who_stands_beside_what_the_file_is(title):
    assert named(title) == "山田 太郎"


@pytest.mark.parametrize(
    "title", ["Jane Roe", "Jane Roe - Resume", "Curriculum Vitae: Jane Roe", "Jane Roe’s CV"]
)
@pytest.mark.parametrize("address", ["jane@mail.example", "<https://github.com/roe>"])
def test_an_address_tells_that_a_title_in_latin_letters_is_a_name(title, address):
    assert named(title, address) == "Jane Roe"
    assert named(title, address.replace("jane", "x").replace("roe", "x")) == ""


@pytest.mark.parametrize(
    "title",
    [
        "職務経歴書",
        "職務経歴書（看護師）",
        "職務経歴書 2024年版",
        "私の職務経歴書",
        "自己 紹介",
        "株式会社 甲の職務経歴書",
        "Work Experience",
        "Software Engineer Resume",
        "Hi, I'm Jane",
    ],
)
def test_a_title_of_something_else_names_nobody(title):
    assert named(title, "work.software.jane@mail.example") == ""


def test_a_label_tells_the_name_before_the_title_does():
    assert named("山田 太郎の職務経歴書", "- 氏名: 佐藤 花子") == "佐藤 花子"


def test_a_title_beside_others_names_nobody_by_itself():
    text = "# 山田 太郎\n\n# スキル\n\n- Go\n"
    assert parse(text).resume.profile.name == ""
    assert (
        parse(text.replace("山田 太郎", "職務経歴書 山田 太郎")).resume.profile.name == "山田 太郎"
    )


def test_the_title_stays_and_nothing_is_printed_over_it():
    text = "# 山田 太郎の職務経歴書\n\n## スキル\n\n- Go\n"
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    "lines",
    [["山田 太郎"], ["2024年4月現在  ", "山田　太郎"], ["2024年4月現在", "", "**山田 太郎**"]],
)
def test_a_line_below_the_title_of_the_file_may_be_the_name(lines):
    assert named("職務経歴書", *lines).replace("　", " ") == "山田 太郎"
    assert named("経歴のあらまし", *lines) == ""


@pytest.mark.parametrize(
    "lines", [["東京 本社"], ["開発 業務"], ["---", "", "山田 太郎"], ["■ 上司", "", "山田 太郎"]]
)
def test_a_line_of_something_else_or_below_a_rule_names_nobody(lines):
    assert named("職務経歴書", *lines) == ""


CONTACT = "jane@mail.example | +1 555 010 0000"


def test_how_to_reach_somebody_stands_apart_from_what_follows():
    text = f"# Jane Roe\n\n{CONTACT}\n\n## Skills\n\n- Go\n"
    (document,) = read_twice(text).sections
    assert (document.title, document.body) == ("Jane Roe", "")
    assert [(part.title, part.body) for part in document.children[:1]] == [("", CONTACT)]
    assert render(parse(text).resume) == text


def test_a_text_that_tells_of_no_contact_stays_with_its_title():
    (document,) = parse("# Jane Roe\n\nEngineer in Oslo\n\n## Skills\n\n- Go\n").resume.sections
    assert document.body == "Engineer in Oslo"
    (alone,) = parse(f"# Jane Roe\n\n{CONTACT}\n").resume.sections
    assert alone.body == CONTACT
