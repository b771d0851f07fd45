"""What a page is made from, told for less than the page costs.

For the pages of which there may be thousands: the posts, and the stream of writing that lists them.
Two pages of one address that are made from the same are the same, so an export can leave them be.
"""

import hashlib
import hmac
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.db.models import Model
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from resume import writing
from resume.models import Post
from resume.models.statements import PART
from resume.sitemaps import detail_paths
from resume.views.blog import PAGE_SIZE, page_numbers
from resume.views.site import Site

SOURCES = ("portfolio", "resume", "static", "templates")


def ingredients():
    """Return {decoded path: a text that names all that the page shows}.

    A page of another kind, and one that is not there, is not in it.
    """
    stream = writing.stream()
    slugs, rows = read(stream)
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            paths = detail_paths("post", slugs.values())
            pages = dict(zip(paths, map(rows.get, slugs), strict=True))
            for number in page_numbers(len(stream)):
                entries = stream[PAGE_SIZE * (number - 1) : PAGE_SIZE * number + 1]
                path = reverse("blog", args=[number] if number > 1 else [])
                # A record may have gone since the stream was read.
                pages[path] = " ".join(rows.get(entry, "") for entry in entries)
            shared = digest(f"{program()} {place()} {language} {Site(None).around}")
            for path, made_from in pages.items():
                found[unquote(path)] = digest(f"{shared} {path} {made_from}")
    return found


def read(stream):
    """Return {entry: slug} of the posts of a stream, and {entry: what names all of its row}."""
    slugs, rows = {}, {}
    for start in range(0, len(stream), PART):
        entries = stream[start : start + PART]
        for record in writing.read_whole(entries):
            entry = type(record), record.pk
            rows[entry] = digest(repr(told(record)))
            if isinstance(record, Post):
                slugs[entry] = record.slug
    return slugs, rows


def digest(text):
    """Return what tells a text from any other, and does not tell what it says.

    Keyed, because rows hold what is not public, and the files may be.
    """
    return hmac.digest(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hex()


def place():
    """Return what a page says by the settings, and by the files that were collected."""
    files = static("site.css"), static("icon.svg")
    return settings.SITE_ORIGIN, settings.MEDIA_URL, settings.TIME_ZONE, settings.USE_TZ, *files


def told(value):
    """Return all that a row, or something made of rows, holds, as plain values."""
    if isinstance(value, Model):
        return [(name, told(each)) for name, each in vars(value).items() if name != "_state"]
    if isinstance(value, list):
        return [told(each) for each in value]
    return value


@cache
def program():
    """Return a text that names this very program: its files, and the packages it runs on."""
    found = hashlib.sha256()
    for folder in SOURCES:
        for file in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                found.update(f"{file} ".encode() + file.read_bytes())
    packages = sorted((each.name, each.version) for each in distributions())
    return f"{found.hexdigest()} {packages}"
