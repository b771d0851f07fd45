"""The one list of public pages: behind the sitemap, and wherever every page is walked."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import translation

from resume.models import Employer, Post, Profile, Project, Publication, Skill
from resume.views.blog import stream_pages

LISTS = ("home", "resume", "employers", "projects", "skills", "publications", "credentials", "blog")
DETAILS = {
    "employer": Employer,
    "project": Project,
    "skill": Skill,
    "publication": Publication,
    "post": Post,
}


def pages():
    """Return [(name of the URL, its arguments)] of every public page, a list before its details."""
    listed = [(name, ()) for name in LISTS]
    older = [("blog", (number,)) for number in stream_pages().page_range if number > 1]
    details = [
        (name, (slug,))
        for name, model in DETAILS.items()
        for slug in model.objects.published().order_by("pk").values_list("slug", flat=True)
    ]
    return [*listed, *older, *details]


def page_urls():
    """Return the path of every public page in every language of the interface."""
    found = pages()
    paths = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            paths += [reverse(name, args=arguments) for name, arguments in found]
    return paths


class PageSitemap(Sitemap):
    """Every public page, with its address in each language."""

    i18n = True
    alternates = True
    x_default = True
    protocol = urlsplit(settings.SITE_ORIGIN).scheme

    def get_domain(self, site=None):
        # SITE_ORIGIN's, never the host that was asked.
        return urlsplit(settings.SITE_ORIGIN).netloc

    def items(self):
        # A list of pages that ask not to be listed would contradict them.
        return [] if Profile.objects.current().noindex else pages()

    def location(self, page):
        name, arguments = page
        return reverse(name, args=arguments)


SITEMAPS = {"pages": PageSitemap}
