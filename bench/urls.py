"""The site's URLs and the peer that the pages are measured against."""

from django.http import HttpResponse
from django.urls import path

from portfolio.urls import handler400, handler404
from portfolio.urls import urlpatterns as site

__all__ = ["handler400", "handler404", "urlpatterns"]


def empty(request):
    """Answer with nothing: what any page of Django costs with this site's middleware."""
    return HttpResponse()


urlpatterns = [path("bench/empty", empty), *site]
