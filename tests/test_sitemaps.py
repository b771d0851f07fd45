from xml.etree import ElementTree

import pytest
from django.urls import reverse

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
    assert not [url for url in urls if url.startswith("/projects/") and url != "/projects/"]
    assert len(urls) == len(set(urls))


def test_the_list_names_the_later_pages_of_the_stream(monkeypatch):
    monkeypatch.setattr(blog, "PAGE_SIZE", 1)
    for _ in range(3):
        make_publication()
    assert [arguments for name, arguments in pages() if name == "blog"] == [(), (2,), (3,)]


def test_the_sitemap_is_the_list_with_the_languages_of_each_page(client, settings):
    make_post(title="投稿 & 記事")
    response = client.get(reverse("sitemap"), HTTP_HOST="localhost")
    tree = ElementTree.fromstring(response.content)  # noqa: S314
    found = [location.text for location in tree.iterfind(".//loc", NAMES)]
    assert sorted(found) == sorted(settings.SITE_ORIGIN + url for url in page_urls())
    for entry in tree:
        links = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", NAMES)}
        assert set(links) == {"ja", "en", "x-default"}
        assert entry.find("loc", NAMES).text in links.values()
        assert links["x-default"] == links["ja"]
