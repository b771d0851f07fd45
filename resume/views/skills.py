"""Skills as claimed, each with what proves it."""

from django.shortcuts import get_object_or_404, render

from resume.models import Skill
from resume.models.profile import in_resume_order
from resume.models.skills import nest


def skills(request):
    """List the skills by category, each with its parts."""
    context = {"skills": nest(in_resume_order(Skill.objects.for_list()))}
    return render(request, "skills/list.html", context)


def skill(request, slug):
    """Show one skill."""
    return skill_page(request, get_object_or_404(Skill.objects.for_detail(), slug=slug))


def skill_page(request, skill):
    """Return the page of a record read with `with_links()`, published or not."""
    return render(request, "skills/detail.html", {"skill": skill})
