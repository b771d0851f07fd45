"""What a visitor gets where no page is."""

from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render

from portfolio import refusals
from resume.models import Redirect
from resume.models.addresses import old_addresses


def page_not_found(request, exception):
    """Send the visitor on where the page has moved, else answer 404 or 410 with ways to go on.

    It stands behind every page that is missing, so an address that exists costs no query.
    """
    path = request.path_info
    try:
        found = Redirect.objects.answering(old_addresses(path, request.META["QUERY_STRING"]))
        if found is None:
            return render(request, "404.html", status=404)
        match found.kind:
            case Redirect.Kind.GONE:
                return render(request, "410.html", status=410)
            case Redirect.Kind.TEMPORARY:
                return HttpResponseRedirect(found.destination(path))
        return HttpResponsePermanentRedirect(found.destination(path))
    except DatabaseError:
        return refusals.unavailable(request)
