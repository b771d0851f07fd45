"""The search of the site as files: a page that needs JavaScript, and the list that it reads.

Both are there for `export_site` only; the site itself searches by `resume.views.search`.
"""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from resume import search as searching
from resume.models import Profile
from resume.state import current_state

from .words_of_search import KINDS, PARTS

# What the export says of itself in its requests.
STATIC_SITE = "keireki.static_site"


def is_static(request):
    """Return whether the page is made to be a file."""
    return bool(request.META.get(STATIC_SITE))


def static_search(request):
    """Show the box, and hand the words of a page of results to its script."""
    words = {
        "root": reverse("home"),
        "lang": language_of_content(),
        "parts": PARTS,
        "kinds": KINDS,
        "everything": _("Everything"),
        "one": ngettext("%(number)s result", "%(number)s results", 1),
        "many": ngettext("%(number)s result", "%(number)s results", 2),
        "cut": _("That was long: only its beginning was looked for."),
        "nothing": _("Nothing here holds “%(words)s”."),
        "alone": _("Nothing holds all of these words. One by one they are found:"),
        "newer": _("Previous results"),
        "older": _("More results"),
        "pages": _("Pages"),
        "partsLabel": _("Results by part"),
        "failed": _("The list that is searched could not be read. Try again later."),
        "limits": [searching.MOST_CHARACTERS, searching.MOST_WORDS],
    }
    return render(request, "search_static.html", {"words": words})


def language_of_content():
    """Return the language of the owner's texts where it is not the page's, else ""."""
    language = Profile.objects.current().language
    return "" if language == translation.get_language() else language


@require_safe
def search_list(request):
    """Answer with the list of everything public. Raises Http404 on the site itself."""
    if not is_static(request):
        raise Http404
    index = searching.KEPT.of(current_state())
    with translation.override("ja"):
        found = [listed(entry) for entry in index.entries]
    return JsonResponse(found, safe=False, json_dumps_params={"ensure_ascii": False})


def listed(entry):
    """Return the entry as the script reads it: a page is told from the site's first page on."""
    names = entry.names.strip("\n").split("\n")
    page = entry.page
    if not isinstance(page, str):
        name, arguments, fragment = page
        path = reverse(name, args=arguments).removeprefix(get_script_prefix())
        page = path + (f"#{fragment}" if fragment else "")
    return [
        entry.part,
        entry.kind,
        entry.title.written,
        page,
        entry.text.written,
        entry.date,
        names[1:],
    ]
