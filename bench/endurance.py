"""The bad days, at length: edits under load, a database that stops, a walk of 10,000 pages.

    .venv/bin/python -m bench.endurance edits [NUMBER]
    .venv/bin/python -m bench.endurance walk
    pg_virtualenv -t sh -c 'DATABASE_URL=postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres \
        .venv/bin/python -m bench.endurance outage [SECONDS]'

Each ends with a line of figures, and with an error when a page failed or came too late. Without
DATABASE_URL the database is a SQLite file that is thrown away.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.measure import WrongAnswerError
from bench.servers import granian

POSTS = 20
PAUSE = 0.03  # seconds between edits
LATEST = 1.0  # seconds after which an edit is public


class Reader(threading.Thread):
    """Asks a server for random posts, without end; notes what failed and what was too old."""

    def __init__(self, server, history, stop):
        super().__init__(daemon=True)
        self.server, self.history, self.stop = server, history, stop
        self.answers, self.failures, self.stale = 0, [], []

    def run(self):
        client = None
        while not self.stop.is_set():
            number = random.randrange(POSTS)  # noqa: S311
            asked = time.monotonic()
            try:
                client = client or HTTPConnection("127.0.0.1", self.server.port, timeout=30)
                client.request("GET", f"/blog/post-{number}/")
                response = client.getresponse()
                text = response.read().decode()
            except (OSError, HTTPException) as error:
                self.failures.append(repr(error))
                client = None
                continue
            self.answers += 1
            if response.status != 200:
                self.failures.append(response.status)
                continue
            shown = int(re.search(r"<h1[^>]*>Edit (\d+)", text)[1])
            due = max(edit for edit, at in self.history[number] if at <= asked - LATEST)
            if shown < due:
                self.stale.append((number, shown, due))


def prepare(posts):
    """Migrate the database and make posts. The first title of each is "Edit 0"."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from resume.models import Post

    call_command("migrate", verbosity=0)
    Post.objects.bulk_create(
        Post(
            slug=f"post-{number}",
            title="Edit 0",
            body=f"Post number {number}.\n\n" + "One line of its text, as posts have.\n\n" * 100,
            status="published",
            publish_at=timezone.now(),
        )
        for number in range(posts)
    )


def readers_of(servers, history, stop):
    """Start two readers a server and return them."""
    readers = [Reader(server, history, stop) for server in servers for _ in range(2)]
    for reader in readers:
        reader.start()
    return readers


def verdict(readers, what):
    """Print the figures. Raises WrongAnswerError when a page failed or was too old."""
    answers = sum(reader.answers for reader in readers)
    failures = [failure for reader in readers for failure in reader.failures]
    stale = [each for reader in readers for each in reader.stale]
    print(f"{what}: {answers} answers, {len(failures)} failed, {len(stale)} too old")
    if failures or stale or not answers:
        raise WrongAnswerError(f"{failures[:5]} {stale[:5]}")


def edits(url, number=1000):
    """Make random edits through one connection while two web processes are read."""
    prepare(POSTS)
    from resume.models import Post

    history = [[(0, float("-inf"))] for _ in range(POSTS)]
    stop = threading.Event()
    with ExitStack() as stack:
        site = "portfolio.wsgi:application"
        servers = [stack.enter_context(granian(site, url)) for _ in range(2)]
        readers = readers_of(servers, history, stop)
        for edit in range(1, number + 1):
            chosen = random.randrange(POSTS)  # noqa: S311
            post = Post.objects.get(slug=f"post-{chosen}")
            post.title = f"Edit {edit}"
            post.save()
            history[chosen].append((edit, time.monotonic()))
            time.sleep(PAUSE)
        time.sleep(2 * LATEST)
        stop.set()
        for reader in readers:
            reader.join()
    verdict(readers, f"{number} edits, 2 processes of 2 workers")


def outage(url, seconds=60):
    """Stop PostgreSQL for a while under load, and see the next edit after it."""
    prepare(POSTS)
    from django.db import connection

    from resume.models import Post

    history = [[(0, float("-inf"))] for _ in range(POSTS)]
    stop = threading.Event()
    version = subprocess.run(
        ["pg_lsclusters", "-h"], capture_output=True, text=True, check=True
    ).stdout.split()[:2]
    with granian("portfolio.wsgi:application", url) as server:
        # Every worker has to have seen every page.
        for number in range(POSTS):
            for _ in range(20):
                server.ask(f"/blog/post-{number}/")
        readers = readers_of([server], history, stop)
        connection.close()
        subprocess.run(["pg_ctlcluster", *version, "stop", "-m", "immediate"], check=True)
        time.sleep(seconds / 2)
        health = server.ask("/healthz")
        time.sleep(seconds / 2)
        subprocess.run(["pg_ctlcluster", *version, "start"], check=True)
        post = Post.objects.get(slug="post-0")
        post.title = "Edit 1"
        post.save()
        history[0].append((1, time.monotonic() + LATEST))
        time.sleep(4 * LATEST)
        stop.set()
        for reader in readers:
            reader.join()
    print("healthz meanwhile:", health[0], health[2].decode().strip())
    verdict(readers, f"database stopped for {seconds} s")


def walk(url, pages=10_000):
    """Ask for more pages than the memory holds, and weigh the worker."""
    prepare(pages)
    with granian("portfolio.wsgi:application", url, workers=1) as server:
        client = HTTPConnection("127.0.0.1", server.port, timeout=60)
        sizes = []
        for number in range(pages):
            client.request("GET", f"/blog/post-{number}/")
            response = client.getresponse()
            response.read()
            if response.status != 200:
                raise WrongAnswerError(f"post-{number} answered {response.status}")
            if number in (200, pages - 1):
                sizes += server.memory_mb()
        for number in range(10_000):
            client.request("GET", f"/blog/post-0/?q={number}")
            client.getresponse().read()
        sizes += server.memory_mb()
    first, last, queried = sizes
    print(
        f"walk of {pages} pages: {first:.0f} MB after 200, {last:.0f} MB after all "
        f"(+{last - first:.0f}), {queried:.0f} MB after 10000 query strings"
    )


def main():
    """Run what the arguments name."""
    run = {"edits": edits, "outage": outage, "walk": walk}[sys.argv[1]]
    with tempfile.TemporaryDirectory(prefix="keireki-bench-") as folder:
        url = os.environ.get("DATABASE_URL") or f"sqlite:///{Path(folder)}/bench.sqlite3"
        os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "bench.settings"}
        try:
            run(url, *map(int, sys.argv[2:]))
        except WrongAnswerError as error:
            sys.exit(f"Failed: {error}")


if __name__ == "__main__":
    main()
