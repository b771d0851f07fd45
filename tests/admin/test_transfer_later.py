"""The transfer page once the owner's file is imported: a later file, its conflicts, and undoing."""

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from resume.models import Education, Import, Position, Profile, Project, Skill
from tests.admin.forms import form_values
from tests.admin.test_transfer import (
    ALL,
    CAREER,
    PAGE,
    accept,
    changes,
    edited,
    send,
    staff,
    state,
    token_of,
    told,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture(scope="module")
def imported(rows_of_module):
    """The owner's file, imported and published."""
    with rows_of_module():
        client = Client(headers={"accept-language": "en"})
        client.force_login(get_user_model().objects.create_superuser("importer"))
        accept(client, send(client, CAREER), publish="on", accept_evidence="on")
        return Import.objects.get()


def test_the_same_file_again_has_nothing_to_do(owner, imported):
    preview = send(owner, CAREER)
    assert changes(preview) == {}
    assert preview.context["is_done"]
    assert b"Accept what is ticked" not in preview.content


def test_an_edited_file_shows_each_kind_of_change_beside_the_owners_edits(owner, imported):
    Skill.objects.filter(name="PHP").update(claim="4 年")
    data = edited(
        ("(2023/06〜現在)", "(2023/06〜2026/03)"),
        ("PHP(3 年)", "PHP(5 年)"),
        ("  - TOFFEL 80 点\n", ""),
        ("  - 基礎情報\n", "  - 基礎情報\n  - 応用情報\n"),
    )
    preview = send(owner, data)
    assert changes(preview) == {
        "conflict": ["PHP"],
        "changed": ["株式会社 CoeFont MLOpsエンジニア"],
        "removed": ["TOFFEL 80 点"],
        "added": ["応用情報"],
    }
    accept(owner, preview)
    assert Skill.objects.get(name="PHP").claim == "4 年"
    assert Position.objects.get(employer__name="株式会社 CoeFont").end == "2026-03"


def test_a_conflict_is_taken_only_when_it_is_ticked(owner, imported):
    Skill.objects.filter(name="PHP").update(claim="4 年")
    preview = send(owner, edited(("PHP(3 年)", "PHP(5 年)")))
    assert "change" not in form_values(preview)
    html = preview.content.decode()
    assert "<del>4</del> 年" in html
    assert "<ins>5</ins> 年" in html
    accept(owner, preview, change=[token_of(preview, "PHP")])
    assert Skill.objects.get(name="PHP").claim == "5 年"


def test_a_conflict_that_was_taken_asks_nothing_any_more(owner, imported):
    Skill.objects.filter(name__in=["PHP", "R"]).update(claim="4 年")
    preview = send(owner, edited(("PHP(3 年)", "PHP(5 年)"), ("R(1 年)", "R(2 年)")))
    assert preview.content.decode().count('<th scope="col">Yours</th>') == 2
    result = accept(owner, preview, change=[token_of(preview, "PHP")])
    html = result.content.decode()
    assert html.count('<th scope="col">Before</th>') == 1
    assert html.count('<th scope="col">Yours</th>') == 1
    assert html.count("unless you take the file") == 1


def test_an_import_is_called_by_its_file_and_the_name_of_its_format(owner, imported):
    page = owner.get(reverse("admin:resume_import_change", args=[imported.pk]))
    html = page.content.decode()
    assert "<h1>Import of “職務経歴書.md”</h1>" in html
    assert imported.slug not in html
    assert '<div class="readonly">Markdown</div>' in html


def test_evidence_of_records_that_the_file_leaves_out_is_told_by_their_names(owner, imported):
    preview = send(owner, b"cv:\n  name: Taro\n", "cv.yaml")
    skills = ("VPC (GCP 全般の知識)", "VPC (AWS 全般の知識)")
    assert {tuple(each["skills"]) for each in preview.context["ambiguous"]} == {skills}
    assert "ML基盤の開発 (株式会社 CoeFont MLOpsエンジニア)" in [
        each["project"] for each in preview.context["ambiguous"]
    ]


def test_what_has_no_field_is_called_so(owner, imported):
    preview = send(owner, b'{"basics": {"name": "Taro"}, "interests": [{"name": "Go"}]}', "a.json")
    assert ">What has no field<" in preview.content.decode()


def test_what_changed_since_the_preview_is_shown_again_and_ticks_are_kept(owner, imported):
    data = edited(
        ("PHP(3 年)", "PHP(5 年)"), ("R(1 年)", "R(2 年)"), ("Golang(0.5年)", "Golang(1年)")
    )
    preview = send(owner, data)
    Skill.objects.filter(name="PHP").update(claim="4 年")
    again = accept(owner, preview, change=[token_of(preview, "R")], publish="on")
    assert "nothing was taken" in told(again)[0]
    assert Skill.objects.get(name="R").claim == "1 年"
    assert form_values(again)["change"] == [token_of(preview, "R")]
    assert form_values(again)["publish"] == ["on"]
    accept(owner, again)
    assert Skill.objects.get(name="R").claim == "2 年"
    assert Skill.objects.get(name="PHP").claim == "4 年"
    assert Skill.objects.get(name="Golang").claim == "0.5年"


def test_the_result_links_to_the_records_it_made(owner, imported):
    page = owner.get(reverse("admin:resume_import_change", args=[imported.pk]))
    project = Project.objects.get(title="ML基盤の開発")
    link = reverse("admin:resume_project_change", args=[project.pk])
    assert f'<a href="{link}">ML基盤の開発</a>' in page.content.decode()


def test_undoing_the_later_of_two_imports_gives_the_earlier_state(owner, imported):
    before = state()
    accept(owner, send(owner, edited(("PHP(3 年)", "PHP(5 年)"), ("  - TOFFEL 80 点\n", ""))))
    assert state() != before
    owner.post(reverse("admin:transfer_undo", args=[Import.objects.latest_kept().pk]))
    assert state() == before


def undo_of(record):
    return reverse("admin:transfer_undo", args=[record.pk])


def standing(client, record):
    """Return the Standing that the import's page and its undo page both tell, without a button."""
    page = client.get(reverse("admin:resume_import_change", args=[record.pk]))
    question = client.get(undo_of(record))
    assert page.context["standing"] == question.context["standing"]
    told = question.context["standing"]
    for answer in (page, question):
        html = unescape(answer.content.decode())
        assert all(words in html for words in (told.reason, told.advice, *map(str, told.ways[0])))
        assert f'href="{undo_of(record)}"' not in html
    assert "Yes, undo the import" not in question.content.decode()
    return told


def test_an_earlier_import_is_not_undone_and_the_way_to_it_is_told(owner, imported):
    accept(owner, send(owner, edited(("PHP(3 年)", "PHP(5 年)")), "later.md"))
    told_of = standing(owner, imported)
    assert told_of.reason == "A later import stands on this one: “later.md”."
    assert told_of.ways == [("Undo “later.md”", undo_of(Import.objects.latest_kept()))]
    answer = owner.post(undo_of(imported), follow=True)
    assert "Only the last import" in told(answer)[0]
    assert Skill.objects.get(name="PHP").claim == "5 年"
    owner.post(told_of.ways[0][1])
    assert "Yes, undo the import" in owner.get(undo_of(imported)).content.decode()


def test_an_import_is_not_undone_over_later_edits(owner, imported):
    Skill.objects.filter(name="PHP").update(claim="4 年")
    told_of = standing(owner, imported)
    assert told_of.reason.startswith("Records were changed since")
    assert owner.get(told_of.ways[0][1]).status_code == 200
    answer = owner.post(undo_of(imported), follow=True)
    assert "changed since" in told(answer)[0]
    assert Skill.objects.get(name="PHP").claim == "4 年"


def test_an_import_that_was_undone_says_how_its_file_is_taken_again(owner, imported):
    owner.post(undo_of(imported))
    told_of = standing(owner, imported)
    assert told_of.reason.startswith("This import was undone on ")
    file, transfer = (path for _words, path in told_of.ways)
    preview = send(owner, owner.get(file).content)
    assert (preview.request["PATH_INFO"].startswith(transfer), len(changes(preview))) == (True, 1)


@pytest.mark.parametrize("page", ["undo", "file"])
def test_an_import_that_is_not_there_leads_to_those_that_are(owner, imported, page):
    answer = owner.get(f"{PAGE}imports/{imported.pk + 1}/{page}/", follow=True)
    assert answer.request["PATH_INFO"] == reverse("admin:resume_import_changelist")
    assert "There is no such import" in told(answer)[0]


def test_undoing_an_import_that_changed_nothing_promises_no_change(owner, imported):
    accept(owner, send(owner, CAREER + b"\n"))
    question = owner.get(undo_of(Import.objects.latest_kept()))
    assert "changed no record" in question.content.decode()
    assert "The résumé becomes" not in question.content.decode()
    owner.post(undo_of(Import.objects.latest_kept()))
    assert "The résumé becomes" in owner.get(undo_of(imported)).content.decode()


def test_the_imports_are_filtered_by_the_names_of_their_formats(owner, imported):
    accept(owner, send(owner, b'{"basics": {"name": "Taro"}}', "a.json"))
    address = reverse("admin:resume_import_changelist")
    html = owner.get(address).content.decode()
    assert re.findall(r'"\?format=(\w+)">\s*([^<]+?)\s*<', html) == [
        ("json", "JSON Resume"),
        ("markdown", "Markdown"),
    ]
    listed = owner.get(address, {"format": "json"}).context["cl"].result_list
    assert [each.file_name for each in listed] == ["a.json"]


def test_the_list_tells_what_each_import_did(owner, imported):
    owner.post(reverse("admin:transfer_undo", args=[imported.pk]))
    html = owner.get(reverse("admin:resume_import_changelist")).content.decode()
    assert re.search(r"field-counts[^>]*>added 1\d\d<", html)
    assert re.search(r"field-state[^>]*>undone<", html)


def test_who_may_not_does_not_see_the_link(imported):
    helper = staff(*ALL[1:], "view_import")
    assert f'href="{PAGE}' not in helper.get("/admin/").content.decode()
    assert f'href="{PAGE}' not in helper.get("/admin/resume/import/").content.decode()
    detail = helper.get(reverse("admin:resume_import_change", args=[imported.pk]))
    assert detail.status_code == 200
    assert f'href="{PAGE}' not in detail.content.decode()
    assert Profile.objects.count() == Education.objects.count() - 1
