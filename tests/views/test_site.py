import pytest
from django.urls import reverse

from resume.models import Profile
from resume.sitemaps import page_urls
from tests.factories import make_post, make_profile, make_skill
from tests.page import Page

pytestmark = pytest.mark.django_db


def read(client, path, **headers):
    return Page(client.get(path, **headers).content.decode())


def test_addresses_come_from_the_settings_and_not_from_the_host_that_was_asked(client, settings):
    settings.SITE_ORIGIN = "https://example.com"
    skill = make_skill()
    page = read(client, skill.get_absolute_url(), HTTP_HOST="localhost")
    assert (
        page.all("link", rel="canonical")[0]["href"]
        == f"https://example.com{skill.get_absolute_url()}"
    )
    assert "localhost" not in page.html


def test_a_query_is_not_part_of_the_address(client):
    page = read(client, "/skills/?page=2&utm_source=x")
    assert page.all("link", rel="canonical")[0]["href"].endswith("/skills/")
    assert "utm_source" not in page.html


def test_a_public_page_does_not_look_at_the_language_of_the_browser(client):
    for path, language in (("/", "ja"), ("/en/", "en")):
        page = read(client, path, HTTP_ACCEPT_LANGUAGE="fr, en;q=0.5, ja;q=0.1")
        assert page.all("html") == [{"lang": language}]


@pytest.mark.parametrize(("language", "prefix"), [("ja", "/en"), ("en", "")])
def test_the_owners_text_names_its_language_where_the_page_has_another(client, language, prefix):
    make_profile(language=language)
    post = make_post(title="題名")
    path = post.get_absolute_url()
    assert f'<h1 lang="{language}">題名</h1>' in read(client, prefix + path).html
    other = "" if prefix else "/en"
    assert "<h1>題名</h1>" in read(client, other + path).html


def test_a_site_that_is_not_to_be_listed_says_so_on_every_page_and_feed(client):
    profile = make_profile(noindex=True)
    make_post(), make_skill()
    pages, feeds = page_urls(), ["/blog/feed.xml", "/en/blog/feed.xml"]
    missing = "/nothing/"
    for path in [*pages, *feeds, missing]:
        response = client.get(path)
        assert response["X-Robots-Tag"] == "noindex"
        if path not in feeds:
            page = Page(response.content.decode())
            assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
            assert page.data_blocks or path not in ("/", "/en/")
    profile.noindex = False
    profile.save()
    for path in [*pages, *feeds]:
        response = client.get(path)
        assert "X-Robots-Tag" not in response
        assert b'name="robots"' not in response.content


def test_crawlers_may_read_the_pages_that_are_not_to_be_listed(client):
    make_post()
    before = client.get("/robots.txt").content
    make_profile(noindex=True)
    assert client.get("/robots.txt").content == before
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert b"<loc>" not in response.content
    Profile.objects.update(noindex=False)
    assert b"<loc>" in client.get("/sitemap.xml").content


def test_the_part_that_the_page_is_in_is_marked(client):
    skill = make_skill()
    path = reverse("skills")
    for address, value in ((path, "page"), (skill.get_absolute_url(), "true")):
        marked = [found for found in read(client, address).all("a") if "aria-current" in found]
        assert marked == [{"href": path, "aria-current": value}]
