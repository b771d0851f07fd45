"""What crawlers may fetch."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from resume.views.site import absolute


@require_safe
def robots(request):
    """Name the sitemap, and keep crawlers out of the admin."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {absolute(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
