import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from resume.views import blog
from tests.factories import make_post, make_project, make_publication, make_skill
from tests.page import Page

pytestmark = pytest.mark.django_db


def read(client, path):
    return Page(client.get(path).content.decode())


def test_posts_and_publications_stand_side_by_side_with_what_they_belong_to(client):
    post, article = make_post(title="ここの投稿"), make_publication(title="よその記事")
    project, skill = make_project(), make_skill()
    post.projects.add(project)
    article.skills.add(skill)
    page = read(client, reverse("blog"))
    for record in (post, article, project, skill):
        assert record.get_absolute_url() in page.links


def test_the_stream_is_paged_by_path(client, monkeypatch):
    monkeypatch.setattr(blog, "PAGE_SIZE", 2)
    for number in range(5):
        make_publication(title=f"記事{number}", date=f"202{number}")
    first, last = read(client, "/blog/"), read(client, "/blog/page/3/")
    assert "記事4" in first.html
    assert "記事0" in last.html
    assert first.all("a", rel="next")[0]["href"] == "/blog/page/2/"
    assert first.all("a", rel="prev") == []
    assert read(client, "/blog/page/2/").all("a", rel="prev")[0]["href"] == "/blog/"
    assert last.all("a", rel="next") == []


@pytest.mark.parametrize("number", ["0", "1", "2", "9" * 50])
def test_a_page_that_is_not_there_and_a_second_address_of_the_first_are_missing(client, number):
    make_post()
    assert client.get(f"/blog/page/{number}/").status_code == 404


def test_a_post_shows_its_text_and_links_to_what_it_is_about(client):
    post = make_post(body="**強調**[^a]\n\n[^a]: 脚注")
    linked = [make_project(), make_skill(), make_publication()]
    post.projects.add(linked[0])
    post.skills.add(linked[1])
    post.publications.add(linked[2])
    page = read(client, post.get_absolute_url())
    assert "<strong>強調</strong>" in page.html
    for record in linked:
        assert record.get_absolute_url() in page.links


def test_a_post_appears_when_its_time_has_come(client):
    post = make_post(publish_at=timezone.now() + datetime.timedelta(minutes=1))
    assert client.get(post.get_absolute_url()).status_code == 404
    post.publish_at = timezone.now()
    post.save()
    assert client.get(post.get_absolute_url()).status_code == 200


def test_a_day_is_the_day_where_the_owner_is(client):
    moment = datetime.datetime(2025, 12, 31, 15, 30, tzinfo=datetime.UTC)
    page = read(client, make_post(publish_at=moment).get_absolute_url())
    assert '<time datetime="2026-01-01">2026/01/01</time>' in page.html
