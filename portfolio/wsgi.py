"""The WSGI application: what granian, gunicorn or any other server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portfolio.settings")


def published(application):
    """Return Django's application behind its finished pages, as the settings say.

    Without any memory for them, and in debugging, it is Django's application itself.
    """
    # Imported here: models can be read only once Django is set up.
    from django.conf import settings

    from portfolio.generation import Question
    from portfolio.published import Published

    if settings.DEBUG or not settings.PUBLISHED_MEMORY_MB:
        return application
    return Published(
        application,
        question=Question(),
        origin=settings.SITE_ORIGIN,
        session_cookie=settings.SESSION_COOKIE_NAME,
        limit=settings.PUBLISHED_MEMORY_MB * 1024 * 1024,
        scheme_header=settings.PROXY_COUNT and "HTTP_X_FORWARDED_PROTO",
    )


application = published(get_wsgi_application())
