"""The first page: who, what now, what was done, and what was written last."""

from django.shortcuts import render
from django.utils import timezone

from resume import timeline, writing
from resume.models import Position, Project, Section
from resume.views.site import site_of

BARS = 8


def home(request):
    """Show the owner, and as much of the work and the writing as the owner chose."""
    profile = site_of(request).profile
    positions = Position.objects.for_home() if profile.home_now else []
    stints = [position for position in positions if not position.parent_id]
    context = {
        "summary": Section.objects.summary(),
        "now": current(positions),
        "timeline": timeline.draw(stints, timezone.localdate()).first(BARS),
        "projects": Project.objects.for_home(profile.home_projects),
        "writing": writing.latest(profile.home_writing),
    }
    return render(request, "home.html", context)


def current(positions):
    """Return the positions that go on; of a stint, its current roles instead where it has any."""
    going = [position for position in positions if position.is_current]
    with_roles = {position.parent_id for position in going}
    return [position for position in going if position.pk not in with_roles]
