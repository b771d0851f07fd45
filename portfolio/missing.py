"""What a visitor gets where no page is."""

from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from portfolio import refusals
from resume.models import Redirect


def page_not_found(request, exception):
    """Send the visitor on where the page has moved, else answer 404 with ways to go on.

    It stands behind every page that is missing, so an address that exists costs no query.
    """
    try:
        if destination := Redirect.objects.destination(request.path_info):
            return HttpResponsePermanentRedirect(destination)
        return render(request, "404.html", status=404)
    except DatabaseError:
        return refusals.unavailable(request)
