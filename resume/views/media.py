"""Uploaded pictures, streamed from the storage under a policy that makes them pictures only."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from resume.models.pictures import original_name

CONTENT_TYPES = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


MISSING = (OSError, ValueError, SuspiciousFileOperation)


def from_storage(read, name):
    """Return read(name); in the place of a rendition that was never made, read(its picture)."""
    try:
        return read(name)
    except MISSING:
        original = original_name(name)
        if original is None:
            raise
        return read(original)


def last_modified(request, name):
    """Return when this picture was stored, or None when there is none."""
    try:
        return from_storage(default_storage.get_modified_time, name)
    except MISSING:
        return None


@condition(last_modified_func=last_modified)
def picture(request, name):
    """Return the picture's bytes. Raises Http404 for anything that is no stored picture."""
    content_type = CONTENT_TYPES.get(PurePosixPath(name).suffix)
    if content_type is None:
        raise Http404
    try:
        file = from_storage(default_storage.open, name)
    except MISSING as error:
        raise Http404 from error
    return FileResponse(file, content_type=content_type)


# The server makes a new name for every upload, so what a name holds never changes.
@require_safe
@cache_control(public=True, max_age=31_536_000, immutable=True)
def media(request, name):
    """Answer with an uploaded picture; 404 for any other path, whatever it reaches."""
    response = picture(request, name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    # Feed readers and link previews on other sites show these pictures.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
