"""What the admin says: after a save, in an empty list, beside a field."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db


def saved(client, record):
    """Save the record's form unchanged; return the messages in English."""
    name = record._meta.model_name
    path = reverse(f"admin:resume_{name}_change", args=[record.pk])
    english = {"accept-language": "en"}
    values = form_values(client.get(path, headers=english))
    response = client.post(path, values, follow=True, headers=english)
    return [(message.level_tag, str(message)) for message in response.context["messages"]][1:]


def test_after_a_save_the_public_page_is_linked(owner):
    project = factories.make_project()
    link = f'<a href="/en{project.get_absolute_url()}">See it on the site</a>'
    assert saved(owner, project) == [("success", f"Everybody can see it now. {link}")]


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (
            lambda: factories.make_project(status="draft"),
            "It is a draft, which only you see here.",
        ),
        (
            lambda: factories.make_project(position=factories.make_position(status="draft")),
            "Published, but not public yet: what it belongs to is a draft.",
        ),
        (
            factories.make_employer,
            "Not public yet: it shows with its first published position.",
        ),
        (
            lambda: factories.make_profile_link(audience="owner"),
            "Not public. Seen by: only me.",
        ),
    ],
)
def test_after_a_save_it_is_said_why_nobody_else_sees_it(owner, make, text):
    assert saved(owner, make()) == [("info", text)]


def test_after_a_save_a_post_says_when_it_will_be_public(owner):
    when = timezone.localtime(timezone.now() + timedelta(days=400)).replace(
        month=3, day=4, hour=5, minute=6, second=0, microsecond=0
    )
    post = factories.make_post(publish_at=when)
    assert saved(owner, post) == [("info", f"It will be public from 03/04/{when.year} 5:06 a.m..")]


def test_the_profile_is_linked_to_the_site(owner):
    [(level, text)] = saved(owner, factories.make_profile())
    assert level == "success"
    assert '<a href="/en/">' in text


def test_an_empty_list_says_what_it_is_for_and_offers_the_first(owner):
    path = reverse("admin:resume_award_changelist")
    html = owner.get(path, headers={"accept-language": "en"}).content.decode()
    assert "Nothing here yet." in html
    assert "Prizes and ranks." in html
    assert "Add the first one: award" in html


def test_a_search_without_a_result_offers_all(owner):
    factories.make_award(name="賞")
    path = reverse("admin:resume_award_changelist")
    html = owner.get(path, {"q": "なし"}, headers={"accept-language": "en"}).content.decode()
    assert "Nothing here matches what you look for." in html
    assert "Nothing here yet." not in html


def test_the_parts_of_a_skill_stand_below_it_in_the_list(owner):
    category = factories.make_section(holds="skills")
    cloud = factories.make_skill(name="GCP", section=category, order=1)
    factories.make_skill(name="Go", section=category, order=2)
    factories.make_skill(name="GKE", parent=cloud, order=1)
    found = owner.get(reverse("admin:resume_skill_changelist")).context["cl"].result_list
    assert [(skill.name, skill.depth) for skill in found] == [("GCP", 0), ("GKE", 1), ("Go", 0)]


def test_categories_of_skills_stand_in_the_order_of_the_resume_as_a_tree(owner):
    stack = factories.make_section(title="技術", holds="skills", order=2)
    factories.make_section(title="経歴", order=1)
    factories.make_section(title="言語", holds="skills", parent=stack, order=1)
    tools = factories.make_section(title="道具", holds="skills", parent=stack, order=2)
    factories.make_section(title="容器", holds="skills", parent=tools, order=1)
    response = owner.get(reverse("admin:resume_skillcategory_changelist"))
    found = response.context["cl"].result_list
    assert [(each.title, each.depth) for each in found] == [
        ("技術", 0),
        ("言語", 1),
        ("道具", 1),
        ("容器", 2),
    ]
    html = response.content.decode()
    assert '<span class="depth depth-2">容器</span>' in html


@pytest.mark.parametrize(
    ("model", "title"), [("import", "Imports"), ("settled", "Settled questions")]
)
def test_a_list_that_is_only_looked_at_stands_under_its_name(owner, model, title):
    path = reverse(f"admin:resume_{model}_changelist")
    html = owner.get(path, headers={"accept-language": "en"}).content.decode()
    assert f"<h1>{title}</h1>" in html
