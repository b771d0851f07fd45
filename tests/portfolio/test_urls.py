"""Every URL there is, and who is let in without a login."""

import re

import pytest
from django.urls import get_resolver

# In place of each argument stands "1", which names no record.
ACCESS = {
    "": 200,
    "admin/login/": 200,
    "blog/": 200,
    "blog/<name:slug>/": 404,
    "blog/feed.xml": 200,
    "blog/page/<int:number>/": 404,
    "credentials/": 200,
    "employers/": 200,
    "employers/<name:slug>/": 404,
    "healthz": 200,
    "^icon/([0-9a-f]{6})-([^/]+)\\.svg$": 404,
    "markdownx/markdownify/": 405,
    "markdownx/upload/": 405,
    "media/<path:name>": 404,
    "projects/": 200,
    "projects/<name:slug>/": 404,
    "projects/by/skill/": 200,
    "projects/by/skill/<name:slug>/": 404,
    "projects/by/skill/<name:slug>/page/<int:number>/": 404,
    "projects/by/skill/page/<int:number>/": 404,
    # Without a choice there is nothing to answer: the whole table is elsewhere.
    "projects/with/skills/": 302,
    "publications/": 200,
    "publications/<name:slug>/": 404,
    "resume/": 200,
    "robots.txt": 200,
    "search/": 200,
    "search/list.json": 404,
    "sitemap-pages.xml": 200,
    "sitemap-posts-<int:part>.xml": 404,
    "sitemap.xml": 200,
    "skills/": 200,
    "skills/<name:slug>/": 404,
    "skills/<name:slug>/projects/": 404,
    "skills/<name:slug>/projects/page/<int:number>/": 404,
    "^theme/([0-9a-f]{6})-([0-9a-f]{8})\\.css$": 404,
}


def routes(resolver, before=""):
    """Return the route of every URL below `resolver`."""
    found = []
    for entry in resolver.url_patterns:
        route = f"{before}{entry.pattern}"
        found += routes(entry, route) if hasattr(entry, "url_patterns") else [route]
    return found


def expected(route):
    """Return the status for a visitor without a login, or None for a URL that nobody listed."""
    if route in ACCESS:
        return ACCESS[route]
    return 302 if route.startswith("admin/") else None


def test_every_url_has_a_row_and_every_row_a_url():
    found = routes(get_resolver())
    assert [route for route in found if expected(route) is None] == []
    assert set(ACCESS) - set(found) == set()
    assert expected("unlisted/") is None


@pytest.mark.django_db
def test_every_url_lets_in_whom_the_table_says(client):
    found = routes(get_resolver())
    answers = {}
    for route in found:
        path = "/" + re.sub(r"<[^>]+>|\([^)]*\)", "1", route).replace("^", "").replace("$", "")
        answers[route] = client.get(path).status_code
    assert answers == {route: expected(route) for route in found}


@pytest.mark.django_db
def test_a_visitor_is_sent_from_the_admin_to_its_login(client):
    assert client.get("/admin/resume/post/1/change/").url.startswith("/admin/login/?next=")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/markdownx/markdownify/", "/markdownx/upload/"])
def test_what_takes_a_form_only_refuses_a_visitor(path, client):
    assert client.post(path).status_code == 401
