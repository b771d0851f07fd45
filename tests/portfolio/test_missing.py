import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.template.loader import get_template
from django.views.defaults import permission_denied

from resume.models import Redirect
from tests.factories import make_project
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved():
    project = make_project(title="新しい計画")
    Redirect.objects.record_move("/projects/古い計画/", project.public_path)
    return project


def test_a_moved_page_sends_the_visitor_on_in_both_languages(client, moved):
    for prefix in ("", "/en"):
        response = client.get(f"{prefix}/projects/古い計画/?from=mail")
        assert response.status_code == 301
        assert response.url == prefix + moved.get_absolute_url()
        assert client.get(response.url).status_code == 200


@pytest.mark.parametrize(
    ("kind", "status"),
    [(Redirect.Kind.PERMANENT, 301), (Redirect.Kind.TEMPORARY, 302)],
)
@pytest.mark.parametrize(
    ("target", "japanese", "english"),
    [
        ("/projects/", "/projects/", "/en/projects/"),
        ("/en/projects/", "/en/projects/", "/en/projects/"),
        ("/resume/?x=1#section-a", "/resume/?x=1#section-a", "/en/resume/?x=1#section-a"),
        ("/media/a.png", "/media/a.png", "/media/a.png"),
        ("https://example.com/a?b=1", "https://example.com/a?b=1", "https://example.com/a?b=1"),
    ],
)
def test_an_old_address_leads_where_the_owner_wrote(
    client, kind, status, target, japanese, english
):
    Redirect.objects.create(old_path="/old.html", kind=kind, target=target)
    for path, expected in (("/old.html", japanese), ("/en/old.html", english)):
        response = client.get(path, {"next": "https://example.net/"})
        assert (response.status_code, response["Location"]) == (status, expected)
        assert response.cookies == {}


def test_a_query_tells_old_addresses_apart(client):
    Redirect.objects.create(old_path="/article.php", target="/blog/")
    Redirect.objects.create(old_path="/article.php?id=十", target="/projects/")
    assert client.get("/article.php?id=%E5%8D%81").url == "/projects/"
    assert client.get("/article.php?id=13").url == "/blog/"
    assert client.get("/article.php?id=%00").url == "/blog/"
    assert client.get("/article.php").url == "/blog/"
    assert client.get("/other.php?id=12").status_code == 404


def test_a_language_of_its_own_goes_before_any_language(client):
    Redirect.objects.create(old_path="/about.html", target="/resume/")
    Redirect.objects.create(old_path="/en/about.html", target="/en/skills/")
    assert client.get("/about.html").url == "/resume/"
    assert client.get("/en/about.html").url == "/en/skills/"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_was_removed_says_so(client, prefix):
    Redirect.objects.create(old_path="/old.html", kind=Redirect.Kind.GONE)
    response = client.get(f"{prefix}/old.html")
    page = Page(response.content.decode())
    assert response.status_code == 410
    assert page.count("h1") == 1
    assert page.unbalanced == []
    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert page.all("link", rel="canonical") == []
    assert f"{prefix}/" in page.links


def test_a_page_that_exists_is_served_even_if_a_redirect_names_it(client, moved):
    Redirect.objects.create(old_path=moved.public_path, target="/")
    assert client.get(moved.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "path", ["/nothing/", "/en/projects/nothing/", "/a%00b/", "/projects/%00/"]
)
def test_a_missing_page_is_404_with_ways_to_go_on(client, path):
    response = client.get(path)
    page = Page(response.content.decode())
    assert response.status_code == 404
    assert page.count("h1") == 1
    assert page.all("link", rel="canonical") == []
    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert ("/en/" if path.startswith("/en/") else "/") in page.links
    assert response.cookies == {}


def test_a_path_without_its_slash_finds_the_page(client, moved):
    response = client.get(moved.get_absolute_url().rstrip("/"))
    assert response.status_code == 301
    assert response.url == moved.get_absolute_url()


def test_without_a_database_a_missing_page_is_not_a_failure_of_ours(client):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {connection.ops.quote_name(Redirect._meta.db_table)}")
    response = client.get("/nothing/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"


def test_the_page_for_a_failure_needs_no_database_and_no_file(django_assert_num_queries):
    with django_assert_num_queries(0):
        page = Page(get_template("500.html").render())
    assert page.count("h1") == 1
    assert page.unbalanced == []
    assert page.loaded == []


def test_who_may_not_see_a_page_is_told_so(rf):
    response = permission_denied(rf.get("/admin/"), PermissionDenied())
    page = Page(response.content.decode())
    assert response.status_code == 403
    assert page.count("h1") == 1
    assert page.unbalanced == []
