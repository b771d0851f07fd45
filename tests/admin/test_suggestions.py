"""The suggested links in the admin: accepted, declined, asked about again, never made unasked."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client
from django.utils.html import strip_tags
from reversion.models import Version

from resume.admin.suggestions import RECORDS_SHOWN, grouped
from resume.evidence import all_suggestions
from resume.models import Generation, Project, Settled, Skill
from tests.factories import make_post, make_project, make_publication, make_section, make_skill
from tests.page import Page

pytestmark = pytest.mark.django_db

PAGE = "/admin/suggestions/"
ANSWER = "/admin/suggestions/answer/"


def staff(*permissions):
    user = get_user_model().objects.create_user("helper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def keys(declined=False):
    return [each.key for each in all_suggestions()[declined]]


def answer(client, **posted):
    response = client.post(ANSWER, posted)
    assert (response.status_code, response.url) == (302, PAGE)
    return " ".join(str(message) for message in client.get(PAGE).context["messages"])


@pytest.fixture
def project():
    make_skill(name="AWS", aliases="Amazon Web Services", slug="aws")
    make_skill(name="Redis", slug="redis")
    cloud = make_skill(name="Cloud", slug="cloud")
    make_skill(name="VPC", slug="vpc-a", parent=cloud)
    make_skill(name="VPC", slug="vpc-b", section=make_section(title="網"))
    return make_project(
        title="基盤", body="- ＡＷＳへの移行\n- 別の VPC と Redis", section=make_section(), slug="p"
    )


def test_each_mention_is_shown_in_its_sentence_with_the_word_marked(owner, project):
    html = owner.get(PAGE).content.decode()
    assert "<mark>ＡＷＳ</mark>への移行" in html
    assert "別の <mark>VPC</mark> と Redis" in html
    assert Page(html).unbalanced == []
    assert [each["value"] for each in Page(html).all("input", type="radio")] == ["vpc-a", "vpc-b"]
    words = strip_tags(html)
    assert words.index("Cloud") < words.index("網")


def test_accepting_one_links_it_in_a_revision_and_moves_the_generation(owner, project, admin_user):
    before = Generation.objects.get().token
    assert "aws" in keys()[0]
    answer(owner, accept="p aws")
    assert [skill.slug for skill in project.skills.all()] == ["aws"]
    versions = Version.objects.get_for_object(project)
    assert versions[0].revision.user == admin_user
    assert versions[0].field_dict["skills"] == [Skill.objects.get(slug="aws").pk]
    assert versions[1].field_dict["skills"] == []
    assert LogEntry.objects.get().object_id == str(project.pk)
    assert Generation.objects.get().token != before
    assert "p aws" not in keys()


def test_accepting_all_takes_what_is_clear_and_was_shown_and_nothing_else(owner, project):
    answer(owner, accept_all="1", seen=["p aws"])
    assert [skill.slug for skill in project.skills.all()] == ["aws"]
    page = Page(owner.get(PAGE).content.decode())
    seen = [each["value"] for each in page.all("input", name="seen")]
    assert seen == ["p redis"]
    answer(owner, accept_all="1", seen=seen)
    assert {skill.slug for skill in project.skills.all()} == {"aws", "redis"}
    assert keys() == ["p vpc-a vpc-b"]


def test_an_ambiguous_one_is_linked_only_to_the_one_that_was_chosen(owner, project):
    key = "p vpc-a vpc-b"
    for chosen in ({}, {"target": ""}, {"target": "aws"}):
        answer(owner, accept=key, **chosen)
    assert not project.skills.exists()
    answer(owner, accept=key, target="vpc-b")
    assert [skill.slug for skill in project.skills.all()] == ["vpc-b"]
    assert key not in keys()


def test_a_declined_one_stays_away_until_it_is_asked_for_again(owner, project):
    answer(owner, decline="p aws")
    assert "p aws" not in keys()
    assert keys(declined=True) == ["p aws"]
    assert Settled.objects.get().kind == Settled.Kind.SUGGESTION
    answer(owner, accept_all="1", seen=["p aws"])
    answer(owner, accept="p aws")
    assert not project.skills.exists()
    answer(owner, ask="p aws")
    assert "p aws" in keys()
    assert not Settled.objects.exists()


def test_what_is_not_suggested_any_more_changes_nothing_and_says_so(owner, project):
    Project.objects.filter(pk=project.pk).update(body="別の本文")
    for posted in ({"accept": "p aws"}, {"decline": "p aws"}, {"accept_all": "1"}, {"ask": "x"}):
        assert answer(owner, **posted)
    assert answer(owner) == ""
    assert not project.skills.exists()
    assert not Settled.objects.exists()


@pytest.mark.parametrize("model", [Project, Skill])
def test_what_gets_another_address_while_one_looks_is_not_shown(project, model):
    waiting, _declined = all_suggestions()
    assert grouped(waiting)
    model.objects.update(slug=Concat("slug", Value("-2")))
    assert grouped(waiting) == []


def test_looking_writes_nothing_and_takes_the_same_queries_for_one_and_for_three(
    owner, django_assert_max_num_queries
):
    for number in range(3):
        make_skill(name=f"Rust{number}")
        make_project(body=f"Rust{number}", section=make_section())
        make_post(body=f"Rust{number}")
        token = Generation.objects.get().token
        # Ten of the suggestions, four to show them, the rest of the admin around them.
        with django_assert_max_num_queries(20):
            response = owner.get(PAGE)
        assert response.context["waiting"] == 2 * (number + 1)
        assert Generation.objects.get().token == token
    assert not Skill.projects.through.objects.exists()


def test_many_records_come_in_pages_and_an_answer_leads_back_to_its_page(owner):
    make_skill(name="Redis", slug="redis")
    for number in range(RECORDS_SHOWN + 1):
        make_project(body="Redis", section=make_section(), slug=f"p{number}")
    first, last = (owner.get(PAGE, {"page": number}) for number in ("1", "9999"))
    assert [len(page.context["groups"]) for page in (first, last)] == [RECORDS_SHOWN, 1]
    seen = Page(first.content.decode()).all("input", name="seen")
    assert "p0 redis" not in [each["value"] for each in seen]
    response = owner.post(ANSWER, {"accept": "p0 redis", "page": "2"})
    assert response.url == f"{PAGE}?page=2"
    assert owner.post(ANSWER, {"page": "//evil.example"}).url == PAGE
    assert owner.get(PAGE, {"page": "x"}).status_code == 200


def test_posts_are_suggested_their_skills_and_what_they_cite(owner):
    make_skill(name="Redis", slug="redis")
    make_publication(title="論文", url="https://example.com/paper", slug="paper")
    post = make_post(
        title="記事", slug="post", body="Redis の話。[論文を見る](https://example.com/paper)。"
    )
    assert keys() == ["post post skills redis", "post post publications paper"]
    assert "<mark>論文を見る</mark>" in owner.get(PAGE).content.decode()
    answer(owner, accept_all="1", seen=keys())
    assert [row.slug for row in (*post.skills.all(), *post.publications.all())] == [
        "redis",
        "paper",
    ]


def test_who_may_change_no_project_and_no_post_sees_nothing(client, project):
    client.force_login(staff("change_skill"))
    assert client.get(PAGE).status_code == 403
    assert client.post(ANSWER, {"accept": "p aws"}).status_code == 403
    assert not project.skills.exists()


def test_who_may_change_posts_only_answers_for_posts_only(client, project):
    make_post(body="Redis")
    client.force_login(staff("change_post"))
    assert client.get(PAGE).context["waiting"] == 1
    client.post(ANSWER, {"accept": "p aws"})
    assert not project.skills.exists()
    assert client.post(ANSWER, {"decline": "p aws"}).status_code == 403
    assert client.post(ANSWER, {"ask": "p aws"}).status_code == 403
    assert 'name="decline"' not in client.get(PAGE).content.decode()


def test_an_answer_needs_a_form_and_a_login(client, owner, project, admin_user):
    assert owner.get(ANSWER).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)
    assert strict.post(ANSWER, {"accept": "p aws"}).status_code == 403
    assert Client().get(PAGE).status_code == 302
    assert not project.skills.exists()


def test_the_front_page_leads_there(owner, project):
    assert PAGE in Page(owner.get("/admin/").content.decode()).links


def test_on_the_owner_s_file_all_that_is_clear_is_taken_in_one_press(owner):
    call_command("loaddata", "fixtures/career.json", verbosity=0)
    linked = set(Project.skills.through.objects.values_list("project__slug", "skill__slug"))
    Project.skills.through.objects.all().delete()
    page = Page(owner.get(PAGE).content.decode())
    answer(owner, accept_all="1", seen=[each["value"] for each in page.all("input", name="seen")])
    found = set(Project.skills.through.objects.values_list("project__slug", "skill__slug"))
    assert found == linked
    assert {each.text for each in all_suggestions()[0]} == {"vpc"}
