"""What somebody typed into a form that could not be saved, to be copied."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

# What a form carries beside the texts that somebody typed.
MACHINERY = (
    *("csrfmiddlewaretoken", "action", "index", "next", "post", "shown", "live"),
    # of a question that is answered: about which texts, and where to go afterwards
    *("asked", "back"),
    # of the transfer page: which changes are accepted, and how
    *("seen", "change", "publish", "accept_evidence"),
)
SHORTEST = 2


def typed_texts(request):
    """Return [(field name, text)] of what was typed into the posted form, passwords left out."""
    return [
        (name, text)
        for name, texts in request.POST.lists()
        for text in texts
        if len(text) >= SHORTEST
        and not name.startswith("_")
        and not name.endswith("_FORMS")
        and name.rpartition("-")[2] not in MACHINERY
        and "password" not in name
    ]


def typed_texts_page(request, status, **context):
    """Return a page with the typed texts and `title`, `message`, `link`, `link_text`.

    Returns None when nothing was typed.
    """
    texts = typed_texts(request)
    if not texts:
        return None
    context |= {"texts": texts, "language": get_language()}
    body = render_to_string("admin/typed_texts.html", context)
    return HttpResponse(body, status=status, headers={"Cache-Control": "no-store"})
