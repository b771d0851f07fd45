import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from resume.models import Profile, ProfileLink
from tests.factories import make_profile, make_profile_link

pytestmark = pytest.mark.django_db


def test_there_is_one_profile():
    make_profile()
    with pytest.raises(IntegrityError), transaction.atomic():
        Profile.objects.create(slug="other")
    with pytest.raises(ValidationError):
        make_profile()


def test_a_site_without_a_profile_has_an_empty_one():
    assert (Profile.objects.current().pk, Profile.objects.current().name) == (None, "")


def test_a_contact_fact_is_private_by_default_and_says_something():
    assert ProfileLink().audience == "owner"
    with pytest.raises(ValidationError, match="a URL or a value"):
        make_profile_link(label="電話", url=None, kind="phone")
    assert make_profile_link(label="電話", url=None, value="03-0000-0000").pk


def test_one_url_is_one_account():
    make_profile_link(url="https://example.com/me")
    with pytest.raises(ValidationError):
        make_profile_link(url="https://EXAMPLE.com/me")
