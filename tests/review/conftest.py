"""Messages are asserted in English, the language of the source; their translation has its test."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield
