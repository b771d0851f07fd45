"""The facts to look at in the admin: told by kind, settled for good, asked about again."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils.translation import gettext as _

from resume import overview
from resume.models import Settled, Skill
from resume.review import findings
from tests.factories import make_award, make_certification, make_project, make_section, make_skill
from tests.review.found import TODAY

pytestmark = pytest.mark.django_db

FRONT, PAGE = "/admin/", "/admin/review/"
SETTLE, ASK = "/admin/review/settle/", "/admin/review/ask/"


@pytest.fixture
def awards():
    """Two awards without a year, and a certificate that is misspelled."""
    make_certification(name="TOFFEL", issuer="ETS", date="2020", expires="2099")
    return [make_award(name=name) for name in ("社長賞", "新人賞")]


def staff(*permissions):
    """Return the client of a user of the admin with those rights only."""
    user = get_user_model().objects.create_user("helper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def ids(*kinds):
    return [finding.id for finding in findings(TODAY) if finding.kind.code in kinds]


def waiting(response):
    """Return {kind: ids} of the findings that a page shows as waiting."""
    return {
        group.kind.code: [finding.id for finding in group.all]
        for group in response.context["findings"]
    }


def keys():
    return set(Settled.objects.values_list("kind", "key"))


@pytest.mark.parametrize("path", [FRONT, PAGE])
def test_the_findings_are_told_by_kind_with_a_link_to_their_record(owner, awards, path):
    response = owner.get(path)
    assert waiting(response) == {"misspelling": ids("misspelling"), "award-year": ids("award-year")}
    assert response.context["finding_count"] == 3
    html = response.content.decode()
    for award in awards:
        assert f'<a href="/admin/resume/award/{award.pk}/change/">{award}</a>' in html


def test_without_a_finding_the_front_page_tells_nothing(owner):
    assert 'id="review"' not in owner.get(FRONT).content.decode()
    assert _("There is nothing to look at.") in owner.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("back", "path"), [("index", FRONT), ("review", PAGE), ("//a.example", PAGE)]
)
def test_a_finding_is_settled_by_its_form_and_the_page_comes_back(owner, awards, back, path):
    first, second = ids("award-year")
    response = owner.post(SETTLE, {"finding": first, "back": back})
    assert response["Location"] == f"{path}#review"
    assert keys() == {("finding", first)}
    assert waiting(owner.get(FRONT))["award-year"] == [second]
    page = owner.get(PAGE)
    assert page.context["settled_count"] == 1
    assert first in page.content.decode()


def test_all_of_a_kind_are_settled_at_once_and_no_other(owner, awards):
    owner.post(SETTLE, {"kind": "award-year"})
    assert keys() == {("finding", each) for each in ids("award-year")}
    assert list(waiting(owner.get(PAGE))) == ["misspelling"]


def test_settling_twice_is_settling_once(owner, awards):
    for _time in range(2):
        owner.post(SETTLE, {"kind": "award-year"})
    assert Settled.objects.count() == 2


def test_what_was_settled_is_asked_about_again(owner, awards):
    first, second = ids("award-year")
    owner.post(SETTLE, {"kind": "award-year"})
    owner.post(ASK, {"finding": second})
    assert keys() == {("finding", first)}
    assert waiting(owner.get(PAGE))["award-year"] == [second]
    owner.post(ASK, {"kind": "award-year"})
    assert keys() == set()


def test_the_message_leads_to_the_undo(owner, awards):
    response = owner.post(SETTLE, {"finding": ids("misspelling")[0]}, follow=True)
    assert '<a href="/admin/review/#settled">' in response.content.decode()


def test_only_ids_of_findings_are_settled(owner, awards):
    Settled.objects.create(kind="suggestion", key="p s")
    owner.post(SETTLE, {"finding": ["award-year award/none ", "x" * 1000, "p s"]})
    owner.post(ASK, {"finding": "p s"})
    assert keys() == {("suggestion", "p s")}


def test_settling_needs_the_right_to_and_nothing_is_told_of_what_may_not_be_seen(awards):
    client = staff("view_award")
    assert waiting(client.get(FRONT)) == {"award-year": ids("award-year")}
    assert SETTLE not in client.get(PAGE).content.decode()
    assert client.post(SETTLE, {"kind": "award-year"}).status_code == 403
    assert client.post(ASK, {"kind": "award-year"}).status_code == 403
    assert keys() == set()


def test_who_may_settle_settles_only_what_they_see(awards):
    client = staff("view_award", "add_settled")
    client.post(SETTLE, {"finding": ids("misspelling", "award-year")})
    assert keys() == {("finding", each) for each in ids("award-year")}


def test_a_form_without_its_token_and_a_link_settle_nothing(awards, admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert client.post(SETTLE, {"kind": "award-year"}).status_code == 403
    assert client.get(SETTLE, {"kind": "award-year"}).status_code == 405
    assert keys() == set()


@pytest.mark.parametrize("path", [PAGE, SETTLE, ASK])
def test_nobody_from_outside_gets_in(client, path):
    assert client.get(path)["Location"].startswith("/admin/login/")


def test_a_settled_fact_is_asked_about_again_once_it_says_something_else(owner):
    section = make_section(body="- Kubernates")
    owner.post(SETTLE, {"kind": "misspelling"})
    assert waiting(owner.get(PAGE)) == {}
    type(section).objects.filter(pk=section.pk).update(body="- Kubernates, Terrafrom")
    [found] = waiting(owner.get(PAGE))["misspelling"]
    assert found.endswith("terrafrom")


def test_the_front_page_shows_the_first_few_of_a_kind_and_folds_the_long_ones(owner, admin_user):
    make_award(name="社長賞")
    for number in range(7):
        make_skill(name=f"例{number}")
    groups, _settled = overview.to_review(admin_user)
    assert [(group.kind.code, len(group.rows), group.more, group.is_open) for group in groups] == [
        ("award-year", 1, 0, True),
        ("skill-proof", 4, 3, True),
    ]
    assert "/admin/review/#skill-proof" in owner.get(FRONT).content.decode()
    page = owner.get(PAGE).context["findings"]
    assert [(len(group.rows), group.more, group.is_open) for group in page] == [
        (1, 0, True),
        (7, 0, False),
    ]


@pytest.mark.parametrize("path", [FRONT, PAGE])
def test_the_words_found_are_escaped(owner, path):
    make_skill(name="<b>例</b>")
    html = owner.get(path).content.decode()
    assert "&lt;b&gt;例" in html
    assert "<b>例" not in html


def test_the_page_asks_the_database_as_often_whatever_there_is(owner, django_assert_num_queries):
    for number in range(3):
        make_skill(name=f"例{number}")
        make_project(title=f"例{number}")
    owner.get(PAGE)
    # The session, the user, the generation, what is settled, the profile: the findings are kept.
    with django_assert_num_queries(5):
        owner.get(PAGE)
    Skill.objects.update(claim="1年")
    with django_assert_num_queries(22):
        owner.get(PAGE)
