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
    """Return read(name); in the place of a rendition that was never made, read(its picture).

    None where there is neither. Raises ConnectionError where that cannot be known: the pictures are
    on another machine, which does not answer.
    """
    for candidate in filter(None, (name, original_name(name))):
        try:
            return read(candidate)
        except ConnectionError:
            raise
        except MISSING:
            continue
    return None


def last_modified(request, name):
    """Return when this picture was stored, or None when there is none."""
    return from_storage(default_storage.get_modified_time, name)


@condition(last_modified_func=last_modified)
def picture(request, name):
    """Return the picture's bytes. Raises Http404 for anything that is no stored picture."""
    content_type = CONTENT_TYPES.get(PurePosixPath(name).suffix)
    if content_type is None:
        raise Http404
    file = from_storage(default_storage.open, name)
    if file is None:
        raise Http404
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
