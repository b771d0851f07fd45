"""What publishing costs, whatever is there already, and how many are published at once."""

import re

import pytest
import reversion
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resume.models import Post, Section, Skill
from tests.admin.forms import form_values
from tests.factories import make_post, make_project, make_section, make_skill

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def make_draft():
    post = make_post(status="draft")
    post.skills.add(make_skill())
    post.projects.add(make_project())
    return post


@pytest.mark.parametrize("others", [0, 30])
def test_publishing_a_post_with_its_revision_takes_at_most_fifteen_queries(
    others, django_assert_max_num_queries
):
    for _ in range(others):
        make_draft()
    post = make_draft()
    with django_assert_max_num_queries(15), reversion.create_revision():
        post.status = "published"
        post.save()


def test_the_admin_s_form_takes_as_many_queries_among_many_posts_as_among_few(owner):
    counts = []
    for others in (0, 30):
        for _ in range(others):
            make_draft()
        post = make_draft()
        path = reverse("admin:resume_post_change", args=[post.pk])
        values = {**form_values(owner.get(path)), "status": ["published"]}
        with CaptureQueriesContext(connection) as queries:
            assert owner.post(path, values).status_code == 302
        assert Post.objects.get(pk=post.pk).is_published
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_front_page_publishes_all_drafts_of_a_kind_at_once(owner):
    names = [make_skill(status="draft").name for _ in range(6)]
    project = make_project(status="draft")
    path = f"{reverse('admin:resume_skill_changelist')}?status__exact=draft"
    front = owner.get("/admin/").content.decode()
    (form,) = re.findall(
        rf'<form method="post" action="{re.escape(path)}">(.*?)</form>', front, re.S
    )
    assert "Publish all 6" in form
    values = dict(re.findall(r'name="(\w+)" value="(\w+)"', form))
    done = owner.post(path, values, follow=True)
    assert done.request["PATH_INFO"] == "/admin/"
    assert [str(message) for message in done.context["messages"]] == ["6 records were changed."]
    assert set(Skill.objects.published().values_list("name", flat=True)) == set(names)
    project.refresh_from_db()
    assert project.status == "draft"
    assert "Publish all" not in owner.get("/admin/").content.decode()


def test_of_all_sections_those_that_may_tell_contact_facts_wait_for_an_answer(owner):
    sections = [
        make_section(status="draft", body=body) for body in ("設計", "a@example.jp", "運用")
    ]
    path = f"{reverse('admin:resume_section_changelist')}?status__exact=draft"
    values = {"action": "publish", "index": "0", "select_across": "1"}
    values["_selected_action"] = str(sections[0].pk)
    asked = owner.post(path, values)
    assert [each.section for each in asked.context["found"]] == [sections[1]]
    assert Section.objects.filter(status="draft").get() == sections[1]
    owner.post(path, form_values(asked))
    assert not Section.objects.filter(status="draft").exists()
