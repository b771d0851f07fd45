"""The whole résumé on one page."""

from django.shortcuts import render
from django.urls import reverse

from resume.document import schema
from resume.formats import html
from resume.store import load_resume


def resume(request):
    """Show everything that the owner's résumé lists, in the owner's order and headings."""
    document = load_resume()
    return render(
        request,
        "resume.html",
        {
            "resume": document,
            "contents": html.contents(document),
            "sections": html.render(document, link),
        },
    )


def link(item):
    """Return the address of what an item's name links to, or "" for none."""
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
