"""The finished pages of the owner's site are Django's own answers, sent without Django."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, close_old_connections, connection
from django.test import Client
from django.utils.encoding import uri_to_iri

from portfolio.pages import CACHE_CONTROL
from portfolio.published import Published
from resume.models import Post
from resume.sitemaps import page_urls
from tests.factories import make_post, make_project, make_skill
from tests.portfolio.visitors import Question, ask

FIXTURES = [settings.BASE_DIR / "fixtures" / name for name in ("career.json", "sample_post.json")]
OTHERS = ["/blog/feed.xml", "/en/blog/feed.xml", "/sitemap.xml", "/robots.txt"]
HERE = {"scheme": "http", "HOST": "127.0.0.1:8000"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    return Question()


@pytest.fixture
def site(question):
    signals = (request_started, request_finished)
    for signal in signals:
        # As Django's own test client does: the test's transaction must outlive a request.
        signal.disconnect(close_old_connections)
    yield Published(
        get_wsgi_application(),
        question,
        settings.SITE_ORIGIN,
        settings.SESSION_COOKIE_NAME,
        settings.PUBLISHED_MEMORY_MB * 1024 * 1024,
    )
    for signal in signals:
        signal.connect(close_old_connections)


def wsgi(path):
    """Return the path as servers give it: its UTF-8 bytes as Latin-1."""
    return uri_to_iri(path).encode().decode("latin-1")


def get(site, path, **headers):
    return ask(site, wsgi(path), **HERE, **headers)


def policies(value):
    return sorted(value.split("; "))


def test_every_page_is_django_s_own_and_the_second_time_costs_no_query(
    site, django_assert_num_queries
):
    call_command("loaddata", *FIXTURES, verbosity=0)
    paths = [*page_urls(), *OTHERS]
    first = {path: get(site, path) for path in paths}
    with django_assert_num_queries(0):
        second = {path: get(site, path) for path in paths}
    assert len(site.memory) == len(paths)
    client = Client(headers={"host": "127.0.0.1:8000"})
    for path in paths:
        live = client.get(path)
        assert (second[path].status, second[path].body) == (200, live.content)
        assert second[path].headers == first[path].headers
        headers = {name.lower(): value for name, value in live.headers.items()}
        headers |= {
            "cache-control": CACHE_CONTROL,
            "content-length": str(len(live.content)),
            "etag": second[path].headers["etag"],
            "vary": "Accept-Encoding",
        }
        for found in (headers, second[path].headers):
            found["content-security-policy"] = policies(found["content-security-policy"])
        assert second[path].headers == headers


def test_a_page_costs_queries_again_after_an_edit(site, question, django_assert_max_num_queries):
    post = make_post(title="前の題")
    path = post.get_absolute_url()
    assert "前の題".encode() in get(site, path).body
    Post.objects.update(title="後の題")
    question.state = "b"
    with django_assert_max_num_queries(12) as queries:
        assert "後の題".encode() in get(site, path).body
    assert len(queries) > 0


def test_a_missing_page_a_wrong_host_and_a_login_are_answered_by_django(site):
    assert get(site, "/projects/none/").status == 404
    assert ask(site, "/", scheme="http", HOST="evil.example").status == 400
    login = get(site, "/admin/login/")
    assert "set-cookie" in login.headers
    assert len(site.memory) == 0


def test_a_path_without_its_last_slash_is_sent_on_with_its_query(site):
    answer = ask(site, "/resume", query="a=b", **HERE)
    assert (answer.status, answer.headers["location"]) == (301, "/resume/?a=b")
    assert len(site.memory) == 0


def test_a_page_whose_template_fails_is_never_kept(site, monkeypatch):
    def broken(request, slug):
        raise ZeroDivisionError

    make_post(slug="a")
    with monkeypatch.context() as patch:
        patch.setattr("resume.views.blog.post_page", broken)
        answers = [get(site, "/blog/a/") for _ in range(2)]
    assert [answer.status for answer in answers] == [500, 500]
    assert len(site.memory) == 0
    assert get(site, "/blog/a/").status == 200


def test_views_that_read_the_query_say_that_they_are_not_kept():
    # Any other page is served without a look at its query.
    readers = [
        path.name
        for path in (settings.BASE_DIR / "resume" / "views").glob("*.py")
        if any(word in (text := path.read_text()) for word in ("request.GET", "QUERY_STRING"))
        and "never_cache" not in text
    ]
    assert readers == []


def test_health_tells_how_many_pages_are_served_without_a_database(site, monkeypatch):
    get(site, "/robots.txt")
    assert get(site, "/healthz").body == b"ok\n"

    def refuse(execute, *call):
        raise OperationalError("gone")

    with connection.execute_wrapper(refuse):
        answer = get(site, "/healthz")
    assert (answer.status, answer.body) == (
        503,
        b"database unavailable; 1 finished pages are still served\n",
    )


def test_a_choice_of_skills_is_read_from_the_query_and_a_table_of_its_own_is_not(site):
    php, go = make_skill(name="PHP"), make_skill(name="Go")
    make_project(title="両方").skills.set([php, go])
    make_project(title="一方").skills.set([php])
    chosen = get(site, "/projects/with/skills/", query="skill=php&skill=go")
    assert ("両方" in chosen.body.decode(), "一方" in chosen.body.decode()) == (True, False)
    assert "no-store" in chosen.headers["cache-control"]
    assert get(site, "/projects/with/skills/").status == 302
    whole = get(site, "/projects/by/skill/", query="skill=go")
    assert whole.body == get(site, "/projects/by/skill/").body
    assert "一方" in whole.body.decode()
    assert whole.headers["cache-control"] == CACHE_CONTROL
