"""The stream of writing, and the posts written here."""

from django.http import Http404
from django.shortcuts import render

from resume import writing
from resume.models import Post

PAGE_SIZE = 20
MOST_PAGES = 100_000


def page_numbers(entries):
    """Return the numbers of the pages of a stream of this many entries, at least one."""
    return range(1, max(1, -(-entries // PAGE_SIZE)) + 1)


def blog(request, number=None):
    """Show a page of the stream. Raises Http404 for a page that is not there."""
    return render(request, "blog/list.html", stream_page(number))


def stream_page(number=None):
    """Return what a page of the stream shows. Raises Http404 for a page that is not there.

    The first page has one address, which names no number. Nothing is counted: the entry after the
    last of the page tells whether there is another one.
    """
    if number is not None and not 1 < number <= MOST_PAGES:
        raise Http404
    number = number or 1
    last = number * PAGE_SIZE
    found = writing.stream(last - PAGE_SIZE, last + 1)
    if number > 1 and not found:
        raise Http404
    return {
        "number": number,
        "newer": number - 1,
        "older": number + 1 if len(found) > PAGE_SIZE else None,
        "writing": writing.read(found[:PAGE_SIZE]),
    }


def post(request, slug):
    """Show one post. Raises Http404 where none is public."""
    record = Post.objects.for_detail(slug)
    if record is None:
        raise Http404
    return post_page(request, record)


def post_page(request, post):
    """Return the page of a record read with `with_links()`, published or not."""
    return render(request, "blog/detail.html", {"post": post})
