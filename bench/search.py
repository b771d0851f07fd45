"""What a search costs over a thousand posts, against an empty view."""

import datetime
from pathlib import Path
from urllib.parse import quote

from bench.measure import Row, measure

POSTS = 1_000
CAREER = Path(__file__).parent.parent / "fixtures" / "career.md"
EMPTY = "/bench/empty"
LONGEST = " ".join(f"ない語{number}" for number in range(8))
QUERIES = {
    "eight letters, in nearly every post": "a e i o n s t r",
    "a word of every post": "基盤",
    "two words, the second of one post": "基盤 n777番",
    "eight words that none holds": LONGEST,
    "nothing typed": "",
}


def make_posts():
    """Make the posts: about 1 KB of the owner's own sentences each, every one another part."""
    from django.utils import timezone

    from resume.models import Post

    text = CAREER.read_text(encoding="utf-8")
    now = timezone.now()
    Post.objects.bulk_create(
        Post(
            slug=f"searched-{number}",
            title=f"記事 {number}",
            body=f"基盤の話 n{number}番。\n\n{text[number : number + 350]}",
            status="published",
            publish_at=now - datetime.timedelta(days=number),
        )
        for number in range(POSTS)
    )


def measure_search(application, peer):
    """Return the Results of a search once warm, as it is served; the posts are gone afterwards."""
    from portfolio.wsgi import published
    from resume.models import Post

    served = published(application)

    def both(environ, start_response):
        # A finished page would be no peer: the empty view is asked for anew each time.
        side = application if environ["PATH_INFO"] == EMPTY else served
        return side(environ, start_response)

    make_posts()
    results = [
        measure(both, Row(f"search over {POSTS} posts: {words}", address(typed), peer, EMPTY))
        for words, typed in QUERIES.items()
    ]
    Post.objects.filter(slug__startswith="searched-").delete()
    return results


def address(typed):
    """Return the address of a search."""
    return f"/search/?q={quote(typed)}"
