"""The one list of public pages: behind the sitemap, and wherever every page is walked.

The sitemap is an index of parts, so that none grows with the number of posts: a part of posts is
those whose keys share their thousands. It is written with narrow queries and without Django's own
framework, which works out every address six times. Later pages of the stream of writing and
tables of some skills are not in it: what they list is.
"""

from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from resume import writing
from resume.models import Employer, Post, Profile, Project, Publication, Skill
from resume.views.blog import page_numbers
from resume.views.matrix import narrowed_pages
from resume.views.site import absolute

LISTS = (
    "home",
    "resume",
    "employers",
    "projects",
    "matrix",
    "skills",
    "publications",
    "credentials",
    "blog",
)
DETAILS = {
    "employer": Employer,
    "project": Project,
    "skill": Skill,
    "publication": Publication,
    "post": Post,
}
PART = 1000  # keys

OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def pages():
    """Return [(name of the URL, its arguments)] of every public page, a list before its details."""
    details = [(name, (slug,)) for name in DETAILS for slug in slugs(name)]
    return [*lists(), *details]


def lists():
    """Return [(name of the URL, its arguments)] of every public page that is no record's own."""
    older = [("blog", (number,)) for number in page_numbers(writing.count()) if number > 1]
    return [*((name, ()) for name in LISTS), *older, *narrowed_pages()]


def slugs(name):
    """Return the slugs of the public records of which each has a page of this name."""
    return DETAILS[name].objects.published().order_by("pk").values_list("slug", flat=True)


def page_urls():
    """Return the path of every public page in every language of the interface."""
    listed, details = lists(), {name: list(slugs(name)) for name in DETAILS}
    paths = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            paths += [reverse(name, args=arguments) for name, arguments in listed]
            for name, found in details.items():
                paths += detail_paths(name, found)
    return paths


@require_safe
def sitemap(request):
    """Name the parts of the sitemap: none while the owner asks not to be listed."""
    if is_quiet():
        return xml("sitemapindex", [])
    paths = [
        reverse("sitemap-pages"),
        *(reverse("sitemap-posts", args=[part]) for part in post_parts()),
    ]
    items = (f"<sitemap><loc>{absolute(path)}</loc></sitemap>\n" for path in paths)
    return xml("sitemapindex", items)


@require_safe
def sitemap_pages(request):
    """List every page that is no post."""
    if is_quiet():
        return xml("urlset", [])
    paths = [reverse(name) for name in LISTS]
    for name, model in DETAILS.items():
        if model is not Post:
            paths += detail_paths(name, slugs(name))
    return xml("urlset", map(entries, paths))


@require_safe
def sitemap_posts(request, part):
    """List the posts of one part. Raises Http404 where it has none."""
    first = part * PART
    if is_quiet() or part not in post_parts():
        raise Http404
    found = slugs("post").filter(pk__gte=first, pk__lt=first + PART)
    return xml("urlset", map(entries, detail_paths("post", found)))


def post_parts():
    """Return the numbers of the parts from the first post to the last.

    The two ends cost the same however many posts lie between; which thousands of keys have a
    public one would not. So a part may be empty, where a thousand posts were deleted or are drafts.
    """
    keys = Post.objects.order_by("pk").values_list("pk", flat=True)
    first, last = keys.first(), keys.last()
    if first is None or last is None or not Post.objects.published().exists():
        return range(0)
    return range(first // PART, last // PART + 1)


def is_quiet():
    """Return whether the pages ask not to be listed: a list of them would contradict that."""
    return Profile.objects.current().noindex


def detail_paths(name, found):
    """Return the path of the page of each slug, in the active language, for the price of one."""
    before, _slug, after = reverse(name, args=["slug"]).rpartition("slug")
    return [f"{before}{quote(slug)}{after}" for slug in found]


def entries(path):
    """Return the entry of a page in each language, given its Japanese path."""
    root = get_script_prefix()
    addresses = {"ja": absolute(path), "en": absolute(f"{root}en/{path.removeprefix(root)}")}
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
        for language, address in (*addresses.items(), ("x-default", addresses["ja"]))
    )
    return "".join(
        f"<url><loc>{address}</loc>{alternates}</url>\n" for address in addresses.values()
    )


def xml(root, items):
    """Return the response of a sitemap document."""
    body = f"{OPENING.format(root)}{''.join(items)}</{root}>\n"
    # It is for machines: it is not to be found itself.
    return HttpResponse(body, content_type="application/xml", headers={"X-Robots-Tag": "noindex"})
