"""The pages that say no, and what the visitor can do: they need no database and no static file."""

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from resume.typed import typed_texts


def refuse(request, template, status, retry_after=None, **context):
    """Return a page that no cache keeps, with Retry-After in seconds where waiting helps."""
    context |= {"language": get_language()}
    # Without the request no context processor runs: none may touch the database here.
    body = render_to_string(f"refusals/{template}.html", context)
    response = HttpResponse(body, status=status, headers={"Cache-Control": "no-store"})
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response


def unavailable(request, part="database"):
    """Return 503: a part cannot be used now, the "database" or the "bucket" of the pictures."""
    return refuse(request, "unavailable", 503, retry_after=30, part=part)


def bad_request(request, exception=None):
    """Return 400, or 413 with the limits when the request was too large."""
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1024 / 1024
        fields = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        return refuse(request, "too_large", 413, limit=f"{megabytes:g}", fields=fields)
    return refuse(request, "bad_request", 400)


def forbidden_form(request, reason=""):
    """Return 403 for a form without a valid CSRF token, with what was typed into it."""
    return refuse(request, "forbidden_form", 403, texts=typed_texts(request))


def locked_out(request, response=None, credentials=None):
    """Return 429 after too many failed logins: when to try again (called by django-axes)."""
    return refuse(
        request,
        "locked_out",
        429,
        retry_after=int(settings.AXES_COOLOFF_TIME.total_seconds()),
        failures=settings.AXES_FAILURE_LIMIT,
    )
