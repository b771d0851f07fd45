"""What it costs to publish a post, whatever is there already."""

import pytest
import reversion
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resume.models import Post
from tests.admin.forms import form_values
from tests.factories import make_post, make_project, make_skill

pytestmark = pytest.mark.django_db


def make_draft():
    post = make_post(status="draft")
    post.skills.add(make_skill())
    post.projects.add(make_project())
    return post


@pytest.mark.parametrize("others", [0, 30])
def test_publishing_a_post_with_its_revision_takes_at_most_fifteen_queries(
    others, django_assert_max_num_queries
):
    for _ in range(others):
        make_draft()
    post = make_draft()
    with django_assert_max_num_queries(15), reversion.create_revision():
        post.status = "published"
        post.save()


def test_the_admin_s_form_takes_as_many_queries_among_many_posts_as_among_few(owner):
    counts = []
    for others in (0, 30):
        for _ in range(others):
            make_draft()
        post = make_draft()
        path = reverse("admin:resume_post_change", args=[post.pk])
        values = {**form_values(owner.get(path)), "status": ["published"]}
        with CaptureQueriesContext(connection) as queries:
            assert owner.post(path, values).status_code == 302
        assert Post.objects.get(pk=post.pk).is_published
        counts.append(len(queries))
    assert counts[0] == counts[1]
