import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from resume.models import Post, Publication
from tests.factories import make_post, make_publication

pytestmark = pytest.mark.django_db


def test_one_canonical_url_is_one_publication():
    make_publication(url="https://example.com/a")
    with pytest.raises(ValidationError, match="Another publication"):
        make_publication(url="https://EXAMPLE.com:443/a?utm_source=x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(slug="x", title="x", url="https://EXAMPLE.com/a")


@pytest.mark.parametrize(("make", "model"), [(make_post, Post), (make_publication, Publication)])
def test_nothing_is_public_before_its_time(make, model):
    now = timezone.now()
    past = make(publish_at=now - datetime.timedelta(minutes=1))
    make(publish_at=now + datetime.timedelta(minutes=1))
    assert list(model.objects.published()) == [past]


def test_a_publication_without_a_time_is_out_at_once():
    assert make_publication(publish_at=None) in Publication.objects.published()
