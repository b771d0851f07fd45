"""The project's settings for the test suite: fixed, whatever `.env` holds."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FIXED = {
    "SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
    "DEBUG": "off",
    "SITE_ORIGIN": "http://127.0.0.1:8000",
    "ALLOWED_HOSTS": "",
    "PROXY_COUNT": "0",
    "SECURE_SSL_REDIRECT": "",
    "TIME_ZONE": "Asia/Tokyo",
    "MEDIA_BUCKET": "",
    "MEDIA_ENDPOINT": "",
    "SENTRY_DSN": "",
}
os.environ.update(FIXED)
# `make test` names PostgreSQL in it for the second run; without it, SQLite.
os.environ.setdefault("DATABASE_URL", "")
# Playwright runs an event loop in the thread whose tests use the ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from portfolio.settings import *  # noqa: E402, F403
from portfolio.settings import DATABASES, STORAGES  # noqa: E402

SCRATCH = Path(tempfile.mkdtemp(prefix="keireki-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

MEDIA_ROOT = SCRATCH / "media"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because browser tests use it from several threads; one a process, because several
    # runs may share a checkout.
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files come straight from their sources, so no run needs collectstatic.
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
