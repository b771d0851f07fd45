"""Paths of this site as redirects hold them, and whether something answers at one."""

from urllib.parse import unquote, urlsplit, urlunsplit

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from resume.document.text import TextError, canonical_url, forbidden_character

from .fields import CanonicalURLField

ENGLISH = "/en"
# Where the site itself works; no old address of a page is in there.
EDITING = ("/admin/", "/markdownx/")
KEPT = (*EDITING, settings.STATIC_URL, settings.MEDIA_URL)


def is_english(path):
    """Return whether a path is in the English interface."""
    return path == ENGLISH or path.startswith(f"{ENGLISH}/")


def is_kept(path, prefixes=KEPT):
    """Return whether a path is in a part of the site that has no pages."""
    return f"{path}/".startswith(prefixes)


def old_addresses(path, query=""):
    """Return the addresses under which a request may be known, the most exact first.

    With its query before without; in the language that was asked before in any.
    """
    paths = [path, path.removeprefix(ENGLISH)] if is_english(path) else [path]
    queried = [f"{each}?{unquote(query)}" for each in paths] if query else []
    return [each for each in [*queried, *paths] if not forbidden_character(each)]


def addresses_of_target(target):
    """Return `old_addresses` of what a target asks of this site; none for another site."""
    parts = urlsplit(target)
    return [] if parts.netloc else old_addresses(unquote(parts.path), parts.query)


def is_page(path):
    """Return whether a page, a file or a form of this site answers at a decoded path."""
    language = "en" if is_english(path) else settings.LANGUAGE_CODE
    with translation.override(language):
        return any(_answers(each) for each in (path, f"{path}/"))


def _answers(path):
    try:
        match = resolve(path)
    except Resolver404:
        return False
    slug = match.kwargs.get("slug")
    if slug is None:
        return True
    # The URL of a record's page has the name of its model.
    records = apps.get_model("resume", match.url_name).objects
    return records.published().filter(slug=slug).exists()


def clean_old_path(text):
    """Return an old address as requests are compared with it: decoded, without a fragment.

    Raises ValidationError for what is no path of this site.
    """
    parts = urlsplit(_without_origin(text))
    query = f"?{unquote(parts.query)}" if parts.query else ""
    path = unquote(parts.path) + query
    if not _is_path(parts) or _cannot_be_asked(path):
        raise ValidationError(_("Write a path of this site; it begins with one “/”."))
    return path


def clean_target(text):
    """Return a target in its one spelling: a path of this site, or an absolute URL.

    Raises ValidationError for anything else.
    """
    text = _without_origin(text)
    parts = urlsplit(text)
    if not parts.scheme and not parts.netloc:
        path = unquote(parts.path)
        if not _is_path(parts) or _cannot_be_asked(path):
            raise ValidationError(
                _("Write a path that begins with one “/”, or a whole address with https://.")
            )
        # What would begin a query or an escape once decoded stays as it is.
        safe = path if not set(path) & set("?#%") else parts.path
        return urlunsplit(parts._replace(path=safe))
    try:
        url = canonical_url(text)
    except TextError as error:
        raise ValidationError(CanonicalURLField.refusals[error.code]) from error
    if url.startswith("mailto:"):
        raise ValidationError(_("A page leads to a page: write http:// or https://."))
    return url


def _is_path(parts):
    # A browser reads a second slash or a backslash as the beginning of another host.
    second = parts.path[1:2]
    alone = not parts.scheme and not parts.netloc
    return alone and parts.path.startswith("/") and second not in ("/", "\\")


def _cannot_be_asked(path):
    return forbidden_character(path) or "\n" in path or "\r" in path


def _without_origin(text):
    """Return the path of an address of this very site, any other text as it is."""
    text = text.strip()
    parts = urlsplit(text)
    if parts.scheme in ("http", "https") and parts.netloc == urlsplit(settings.SITE_ORIGIN).netloc:
        return urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment))
    return text
