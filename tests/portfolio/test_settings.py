"""Starting the project for real, with right and with wrong settings."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
READERS = re.compile(r'\b(?:text|boolean|bucket|count|origin|database|endpoint)\(\s*"([A-Z_]+)"')
SECRET = "0123456789-not-a-secret-but-as-long-and-as-varied-as-one-abcdef"
# The static files are collected by whoever deploys, not by the tests.
WARNINGS = ["-W", "error", "-W", "ignore:No directory at"]
PRODUCTION = {"SECRET_KEY": SECRET, "SITE_ORIGIN": "https://example.com"}


def variables():
    """Return the names that the settings read from the environment."""
    return READERS.findall((ROOT / "portfolio" / "settings.py").read_text(encoding="utf-8"))


def run(*command, **environment):
    """Run manage.py with these variables and no others of ours, whatever `.env` holds."""
    ours = dict.fromkeys(variables(), "") | {"DJANGO_SETTINGS_MODULE": "portfolio.settings"}
    around = {name: os.environ[name] for name in os.environ if "ASYNC_UNSAFE" not in name}
    return subprocess.run(
        [sys.executable, *WARNINGS, "manage.py", *command],
        cwd=ROOT,
        env=around | ours | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_names_exactly_the_variables_that_are_read():
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = [line.split("=")[0] for line in lines if re.match("[A-Z_]+=", line)]
    assert sorted(named) == sorted(variables())


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing or shorter than 50 characters"),
        ({"SECRET_KEY": "x" * 49}, "SECRET_KEY is missing or shorter than 50 characters"),
        ({"DEBUG": "on"}, "DEBUG is on and SITE_ORIGIN or ALLOWED_HOSTS names a public host"),
        (
            {"DEBUG": "on", "SITE_ORIGIN": "", "ALLOWED_HOSTS": "127.0.0.1, *"},
            "DEBUG is on and SITE_ORIGIN or ALLOWED_HOSTS names a public host",
        ),
        ({"SITE_ORIGIN": "example.com"}, "SITE_ORIGIN is not an origin"),
        ({"DATABASE_URL": "mysql://u:hunter2@h/n"}, "DATABASE_URL is not understood"),
        ({"PROXY_COUNT": "one"}, "PROXY_COUNT is not a whole number"),
        ({"TIME_ZONE": "Tokyo"}, "TIME_ZONE is not a known zone"),
        ({"MEDIA_BUCKET": "s3://media"}, "MEDIA_BUCKET is no name of a bucket"),
        (
            {"MEDIA_BUCKET": "example-media", "MEDIA_ENDPOINT": "s3.example.com"},
            "MEDIA_ENDPOINT is not the address of a store",
        ),
        ({"MEDIA_ENDPOINT": "https://s3.example.com"}, "MEDIA_BUCKET is not. Name the bucket"),
        ({"SENTRY_DSN": "https://key@sentry.example/1"}, "sentry-sdk is not installed"),
    ],
)
def test_a_wrong_setting_stops_the_start_in_one_line(environment, message):
    done = run("check", **(PRODUCTION | environment))
    assert done.returncode == 1
    assert done.stderr.startswith("Not started: ")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert "hunter2" not in done.stderr


@pytest.mark.parametrize("package", ["boto3", "storages"])
def test_a_bucket_without_its_packages_stops_the_start_and_says_how_to_get_them(tmp_path, package):
    (tmp_path / "sitecustomize.py").write_text(f"import sys; sys.modules[{package!r}] = None")
    media = {"MEDIA_BUCKET": "example-media"}
    assert run("check", **PRODUCTION, **media).returncode == 0
    done = run("check", **PRODUCTION, **media, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "not installed. Install it with: pip install -r requirements-extra.txt" in done.stderr


def test_the_deployment_checks_are_clean_under_production_settings():
    done = run("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.stderr == ""
    assert done.stdout == "System check identified no issues (2 silenced).\n"
    assert done.returncode == 0


def test_the_deployment_checks_are_not_deaf():
    done = run(
        "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, SECURE_SSL_REDIRECT="off"
    )
    assert done.returncode == 1
    assert "security.W008" in done.stderr


COOKIES = """
from django.conf import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,
      s.SECURE_SSL_REDIRECT, s.ALLOWED_HOSTS, s.SECURE_PROXY_SSL_HEADER)
"""


def test_on_https_cookies_are_bound_to_the_host_and_http_is_redirected():
    done = run("shell", "-v", "0", "-c", COOKIES, **PRODUCTION, PROXY_COUNT="1")
    assert done.stdout == (
        "__Host-sessionid __Host-csrftoken True True True ['example.com']"
        " ('HTTP_X_FORWARDED_PROTO', 'https')\n"
    )


def test_on_loopback_cookies_are_plain_and_no_header_of_a_proxy_is_believed():
    done = run("shell", "-v", "0", "-c", COOKIES, SECRET_KEY=SECRET)
    assert done.stdout == (
        "sessionid csrftoken False False False ['127.0.0.1', 'localhost', '[::1]'] None\n"
    )


STORAGE = """
from django.core.files.storage import default_storage as media
media.exists
print(type(media._wrapped).__name__, getattr(media, "name", ""), getattr(media, "endpoint", ""),
      media.url("a.webp"))
"""


def test_media_are_files_until_a_bucket_is_named(tmp_path):
    store = {"MEDIA_BUCKET": "example-media", "MEDIA_ENDPOINT": "https://s3.example.com/"}
    # The start only looks for the packages; they are read when a picture is first asked for.
    for package in ("boto3", "storages"):
        (tmp_path / f"{package}.py").write_text("raise ImportError")
    command = ("shell", "-v", "0", "-c", STORAGE)
    files = run(*command, **PRODUCTION)
    assert files.stdout == "FileSystemStorage   /media/a.webp\n"
    objects = run(*command, **PRODUCTION, **store, PYTHONPATH=str(tmp_path))
    assert objects.stdout == "Bucket example-media https://s3.example.com /media/a.webp\n"


def closed_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(params=["a folder that is missing", "a closed port", "an unmigrated file"])
def unusable(request, tmp_path):
    """Return (DATABASE_URL, what the operator is told) of a database that cannot be used."""
    return {
        "a folder that is missing": (
            f"sqlite:///{tmp_path}/none/keireki.sqlite3",
            "Check that its folder exists",
        ),
        "a closed port": (
            f"postgres://owner:hunter2@127.0.0.1:{closed_port()}/keireki",
            "Check that the server runs",
        ),
        "an unmigrated file": (
            f"sqlite:///{tmp_path}/keireki.sqlite3",
            "Run: python manage.py migrate",
        ),
    }[request.param]


def test_a_command_says_why_the_database_cannot_be_used(unusable):
    url, message = unusable
    done = run("createsuperuser", "--noinput", "--username", "owner", "--email", "", **PRODUCTION,
               DATABASE_URL=url)  # fmt: skip
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stderr


VISIT = """
from django.test import Client
client = Client()
for path in ("/admin/login/", "/healthz"):
    post = client.post if path != "/healthz" else client.get
    response = post(path, {"username": "a", "password": "b"}, secure=True,
                    headers={"host": "example.com"})
    print(path, response.status_code, response.get("Retry-After"))
"""


def test_the_site_answers_503_while_the_database_cannot_be_used(unusable):
    url, message = unusable
    done = run("shell", "-v", "0", "-c", VISIT, **PRODUCTION, DATABASE_URL=url)
    login, health = done.stdout.splitlines()
    assert login == "/admin/login/ 503 30"
    unmigrated = "migrate" in message
    assert health == ("/healthz 200 None" if unmigrated else "/healthz 503 None")
    assert message in done.stderr
    assert "hunter2" not in done.stderr
