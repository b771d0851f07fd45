"""The answer for load balancers and monitors."""

from django.db import OperationalError, connection


def test_a_database_that_answers_is_healthy(client, db):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_a_database_that_fails_is_not(client, db):
    def refuse(execute, *call):
        raise OperationalError("gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"database unavailable\n")
    assert "no-store" in response["Cache-Control"]


def test_nothing_can_be_posted(client, db):
    assert client.post("/healthz").status_code == 405
