"""A page's number of queries is a constant, whatever the number of rows."""

import pytest
from django.urls import reverse

from resume.sitemaps import DETAILS, LISTS
from tests.factories import make_profile
from tests.views.everything import make_everything

pytestmark = pytest.mark.django_db

MOST = 13
QUERIES = {
    "home": 11,
    "resume": 13,
    "employers": 8,
    "projects": 5,
    "matrix": 8,
    "skills": 8,
    "publications": 6,
    "credentials": 8,
    "blog": 11,
    "employer": 7,
    "project": 7,
    "skill": 12,
    "skill-matrix": 9,
    "category-matrix": 9,
    "publication": 6,
    "post": 6,
    "feed": 11,
    "sitemap": 4,
    "sitemap-pages": 5,
}


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_makes_the_same_queries_for_one_row_and_for_three(
    count, client, django_assert_num_queries
):
    records = make_everything(count)
    for name, queries in QUERIES.items():
        path = reverse(name, args=[records[name].slug] if name in records else [])
        with django_assert_num_queries(queries, info=name):
            response = client.get(path)
        assert response.status_code == 200


def test_every_page_is_counted_and_below_the_limit():
    assert set(LISTS) | set(DETAILS) <= set(QUERIES)
    assert max(QUERIES.values()) <= MOST


def test_a_page_that_is_missing_asks_for_a_redirect_once(client, django_assert_num_queries):
    make_profile()
    # The detail itself, the redirect, and the two queries of the page around it.
    with django_assert_num_queries(4):
        response = client.get(reverse("project", args=["missing"]))
    assert response.status_code == 404
