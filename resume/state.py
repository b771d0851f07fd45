"""What the public pages of this moment are made from."""

from django.db.models import Subquery
from django.utils import timezone

from resume.models import Generation, Post, Publication


def current_state():
    """Return the state of the public content, None while none was ever saved.

    That is the token of the generation, the time of the last scheduled record that has become due,
    and the local date. One query.
    """
    due = [
        Subquery(records.order_by("-publish_at").values("publish_at")[:1])
        for records in (
            Post.objects.published(),
            Publication.objects.published().filter(publish_at__isnull=False),
        )
    ]
    rows = Generation.objects.filter(pk=1).values_list("token", *due)
    found = rows.first()
    return found and (*found, timezone.localdate())
