"""The one stream of writing: posts written here beside the owner's articles elsewhere."""

from django.utils import timezone

from resume.models import Post, Publication
from resume.models.profile import in_resume_order

# What sorts a publication.
LINE = ("date", "section_id", "order", "place", "pinned")


def stream():
    """Return (model, pk) of every public piece of writing, newest first.

    Undated ones come last, in the order of the résumé. A date to the month comes after the dates
    to the day in that month.
    """
    return [(model, pk) for _date, model, pk, _pinned in _dated()]


def stream_to_the_day():
    """Return (model, pk) of the writing whose day is known, newest first."""
    return [(model, pk) for date, model, pk, _pinned in _dated() if len(date) == len("2023-06-15")]


def latest(number):
    """Return the first records of the stream, the pinned ones before all others.

    They come without what they belong to.
    """
    if not number:
        return []
    # Stable: both halves stay in the order of the stream.
    entries = sorted(_dated(), key=lambda entry: not entry[3])[:number]
    querysets = {Post: Post.objects.published(), Publication: Publication.objects.published()}
    return _read([(model, pk) for _date, model, pk, _pinned in entries], querysets)


def read(entries):
    """Return the records that `entries` of a stream name, each with its projects and skills."""
    return _read(
        entries, {Post: Post.objects.for_list(), Publication: Publication.objects.for_list()}
    )


def _read(entries, querysets):
    found = {
        model: queryset.in_bulk([pk for kind, pk in entries if kind is model])
        for model, queryset in querysets.items()
    }
    # A record may have gone since the stream was read.
    return [found[model][pk] for model, pk in entries if pk in found[model]]


def _dated():
    posts = Post.objects.published().order_by("-publish_at", "-pk")
    publications = Publication.objects.published().writing().only(*LINE)
    dated = [
        (timezone.localdate(publish_at).isoformat(), Post, pk, pinned)
        for pk, publish_at, pinned in posts.values_list("pk", "publish_at", "pinned")
    ]
    dated += [
        (publication.date, Publication, publication.pk, publication.pinned)
        for publication in in_resume_order(publications)
    ]
    # Stable: equal dates stay in the order above.
    return sorted(dated, key=lambda entry: entry[0], reverse=True)
