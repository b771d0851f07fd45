"""Employers, with the positions held there."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from resume import timeline
from resume.models import Employer
from resume.models.sections import in_resume_order


def employers(request):
    """List the employers in the order of the résumé."""
    employers = in_resume_order(Employer.objects.for_list())
    stints = [position for employer in employers for position in employer.positions.all()]
    stints.sort(key=lambda position: position.start, reverse=True)
    context = {
        "employers": employers,
        "timeline": timeline.draw(stints, timezone.localdate()),
    }
    return render(request, "employers/list.html", context)


def employer(request, slug):
    """Show one employer."""
    return employer_page(request, get_object_or_404(Employer.objects.for_detail(), slug=slug))


def employer_page(request, employer):
    """Return the page of a record read with `with_links()`, published or not."""
    return render(request, "employers/detail.html", {"employer": employer})
