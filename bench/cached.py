"""The site behind Django's own cache middleware instead of finished pages: a peer."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.server")

application = get_wsgi_application()
