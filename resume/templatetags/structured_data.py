"""JSON-LD: what a page is about, for search engines (schema.org).

Data blocks are no scripts, so the content security policy lets them be.
"""

import json

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from resume.models import ProfileLink, Publication
from resume.views.site import absolute

register = template.Library()

# As in django.utils.html.json_script: no text can end the element it stands in.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
# Links that say who somebody is elsewhere; the others are ways to reach them.
IDENTITIES = (ProfileLink.Kind.ACCOUNT, ProfileLink.Kind.WEBSITE)
SCHOLARLY = (Publication.Kind.PAPER, Publication.Kind.THESIS)


def person(site):
    """Return the owner as a Person, or None while the site has no name."""
    profile = site.profile
    if not profile.name:
        return None
    return without_empty(
        {
            "@type": "Person",
            "name": profile.name,
            "jobTitle": profile.title,
            "url": absolute(reverse("home")),
            "image": absolute(profile.photo.url) if profile.photo else "",
            "sameAs": [link.url for link in site.links if link.url and link.kind in IDENTITIES],
        }
    )


def about_site(site):
    """Return the ProfilePage of a named owner, else the WebSite."""
    if owner := person(site):
        return {"@type": "ProfilePage", "url": absolute(reverse("home")), "mainEntity": owner}
    return {"@type": "WebSite", "name": site.name, "url": absolute(reverse("home"))}


def about_post(site, post):
    """Return the BlogPosting of a post."""
    return without_empty(
        {
            "@type": "BlogPosting",
            "headline": post.title,
            "url": absolute(post.get_absolute_url()),
            "inLanguage": site.profile.language,
            "datePublished": timezone.localtime(post.publish_at).isoformat(),
            "dateModified": timezone.localtime(post.updated_at).isoformat(),
            "image": absolute(post.cover.url) if post.cover else "",
            "author": person(site),
            "citation": [publication.url for publication in post.shown_publications],
        }
    )


def about_publication(site, publication):
    """Return the ScholarlyArticle or Article of a publication; None for any other kind.

    Authors and venue are credited as written: nothing says where one name ends, or what a venue is.
    """
    if publication.kind in SCHOLARLY:
        kind = "ScholarlyArticle"
    elif publication.kind == Publication.Kind.ARTICLE:
        kind = "Article"
    else:
        return None
    return without_empty(
        {
            "@type": kind,
            "headline": publication.title,
            "url": publication.url or absolute(publication.get_absolute_url()),
            "creditText": " / ".join(filter(None, [publication.authors, publication.venue])),
            "datePublished": publication.date,
            "sameAs": publication.doi and f"https://doi.org/{publication.doi}",
        }
    )


def breadcrumb_list(trail):
    """Return the BreadcrumbList of [(name, path)]."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(trail, start=1)
        ],
    }


def without_empty(data):
    """Return `data` without the properties that say nothing."""
    return {key: value for key, value in data.items() if value}


def data_block(data):
    """Return `data` as a JSON-LD element that no text inside it can end; "" for None."""
    if data is None:
        return ""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(ESCAPES)),  # noqa: S308
    )


@register.simple_tag(takes_context=True)
def site_data(context):
    """Return the data block of the home page."""
    return data_block(about_site(context["site"]))


@register.simple_tag(takes_context=True)
def post_data(context, post):
    """Return the data block of a post."""
    return data_block(about_post(context["site"], post))


@register.simple_tag(takes_context=True)
def publication_data(context, publication):
    """Return the data block of a publication, where it has one."""
    return data_block(about_publication(context["site"], publication))


@register.inclusion_tag("_breadcrumbs.html", takes_context=True)
def breadcrumbs(context, *names_and_paths):
    """Show where the page is: the home page, then each name and path that is given in turn."""
    pairs = zip(names_and_paths[::2], names_and_paths[1::2], strict=True)
    trail = [(_("Home"), reverse("home")), *pairs]
    return {"site": context["site"], "trail": trail, "data": data_block(breadcrumb_list(trail))}
