"""Headers, language and what varies: the answers that every page gives."""

import pytest
from django.conf import settings
from django.db import OperationalError, ProgrammingError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import get_language

from portfolio.middleware import UnavailableMiddleware, language_by_path

POLICY = {
    "base-uri": "'none'",
    "connect-src": "'self'",
    "default-src": "'none'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "img-src": "'self'",
    "script-src": "http://localhost/static/",
    "style-src": "'self'",
}


def directives(response):
    parts = response["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@pytest.mark.parametrize("path", ["/healthz", "/admin/login/", "/no-such-page", "/static/none.css"])
def test_every_answer_bears_the_security_headers(client, db, path):
    response = client.get(path, headers={"host": "localhost"})
    policy = dict(POLICY)
    if path.startswith("/admin/"):
        policy["script-src"] += " http://localhost/admin/jsi18n/"
    assert directives(response) == policy
    names = (
        "Cross-Origin-Embedder-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Referrer-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
    )
    assert [response.get(name) for name in names] == [
        "require-corp",
        "same-origin",
        "same-origin",
        "strict-origin-when-cross-origin",
        "nosniff",
        "DENY",
    ]
    assert "camera=()" in response["Permissions-Policy"]


def test_a_secure_answer_asks_for_https_for_a_year(client, db):
    response = client.get("/healthz", secure=True, headers={"host": "localhost"})
    assert response["Strict-Transport-Security"] == "max-age=31536000"


def test_scripts_come_from_the_static_files_of_the_host_that_was_asked(client, db):
    response = client.get("/healthz", headers={"host": "127.0.0.1:8123"})
    assert directives(response)["script-src"] == "http://127.0.0.1:8123/static/"


def test_a_forged_host_is_refused_and_named_nowhere(client, db):
    response = client.get("/healthz", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert directives(response)["script-src"] == f"{settings.SITE_ORIGIN}/static/"
    assert b"evil" not in response.content


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/", "en", "ja"),
        ("/resume/", "en", "ja"),
        ("/en", "ja", "en"),
        ("/en/resume/", "ja", "en"),
        ("/engine/", "en", "ja"),
        ("/admin/", "en", "en"),
        ("/admin/", "ja", "ja"),
        ("/admin/", "de", "ja"),
        ("/markdownx/upload/", "en", "en"),
    ],
)
def test_the_language_follows_the_path_and_in_the_admin_the_browser(path, accepted, language):
    seen = []

    def view(request):
        seen.append((request.LANGUAGE_CODE, get_language()))
        return HttpResponse()

    request = RequestFactory().get(path, headers={"accept-language": accepted})
    request.COOKIES["django_language"] = "de"
    response = language_by_path(view)(request)
    assert seen == [(language, language)]
    assert response["Content-Language"] == language
    by_browser = path.startswith(("/admin/", "/markdownx/"))
    assert response.get("Vary") == ("Accept-Language" if by_browser else None)


def test_a_public_answer_sets_no_cookie_and_varies_by_nothing(client, db):
    client.cookies.load({"sessionid": "x" * 32, "csrftoken": "y" * 32})
    response = client.get("/no-such-page")
    assert (response.cookies, response.get("Vary")) == ({}, None)


def test_an_admin_answer_sets_a_cookie(client, db):
    response = client.get("/admin/login/")
    assert list(response.cookies) == ["csrftoken"]


def test_an_unusable_database_is_answered_with_503_and_when_to_retry(caplog):
    middleware = UnavailableMiddleware(lambda request: None)
    error = OperationalError("unable to open database file")
    response = middleware.process_exception(RequestFactory().get("/"), error)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    body = response.content.decode()
    assert "データベース" in body
    assert "database" in body
    assert "unable to open" in caplog.text


@pytest.mark.parametrize("error", [ValueError("x"), ProgrammingError("syntax error")])
def test_a_mistake_in_the_code_is_not_called_an_unusable_database(error):
    middleware = UnavailableMiddleware(lambda request: None)
    assert middleware.process_exception(RequestFactory().get("/"), error) is None
