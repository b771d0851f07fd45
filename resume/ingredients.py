"""What a page is made from, told for less than the page costs.

For the pages of which there may be thousands: the posts, and the stream of writing that lists them.
Two pages of one address that are made from the same are the same, so an export can leave them be.
"""

import hashlib
import hmac
from functools import cache, lru_cache
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.db.models import Model
from django.http import Http404
from django.urls import get_script_prefix, resolve
from django.utils import translation

from resume.models import Post
from resume.views.blog import blog, post, stream_page
from resume.views.site import Site

SOURCES = ("portfolio", "resume", "static", "templates")


class Ingredients:
    """Tells what pages are made from, for one export: what many of them share is read once."""

    def __init__(self):
        # A page and its translation come one after the other.
        self.rows = lru_cache(maxsize=4)(rows)
        self.around = cache(around)

    def __call__(self, path):
        """Return a text that names all that the page of a decoded path shows.

        It is "" for a page of another kind, and for one that is not there.
        """
        below = f"/{path.removeprefix(get_script_prefix())}"
        language = "en" if below.startswith("/en/") else settings.LANGUAGE_CODE
        with translation.override(language):
            try:
                found = resolve(below)
                made_from = self.rows(found.func, *found.kwargs.values())
            except Http404:
                return ""
            if not made_from:
                return ""
            shown = f"{program()} {place()} {path} {self.around(language)} {made_from}"
        # Keyed, because rows hold what is not public, and the files may be.
        return hmac.digest(settings.SECRET_KEY.encode(), shown.encode(), hashlib.sha256).hex()


def rows(view, *arguments):
    """Return all that the rows on a page hold, as text; "" for another view."""
    if view is post:
        return repr(told(Post.objects.for_detail(*arguments)))
    if view is blog:
        return repr(told(stream_page(*arguments)))
    return ""


def around(language):
    """Return what all pages of the active language share."""
    return Site(None).around


def place():
    """Return the settings that change what a page says."""
    return settings.SITE_ORIGIN, settings.MEDIA_URL, settings.TIME_ZONE, settings.USE_TZ


def told(value):
    """Return all that a row, or something made of rows, holds, as plain values."""
    if isinstance(value, Model):
        return told({name: each for name, each in vars(value).items() if name != "_state"})
    if isinstance(value, dict):
        return [(name, told(each)) for name, each in value.items()]
    if isinstance(value, (list, tuple)):
        return [told(each) for each in value]
    return value


@cache
def program():
    """Return a text that names this very program: its files, and the packages it runs on."""
    digest = hashlib.sha256()
    for folder in SOURCES:
        for file in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(f"{file} ".encode() + file.read_bytes())
    packages = sorted((each.name, each.version) for each in distributions())
    return f"{digest.hexdigest()} {packages}"
