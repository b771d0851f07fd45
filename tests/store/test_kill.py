"""kill -9 at random instants of an import: the database is as it was before, or after it."""

import os
import random
import signal
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from resume.models import Import
from tests.store.career import rows

KILLS = 50
LATE = 3  # of them more: after the import, also where the machine has become slower meanwhile
CAREER = Path(settings.BASE_DIR) / "fixtures" / "career.md"


@pytest.fixture
def importer(transactional_db, tmp_path):
    """A warm process that imports into this test's own database."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": database_url(),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.killed", str(CAREER)],
        cwd=settings.BASE_DIR,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        assert process.stdout.readline() == "ready\n"
        yield process
        process.stdin.close()


def database_url():
    """Return the URL of the test database."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**found)


def begin(importer):
    """Start an import; return the process id of the child that does it."""
    importer.stdin.write("run\n")
    return int(importer.stdout.readline().removeprefix("begins "))


def finish(importer):
    """Wait until the child is gone; return what it had said by then."""
    said = list(iter(importer.stdout.readline, "gone\n"))
    assert set(said) <= {"writes\n", "ended\n"}
    return said


def state():
    """Return the rows and the imports that are kept, as another process sees them at one instant.

    PostgreSQL may still be working on what a killed client had sent last: its COMMIT could fall
    between two of these queries, which without a snapshot see what is committed when each begins.
    """
    connection.close()
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return rows(), Import.objects.count()


def empty():
    """Make the database empty again; the connection that it takes is closed."""
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    connection.close()


def kill(child):
    """Kill the child at once; it may have ended by itself."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def seconds_of_an_import(importer):
    """Return how long an import takes that nobody kills: the median of three."""
    found = []
    for _number in range(3):
        empty()
        started = time.monotonic()
        begin(importer)
        assert finish(importer)[-1] == "ended\n"
        found.append(time.monotonic() - started)
    return statistics.median(found)


def test_an_import_that_is_killed_leaves_the_state_before_or_the_state_after(importer):
    before = state()
    assert before == ([], 0)
    duration = seconds_of_an_import(importer)
    after = state()
    assert (len(after[0]), after[1]) == (120, 1)
    outcomes, killed_while_writing = [], 0
    for number in range(KILLS + LATE):
        empty()
        child = begin(importer)
        time.sleep(random.uniform(0, duration * 1.2) if number < KILLS else duration * 5)
        kill(child)
        said = finish(importer)
        outcomes.append(state())
        if "writes\n" in said and outcomes[-1] == before:
            killed_while_writing += 1
    assert [each for each in outcomes if each not in (before, after)] == []
    # The kills were spread over the import: some before its end, some of those in the middle of
    # its writing, and some when it was over.
    assert before in outcomes
    assert after in outcomes
    assert killed_while_writing >= KILLS // 10
