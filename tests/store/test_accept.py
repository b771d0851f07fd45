"""An import accepted row by row: exactly those rows, and no silence about the others."""

import pytest

from resume.formats import markdown
from resume.models import Audience, Employer, Import, Position, Project, Publication, Section, Skill
from resume.store import load_resume
from tests.store.career import CAREER, edited, import_text, rows, told

pytestmark = pytest.mark.django_db

NEW = "## 株式会社新天地 部長 (2025/10〜現在)\n\n### 新しい基盤\n\n- 設計\n\n"
LEFT_OUT = "It stands in “%s”, which is not taken; it was left out."
TOP = "## 株式会社 CoeFont MLOpsエンジニア (2023/06〜現在)"


def ids(report, *actions):
    """Return the ids of the changes of some actions."""
    return {change.id for change in report.changes if change.action in actions}


def test_ids_are_the_same_in_a_dry_run_and_in_every_run_after_it():
    text = edited((TOP, NEW + TOP), ("Python(6 年)", "Python(7 年)"), ("  - PHP(3 年)\n", ""))
    import_text(CAREER)
    dry = import_text(text, dry_run=True)
    assert len(ids(dry, "added", "changed", "removed")) == 5
    for accept in ((), ids(dry, "removed"), {change.id for change in dry.changes}):
        run = import_text(text, accept=accept, dry_run=True)
        assert {change.id for change in run.changes} == {change.id for change in dry.changes}


def test_records_with_one_name_have_ids_of_their_own_whatever_is_accepted():
    text = "# 一\n\n## 概要\n\n甲\n\n# 二\n\n## 概要\n\n乙\n\n## 概要\n\n丙\n"
    dry = import_text(text, dry_run=True)
    last = dry.changes[-1].id
    assert len({change.id for change in dry.changes}) == 6
    accept = {change.id for change in dry.changes if change.name in ("", "二")} | {last}
    report = import_text(text, accept=accept)
    assert list(Section.objects.values_list("title", "body")) == [("二", ""), ("概要", "丙")]
    assert {change.id for change in report.changes} == {change.id for change in dry.changes}


def test_everything_accepted_is_the_whole_import():
    dry = import_text(CAREER, dry_run=True)
    import_text(CAREER, accept={change.id for change in dry.changes})
    assert markdown.render(load_resume(Audience.OWNER)) == CAREER


def test_nothing_accepted_changes_nothing():
    import_text(CAREER)
    before = rows()
    report = import_text(edited((TOP, NEW + TOP), ("  - PHP(3 年)\n", "")), accept=())
    assert report.is_unchanged
    assert rows() == before
    assert not any(change.made for change in report.changes)


@pytest.mark.parametrize("number", range(4))
def test_one_accepted_row_is_the_one_that_is_made(number):
    import_text(CAREER)
    Skill.objects.filter(name="FastAPI").update(name="Fast API")
    text = edited(
        ("Python(6 年)", "Python(7 年)"),
        ("  - PHP(3 年)\n", ""),
        ("  - R(1 年)\n", "  - R(1 年)\n  - Rust(1 年)\n"),
        ("(2021/04〜2024/05)", "(2021/04〜2024/03)"),
    )
    changes = [
        ("changed", "Python"),
        ("removed", "PHP"),
        ("added", "Rust"),
        ("changed", "ピクシブ株式会社 機械学習エンジニア"),
    ]
    dry = import_text(text, dry_run=True)
    (wanted,) = [each for each in dry.changes if (each.action, each.name) == changes[number]]
    report = import_text(text, accept={wanted.id})
    assert [each.id for each in report.changes if each.made] == [wanted.id]
    skills = dict(Skill.objects.values_list("name", "claim"))
    end = Position.objects.get(role="機械学習エンジニア").end
    assert (skills["Python"], "PHP" in skills, "Rust" in skills, end) == (
        "7 年" if number == 0 else "6 年",
        number != 1,
        number == 2,
        "2024-03" if number == 3 else "2024-05",
    )


def test_a_conflict_that_is_accepted_takes_the_files_side():
    import_text(CAREER)
    Project.objects.filter(title="ML基盤の開発").update(body="私の文")
    text = edited(("責務がありました", "責務があります"))
    (conflict,) = ids(import_text(text, dry_run=True), "conflict")
    report = import_text(text, accept={conflict})
    assert "責務があります" in Project.objects.get(title="ML基盤の開発").body
    assert not report.is_unchanged


def test_a_row_whose_container_is_not_accepted_is_left_out_and_said():
    import_text(CAREER)
    text = edited((TOP, NEW + TOP))
    dry = import_text(text, dry_run=True)
    accept = {each for each in ids(dry, "added") if "/Project" in each}
    report = import_text(text, accept=accept)
    assert [(each[0], each[2]) for each in told(report)] == [
        ("added", "株式会社新天地"),
        ("kept", "株式会社新天地 部長"),
        ("kept", "新しい基盤"),
    ]
    words = {each.name: each.words for each in report.changes if each.action == "kept"}
    assert words == {
        "株式会社新天地 部長": LEFT_OUT % "株式会社新天地",
        "新しい基盤": LEFT_OUT % "株式会社新天地 部長",
    }
    assert not Employer.objects.filter(name="株式会社新天地").exists()
    assert not Project.objects.filter(title="新しい基盤").exists()


def test_a_section_that_is_not_accepted_leaves_out_what_stands_in_it():
    dry = import_text(CAREER, dry_run=True)
    accept = {
        change.id for change in dry.changes if "技術スタック" not in (change.name, *change.within)
    } | {change.id for change in dry.changes if change.name == "Python"}
    report = import_text(CAREER, accept=accept)
    (python,) = [change for change in report.changes if change.name == "Python"]
    assert (python.action, python.made) == ("kept", False)
    assert python.words == LEFT_OUT % "言語"
    assert Skill.objects.count() == 0
    assert Publication.objects.count() == 10


def test_what_was_not_accepted_is_not_offered_as_new_the_next_time():
    import_text(CAREER)
    text = edited(("  - R(1 年)\n", "  - R(1 年)\n  - Rust(1 年)\n"))
    import_text(text, accept=())
    again = import_text(text)
    assert told(again) == [("kept", "Skill", "Rust", {})]
    (kept,) = ids(again, "kept")
    report = import_text(text, accept={kept})
    assert told(report) == [("added", "Skill", "Rust", {})]
    assert markdown.render(load_resume(Audience.OWNER)) == text


def test_what_the_owner_deleted_comes_back_when_accepted():
    import_text(CAREER)
    Project.objects.filter(title="ML基盤の開発").delete()
    (kept,) = ids(import_text(CAREER, dry_run=True), "kept")
    import_text(CAREER, accept={kept})
    assert markdown.render(load_resume(Audience.OWNER)) == CAREER


def test_a_move_into_a_section_that_is_not_accepted_is_left_out_and_said():
    import_text(CAREER)
    text = edited(
        ("  - MySQL(2 年)\n", ""),
        ("- クラウド\n", "- データベース\n  - MySQL(2 年)\n- クラウド\n"),
    )
    dry = import_text(text, dry_run=True)
    assert told(dry) == [
        ("added", "Section", "データベース", {}),
        ("changed", "Skill", "MySQL", {"section": ("ミドルウェア", "データベース")}),
    ]
    report = import_text(text, accept=ids(dry, "changed"))
    assert [each[:3] for each in told(report)] == [
        ("added", "Section", "データベース"),
        ("kept", "Skill", "MySQL"),
    ]
    assert Skill.objects.get(name="MySQL").section.title == "ミドルウェア"


def test_a_section_stays_while_the_removal_of_what_it_holds_is_not_accepted():
    import_text(CAREER)
    start, end = CAREER.index("- 受賞歴"), CAREER.index("- 学生時代のインターン経験")
    text = CAREER[:start] + CAREER[end:]
    dry = import_text(text, dry_run=True)
    section = {each for each in ids(dry, "removed") if each.startswith("removed/Section")}
    report = import_text(text, accept=section)
    assert [(each.name, each.action) for each in report.changes if each.id in section] == [
        ("受賞歴", "kept")
    ]
    assert Section.objects.get(title="受賞歴").awards.count() == 5


def test_an_accepted_import_is_the_base_of_the_next():
    dry = import_text(CAREER, dry_run=True)
    import_text(CAREER, accept={each for each in ids(dry, "added") if "PHP" not in each})
    report = import_text(edited(("Python(6 年)", "Python(7 年)")))
    assert told(report) == [
        ("changed", "Skill", "Python", {"claim": ("6 年", "7 年")}),
        ("kept", "Skill", "PHP", {}),
    ]
    assert Import.objects.count() == 2
