"""The project's settings for exports in a process of their own."""

import os
import resource

from portfolio.settings import *  # noqa: F403
from portfolio.settings import STORAGES

if os.environ.get("COLLECTED") != "no":
    # Static files come straight from their sources, so no run needs collectstatic.
    STORAGES = {
        **STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    WHITENOISE_AUTOREFRESH = True
    WHITENOISE_USE_FINDERS = True
else:
    STATIC_ROOT = "/nonexistent"

if limit := os.environ.get("FILE_BYTES"):
    # Stands for a full disk: a file cannot grow over the limit.
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
