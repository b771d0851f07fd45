"""Undoing an import: every row as it was before, or a refusal in words."""

import pytest
from reversion.models import Revision

from resume.document import codec
from resume.models import (
    Audience,
    Employer,
    Generation,
    Import,
    Position,
    Post,
    Project,
    Publication,
    Section,
    Skill,
)
from resume.store import SaveError, is_unedited, load_resume, undo_import
from tests.factories import (
    make_employer,
    make_fact,
    make_post,
    make_profile_link,
    make_project,
    make_publication,
    make_section,
    make_skill,
)
from tests.store.career import CAREER, edited, import_text, rows, told

pytestmark = pytest.mark.django_db


def last():
    return Import.objects.latest_kept()


def test_undoing_the_first_import_leaves_nothing():
    import_text(CAREER, publish=True, accept_evidence=True)
    token = Generation.objects.get().token
    report = undo_import(last())
    assert report.counts() == {"removed": 119, "unchanged": 1}
    assert rows() == []
    assert Generation.objects.get().token != token
    assert Import.objects.latest_kept() is None


def test_undoing_gives_back_every_row_with_its_key_number_and_picture():
    import_text(CAREER, publish=True, accept_evidence=True)
    make_employer(name="株式会社待機")
    Publication.objects.filter(title__startswith="MLOps").update(publish_at="2020-01-01T00:00Z")
    Project.objects.filter(title="ML基盤の開発").update(
        cover="a.png", cover_alt="図", featured=True
    )
    for skill in Skill.objects.filter(section__title="言語"):
        Skill.objects.filter(pk=skill.pk).update(order=skill.order * 10, place=skill.place + 3)
    make_fact(project=Project.objects.get(title="採用・広報業務"), order=1)
    before, document = rows(keys=True), load_resume(Audience.OWNER)
    start, end = CAREER.index("### ML基盤の開発"), CAREER.index("### データ分析基盤の整備")
    text = CAREER[:start] + CAREER[end:]
    text = text.replace("- 言語\n", "- 言語\n  - Rust(1 年)\n").replace("# 技術スタック", "# 技能")
    start = text.index("- 個人ブログ")
    import_text(text[:start] + text[text.index("- github") :], accept_evidence=True)
    assert rows(keys=True) != before
    undo_import(last())
    assert rows(keys=True) == before
    assert load_resume(Audience.OWNER) == document


def test_undoing_one_after_the_other_works_back():
    states = [rows(keys=True)]
    texts = [
        CAREER,
        edited(("Python(6 年)", "Python(7 年)"), ("  - PHP(3 年)\n", "")),
        edited(("# 学歴", "# 学校")),
    ]
    for text in texts:
        import_text(text, publish=True)
        states.append(rows(keys=True))
    for state in reversed(states[:-1]):
        undo_import(last())
        assert rows(keys=True) == state
    assert Import.objects.filter(undone_at=None).count() == 0


def test_what_was_undone_is_no_base_and_can_be_imported_again():
    import_text(CAREER)
    second = edited(("Python(6 年)", "Python(7 年)"))
    import_text(second)
    undo_import(last())
    report = import_text(second)
    assert told(report) == [("changed", "Skill", "Python", {"claim": ("6 年", "7 年")})]


def test_only_the_last_import_is_undone_and_only_once():
    import_text(CAREER)
    first = last()
    import_text(edited(("Python(6 年)", "Python(7 年)")))
    second, before = last(), rows()
    with pytest.raises(SaveError, match="Only the last import can be undone"):
        undo_import(first)
    assert rows() == before
    undo_import(second)
    with pytest.raises(SaveError, match="Only the last import can be undone"):
        undo_import(second)


@pytest.mark.parametrize(
    "edit",
    [
        lambda: Skill.objects.filter(name="Python").update(claim="10 年"),
        lambda: Skill.objects.filter(name="Python").delete(),
        lambda: make_skill(name="Rust"),
        lambda: Project.objects.filter(title="ML基盤の開発").update(status="published"),
        lambda: Project.objects.filter(title="ML基盤の開発").update(cover="a.png", cover_alt="図"),
        lambda: Publication.objects.filter(title="プレスリリース").update(
            publish_at="2030-01-01T00:00Z"
        ),
        lambda: Project.objects.first().skills.add(Skill.objects.get(name="Echo")),
    ],
    ids=["changed", "deleted", "added", "published", "picture", "time", "linked"],
)
def test_undoing_over_later_edits_is_refused_in_words(edit):
    import_text(CAREER)
    edit()
    before, imported = rows(), last()
    with pytest.raises(SaveError, match="Records were changed since this import"):
        undo_import(imported)
    assert rows() == before
    assert last() == imported


def test_what_a_post_refers_to_stays_with_all_that_it_stands_in_and_is_said():
    import_text(CAREER)
    post = make_post()
    post.projects.add(Project.objects.get(title="ML基盤の開発"))
    post.skills.add(Skill.objects.get(name="ECS"))
    report = undo_import(last())
    kept = [(each.model, each.name) for each in report.changes if each.action == "kept"]
    assert sorted(kept) == [
        ("Employer", "株式会社 CoeFont"),
        ("Position", "株式会社 CoeFont MLOpsエンジニア"),
        ("Project", "ML基盤の開発"),
        ("Section", "クラウド"),
        ("Section", "技術スタック"),
        ("Section", "職務経歴"),
        ("Skill", "AWS 全般の知識"),
        ("Skill", "ECS"),
    ]
    left = {
        (model.__name__, row.public_name if model is not Position else str(row))
        for model in (Employer, Position, Project, Section, Skill)
        for row in model.objects.all()
    }
    assert left == set(kept)
    assert Post.objects.get().projects.get().title == "ML基盤の開発"


def test_a_post_written_before_is_as_it_was():
    import_text(CAREER)
    post = make_post()
    post.publications.add(Publication.objects.get(title="プレスリリース"))
    before = rows(keys=True)
    import_text(edited(("# 学歴", "# 学校")))
    undo_import(last())
    assert rows(keys=True) == before


def test_undoing_is_a_revision():
    import_text(CAREER)
    import_text(edited(("Python(6 年)", "Python(7 年)")))
    count = Revision.objects.count()
    undo_import(last())
    assert Revision.objects.count() == count + 1
    assert Revision.objects.latest("pk").comment == "Import undone"


def test_the_owners_own_records_survive_an_import_and_its_undoing():
    section = make_section(title="職務経歴", order=3, layout="headings")
    make_project(title="私の計画", section=section, order=7)
    make_profile_link(section=make_section(title="連絡", order=9))
    make_publication(title="私の本", url=None)
    before, document = rows(keys=True), load_resume(Audience.OWNER)
    import_text(CAREER)
    undo_import(last())
    assert rows(keys=True) == before
    assert load_resume(Audience.OWNER) == document


def test_an_import_is_unedited_until_a_record_changes():
    import_text(CAREER)
    assert is_unedited(last())
    make_post()
    assert is_unedited(last())
    Skill.objects.filter(name="Python").update(claim="10 年")
    assert not is_unedited(last())


def test_the_document_kept_is_the_one_from_before():
    import_text(CAREER)
    before = load_resume(Audience.OWNER)
    import_text(edited(("Python(6 年)", "Python(7 年)")))
    assert codec.from_data(last().before) == before


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("職務経歴書.md", "職務経歴書.md"),
        ("a\nb.md", "a b.md"),
        ("a\x00b\udcff.md", "a\ufffdb\ufffd.md"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("長" * 300, "長" * 255),
        ("", ""),
    ],
)
def test_a_file_of_any_name_is_kept(name, kept):
    from resume import formats
    from resume.store import import_source

    source = formats.parse(CAREER.encode())
    import_source(source, CAREER.encode(), name)
    row = last()
    row.full_clean()
    assert row.file_name == kept
    assert bytes(row.source) == CAREER.encode()
