"""The owner, logged in, in a real browser."""

import pytest
from django.contrib.auth import get_user_model

PASSWORD = "a long password for tests"

# A script for every page: it gathers what the Content Security Policy blocks.
WATCH = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def owner(transactional_db):
    return get_user_model().objects.create_superuser("owner", password=PASSWORD)


@pytest.fixture
def admin_page(page, live_server, owner, client):
    """A page of the browser with the owner's session."""
    client.force_login(owner)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    page.set_default_timeout(10_000)
    return page
