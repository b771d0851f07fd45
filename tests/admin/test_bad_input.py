"""Bad input: a clear message where the person is, nothing typed lost, no error page."""

import html

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from resume import markup
from resume.models import Employer, Project, Redirect
from tests import factories
from tests.admin.forms import form_values
from tests.admin.test_pictures import huge_png

pytestmark = pytest.mark.django_db


def change_path(record):
    return reverse(f"admin:resume_{record._meta.model_name}_change", args=[record.pk])


def post(client, record, **changes):
    """Post the record's form with some fields changed."""
    path = change_path(record)
    values = form_values(client.get(path))
    files = {name: value for name, value in changes.items() if hasattr(value, "read")}
    return client.post(path, {**values, **changes, **files})


def refused(response, field):
    """Return the messages beside `field`; what was typed must be in the page."""
    assert response.status_code == 200
    return [str(message) for message in response.context["adminform"].form.errors[field]]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "題\x0b名"),
        ("title", "題\x00名"),
        ("title", ""),
        ("title", "題" * 301),
        ("body", "あ" * markup.MAX_BYTES),
        ("body", "> " * 200 + "x"),
        ("body", "本文\x00"),
        ("start", "いつか"),
        ("start", "平成40年"),
        ("end", "2023/13"),
        ("slug", "空 白"),
        ("slug", "taken"),
        ("order", "-1"),
        ("order", "9" * 30),
        ("position", "999999"),
        ("skills", ["x"]),
        ("status", "public"),
    ],
)
def test_a_wrong_value_is_named_at_its_field(owner, field, value):
    factories.make_project(slug="taken", title="別")
    response = post(owner, factories.make_project(title="題"), **{field: value})
    assert refused(response, field)
    if field == "body":
        assert html.escape(value.replace("\x00", "")[:100]) in response.content.decode()


def test_a_period_that_ends_before_it_starts_is_refused(owner):
    project = factories.make_project()
    assert refused(post(owner, project, start="2023/6", end="2022年5月"), "end")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.com/", "example", "//x"])
def test_a_url_with_another_scheme_is_refused(owner, url):
    assert refused(post(owner, factories.make_publication(), url=url), "url")


@pytest.mark.parametrize(
    ("start", "end", "stored"),
    [
        ("2023/6", "現在", ("2023-06", "current")),
        ("2023年6月", "2024", ("2023-06", "2024")),
        ("令和5年6月", "令和5年12月15日", ("2023-06", "2023-12-15")),
        ("平成12年12月15日", "", ("2000-12-15", "")),
    ],
)
def test_dates_are_read_as_people_write_them(owner, start, end, stored):
    project = factories.make_project()
    assert post(owner, project, start=start, end=end).status_code == 302
    project.refresh_from_db()
    assert (project.start, project.end) == stored


def test_a_picture_without_words_and_a_huge_one_are_refused(owner):
    project = factories.make_project()
    file = SimpleUploadedFile("x.png", huge_png(5_001), "image/png")
    assert refused(post(owner, project, cover=file), "cover")
    small = SimpleUploadedFile("x.png", huge_png(8), "image/png")
    assert refused(post(owner, project, cover=small), "cover_alt")
    small.seek(0)
    assert post(owner, project, cover=small, cover_alt="図").status_code == 302
    project.refresh_from_db()
    assert project.cover.name.endswith(".webp")


def test_an_error_of_a_field_that_the_form_does_not_show_is_told(owner):
    """The row of a skill has no field for its category, which its rules name."""
    category = factories.make_section(holds="skills")
    factories.make_skill(name="Go", section=category)
    path = reverse("admin:resume_skillcategory_change", args=[category.pk])
    values = form_values(owner.get(path)) | {
        "skills-TOTAL_FORMS": "2",
        "skills-1-name": "Go",
        "skills-1-status": "draft",
        "skills-1-order": "1",
        "skills-1-place": "0",
    }
    response = owner.post(path, values)
    assert response.status_code == 200
    assert response.context["errors"]


def test_two_new_rows_with_one_name_get_two_addresses(owner):
    category = factories.make_section(holds="skills")
    path = reverse("admin:resume_skillcategory_change", args=[category.pk])
    values = form_values(owner.get(path)) | {"skills-TOTAL_FORMS": "2"}
    for number, name in enumerate(("Go", "GO")):
        values |= {
            f"skills-{number}-name": name,
            f"skills-{number}-status": "draft",
            f"skills-{number}-order": str(number),
            f"skills-{number}-place": "0",
        }
    assert owner.post(path, values).status_code == 302
    assert len({skill.slug for skill in category.skills.all()}) == 2


def test_a_new_employer_with_a_position_is_saved_at_once(owner):
    path = reverse("admin:resume_employer_add")
    values = form_values(owner.get(path)) | {
        "name": "株式会社例",
        "positions-TOTAL_FORMS": "1",
        "positions-0-role": "エンジニア",
        "positions-0-status": "published",
        "positions-0-order": "0",
    }
    assert owner.post(path, values).status_code == 302
    employer = Employer.objects.get()
    assert (employer.slug, employer.positions.get().slug) == ("株式会社例", "株式会社例-エンジニア")


def test_a_protected_record_is_not_deleted_and_the_page_says_why(owner):
    project = factories.make_project()
    path = reverse("admin:resume_position_delete", args=[project.position_id])
    for response in (owner.get(path), owner.post(path, {"post": "yes"}, follow=True)):
        assert response.status_code == 200
        assert project.title in response.content.decode()
    assert Project.objects.exists()


@pytest.mark.parametrize("key", ["999999", "x", "%00", "9" * 40])
@pytest.mark.parametrize("view", ["change/", "delete/", "history/", "preview/"])
def test_an_unknown_record_gives_a_message(owner, key, view):
    response = owner.get(f"/admin/resume/project/{key}/{view}", follow=True)
    assert response.status_code == 200
    assert list(response.context["messages"])


def test_a_form_over_the_limit_says_that_the_text_is_still_in_the_browser(owner):
    response = post(owner, factories.make_project(), body="x" * 3_000_000)
    assert response.status_code == 413
    assert response["Content-Type"].startswith("text/html")


def test_an_expired_form_gives_the_text_back(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    path = change_path(factories.make_project())
    response = client.post(path, {"body": "<b>失われない</b>", "title": "題名"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "&lt;b&gt;失われない&lt;/b&gt;" in page
    assert "題名" in page


def test_a_session_that_ended_gives_the_text_back_and_a_way_to_log_in(client):
    path = change_path(factories.make_project())
    response = client.post(path, {"body": "<b>失われない</b>", "password1": "secret words"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "&lt;b&gt;失われない&lt;/b&gt;" in page
    assert "secret words" not in page
    assert f"/admin/login/?next={path}" in page


def test_a_changed_address_of_a_published_record_redirects(owner):
    project = factories.make_project(slug="old")
    assert post(owner, project, slug="new").status_code == 302
    assert list(Redirect.objects.values_list("old_path", "target")) == [
        ("/projects/old/", "/projects/new/")
    ]


def test_a_draft_moves_without_a_redirect(owner):
    project = factories.make_project(slug="old", status="draft")
    assert post(owner, project, slug="new").status_code == 302
    assert not Redirect.objects.exists()


def test_an_alias_moves_the_record_and_forgets_the_old_address(owner):
    project = factories.make_project(title="極秘計画", slug="old")
    Redirect.objects.record_move("/projects/older/", "/projects/old/")
    assert post(owner, project, alias="大手EC企業の計画").status_code == 302
    project.refresh_from_db()
    assert project.slug == "大手ec企業の計画"
    assert not Redirect.objects.exists()


def test_publishing_names_what_may_not_be_published(owner):
    factories.make_employer(name="株式会社秘密", alias="A社")
    good = factories.make_project(status="draft")
    bad = factories.make_project(status="draft", title="秘密の基盤")
    path = reverse("admin:resume_project_changelist")
    response = owner.post(
        path, {"action": "publish", "_selected_action": [good.pk, bad.pk]}, follow=True
    )
    told = [str(message) for message in response.context["messages"]]
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.status, bad.status) == ("published", "draft")
    assert [message for message in told if "秘密の基盤" in message]


def test_a_reader_without_rights_changes_nothing(client):
    user = get_user_model().objects.create_user("reader", is_staff=True)
    client.force_login(user)
    project = factories.make_project()
    assert client.get(change_path(project)).status_code == 403
    assert client.post(change_path(project), {"title": "題名"}).status_code == 403
