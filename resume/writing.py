"""The one stream of writing: posts written here beside the owner's articles elsewhere."""

from django.utils import timezone

from resume.models import Post, Publication
from resume.models.profile import in_resume_order

# What sorts a publication.
LINE = ("date", "section_id", "order", "place")


def stream(most=None):
    """Return (model, pk) of every public piece of writing, newest first; at most `most` of them.

    Undated ones come last, in the order of the résumé. A date to the month comes after the dates
    to the day in that month.
    """
    return [(model, pk) for _date, model, pk in _dated(most)][:most]


def stream_to_the_day(most=None):
    """Return (model, pk) of the writing whose day is known, newest first; at most `most` of it."""
    dated = _dated(most)
    return [(model, pk) for date, model, pk in dated if len(date) == len("2023-06-15")][:most]


def latest(number):
    """Return the newest records of the stream, without what they belong to."""
    querysets = {Post: Post.objects.published(), Publication: Publication.objects.published()}
    return _read(stream(number), querysets)


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


def _dated(most):
    # Publications are as many as a résumé lists; posts may be thousands, and only so many of the
    # newest can be among the first.
    posts = Post.objects.published().order_by("-publish_at", "-pk")
    publications = Publication.objects.published().writing().only(*LINE)
    dated = [
        (timezone.localdate(publish_at).isoformat(), Post, pk)
        for pk, publish_at in posts.values_list("pk", "publish_at")[:most]
    ]
    dated += [
        (publication.date, Publication, publication.pk)
        for publication in in_resume_order(publications)
    ]
    # Stable: equal dates stay in the order above.
    return sorted(dated, key=lambda entry: entry[0], reverse=True)
