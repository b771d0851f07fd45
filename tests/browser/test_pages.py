"""The public site in a real browser: the policy holds, and nothing comes from elsewhere."""

import pytest
from django.core.management import call_command

from resume.sitemaps import page_urls
from tests.browser.conftest import WATCH

# That every page can be made on each database is shown without a browser.
pytestmark = [pytest.mark.browser, pytest.mark.any_database]


@pytest.fixture
def site(page, live_server, transactional_db):
    """A page of the browser that gathers violations, complaints and requests."""
    call_command("loaddata", "fixtures/career.json", "fixtures/sample_post.json", verbosity=0)
    page.told, page.requested = [], []
    page.on("console", lambda message: page.told.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: page.told.append(f"{page.url} {error}"))
    page.on("request", lambda request: page.requested.append(request.url))
    page.add_init_script(WATCH)
    return page


def test_no_public_page_breaks_the_policy(site, live_server):
    found = {}
    for path in page_urls():
        response = site.goto(live_server.url + path, wait_until="load")
        assert response.status == 200, path
        if violations := site.evaluate("window.violations"):
            found[path] = violations
    assert found == {}
    assert site.told == []
    assert [url for url in site.requested if not url.startswith(live_server.url)] == []
    assert site.context.cookies() == []


def test_the_walk_sees_what_breaks_the_policy(site, live_server):
    """The control: an inline style and a picture from elsewhere are violations."""
    site.goto(f"{live_server.url}/")
    site.evaluate("document.body.setAttribute('style', 'color: red')")
    site.evaluate("new Image().src = 'http://127.0.0.2:9/x.png'")
    site.wait_for_function("window.violations.length === 2")
    assert site.evaluate("window.violations") == [
        "style-src-attr inline",
        "img-src http://127.0.0.2:9/x.png",
    ]


def test_an_error_page_keeps_the_policy(site, live_server):
    response = site.goto(f"{live_server.url}/projects/none/")
    assert response.status == 404
    assert site.evaluate("window.violations") == []
