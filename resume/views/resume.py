"""The whole résumé on one page."""

from functools import lru_cache, partial

from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from resume.document import schema
from resume.formats import html
from resume.models import Profile
from resume.store import load_resume

from .site import Site


class DocumentSite(Site):
    """What stands around a page that has read the résumé: taken from it, without a query."""

    def __init__(self, request, profile, document):
        super().__init__(request)
        self.profile = profile
        self.links = [item for item in document.items() if isinstance(item, schema.ProfileLink)]
        self.name = document.heading or _("Résumé")


def resume(request):
    """Show everything that the owner's résumé lists, in the owner's order and headings."""
    profile = Profile.objects.current()
    document = load_resume(profile=profile)
    request.site = DocumentSite(request, profile, document)
    root = get_script_prefix()
    context = {
        "summary": document.summary,
        "contents": html.contents(document),
        "sections": html.render(document, partial(link, (root, get_language())), root=root),
    }
    return render(request, "resume.html", context)


def link(place, item):
    """Return the address of what an item's name links to.

    `place` is where the site begins, and the language of the interface.
    """
    match item:
        case schema.Position():
            return address("employer", item.employer.key, place)
        case schema.Project():
            return address("project", item.key, place)
        case schema.Skill():
            return address("skill", item.key, place)
        case schema.Publication():
            # The work itself where it is on the web: that is what a reader expects of its title.
            return item.url or address("publication", item.key, place)
        case schema.ProfileLink():
            return item.url
    return f"{reverse('credentials')}#{item.key}"


@lru_cache(maxsize=2048)
def address(name, key, place):
    """Return the path of a record's page in the place that is active.

    Kept, because a résumé links to a hundred pages and Django works each address out anew.
    """
    return reverse(name, args=[key])
