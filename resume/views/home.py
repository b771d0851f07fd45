"""The first page: who, what now, what was done, and what was written last."""

from django.shortcuts import render

from resume import writing
from resume.models import Position, Project, Section

LATEST = 5


def home(request):
    """Show the owner, the current positions, the featured projects and the latest writing."""
    context = {
        "summary": Section.objects.summary(),
        "positions": Position.objects.current(),
        "projects": Project.objects.for_home(),
        "writing": writing.latest(LATEST),
    }
    return render(request, "home.html", context)
