"""Links inside the site that lead nowhere."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from resume.markup import links
from resume.models import Section
from resume.models.addresses import is_english, is_kept, old_addresses
from resume.models.base import Named

from .facts import Facts
from .findings import Finding, Kind
from .texts import Text

DEAD = Kind(
    "dead-link",
    _("Links inside the site that lead nowhere"),
    _("A visitor who follows the link is told that there is no such page."),
    _("Correct the address, publish the page, or make a redirect."),
)
# Whatever may be a link to this site: Markdown is parsed only where there is one.
MAY_LINK = re.compile(r"\]\(\s*<?(?!https?:|mailto:)|\]:\s*<?(?!https?:|mailto:)", re.IGNORECASE)


def dead_links(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the links to this site at which a visitor finds nothing; no query for each."""
    pages = _pages(facts)
    for text in facts.texts:
        if text.is_markdown and _may_link(text):
            addresses = dict.fromkeys(address for address, _words in links(text.text))
            dead = [
                address
                for address in addresses
                if is_dead(address, text.record, pages, facts.redirects)
            ]
            yield from _findings(text, [unquote(address) for address in dead])


def _findings(text: Text, addresses: list[str]) -> Iterator[Finding]:
    """Yield one finding for each address, and one for all headings that a text's contents name."""
    headings = [address for address in addresses if address.startswith("#")]
    for address in addresses:
        if address not in headings:
            words = _("“%(address)s” leads nowhere.")
            yield Finding(DEAD, text.record, address, words, {"address": address}, text.field)
    if headings:
        words = _("“%(address)s” leads nowhere.")
        if len(headings) > 1:
            words = _("“%(address)s” and %(others)d more lead nowhere.")
        params = {"address": headings[0], "others": len(headings) - 1}
        yield Finding(DEAD, text.record, "#", words, params, text.field)


def is_dead(address: str, record: Named, pages: dict[str, set[str]], redirects: set[str]) -> bool:
    """Return whether an address in a text of `record` is of this site and nothing answers there."""
    try:
        parts = urlsplit(urljoin(settings.SITE_ORIGIN + _page_of(record), address))
        origin = urlsplit(settings.SITE_ORIGIN)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.netloc != origin.netloc:
        return False
    path = unquote(parts.path) or "/"
    if address.startswith("#"):
        return _is_dead_fragment(address, pages)
    if path.startswith(settings.MEDIA_URL):
        return not _is_stored(path.removeprefix(settings.MEDIA_URL))
    if is_kept(path) or not redirects.isdisjoint(old_addresses(path, parts.query)):
        return False
    return not any(_answers(each, pages) for each in (path, f"{path}/"))


def _is_dead_fragment(address: str, pages: dict[str, set[str]]) -> bool:
    """A text's own headings have no address; the résumé's and the lists' records have."""
    fragment = unquote(address[1:])
    return bool(fragment) and fragment != "top" and fragment not in pages["anchors"]


def _pages(facts: Facts) -> dict[str, set[str]]:
    """Return {name of a URL: the slugs that answer there}, and the ids on pages as "anchors"."""
    kinds = {
        "employer": facts.employers,
        "project": facts.projects,
        "skill": facts.skills,
        "publication": facts.publications,
        "post": facts.posts,
    }
    pages = {
        name: {record.slug for record in records if record.is_visible}
        for name, records in kinds.items()
    }
    categories = {skill.section_id for skill in facts.skills if skill.is_visible}
    pages["skill-matrix"] = pages["skill"]
    pages["category-matrix"] = {
        section.slug
        for section in facts.sections
        if section.is_visible and section.title and section.pk in categories
    }
    listed = [*facts.positions, *facts.education, *facts.certifications, *facts.awards]
    pages["anchors"] = {record.slug for record in listed if record.is_visible} | {
        f"{record._meta.model_name}-{record.slug}"
        for record in facts.records()
        if record.is_visible
    }
    return pages


def _answers(path: str, pages: dict[str, set[str]]) -> bool:
    with translation.override("en" if is_english(path) else settings.LANGUAGE_CODE):
        try:
            match = resolve(path)
        except Resolver404:
            return False
    slug = match.kwargs.get("slug")
    return slug is None or slug in pages.get(match.url_name, ())


def _page_of(record: Named) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return reverse("resume") if isinstance(record, Section) else record.get_absolute_url()


def _is_stored(name: str) -> bool:
    try:
        return default_storage.exists(name)
    except ConnectionError:  # Pictures on another machine that does not answer may well be there.
        return True
    except (OSError, ValueError):
        return False


def _may_link(text: Text) -> bool:
    return bool(MAY_LINK.search(text.text)) or settings.SITE_ORIGIN in text.text
