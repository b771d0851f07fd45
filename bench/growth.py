"""What pages cost with 10,000 posts against 100: CPU time of the first render and when finished."""

import datetime
import time

from bench.measure import Row, answer, summary

FEW, MANY = 100, 10_000
ROUNDS = 7
RENDERS = 10
TARGETS = {
    "list": "/blog/",
    "post": "/blog/post-50/",
    "feed": "/blog/feed.xml",
    "sitemap": "/sitemap.xml",
}


def make_posts(first, last):
    """Make the posts of these numbers, a day after each other, of about 1 KB each."""
    from django.utils import timezone

    from resume.models import Post

    start = timezone.now() - datetime.timedelta(days=MANY + 1)
    Post.objects.bulk_create(
        Post(
            **dict(zip(("slug", "title", "body"), post_of(number), strict=True)),
            status="published",
            publish_at=start + datetime.timedelta(days=number),
        )
        for number in range(first, last)
    )


def post_of(number):
    """Return the slug, the title and the text of a post."""
    text = f"Post number {number}.\n\n" + "One line of its text.\n\n" * 40
    return f"post-{number}", f"Post {number}", text


def first_render(application, path):
    """Return the CPU seconds of one render by Django, its Markdown known."""
    started = time.process_time()
    for _ in range(RENDERS):
        answer(application, path)
    return (time.process_time() - started) / RENDERS


def measure_growth(application):
    """Return the Results. The posts that are made for it are left in the database.

    The two sizes cannot take turns, so each round of one is set beside the same round of the other.
    """
    figures = {}
    for first, last in ((0, FEW), (FEW, MANY)):
        make_posts(first, last)
        for name, path in TARGETS.items():
            answer(application, path)
            figures[name, last] = [first_render(application, path) for _ in range(ROUNDS)]
    return [
        summary(
            Row(f"first render of the {name}, {MANY} posts", "", f"the same, {FEW} posts", ""),
            list(zip(figures[name, MANY], figures[name, FEW], strict=True)),
        )
        for name in TARGETS
    ]
