"""The site as it is served, with an empty view beside it."""

from tests.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
STATIC_ROOT = None
WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = False
