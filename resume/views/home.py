"""The first page: who, what now, what was done, and what was written last."""

from django.shortcuts import render

from resume import writing
from resume.models import Position, Project, Section
from resume.views.site import site_of


def home(request):
    """Show the owner, and as much of the work and the writing as the owner chose."""
    profile = site_of(request).profile
    context = {
        "summary": Section.objects.summary(),
        "positions": Position.objects.current() if profile.home_now else [],
        "projects": Project.objects.for_home(profile.home_projects),
        "writing": writing.latest(profile.home_writing),
    }
    return render(request, "home.html", context)
