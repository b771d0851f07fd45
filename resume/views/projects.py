"""Projects, each with its skills and its proof."""

from django.shortcuts import get_object_or_404, render

from resume.models import Project
from resume.models.sections import in_resume_order


def projects(request):
    """List the projects under the positions they belong to."""
    context = {"projects": in_resume_order(Project.objects.for_list())}
    return render(request, "projects/list.html", context)


def project(request, slug):
    """Show one project."""
    return project_page(request, get_object_or_404(Project.objects.for_detail(), slug=slug))


def project_page(request, project):
    """Return the page of a record read with `with_links()`, published or not."""
    return render(request, "projects/detail.html", {"project": project})
