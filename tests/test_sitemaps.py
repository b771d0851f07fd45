from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse

from resume import sitemaps
from resume.sitemaps import page_urls, pages
from resume.views import blog
from tests.factories import make_post, make_project, make_publication, make_skill

pytestmark = pytest.mark.django_db

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_the_list_names_every_page_in_both_languages():
    skill = make_skill(name="C#")
    make_project(status="draft")
    urls = page_urls()
    assert "/" in urls
    assert "/en/" in urls
    assert skill.get_absolute_url() in urls
    assert f"/en{skill.get_absolute_url()}" in urls
    lists = {"/projects/", "/projects/by/skill/"}
    assert {url for url in urls if url.startswith("/projects/")} == lists
    assert len(urls) == len(set(urls))


def test_the_list_names_the_later_pages_of_the_stream(monkeypatch):
    monkeypatch.setattr(blog, "PAGE_SIZE", 1)
    for _ in range(3):
        make_publication()
    assert [arguments for name, arguments in pages() if name == "blog"] == [(), (2,), (3,)]


def read(client, path):
    response = client.get(path, HTTP_HOST="localhost")
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return ElementTree.fromstring(response.content)  # noqa: S314


def locations(tree):
    return [
        found.text.removeprefix(settings.SITE_ORIGIN) for found in tree.iterfind("*/loc", NAMES)
    ]


def test_the_sitemap_names_every_page_with_its_languages(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 2)
    make_skill(name="C#")
    make_post(title="下書き", status="draft")
    for number in range(4):
        make_post(title=f"投稿 & 記事{number}")
    parts = {path: read(client, path) for path in locations(read(client, reverse("sitemap")))}
    assert len(parts) in (3, 4)  # the pages, and posts two by two keys
    found = [path for tree in parts.values() for path in locations(tree)]
    assert sorted(found) == sorted(page_urls())
    for tree in parts.values():
        for entry in tree:
            links = {
                link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", NAMES)
            }
            assert set(links) == {"ja", "en", "x-default"}
            assert entry.find("loc", NAMES).text in links.values()
            assert links["x-default"] == links["ja"]


@pytest.mark.parametrize("part", [0, 7, 10**12, 10**30])
def test_without_public_posts_a_part_is_missing_and_not_named(client, part):
    make_post(status="draft")
    assert locations(read(client, reverse("sitemap"))) == [reverse("sitemap-pages")]
    assert client.get(reverse("sitemap-posts", args=[part])).status_code == 404


def test_a_part_beyond_the_posts_is_missing_and_one_between_may_be_empty(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 1)
    first, draft, last = make_post(), make_post(status="draft"), make_post()
    named = locations(read(client, reverse("sitemap")))[1:]
    assert named == [reverse("sitemap-posts", args=[each.pk]) for each in (first, draft, last)]
    assert [len(locations(read(client, path))) for path in named] == [2, 0, 2]
    for part in (first.pk - 1, last.pk + 1):
        assert client.get(reverse("sitemap-posts", args=[part])).status_code == 404
