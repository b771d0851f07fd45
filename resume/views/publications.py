"""What the owner published elsewhere."""

from django.shortcuts import get_object_or_404, render

from resume.models import Publication
from resume.models.sections import in_resume_order


def publications(request):
    """List the publications by kind, newest first and then in the order of the résumé."""
    listed = in_resume_order(Publication.objects.for_list())
    listed.sort(key=lambda publication: publication.date, reverse=True)
    listed.sort(key=lambda publication: Publication.Kind.values.index(publication.kind))
    return render(request, "publications/list.html", {"publications": listed})


def publication(request, slug):
    """Show one publication and everything that cites it."""
    record = get_object_or_404(Publication.objects.for_detail(), slug=slug)
    return publication_page(request, record)


def publication_page(request, publication):
    """Return the page of a record read with `with_links()`, published or not."""
    return render(request, "publications/detail.html", {"publication": publication})
