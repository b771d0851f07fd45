"""The settings of the servers that `bench.serving` starts, from the variables it gives them."""

import os

from tests.portfolio.server_settings import *  # noqa: F403
from tests.portfolio.server_settings import MIDDLEWARE

STATIC_ROOT = None
WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = False
if os.environ.get("BENCH_DJANGO_CACHE"):
    # Django's per-site cache as its documentation has it, keeping the compressed answer.
    MIDDLEWARE = [
        "django.middleware.cache.UpdateCacheMiddleware",
        "django.middleware.gzip.GZipMiddleware",
        *MIDDLEWARE,
        "django.middleware.cache.FetchFromCacheMiddleware",
    ]
