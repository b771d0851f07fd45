"""Every public page of the owner's site, walked."""

from collections import Counter
from urllib.parse import urldefrag

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from resume.sitemaps import page_urls
from tests.canaries import CANARY, hide_canaries, reveal_canaries
from tests.page import Page

FIXTURES = [settings.BASE_DIR / "fixtures" / name for name in ("career.json", "sample_post.json")]
FEEDS = ["/blog/feed.xml", "/en/blog/feed.xml", "/sitemap.xml", "/robots.txt"]


def walk(paths):
    client = Client()
    return {path: client.get(path) for path in paths}


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The answers of every page of the owner's site, beside which drafts and secrets stand."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *FIXTURES, verbosity=0)
        hide_canaries()
        answers = walk([*page_urls(), *FEEDS])
        transaction.set_rollback(True)
    return answers


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(site[path].content.decode()) for path in site if path not in FEEDS}


def test_every_page_answers_with_html(site, pages):
    assert {path: site[path].status_code for path in pages} == dict.fromkeys(pages, 200)
    assert len(pages) > 2 * 70


def test_every_page_has_one_heading_of_the_first_level(pages):
    assert {path: page.count("h1") for path, page in pages.items()} == dict.fromkeys(pages, 1)


def test_no_page_has_two_elements_of_one_id(pages):
    assert {
        path: [name for name, number in Counter(page.ids).items() if number > 1]
        for path, page in pages.items()
    } == {path: [] for path in pages}


def test_every_element_is_closed_in_its_place(pages):
    assert {path: page.unbalanced for path, page in pages.items() if page.unbalanced} == {}


def test_unbalanced_elements_duplicate_ids_and_loaded_files_are_found():
    page = Page('<p id="a"><b></p></b><i id="a"><img src="https://example.com/x.png">')
    assert page.unbalanced
    assert page.ids == ["a", "a"]
    assert page.loaded == ["https://example.com/x.png"]


def dead_links(pages, other_paths):
    """Return [(page, link)] of the links inside the site that lead to nothing."""
    dead = []
    for path, page in pages.items():
        for link in page.links:
            target, fragment = urldefrag(link.removeprefix(settings.SITE_ORIGIN))
            if target and not target.startswith("/"):
                continue
            found = pages.get(target or path)
            if found is None and target not in other_paths:
                dead.append((path, link))
            if found and fragment and fragment not in found.ids:
                dead.append((path, link))
    return dead


def test_every_link_inside_the_site_leads_somewhere(pages):
    assert dead_links(pages, FEEDS) == []


def test_a_link_that_leads_nowhere_is_found():
    page = Page('<a href="/a/">a</a><a href="/b/">b</a><a href="#x">x</a><a href="/a/#y">y</a>')
    assert dead_links({"/a/": page}, []) == [("/a/", "/b/"), ("/a/", "#x"), ("/a/", "/a/#y")]


def test_every_page_but_the_first_is_linked_from_another(pages):
    linked = {urldefrag(link)[0] for page in pages.values() for link in page.links}
    assert set(pages) - linked == set()


def test_nothing_is_loaded_from_another_host(pages):
    loaded = {address for page in pages.values() for address in page.loaded}
    assert {
        address for address in loaded if not address.startswith(("/static/", "/media/"))
    } == set()
    assert any(address.endswith(".css") for address in loaded)


def test_no_page_runs_a_script(pages):
    kinds = {found.get("type") for page in pages.values() for found in page.all("script")}
    assert kinds == {"application/ld+json"}


def test_no_page_sets_a_cookie_or_varies_by_the_visitor(site):
    assert {path for path, answer in site.items() if answer.cookies} == set()
    varied = {answer.headers.get("Vary", "") for answer in site.values()}
    assert varied <= {"", "Accept-Encoding"}


def test_every_page_names_its_one_address(pages):
    for path, page in pages.items():
        assert page.all("link", rel="canonical") == [
            {"rel": "canonical", "href": f"{settings.SITE_ORIGIN}{path}"}
        ]


def alternates(page):
    return {
        found["hreflang"]: found["href"].removeprefix(settings.SITE_ORIGIN)
        for found in page.all("link", rel="alternate")
        if "hreflang" in found
    }


def test_every_page_names_itself_in_each_language_and_is_named_back(pages):
    for path, page in pages.items():
        named = alternates(page)
        language = "en" if path.startswith("/en/") else "ja"
        assert page.all("html") == [{"lang": language}]
        assert named[language] == path
        assert named["x-default"] == named["ja"]
        assert set(named) == {"ja", "en", "x-default"}
        assert all(alternates(pages[other]) == named for other in named.values())


def test_the_language_switch_leads_to_the_same_page(pages):
    for path, page in pages.items():
        other = alternates(page)["ja" if path.startswith("/en/") else "en"]
        assert [found["href"] for found in page.all("a") if "hreflang" in found] == [other]


def test_no_draft_no_future_post_no_private_link_and_no_hidden_name_is_public(site):
    leaks = {
        path: lines
        for path, answer in site.items()
        if (lines := [line for line in answer.content.decode().splitlines() if CANARY in line])
    }
    assert leaks == {}


@pytest.mark.django_db
def test_the_same_texts_are_found_once_they_are_public():
    canaries = hide_canaries()
    reveal_canaries()
    shown = "".join(answer.content.decode() for answer in walk(page_urls()).values())
    assert [text for text in canaries if text not in shown] == []
