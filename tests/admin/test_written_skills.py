"""A line of several skills as a file wrote it tells of no skill that left the line in the admin."""

import re

import pytest
from django.urls import reverse

from resume.formats import json_resume, markdown
from resume.models import Audience, Import, Section, Skill
from resume.store import load_resume, undo_import
from tests.admin.forms import form_values
from tests.store.career import import_text, told

pytestmark = pytest.mark.django_db

FILE = """# 職務経歴書

## スキル

- 言語：Python（5年）、Go（2年）、Rust（2年）
- クラウド：AWS、GCP、Azure
- DB：MySQL（3年）
"""
LANGUAGES, CLOUDS = FILE.splitlines()[4:6]


@pytest.fixture(autouse=True)
def imported():
    import_text(FILE, publish=True)


def skill(name):
    return Skill.objects.get(name=name)


def change(owner, record, **fields):
    """Change fields of a skill in its form."""
    path = reverse("admin:resume_skill_change", args=[record.pk])
    response = owner.post(path, {**form_values(owner.get(path)), **fields})
    assert response.status_code == 302, response.context["errors"]


def delete(owner, record):
    path = reverse("admin:resume_skill_delete", args=[record.pk])
    assert owner.post(path, form_values(owner.get(path))).status_code == 302
    assert not Skill.objects.filter(pk=record.pk).exists()


def lines(audience=Audience.OWNER, **options):
    """Return the lines of skills as the Markdown of the résumé has them."""
    return markdown.render(load_resume(audience, **options)).splitlines()[4:]


def public(client):
    """Return every public text that tells lines of the résumé, by what it is."""
    seen = load_resume()
    page = client.get(reverse("resume")).content.decode()
    return {
        "page": re.sub(r"<[^>]+>", "", page),
        "search": client.get(reverse("search"), {"q": "Rust"}).content.decode(),
        "markdown": markdown.render(seen),
        "json": json_resume.render(seen),
    }


def where(client, words):
    """Return which public texts hold `words`."""
    return [name for name, text in public(client).items() if words in text]


def test_the_file_is_read_as_lines_that_are_kept_as_written(client):
    assert lines() == FILE.splitlines()[4:]
    assert Skill.objects.exclude(written="").count() == 3
    assert where(client, "Go（2年）") == ["page", "search", "markdown", "json"]


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Python", "- Go(2年)、Rust(2年)"),
        ("Go", "- 言語： Python(5年)、Rust(2年)"),
        ("Rust", "- 言語： Python(5年)、Go(2年)"),
    ],
)
def test_a_deleted_skill_is_named_no_more(owner, client, name, left):
    delete(owner, skill(name))
    assert lines() == [left, *FILE.splitlines()[5:]]
    assert where(client, f"{name}（") == where(client, f"{name}、") == []


def test_the_last_skill_of_a_line_tells_of_itself_alone(owner, client):
    delete(owner, skill("Go"))
    delete(owner, skill("Rust"))
    assert lines()[0] == "- 言語： Python(5年)"
    assert where(client, "Go") == []


def test_a_skill_that_moves_to_another_line_is_told_there_alone(owner):
    change(owner, skill("Go"), order="2", place="9")
    assert lines() == [
        "- 言語： Python(5年)、Rust(2年)",
        "- クラウド： AWS、GCP、Azure、Go(2年)",
        "- DB：MySQL（3年）",
    ]


def test_the_skill_that_holds_the_line_moves_without_the_others(owner):
    learning = Section.objects.create(title="学習中", slug="learning", order=9, holds="skills")
    change(owner, skill("Python"), section=learning.pk, order="1", place="0")
    assert lines(Audience.OWNER)[0] == "- Go(2年)、Rust(2年)"
    assert "Python" in lines(Audience.OWNER)[-1]
    assert "Go" not in lines(Audience.OWNER)[-1]


def test_another_order_is_told_as_it_is(owner):
    change(owner, skill("AWS"), place="5")
    assert lines()[1] == "- GCP、Azure、クラウド： AWS"


def test_a_new_claim_is_told_though_another_skill_has_it(owner):
    change(owner, skill("Go"), claim="5年")
    assert lines()[0] == "- 言語： Python(5年)、Go(5年)、Rust(2年)"


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_skill_that_is_taken_off_the_site_is_in_nothing_public(owner, client, elsewhere):
    if elsewhere:
        change(owner, skill("Go"), section="", order="0", place="0")
    change(owner, skill("Go"), status="draft")
    assert where(client, "Go") == []
    assert where(client, "Rust") == ["page", "search", "markdown", "json"]


def test_words_of_the_owners_own_do_not_name_what_is_hidden(owner, client):
    change(owner, skill("MySQL"), written="主に MySQL（3年）と Oracle も")
    assert lines(Audience.PUBLIC)[2] == "- 主に MySQL（3年）と Oracle も"
    Skill.objects.create(name="Oracle", slug="oracle", status="draft")
    assert lines(Audience.PUBLIC)[2] == "- DB： MySQL(3年)"
    assert lines(Audience.OWNER)[2] == "- 主に MySQL（3年）と Oracle も"
    assert "Oracle" not in json_resume.render(load_resume())


def test_the_form_says_when_a_line_as_written_counts(owner):
    path = reverse("admin:resume_skill_change", args=[skill("Go").pk])
    words = "It counts while it names the skills of its line, in their order, and no other one."
    response = owner.get(path, headers={"accept-language": "en"})
    assert words in response.content.decode()


def test_the_line_comes_back_with_its_skill(owner):
    change(owner, skill("Go"), order="2", place="9")
    assert lines()[0] != LANGUAGES
    change(owner, skill("Go"), order="1", place="1")
    assert lines() == [LANGUAGES, CLOUDS, "- DB：MySQL（3年）"]


def test_the_same_file_again_changes_nothing(owner):
    delete(owner, skill("Go"))
    before = lines()
    report = import_text(FILE)
    assert [each[:3] for each in told(report)] == [("kept", "Skill", "Go")]
    assert lines() == before


def test_what_is_exported_after_it_reads_back_to_itself(owner):
    delete(owner, skill("Go"))
    change(owner, skill("GCP"), order="3", place="4")
    for text in (
        markdown.render(load_resume(Audience.PUBLIC, drafts=True)),
        markdown.render(load_resume(Audience.OWNER)),
    ):
        report = import_text(text)
        assert {each[0] for each in told(report)} <= {"changed"}
        assert markdown.render(load_resume(Audience.OWNER)) == text
        assert told(import_text(text)) == []


def test_a_newer_file_that_drops_it_too_is_no_conflict(owner):
    delete(owner, skill("Go"))
    text = FILE.replace("Go（2年）、", "")
    report = import_text(text)
    assert told(report) == [
        (
            "changed",
            "Skill",
            "Python",
            {"written": (LANGUAGES[2:], "言語：Python（5年）、Rust（2年）")},
        )
    ]
    assert markdown.render(load_resume(Audience.OWNER)) == text


def test_undoing_an_import_brings_the_line_back(owner):
    import_text(FILE.replace("Go（2年）、", ""))
    assert lines()[0] == "- 言語：Python（5年）、Rust（2年）"
    undo_import(Import.objects.latest_kept())
    assert lines() == FILE.splitlines()[4:]


def test_a_json_resume_of_it_holds_no_line_that_tells_more(owner):
    delete(owner, skill("Go"))
    for drafts in (False, True):
        text = json_resume.render(load_resume(drafts=drafts))
        assert "クラウド：AWS、GCP、Azure" in text
        assert "Go" not in text
