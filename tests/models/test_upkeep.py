import pytest
from django.db import IntegrityError, transaction

from resume.models import Generation, Import, Redirect, Settled

pytestmark = pytest.mark.django_db


def test_a_long_question_is_settled_by_its_beginning_and_what_tells_it_from_others():
    assert Settled.key_of("a  b\nc") == "a b c"
    one, other = Settled.key_of("長" * 400), Settled.key_of("長" * 401)
    assert len(one) == len(other) == Settled._meta.get_field("key").max_length
    assert one[:250] == other[:250]
    assert one != other
    assert Settled.key_of("長" * 300) == "長" * 300


def paths():
    return dict(Redirect.objects.values_list("old_path", "target"))


def test_a_redirect_leads_to_the_newest_address():
    Redirect.objects.record_move("/a/", "/b/")
    Redirect.objects.record_move("/b/", "/c/")
    assert paths() == {"/a/": "/c/", "/b/": "/c/"}


def test_an_address_that_is_used_again_redirects_nowhere():
    Redirect.objects.record_move("/a/", "/b/")
    Redirect.objects.record_move("/b/", "/a/")
    assert paths() == {"/b/": "/a/"}


def test_forgetting_an_address_deletes_what_leads_there():
    Redirect.objects.record_move("/a/", "/b/")
    Redirect.objects.record_move("/x/", "/y/")
    Redirect.objects.forget("/b/")
    assert paths() == {"/x/": "/y/"}


def test_there_is_one_generation():
    Generation.objects.move()
    with pytest.raises(IntegrityError), transaction.atomic():
        Generation.objects.create(pk=2, token="x")


def test_every_row_is_found_by_its_natural_key(django_user_model):
    redirect = Redirect.objects.create(old_path="/a/", target="/b/")
    settled = Settled.objects.create(kind=Settled.Kind.FINDING, key="typo:TOFFEL")
    imported = Import.objects.create(
        slug="a", format="markdown", source=b"\x00\xff", created_at="2026-01-01T00:00:00Z"
    )
    for row in (redirect, settled, imported):
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row
    assert bytes(Import.objects.get().source) == b"\x00\xff"


def test_a_question_is_settled_once():
    Settled.objects.create(kind=Settled.Kind.FINDING, key="a")
    Settled.objects.create(kind=Settled.Kind.SUGGESTION, key="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Settled.objects.create(kind=Settled.Kind.FINDING, key="a")
