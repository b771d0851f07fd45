import json

import pytest
from django.test import RequestFactory

from resume.models import Post
from resume.templatetags import structured_data
from resume.views.site import Site
from tests.factories import (
    make_post,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
)
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return Site(RequestFactory().get("/"))


def test_a_named_owner_is_a_person_with_accounts(site):
    make_profile(name="山田 花子", title="エンジニア")
    make_profile_link(url="https://example.com/me", kind="account")
    make_profile_link(url="mailto:me@example.com", kind="email")
    make_profile_link(url="https://example.com/secret", audience="owner")
    assert structured_data.about_site(site) == {
        "@type": "ProfilePage",
        "url": "http://127.0.0.1:8000/",
        "mainEntity": {
            "@type": "Person",
            "name": "山田 花子",
            "jobTitle": "エンジニア",
            "url": "http://127.0.0.1:8000/",
            "sameAs": ["https://example.com/me"],
        },
    }


def test_nobody_is_a_person_without_a_name(site):
    make_profile(title="エンジニア")
    assert structured_data.about_site(site)["@type"] == "WebSite"
    post = Post.objects.for_detail(make_post().slug)
    assert "author" not in structured_data.about_post(site, post)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("paper", "ScholarlyArticle"), ("thesis", "ScholarlyArticle"), ("article", "Article")],
)
def test_a_publication_is_what_it_is(site, kind, expected):
    data = structured_data.about_publication(site, make_publication(kind=kind, date="2020-02"))
    assert data["@type"] == expected
    assert data["datePublished"] == "2020-02"
    assert "creditText" not in data


@pytest.mark.parametrize("kind", ["press_release", "talk", "book", "repository", "other"])
def test_no_other_publication_is_called_an_article(site, kind):
    assert structured_data.about_publication(site, make_publication(kind=kind)) is None
    assert structured_data.data_block(None) == ""


def test_a_text_cannot_end_its_data_block(client):
    title = '</script><script>alert("&")</script>'
    page = Page(client.get(make_post(title=title).get_absolute_url()).content.decode())
    assert page.count("script") == 2
    assert page.data_blocks[0]["headline"] == title
    assert {data["@context"] for data in page.data_blocks} == {"https://schema.org"}


def test_breadcrumbs_say_where_the_page_is(client):
    project = make_project(title="計画")
    page = Page(client.get(f"/en{project.get_absolute_url()}").content.decode())
    (trail,) = [data for data in page.data_blocks if data["@type"] == "BreadcrumbList"]
    items = [(item["position"], item["name"], item["item"]) for item in trail["itemListElement"]]
    assert items == [
        (1, "Home", "http://127.0.0.1:8000/en/"),
        (2, "Projects", "http://127.0.0.1:8000/en/projects/"),
        (3, "計画", f"http://127.0.0.1:8000/en{project.get_absolute_url()}"),
    ]
    assert json.dumps(trail)
