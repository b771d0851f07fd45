"""Finding things on the site."""

from collections import Counter
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from resume import search as searching
from resume.state import current_state

from .site import Site
from .static_search import is_static, static_search
from .words_of_search import KINDS, PARTS

PAGE_SIZE = 10


class SearchSite(Site):
    """What stands around the page: kept with the index, so that it costs no query."""

    def __init__(self, request, index, query):
        super().__init__(request)
        self.profile = index.profile
        self.links = index.links
        self.query = query


@dataclass(frozen=True)
class Result:
    """A record that was found: its page, its kind, and its title and text with the hits marked."""

    path: str
    kind: str
    date: str
    title: str
    text: str


# Every query is another page, so none is kept.
@never_cache
@require_safe
def search(request):
    """Show what holds every word that is looked for: `q`, in one part of the site with `in`."""
    if is_static(request):
        return static_search(request)
    index = searching.KEPT.of(state_of(request))
    query = searching.parse(request.GET.get("q", ""))
    part = request.GET.get("in", "")
    request.site = SearchSite(request, index, address(query.typed, part))
    found = searching.find(index.entries, query)
    counts = Counter(entry.part for entry in found)
    shown = [entry for entry in found if entry.part == part] if counts[part] else found
    number = page_number(request.GET.get("page", ""), len(shown))
    last = number * PAGE_SIZE
    context = {
        "query": query,
        "count": len(shown),
        "parts": parts(query.typed, counts, part),
        "results": [result(entry, query.words) for entry in shown[last - PAGE_SIZE : last]],
        "number": number,
        "first": last - PAGE_SIZE + 1,
        "newer": number > 1 and address(query.typed, part, number - 1),
        "older": last < len(shown) and address(query.typed, part, number + 1),
        "alone": [(word, count, address(word)) for word, count in alone(index, query, bool(found))],
    }
    return render(request, "search.html", context)


def state_of(request):
    """Return the state of the content that this visitor sees: asked once a second for all.

    Where nobody keeps it, and for somebody who edits, it is asked now.
    """
    ask = request.META.get("keireki.state")
    return (ask and ask()) or current_state()


def parts(typed, counts, part):
    """Return (words, count, address, whether it is shown) of all parts and of each with a hit."""
    total = sum(counts.values())
    listed = [(_("Everything"), total, address(typed), not counts[part])]
    return listed + [
        (words, counts[name], address(typed, name), name == part)
        for name, words in PARTS.items()
        if counts[name]
    ]


def alone(index, query, is_found):
    """Return the words that would be found one by one, where all of them together are not."""
    if is_found or len(query.words) < 2:
        return []
    return searching.count_alone(index.entries, query)


def result(entry, words):
    """Return what the page shows of an entry."""
    return Result(
        path=path_of(entry.page),
        kind=KINDS[entry.kind],
        date=entry.date,
        title=html(searching.marked(entry.title, words)),
        text=html(searching.excerpt(entry.text, words)),
    )


def html(pieces):
    """Return the pieces of a text, its hits as <mark>, safe to stand in a page."""
    texts = ((escape(each.text), each.is_hit) for each in pieces)
    marks = "".join(f"<mark>{text}</mark>" if is_hit else text for text, is_hit in texts)
    # Every piece went through `escape`.
    return mark_safe(marks)  # noqa: S308


def path_of(page):
    """Return the address of an entry's page in the language of the interface."""
    if isinstance(page, str):
        return page
    name, arguments, fragment = page
    return reverse(name, args=arguments) + (f"#{fragment}" if fragment else "")


def page_number(text, count):
    """Return the number that `text` says; the nearest one that the results have."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(number, -(-count // PAGE_SIZE)))


def address(typed, part="", number=1):
    """Return the query string of a page of results; "" for nothing that is looked for."""
    asked = {"q": typed, "in": part, "page": number if number > 1 else ""}
    named = {key: value for key, value in asked.items() if value}
    return f"?{urlencode(named)}" if typed else ""
