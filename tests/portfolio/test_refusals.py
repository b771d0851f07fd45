"""What a visitor is told when the site says no."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

LOGIN = "/admin/login/"


@pytest.fixture
def owner(db):
    return get_user_model().objects.create_superuser("owner", password="a long enough password")


def attempt(client, given="wrong", username="owner", **extra):
    return client.post(LOGIN, {"username": username, "password": given}, **extra)


@pytest.fixture
def locked_out(client, owner):
    """Return the client after four failures, each answered with the form."""
    assert [attempt(client).status_code for _ in range(4)] == [200] * 4
    return client


def test_the_fifth_failed_login_is_answered_with_429_and_when_to_retry(locked_out):
    response = attempt(locked_out, headers={"accept-language": "en"})
    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert response["Cache-Control"] == "no-store"
    assert "Try again in an hour" in response.content.decode()
    assert "axes_reset" in response.content.decode()


def test_the_right_password_does_not_open_a_locked_login(locked_out):
    attempt(locked_out)
    assert attempt(locked_out, "a long enough password").status_code == 429


def test_another_address_is_not_locked_out(locked_out):
    attempt(locked_out)
    response = attempt(locked_out, "a long enough password", REMOTE_ADDR="192.0.2.7")
    assert response.status_code == 302


def test_a_forged_forwarded_address_does_not_unlock(locked_out):
    attempt(locked_out)
    response = attempt(locked_out, headers={"x-forwarded-for": "192.0.2.7"})
    assert response.status_code == 429


def test_a_login_that_succeeds_forgets_the_failures(locked_out):
    assert attempt(locked_out, "a long enough password").status_code == 302
    locked_out.logout()
    assert attempt(locked_out).status_code == 200


@pytest.mark.parametrize("username", ["owner", "nobody"])
def test_a_known_and_an_unknown_name_are_refused_alike(client, owner, username):
    body = attempt(client, username=username).content.decode()
    assert body.count("errornote") == 1


def test_a_body_of_3_mb_is_refused_with_the_limit_in_words(client, db):
    response = client.post(LOGIN, {"username": "x" * 3_000_000}, headers={"accept-language": "en"})
    assert response.status_code == 413
    assert "larger than 2.5 MB" in response.content.decode()


def test_a_markdown_field_at_its_limit_fits_the_body(client, db):
    field = "経" * 128 * 1024
    assert attempt(client, username=field).status_code == 200


def test_too_many_fields_are_refused_in_words(client, db):
    response = client.post(LOGIN, {f"field{number}": "" for number in range(10_001)})
    assert response.status_code == 413
    assert "10000" in response.content.decode()


def test_a_form_without_its_token_gives_back_what_was_typed_but_no_password(db):
    client = Client(enforce_csrf_checks=True)
    response = attempt(client, "hunter2-hunter2", headers={"accept-language": "en"})
    body = response.content.decode()
    assert response.status_code == 403
    assert "Open the page again and send it once more." in body
    assert ">owner</textarea>" in body
    assert "hunter2" not in body
