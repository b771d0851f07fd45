"""The one stream of writing: posts written here beside the owner's articles elsewhere."""

from django.utils import timezone

from resume.models import Post, Publication
from resume.models.sections import in_resume_order
from resume.models.statements import Statement

# What sorts a publication.
LINE = ("date", "section_id", "order", "place", "pinned")
DATED = Statement(lambda: Publication.objects.published().writing().only(*LINE))


def count():
    """Return how many public pieces of writing there are."""
    return Post.objects.published().count() + len(_dated_publications())


def stream(first=0, last=None):
    """Return (model, pk) of every public piece of writing, newest first: from `first` to `last`.

    Undated ones come last, in the order of the résumé. A date to the month comes after the dates
    to the day in that month.
    """
    publications = _dated_publications()
    # Posts may be thousands, so those that cannot be in this part are not read: with n publications
    # among them, a post is at most n places further down than among posts alone.
    skipped = max(0, first - len(publications))
    dated = _newest_first(_dated_posts()[skipped:last], publications)
    return [(model, pk) for _date, model, pk, _pinned in dated][first - skipped :][
        : None if last is None else last - first
    ]


def stream_to_the_day(last):
    """Return (model, pk) of the newest writing whose day is known, at most `last` of it."""
    publications = [entry for entry in _dated_publications() if len(entry[0]) == len("2023-06-15")]
    dated = _newest_first(_dated_posts()[:last], publications)[:last]
    return [(model, pk) for _date, model, pk, _pinned in dated]


def latest(number):
    """Return the first records of the stream, the pinned ones before all others.

    They come without what they belong to.
    """
    if not number:
        return []
    posts = _dated_posts().order_by("-pinned", "-publish_at", "-pk")[:number]
    # Stable: both halves stay in the order of the stream.
    entries = sorted(_newest_first(posts, _dated_publications()), key=lambda entry: not entry[3])
    return _read(
        [(model, pk) for _date, model, pk, _pinned in entries[:number]],
        {
            Post: Post.objects.published().in_bulk,
            Publication: Publication.objects.published().in_bulk,
        },
    )


def read(entries):
    """Return the records that `entries` of a stream name, each with its projects and skills."""
    return _read(entries, {Post: Post.objects.for_list, Publication: _listed_publications})


def read_whole(entries):
    """Return the records that `entries` of a stream name, each with all that it is linked to."""
    return _read(entries, {Post: Post.objects.for_details, Publication: _listed_publications})


def _listed_publications(keys):
    return Publication.objects.for_list().in_bulk(keys) if keys else {}


def _read(entries, readers):
    found = {
        model: read_keys([pk for kind, pk in entries if kind is model])
        for model, read_keys in readers.items()
    }
    # A record may have gone since the stream was read.
    return [found[model][pk] for model, pk in entries if pk in found[model]]


def _dated_posts():
    posts = Post.objects.published().order_by("-publish_at", "-pk")
    return posts.values_list("publish_at", "pk", "pinned")


def _dated_publications():
    return [
        (publication.date, Publication, publication.pk, publication.pinned)
        for publication in in_resume_order(DATED.rows())
    ]


def _newest_first(posts, publications):
    dated = [
        (timezone.localdate(publish_at).isoformat(), Post, pk, pinned)
        for publish_at, pk, pinned in posts
    ]
    # Stable: posts come before publications of the same date, and each in its own order.
    return sorted([*dated, *publications], key=lambda entry: entry[0], reverse=True)
