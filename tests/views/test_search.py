"""The search page: what it shows, asks and never does."""

import datetime

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone
from django.utils.html import strip_tags

from portfolio.published import Published
from resume import search as searching
from resume.models import Post
from resume.state import current_state
from resume.views.search import PAGE_SIZE
from tests.factories import make_post, make_profile, make_project, make_skill
from tests.page import Page
from tests.portfolio.visitors import Question, ask

pytestmark = pytest.mark.django_db

HERE = {"scheme": "http", "HOST": "127.0.0.1:8000"}


def results(client, typed, path="/search/", **asked):
    response = client.get(path, {"q": typed, **asked})
    assert response.status_code == 200
    return [strip_tags(each.title) for each in response.context["results"]]


def test_what_is_found_is_shown_with_its_place_its_kind_and_the_hit_marked(client):
    project = make_project(title="データ基盤の整備", body="ﾃﾞｰﾀ & <b>基盤</b> ～ `<script>`")
    html = client.get("/search/", {"q": "でーた"}).content.decode()
    assert f'<a href="{project.get_absolute_url()}"><mark>データ</mark>基盤の整備</a>' in html
    assert "<mark>ﾃﾞｰﾀ</mark> &amp; 基盤 ～ &lt;script&gt;" in html
    assert "プロジェクト" in html


def test_a_query_is_given_back_escaped_and_runs_nothing(client):
    typed = '"><script>alert(1)</script>'
    html = client.get("/search/", {"q": typed, "in": typed, "page": typed}).content.decode()
    assert "<script>" not in html
    assert 'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in html
    assert Page(html).unbalanced == []


def test_without_a_query_the_page_says_what_is_searched(client):
    make_skill(name="AWS")
    for path in ("/search/", "/search/?q=", "/search/?q=%20"):
        response = client.get(path)
        assert (response.status_code, response.context["results"]) == (200, [])
        text = response.content.decode()
        assert "ひらがな" in text or "hiragana" in text


def test_where_nothing_is_found_the_page_says_what_to_do(client):
    make_skill(name="AWS")
    html = client.get("/search/", {"q": "zzz"}).content.decode()
    assert "/skills/" in Page(html[html.index("<main") :]).links
    html = client.get("/search/", {"q": "zzz ＡＷＳ"}).content.decode()
    assert "?q=%EF%BC%A1%EF%BC%B7%EF%BC%B3" in "".join(Page(html).links)


def test_results_are_counted_by_part_and_one_part_can_be_looked_at(client):
    make_skill(name="AWS")
    make_post(title="AWS の話")
    response = client.get("/search/", {"q": "aws"})
    assert [(str(words), count) for words, count, *_ in response.context["parts"][1:]] == [
        ("スキル", 1),
        ("記事", 1),
    ]
    assert results(client, "aws", **{"in": "blog"}) == ["AWS の話"]
    # A part without a hit, or that is none, shows all.
    assert len(results(client, "aws", **{"in": "projects"})) == 2
    assert len(results(client, "aws", **{"in": "x"})) == 2


@pytest.mark.parametrize(
    ("page", "first"),
    [("", 0), ("1", 0), ("2", 10), ("3", 20), ("4", 20), ("0", 0), ("-1", 0), ("x", 0), ("²", 0)],
)
def test_many_results_come_in_pages_and_no_page_number_is_too_odd(page, first, client):
    for number in range(2 * PAGE_SIZE + 1):
        make_skill(name=f"AWS {number:02}", order=number)
    shown = [f"AWS {number:02}" for number in range(2 * PAGE_SIZE + 1)][first : first + PAGE_SIZE]
    assert results(client, "aws", page=page) == shown
    assert results(client, "aws", page=page + "9" * 5000) in (
        [f"AWS {number:02}" for number in range(PAGE_SIZE)],
        ["AWS 20"],
    )


def test_a_hostile_query_is_cut(client):
    make_skill(name="AWS")
    response = client.get("/search/", {"q": "a" * 100_000})
    assert response.context["query"].is_cut
    response = client.get("/search/", {"q": " ".join(["w"] * 100_000)})
    assert response.status_code == 200
    assert client.get("/search/?q=%ff%00%ed%a0%80").status_code == 200


def test_the_page_is_not_to_be_listed_kept_or_written_to(client):
    response = client.get("/search/", {"q": "a"})
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert 'rel="canonical"' not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert client.post("/search/", {"q": "a"}).status_code == 405


def test_the_english_interface_links_to_english_pages_and_keeps_the_query(client):
    make_profile()
    skill = make_skill(name="AWS", claim="6年")
    html = client.get("/en/search/", {"q": "aws"}).content.decode()
    assert f'href="/en{skill.get_absolute_url()}"' in html
    assert '<h2 lang="ja">' in html
    assert "1 result<" in html
    assert 'href="/search/?q=aws" hreflang="ja"' in html


def test_every_page_has_the_box_and_the_search_page_one(client):
    make_skill(name="AWS")
    for path in ("/", "/en/skills/", "/search/", "/search/?q=aws", "/none/"):
        page = Page(client.get(path).content.decode())
        assert len(page.all("form", role="search")) == 1
        assert [box["name"] for box in page.all("input", type="search")] == ["q"]


def test_a_scheduled_post_is_found_when_its_time_has_come(client):
    now = timezone.now()
    post = make_post(title="予約の記事", publish_at=now + datetime.timedelta(hours=1))
    make_post(title="前の記事", publish_at=now - datetime.timedelta(days=2))
    assert results(client, "記事") == ["前の記事"]
    before = searching.KEPT.index.state
    # Time cannot be turned forward in the database, but the post can be turned back, without a
    # sign to anybody but the clock.
    with connection.cursor() as cursor:
        due = now - datetime.timedelta(days=1)
        cursor.execute("UPDATE resume_post SET publish_at = %s WHERE id = %s", [due, post.pk])
    assert results(client, "記事") == ["予約の記事", "前の記事"]
    assert searching.KEPT.index.state[0] == before[0]


def test_an_edit_is_found_at_once_and_what_was_withdrawn_no_more(client):
    post = make_post(title="前の題")
    assert results(client, "前の題") == ["前の題"]
    Post.objects.filter(pk=post.pk).update(title="後の題")
    assert (results(client, "前の題"), results(client, "後の題")) == ([], ["後の題"])
    Post.objects.filter(pk=post.pk).update(status="draft")
    assert results(client, "後の題") == []


@pytest.fixture
def site():
    """The site as visitors get it: behind the finished pages."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    make_profile()
    make_skill(name="AWS", claim="6年")
    make_skill(name="GCP", claim="3年")
    question = Question(current_state())
    yield Published(
        get_wsgi_application(), question, settings.SITE_ORIGIN, settings.SESSION_COOKIE_NAME, 2**20
    )
    for signal in signals:
        signal.connect(close_old_connections)


def test_once_warm_a_search_costs_no_query_and_survives_the_database(
    site, django_assert_num_queries
):
    assert b"<mark>AWS</mark>" in ask(site, "/search/", query="q=aws", **HERE).body

    def refuse(execute, *call):
        raise OperationalError("gone")

    with django_assert_num_queries(0):
        for path in ("/search/", "/en/search/"):
            for query in ("q=gcp", "q=aws+6", "q=zzz", "q=zzz+aws", ""):
                assert ask(site, path, query=query, **HERE).status == 200
    with connection.execute_wrapper(refuse):
        assert b"<mark>GCP</mark>" in ask(site, "/search/", query="q=gcp", **HERE).body


def test_finished_pages_never_keep_an_answer_and_never_give_one_to_another(site):
    first = ask(site, "/search/", query="q=aws", **HERE).body
    other = ask(site, "/search/", query="q=gcp", **HERE).body
    assert (b"<mark>AWS</mark>" in first, b"<mark>AWS</mark>" in other) == (True, False)
    assert len(site.memory) == 0


def test_who_has_a_session_searches_what_is_in_the_database_now(site):
    ask(site, "/search/", query="q=aws", **HERE)
    make_skill(name="AWS Lambda")
    # The question has not been asked anew yet.
    visitor = ask(site, "/search/", query="q=lambda", **HERE).body
    cookie = f"{settings.SESSION_COOKIE_NAME}=x"
    owner = ask(site, "/search/", query="q=lambda", COOKIE=cookie, **HERE).body
    assert (b"Lambda</mark>" in visitor, b"Lambda</mark>" in owner) == (False, True)
