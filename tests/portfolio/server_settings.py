"""The settings of a server that a test starts: the suite's, on the test's database and port."""

import os

# Read before the suite's settings, which fix them for tests that run in their own process.
ADDRESS, DATABASE_URL = os.environ["SITE_ORIGIN"], os.environ["DATABASE_URL"]

from tests.settings import *  # noqa: E402, F403

os.environ.update(SITE_ORIGIN=ADDRESS, DATABASE_URL=DATABASE_URL)

from portfolio.environment import database, origin  # noqa: E402

DATABASES = {"default": database("DATABASE_URL")}
SITE_ORIGIN, SITE_HOST = origin("SITE_ORIGIN", "")
