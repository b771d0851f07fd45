"""The whole résumé on one page."""

from django.shortcuts import render
from django.urls import reverse
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
    context = {
        "summary": document.summary,
        "contents": html.contents(document),
        "sections": html.render(document, link),
    }
    return render(request, "resume.html", context)


def link(item):
    """Return the address of what an item's name links to."""
    match item:
        case schema.Position():
            return reverse("employer", args=[item.employer.key])
        case schema.Project():
            return reverse("project", args=[item.key])
        case schema.Skill():
            return reverse("skill", args=[item.key])
        case schema.Publication():
            # The work itself where it is on the web: that is what a reader expects of its title.
            return item.url or reverse("publication", args=[item.key])
        case schema.ProfileLink():
            return item.url
    return f"{reverse('credentials')}#{item.key}"
