"""The Atom feed of the writing."""

import datetime

from django.contrib.syndication.views import Feed
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from resume import writing
from resume.document.dates import PartialDate
from resume.document.text import FORBIDDEN_CHARACTERS
from resume.markup import render_html
from resume.models import Post, Profile
from resume.views.site import absolute, site_of

ENTRIES = 20


class AtomFeed(Atom1Feed):
    """Atom in which the addresses inside a text are relative to the site."""

    def root_attributes(self):
        return {**super().root_attributes(), "xml:base": absolute(get_script_prefix())}


class WritingFeed(Feed):
    """The newest writing: posts, and publications whose date is known to the day.

    An Atom entry says the instant at which it appeared (RFC 4287, section 4.1.2). A publication
    dated to the month or year has none, and inventing one would be a false fact.
    """

    feed_type = AtomFeed

    @property
    def language(self):
        """The language that the entries are written in."""
        return Profile.objects.current().language

    def get_object(self, request):
        """Return the site, from which the feed takes its name."""
        return site_of(request)

    def title(self, site):
        return printable(_("Writing – %(site)s") % {"site": site.name})

    def link(self, site):
        return absolute(reverse("blog"))

    def feed_url(self, site):
        return absolute(reverse("feed"))

    feed_guid = link

    def author_name(self, site):
        return printable(site.name)

    def items(self, site):
        return writing.read(writing.stream_to_the_day(ENTRIES))

    def item_title(self, record):
        return printable(record.public_name)

    def item_description(self, record):
        if isinstance(record, Post):
            root = get_script_prefix()
            return printable(render_html(record.body, document_id=record.slug, root=root))
        return printable(" ".join(filter(None, [record.authors, record.venue, record.url])))

    def item_link(self, record):
        return absolute(record.get_absolute_url())

    def item_pubdate(self, record):
        if isinstance(record, Post):
            return record.publish_at
        day = PartialDate.parse(record.date).first_day
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))

    def item_updateddate(self, record):
        return record.updated_at if isinstance(record, Post) else self.item_pubdate(record)


def printable(text):
    """Return `text` without the characters that XML cannot hold."""
    return FORBIDDEN_CHARACTERS.sub("", text)
