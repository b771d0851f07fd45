"""Every page of the admin opens, saves, and costs a constant number of queries."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from resume.models import Import, Project, Skill
from tests import factories
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db

MAKERS = {
    "profile": factories.make_profile,
    "profilelink": factories.make_profile_link,
    "section": factories.make_section,
    "employer": factories.make_employer,
    "position": factories.make_position,
    "project": factories.make_project,
    "skill": factories.make_skill,
    "publication": factories.make_publication,
    "education": factories.make_education,
    "certification": factories.make_certification,
    "award": factories.make_award,
    # A browser's form knows no parts of a second.
    "post": lambda: factories.make_post(publish_at=timezone.now().replace(microsecond=0)),
}


def url(record, page="change"):
    return reverse(f"admin:resume_{record._meta.model_name}_{page}", args=[record.pk])


def values_of(record):
    return {
        field.attname: getattr(record, field.attname)
        for field in record._meta.concrete_fields
        if field.name != "updated_at"
    }


@pytest.mark.parametrize("word", MAKERS)
def test_a_form_saved_as_shown_changes_nothing(owner, word):
    record = MAKERS[word]()
    page = owner.get(url(record))
    response = owner.post(url(record), form_values(page))
    assert response.status_code == 302, response.context["errors"]
    assert values_of(type(record).objects.get(pk=record.pk)) == values_of(record)


@pytest.mark.parametrize("model", list(admin.site._registry), ids=str)
def test_lists_and_add_forms_open(owner, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert owner.get(reverse(f"{name}_changelist"), follow=True).status_code == 200
    if admin.site._registry[model].has_add_permission(
        owner.get(reverse("admin:index")).wsgi_request
    ):
        assert owner.get(reverse(f"{name}_add")).status_code == 200


def paths(page):
    """Return {model's name: path} of the lists or the add forms of the résumé's models."""
    names = [model._meta.model_name for model in admin.site._registry if is_ours(model)]
    return {name: reverse(f"admin:resume_{name}_{page}") for name in names}


def is_ours(model):
    return model._meta.app_label == "resume"


def test_the_profile_is_one_row(owner):
    path = reverse("admin:resume_profile_changelist")
    assert owner.get(path).url == reverse("admin:resume_profile_add")
    profile = factories.make_profile()
    assert owner.get(path).url == url(profile)
    assert owner.get(reverse("admin:resume_profile_add")).status_code == 403
    assert owner.get(url(profile, "delete")).status_code == 403


@pytest.mark.parametrize(
    "words",
    [
        "データ基盤",
        "ﾃﾞｰﾀ基盤",
        "\u30c6\u3099ータ基盤",  # the voiced mark apart, as macOS writes it
        "ＡＷＳ 基盤",
        "aws",
        "AWS",
        "株式会社れい",
        "株式会社れい aws",
    ],
)
def test_search_finds_japanese_in_any_width_case_and_normal_form(owner, words):
    employer = factories.make_employer(name="株式会社れい")
    position = factories.make_position(employer=employer)
    factories.make_project(title="データ基盤の Ａws 移行", position=position)
    factories.make_project(title="別")
    found = owner.get(reverse("admin:resume_project_changelist"), {"q": words})
    assert [project.title for project in found.context["cl"].result_list] == [
        "データ基盤の Ａws 移行"
    ]
    query = {"app_label": "resume", "model_name": "post", "field_name": "projects", "term": words}
    offered = owner.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [each["text"] for each in offered] == ["データ基盤の Ａws 移行"]


@pytest.mark.parametrize("words", ["%00", "\x00", "\ufffd", "なし", "' OR 1=1"])
def test_search_for_anything_else_finds_nothing_and_breaks_nothing(owner, words):
    factories.make_project(title="題")
    found = owner.get(reverse("admin:resume_project_changelist"), {"q": words}, follow=True)
    assert found.status_code == 200


def test_a_draft_is_previewed_by_staff_alone(owner, client):
    draft = factories.make_project(status="draft", title="未公開の計画")
    path = url(draft, "preview")
    assert path in owner.get(url(draft)).content.decode()
    page = owner.get(path)
    assert "no-store" in page["Cache-Control"]
    assert "未公開の計画" in page.content.decode()
    assert 'class="preview-note"' in page.content.decode()


@pytest.mark.parametrize("word", ["employer", "project", "skill", "publication", "post"])
def test_every_record_with_a_page_has_a_preview(owner, word):
    assert owner.get(url(MAKERS[word](), "preview")).status_code == 200


def test_a_visitor_sees_no_preview(client):
    draft = factories.make_project(status="draft")
    assert client.get(url(draft, "preview")).status_code == 302


def test_only_what_is_published_is_viewed_on_the_site(owner):
    draft, shown = factories.make_project(status="draft"), factories.make_project()
    assert 'class="viewsitelink"' not in owner.get(url(draft)).content.decode()
    assert shown.public_path in owner.get(url(shown)).content.decode()


def test_an_import_is_looked_at_only(owner):
    record = Import.objects.create(
        slug="first", created_at=timezone.now(), format="markdown", source="# 経歴".encode()
    )
    assert "# 経歴" in owner.get(url(record)).content.decode()
    assert owner.post(url(record), {"slug": "x"}).status_code == 403
    assert owner.post(url(record, "delete"), {"post": "yes"}).status_code == 403


# What one page of the admin costs, whatever the number of rows.
QUERIES = {
    "award form": 5,
    "award list": 6,
    "certification form": 5,
    "certification list": 6,
    "education form": 5,
    "education list": 6,
    "employer form": 10,
    "employer list": 6,
    "import list": 9,
    "position form": 7,
    "position list": 7,
    "post form": 10,
    "post list": 8,
    "profile form": 6,
    "profilelink form": 5,
    "profilelink list": 6,
    "project form": 11,
    "project list": 7,
    "publication form": 6,
    "publication list": 6,
    "redirect list": 6,
    "section form": 6,
    "section list": 7,
    "settled list": 6,
    "skill form": 9,
    "skill list": 11,
    "skillcategory form": 7,
    "skillcategory list": 7,
}


def make_rows(number):
    """Make `number` records of every kind, each with `number` rows inside and beside it."""
    section = factories.make_section(holds="skills")
    for _ in range(number):
        position = factories.make_position(section=factories.make_section())
        project = factories.make_project(position=position)
        skill = factories.make_skill(section=section)
        for order in range(number):
            factories.make_position(employer=position.employer, start=f"20{order + 10}")
            factories.make_fact(project=project, order=order)
            factories.make_skill(parent=skill)
        project.skills.add(*Skill.objects.all())
        project.publications.add(factories.make_publication())
        post = factories.make_post()
        post.projects.add(*Project.objects.all())
        post.skills.add(*Skill.objects.all())
        factories.make_profile_link()
        factories.make_education()
        factories.make_certification()
        factories.make_award()


def queries_of(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_forms_and_lists_cost_a_constant_number_of_queries(owner):
    factories.make_profile()
    make_rows(1)
    counts = [measured(owner)]
    make_rows(3)
    counts.append(measured(owner))
    assert counts[0] == counts[1]
    assert counts[0] == QUERIES
    assert max(QUERIES.values()) <= 30


def measured(client):
    ContentType.objects.clear_cache()
    client.get(reverse("admin:index"))
    counts = {}
    for name, path in paths("changelist").items():
        model = apps.get_model("resume", name)
        record = model._default_manager.order_by("pk").first()
        if name != "profile":
            counts[f"{name} list"] = queries_of(client, path)
        if record:
            counts[f"{name} form"] = queries_of(client, url(record))
    return counts
