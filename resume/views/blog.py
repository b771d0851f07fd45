"""The stream of writing, and the posts written here."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from resume import writing
from resume.models import Post

PAGE_SIZE = 20


def stream_pages():
    """Return the stream of writing in pages."""
    return Paginator(writing.stream(), PAGE_SIZE)


def blog(request, number=None):
    """Show a page of the stream. Raises Http404 for a page that is not there.

    The first page has one address, which names no number.
    """
    pages = stream_pages()
    if number is not None and number not in pages.page_range[1:]:
        raise Http404
    page = pages.page(number or 1)
    return render(request, "blog/list.html", {"page": page, "writing": writing.read(page)})


def post(request, slug):
    """Show one post."""
    return post_page(request, get_object_or_404(Post.objects.for_detail(), slug=slug))


def post_page(request, post):
    """Return the page of a record read with `with_links()`, published or not."""
    return render(request, "blog/detail.html", {"post": post})
