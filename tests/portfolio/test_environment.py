"""Environment variables: what is understood, and what is refused with what to write instead."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from portfolio.environment import (
    boolean,
    bucket,
    count,
    database,
    endpoint,
    is_loopback,
    origin,
)

POSTGRES = "django.db.backends.postgresql"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("on", True), ("TRUE", True), ("1", True), ("off", False), ("no", False), ("", True)],
)
def test_a_truth_value_is_on_or_off(monkeypatch, value, expected):
    monkeypatch.setenv("SWITCH", value)
    assert boolean("SWITCH", True) is expected


def test_a_misspelled_truth_value_is_refused(monkeypatch):
    monkeypatch.setenv("SWITCH", "ture")
    with pytest.raises(ImproperlyConfigured, match="Write SWITCH=on or SWITCH=off"):
        boolean("SWITCH", True)


@pytest.mark.parametrize("value", ["-1", "two", "1.5", "²", "99999999"])
def test_a_count_that_is_no_whole_number_is_refused(monkeypatch, value):
    monkeypatch.setenv("PROXY_COUNT", value)
    with pytest.raises(ImproperlyConfigured, match="Write PROXY_COUNT=0"):
        count("PROXY_COUNT", 0)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("keireki.localhost", True),
        ("127.1.2.3", True),
        ("[::1]", True),
        ("example.com", False),
        ("localhost.example.com", False),
        ("192.0.2.1", False),
        ("*", False),
    ],
)
def test_loopback_is_this_machine_alone(host, expected):
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://Example.com", ("https://example.com", "example.com")),
        ("https://example.com/", ("https://example.com", "example.com")),
        ("https://example.com:8443", ("https://example.com:8443", "example.com")),
        ("http://localhost:8000", ("http://localhost:8000", "localhost")),
        ("http://[::1]:8000", ("http://[::1]:8000", "[::1]")),
        ("", ("http://127.0.0.1:8000", "127.0.0.1")),
    ],
)
def test_an_origin_is_scheme_and_host(monkeypatch, value, expected):
    monkeypatch.setenv("SITE_ORIGIN", value)
    assert origin("SITE_ORIGIN", "http://127.0.0.1:8000") == expected


@pytest.mark.parametrize(
    "value",
    [
        "example.com",
        "ftp://example.com",
        "https://",
        "https://user:word@example.com",
        "https://example.com/resume",
        "https://example.com?a",
        "https://example.com:port",
        "https://[::1",
        "http://example.com",
    ],
)
def test_what_is_no_origin_is_refused_with_an_example(monkeypatch, value):
    monkeypatch.setenv("SITE_ORIGIN", value)
    with pytest.raises(ImproperlyConfigured, match=r"SITE_ORIGIN=https?://"):
        origin("SITE_ORIGIN", "http://127.0.0.1:8000")


@pytest.mark.parametrize("value", ["", "abc", "example-media", "2026.media.example.com"])
def test_a_bucket_is_a_name(monkeypatch, value):
    monkeypatch.setenv("MEDIA_BUCKET", value)
    assert bucket("MEDIA_BUCKET") == value


@pytest.mark.parametrize(
    "value",
    ["ab", "s3://media", "media/pictures", "Media", "me_dia", "-media", "m" * 64, "メディア"],
)
def test_what_is_no_name_of_a_bucket_is_refused_with_an_example(monkeypatch, value):
    monkeypatch.setenv("MEDIA_BUCKET", value)
    with pytest.raises(ImproperlyConfigured, match="MEDIA_BUCKET=example-media"):
        bucket("MEDIA_BUCKET")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ""),
        ("https://s3.example.com", "https://s3.example.com"),
        ("http://minio:9000/", "http://minio:9000"),
        ("https://example.com/storage/v1/s3", "https://example.com/storage/v1/s3"),
    ],
)
def test_a_store_has_an_address_with_a_path_or_none(monkeypatch, value, expected):
    monkeypatch.setenv("MEDIA_ENDPOINT", value)
    assert endpoint("MEDIA_ENDPOINT") == expected


@pytest.mark.parametrize(
    "value",
    [
        "s3.example.com",
        "s3://media",
        "https://",
        "https://key:hunter2@s3.example.com",
        "https://s3.example.com:port",
        "https://[::1",
        "https://s3.example.com?region=eu",
        "https://s3.example.com#eu",
    ],
)
def test_what_is_no_address_of_a_store_is_refused_without_repeating_it(monkeypatch, value):
    monkeypatch.setenv("MEDIA_ENDPOINT", value)
    with pytest.raises(ImproperlyConfigured, match=r"MEDIA_ENDPOINT=https://s3\.") as refused:
        endpoint("MEDIA_ENDPOINT")
    assert "hunter2" not in str(refused.value)


def test_a_sqlite_file_may_be_shared_by_many_writers(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/keireki.sqlite3")
    assert database("DATABASE_URL") == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "/srv/keireki.sqlite3",
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
            "PRAGMA journal_size_limit=67108864;",
        },
    }


def test_a_postgresql_database_has_limits_and_keeps_its_own_options(monkeypatch):
    url = "postgresql://owner:p%40ss@db.example:6543/keireki?sslmode=verify-full&CONN_MAX_AGE=0"
    monkeypatch.setenv("DATABASE_URL", url)
    assert database("DATABASE_URL") == {
        "ENGINE": POSTGRES,
        "NAME": "keireki",
        "USER": "owner",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 6543,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 5,
            "sslmode": "verify-full",
            "options": "-c statement_timeout=15s -c lock_timeout=5s"
            " -c idle_in_transaction_session_timeout=30s",
        },
    }


@pytest.mark.parametrize(
    "value",
    [
        "mysql://owner:hunter2@db.example/keireki",
        "postgres://owner:hunter2@db.example",
        "postgres://owner:hunter2@db.example:port/keireki",
        "sqlite://",
        "sqlite://:memory:",
        "keireki.sqlite3",
    ],
)
def test_what_is_no_database_url_is_refused_without_repeating_it(monkeypatch, value):
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL=postgres://") as refused:
        database("DATABASE_URL")
    assert "hunter2" not in str(refused.value)
