"""A client that is logged in as the owner, and how the admin's forms are posted."""

import pytest


@pytest.fixture
def owner(admin_client):
    return admin_client
