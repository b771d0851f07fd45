"""The front page of the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from resume.models import Project
from tests import factories
from tests.page import Page

pytestmark = pytest.mark.django_db

FRONT = "/admin/"
QUERIES = 41  # 17 of them by the review, once after each change


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_page_makes_the_same_queries_for_one_row_and_for_three(
    count, admin_client, django_assert_num_queries
):
    for _ in range(count):
        position = factories.make_position(status="draft")
        project = factories.make_project(position=position, status="draft")
        factories.make_post(status="draft")
        factories.make_skill(status="draft")
        path = reverse("admin:resume_project_change", args=[project.pk])
        admin_client.post(path, {"title": "新"})
    ContentType.objects.clear_cache()
    with django_assert_num_queries(QUERIES):
        assert admin_client.get(FRONT).status_code == 200


def test_the_front_page_lists_the_records_as_the_resume_does(admin_client):
    groups = admin_client.get(FRONT).context["groups"]
    names = [model["object_name"] for _title, models in groups for model in models]
    assert names == [
        "Profile",
        "ProfileLink",
        "Employer",
        "Position",
        "Project",
        "SkillCategory",
        "Skill",
        "Post",
        "Publication",
        "Education",
        "Certification",
        "Award",
        "Section",
        "Transfer",
        "Redirect",
        "Import",
        "Settled",
    ]


def test_a_draft_is_published_by_one_button(admin_client):
    project = factories.make_project(status="draft", title="計画")
    page = Page(admin_client.get(FRONT).content.decode())
    [action] = [form["action"] for form in page.all("form") if "project" in form.get("action", "")]
    fields = {each["name"]: each["value"] for each in page.all("input", type="hidden")}
    assert fields["_selected_action"] == str(project.pk)
    response = admin_client.post(action, fields, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["success"]
    assert Project.objects.get().status == "published"


def test_staff_see_only_what_they_may_do(client):
    user = get_user_model().objects.create_user("helper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_skill"))
    client.force_login(user)
    factories.make_project(status="draft", title="秘密の計画")
    skill = factories.make_skill(status="draft", name="Go")
    html = client.get(FRONT).content.decode()
    assert "秘密の計画" not in html
    assert reverse("admin:resume_skill_change", args=[skill.pk]) in html
    assert [link for link in Page(html).links if "/project/" in link or "/add/" in link] == []
    assert 'value="publish"' not in html


def test_staff_without_any_right_are_told_so(client):
    user = get_user_model().objects.create_user("helper", is_staff=True)
    client.force_login(user)
    response = client.get(FRONT, headers={"accept-language": "en"})
    assert "You may not see or edit anything here yet." in response.content.decode()
