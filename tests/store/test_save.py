"""The owner's file into an empty database, and again."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from reversion.models import Revision, Version

from resume.document import schema
from resume.formats import markdown
from resume.models import (
    Audience,
    Employer,
    Generation,
    Import,
    Position,
    ProfileLink,
    Project,
    Publication,
    Section,
    Skill,
    Status,
)
from resume.store import load_resume, save_resume, undo_import
from tests.factories import (
    make_employer,
    make_position,
    make_profile,
    make_publication,
    make_section,
    make_skill,
)
from tests.store.career import CAREER, import_text, rows, told

pytestmark = pytest.mark.django_db
FIXTURES = Path(settings.BASE_DIR) / "fixtures"


def test_the_import_of_the_file_gives_the_rows_of_the_fixture():
    import_text(CAREER, publish=True, accept_evidence=True)
    imported = rows()
    undo_import(Import.objects.get())
    assert rows() == []
    call_command("loaddata", str(FIXTURES / "career.json"), verbosity=0)
    assert imported == rows()


def test_the_rows_of_the_import_print_the_file():
    import_text(CAREER, publish=True)
    assert markdown.render(load_resume()) == CAREER


def test_a_new_record_is_a_draft_and_a_link_private_unless_published():
    import_text(CAREER)
    assert set(Project.objects.values_list("status", flat=True)) == {Status.DRAFT}
    assert set(ProfileLink.objects.values_list("audience", flat=True)) == {Audience.OWNER}
    assert load_resume() == schema.Resume(profile=load_resume().profile)
    assert markdown.render(load_resume(Audience.OWNER)) == CAREER


def test_a_second_run_tells_that_all_is_unchanged_and_writes_nothing():
    import_text(CAREER, accept_evidence=True)
    before, token = rows(keys=True), Generation.objects.get().token
    kept = (Revision.objects.count(), Version.objects.count(), Import.objects.count())
    report = import_text(CAREER, accept_evidence=True)
    assert report.is_unchanged
    assert report.counts() == {"unchanged": 120}
    assert rows(keys=True) == before
    assert Generation.objects.get().token == token
    assert (Revision.objects.count(), Version.objects.count(), Import.objects.count()) == kept


def test_an_import_is_one_revision_that_holds_every_record_as_it_ends():
    import_text(CAREER, accept_evidence=True)
    assert Revision.objects.count() == 1
    for model in (Section, Skill, Publication, Project):
        versions = Version.objects.get_for_model(model)
        assert versions.count() == model.objects.count()
    project = Project.objects.get(title="ML基盤の開発")
    (version,) = Version.objects.get_for_object(project)
    assert sorted(version.field_dict["skills"]) == sorted(
        project.skills.values_list("pk", flat=True)
    )


def test_a_dry_run_writes_nothing_and_tells_the_same():
    token = Generation.objects.values_list("token", flat=True)
    before = list(token)
    dry = import_text(CAREER, publish=True, accept_evidence=True, dry_run=True)
    assert (rows(), list(token), Revision.objects.count(), Import.objects.count()) == (
        [],
        before,
        0,
        0,
    )
    assert dry == import_text(CAREER, publish=True, accept_evidence=True)
    assert dry.counts() == {"added": 120}


@pytest.mark.parametrize("times", [1, 3])
def test_a_dry_run_of_a_known_file_takes_the_same_queries_whatever_its_length(
    times, django_assert_num_queries
):
    text = "# 職務経歴\n\n" + "".join(
        f"## 株式会社例{number} 開発者 (20{number:02}/04〜20{number + 1:02}/03)\n\n"
        f"### 基盤{number}\n\n- 設計\n\n"
        for number in range(10, 10 + 4 * times)
    )
    import_text(text)
    with django_assert_num_queries(25):
        report = import_text(text, dry_run=True)
    assert report.counts() == {"unchanged": 2 + 12 * times}


@pytest.mark.parametrize("times", [1, 3])
def test_a_dry_run_of_new_records_takes_queries_by_kind_and_level(times, django_assert_num_queries):
    text = "# 技術\n\n" + "".join(f"- 言語{number}\n" for number in range(4 * times))
    Generation.objects.move()  # its row is gone after a test that emptied the database
    with django_assert_num_queries(33):
        report = import_text(text, dry_run=True)
    assert report.counts() == {"added": 2 + 4 * times}


def test_without_an_earlier_import_empty_fields_are_filled_and_others_are_conflicts():
    make_profile(title="")
    section = make_section(title="職務経歴", order=1, holds="positions", layout="headings")
    employer = make_employer(name="ピクシブ株式会社", business="SNS")
    make_position(employer=employer, role="技術者", start="2021-04", end="", section=section)
    report = import_text(CAREER)
    assert [each for each in told(report) if each[0] in ("changed", "conflict")] == [
        ("changed", "Position", "ピクシブ株式会社 機械学習エンジニア", {"end": ("", "2024-05")}),
        (
            "conflict",
            "Position",
            "ピクシブ株式会社 機械学習エンジニア",
            {"role": ("技術者", "機械学習エンジニア")},
        ),
    ]
    position = employer.positions.get()
    assert (position.role, position.end) == ("技術者", "2024-05")
    assert Employer.objects.get(pk=employer.pk).business == "SNS"


def with_parts(name, *parts):
    return schema.Skill(
        key=name.lower(), name=name, lines=tuple(schema.Line(items=(part,)) for part in parts)
    )


def test_a_first_file_with_other_employers_than_the_site_says_that_both_stay():
    make_position(employer=make_employer(name="株式会社例"))
    text = "# 職務経歴\n\n## 株式会社{} (2020/04〜現在)\n\n設計\n"
    (words,) = import_text(text.format("別"), dry_run=True).notes
    assert words.startswith("The site has other employers than the file")
    assert import_text(text.format("例"), dry_run=True).notes == ()
    Position.objects.all().delete()
    Employer.objects.all().delete()
    assert import_text(text.format("別"), dry_run=True).notes == ()


def test_sections_are_known_below_one_that_was_renamed():
    text = "# 職務経歴\n\n## 要約\n\n設計が得意です。\n\n## 自己PR\n\n粘り強いです。\n"
    import_text(text)
    Import.objects.all().delete()
    _root, first, second = text.replace("職務経歴", "職務経歴書").split("## ")
    report = import_text(f"# 職務経歴書\n\n## {second}\n## {first}", dry_run=True)
    assert [each[:3] for each in told(report)] == [("conflict", "Section", "職務経歴書")]


def test_parts_of_what_the_owner_has_at_the_deepest_level_stand_beside_it():
    save_resume(schema.Resume(unlisted=(with_parts("A", with_parts("B", with_parts("C"))),)))
    save_resume(schema.Resume(unlisted=(with_parts("D", with_parts("C", with_parts("E"))),)))
    parents = dict(Skill.objects.values_list("slug", "parent__slug"))
    assert parents == {"a": None, "b": "a", "c": "b", "d": None, "e": "b"}


def test_what_has_parts_of_its_own_stays_where_they_would_stand_too_deep():
    save_resume(schema.Resume(unlisted=(with_parts("A", with_parts("B")), with_parts("C"))))
    newer = with_parts("D", with_parts("E", with_parts("A"), with_parts("C")))
    save_resume(schema.Resume(unlisted=(newer,)))
    parents = dict(Skill.objects.values_list("slug", "parent__slug"))
    assert parents == {"a": None, "b": "a", "c": "e", "d": None, "e": "d"}


def stint(key, *roles):
    employer = schema.Employer(key="x", name="X")
    return schema.Position(key=key, role=key, employer=employer, roles=roles)


def test_a_stint_with_roles_is_no_role_of_another():
    save_resume(schema.Resume(unlisted=(stint("a", stint("b")), stint("c"))))
    save_resume(schema.Resume(unlisted=(stint("d", stint("a"), stint("c")),)))
    parents = dict(Position.objects.values_list("slug", "parent__slug"))
    assert parents == {"a": None, "b": "a", "c": "d", "d": None}


def test_a_role_in_what_the_owner_has_as_a_role_stands_beside_it():
    save_resume(schema.Resume(unlisted=(stint("a", stint("b")),)))
    save_resume(schema.Resume(unlisted=(stint("b", stint("c")),)))
    parents = dict(Position.objects.values_list("slug", "parent__slug"))
    assert parents == {"a": None, "b": "a", "c": "a"}


def test_a_role_that_a_file_has_at_another_employer_leaves_its_stint():
    one, other = (schema.Employer(key=key, name=key.upper()) for key in "xy")
    role = schema.Position(key="b", role="b", employer=one)
    stint = schema.Position(key="a", role="a", employer=one, roles=(role,))
    save_resume(schema.Resume(unlisted=(stint,)))
    save_resume(schema.Resume(unlisted=(replace(role, employer=other),)))
    places = Position.objects.values_list("slug", "employer__slug", "parent")
    assert set(places) == {("a", "x", None), ("b", "y", None)}


@pytest.mark.parametrize(
    "names",
    [
        {"name": "CoeFont Inc.", "aliases": "音声の会社\n株式会社CoeFont"},
        {"name": "音声合成社", "alias": "株式会社 CoeFont"},
        {"name": "coefont"},
    ],
)
def test_an_employer_is_known_by_each_of_its_names(names):
    employer = make_employer(**names)
    import_text(CAREER)
    assert Employer.objects.count() == 7
    assert employer.positions.get().role == "MLOpsエンジニア"
    employer.refresh_from_db()
    assert employer.name == names["name"]


def test_a_skill_is_known_by_an_alias_and_keeps_its_name():
    root = make_section(title="技術スタック", order=1)
    languages = make_section(title="言語", parent=root, order=1, style="bullet", holds="skills")
    go = make_skill(name="Go", aliases="Golang", section=languages, order=1)
    report = import_text(CAREER)
    assert not Skill.objects.filter(name="Golang").exists()
    assert ("changed", "Skill", "Golang", {"claim": ("", "0.5年")}) in told(report)
    go.refresh_from_db()
    assert (go.name, go.claim) == ("Go", "0.5年")


def test_a_project_is_known_by_its_public_alias():
    import_text(CAREER)
    project = Project.objects.get(title="ML基盤の開発")
    project.title, project.alias = "極秘の基盤", "ML基盤の開発"
    project.save()
    Import.objects.all().delete()
    import_text(CAREER)
    assert Project.objects.count() == 8
    project.refresh_from_db()
    assert project.title == "極秘の基盤"


def test_a_publication_is_known_by_its_address_in_any_spelling():
    url = "HTTPS://Inside.Pixiv.blog:443/2022/08/04/120000?utm_source=mail"
    article = make_publication(title="私の題", url=url, venue="社内ブログ")
    import_text(CAREER, publish=True)
    assert Publication.objects.filter(url__contains="2022/08/04").get() == article
    article.refresh_from_db()
    assert (article.title, article.venue) == ("私の題", "社内ブログ")
    assert article.projects.get().title == "社内用レコメンド APIの立ち上げプロジェクト"


def test_two_addresses_that_differ_in_case_are_two_publications():
    make_publication(title="大文字", url="https://zenn.dev/coefont/articles/25F0F649E0B42B")
    import_text(CAREER)
    assert Publication.objects.filter(url__icontains="25f0f649e0b42b").count() == 2


def test_nothing_is_matched_by_primary_key():
    import_text(CAREER, publish=True)
    document = load_resume(Audience.OWNER)
    before, keys = rows(), set(Skill.objects.values_list("pk", flat=True))
    save_resume(schema.Resume(), exact=True)
    assert Skill.objects.count() == 0
    make_skill(name="ずれ").delete()
    save_resume(document, exact=True)
    assert load_resume(Audience.OWNER) == document
    assert rows() == before
    assert not keys & set(Skill.objects.values_list("pk", flat=True))


def test_a_contact_fact_stays_private_when_a_file_says_otherwise():
    link = schema.ProfileLink(
        label="メール", kind="email", value="a@example.com", audience="public"
    )
    resume = schema.Resume(unlisted=(link,))
    save_resume(resume)
    assert ProfileLink.objects.get().audience == Audience.OWNER


def test_a_file_publishes_nothing_that_was_not_asked_for():
    skill = schema.Skill(name="Python", status="published")
    draft = schema.Skill(name="Ruby", status="draft")
    save_resume(schema.Resume(unlisted=(skill, draft)))
    assert set(Skill.objects.values_list("status", flat=True)) == {"draft"}
    Skill.objects.all().delete()
    save_resume(schema.Resume(unlisted=(skill, draft)), publish=True)
    assert dict(Skill.objects.values_list("name", "status")) == {
        "Python": "published",
        "Ruby": "draft",
    }


def test_a_section_with_a_birth_date_is_a_draft_and_said():
    text = "# 基本情報\n\n生年月日: 1990年1月1日\n\n# 自己PR\n\n設計が得意です。\n"
    report = import_text(text, publish=True)
    assert dict(Section.objects.values_list("title", "status")) == {
        "基本情報": "draft",
        "自己PR": "published",
    }
    words = {change.name: change.words for change in report.changes}
    assert words["基本情報"] == "It may hold contact facts or a birth date: it is a draft."
    assert words["自己PR"] == ""


@pytest.mark.parametrize("known", [True, False], ids=["imported", "written here"])
def test_a_public_section_takes_no_contact_fact_without_a_word(known):
    if known:
        import_text("# 職務経歴書\n\n# 自己PR\n\n設計が得意です。\n", publish=True)
    else:
        make_section(title="職務経歴書")
    text = "# 職務経歴書\n\nメール: a@example.jp\n\n# 自己PR\n\n設計が得意です。\n"
    asked = import_text(text, dry_run=True)
    (change,) = [each for each in asked.changes if each.action == "conflict"]
    assert change.words == (
        "The section is public, and the file's text may hold contact facts or a birth date: what "
        "the site says stays unless you take the file's."
    )
    import_text(text)
    assert Section.objects.get(title="職務経歴書").body == ""
    undo_import(Import.objects.latest_kept())
    import_text(text, accept={change.id})
    assert Section.objects.get(title="職務経歴書").body == "メール: a@example.jp"


def test_a_contact_fact_that_is_public_already_holds_no_change_up():
    text = "# 職務経歴書\n\nメール: a@example.jp\n"
    import_text(text)
    Section.objects.update(status=Status.PUBLISHED)
    report = import_text(text + "\n東京在住\n")
    assert [change.action for change in report.changes if change.model == "Section"] == ["changed"]


def test_what_names_a_hidden_employer_is_a_draft_and_said():
    make_position(employer=make_employer(name="株式会社秘密", alias="大手A社"))
    report = import_text("# 自己PR\n\n秘密で学びました。\n", publish=True)
    assert Section.objects.get().status == Status.DRAFT
    (change,) = [each for each in report.changes if each.model == "Section"]
    assert change.words == "It holds a name that an alias hides: it is a draft."


def test_a_status_is_never_changed_by_an_import():
    import_text(CAREER)
    Project.objects.filter(title="ML基盤の開発").update(status=Status.PUBLISHED)
    before = dict(Project.objects.values_list("slug", "status"))
    import_text(CAREER.replace("責務がありました", "責務があります"), publish=True)
    assert dict(Project.objects.values_list("slug", "status")) == before
