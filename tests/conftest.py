"""What the whole suite shares: where the browser is, and what to do where it is missing."""

import os
import shutil
import signal
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

CHROMIUM = shutil.which("chromium")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CI = os.environ.get("CI") == "true"

# A job in the background ignores Ctrl+C, and so would every command that the tests stop by it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def needs_no_second_run(item):
    """Return whether the test is the same on every database, and so was run on SQLite."""
    uses = {"db", "transactional_db", "client", "admin_client", "live_server"}
    has_database = item.get_closest_marker("django_db") or uses & set(item.fixturenames)
    return "any_database" in item.keywords or not has_database


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Skip, aloud, what this machine cannot run; where CI=true a missing browser is a failure.

    On another database than SQLite what does not depend on the database is left out.
    """
    if connection.vendor != "sqlite":
        config.hook.pytest_deselected(items=[item for item in items if needs_no_second_run(item)])
        items[:] = [item for item in items if not needs_no_second_run(item)]
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if "browser" in item.keywords and not CHROMIUM and not CI:
            item.add_marker(pytest.mark.skip(reason="chromium is not installed"))
        if "django_db_setup" in item.fixturenames:
            # A module's fixture uses it: without the mark there would be no test database.
            item.add_marker("django_db")
        if "postgresql" in item.keywords and connection.vendor != "postgresql":
            item.add_marker(pytest.mark.skip(reason="this run is on SQLite"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Drive the system's Chromium: no browser is ever downloaded."""
    assert CHROMIUM, "chromium is not installed"
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": CHROMIUM_ARGUMENTS,
    }


@pytest.fixture(scope="module")
def rows_of_module(django_db_setup, django_db_blocker):
    """Give a module's own fixture of rows its `with`: what is written in it is written once.

    Every test of the module finds these rows, and what it does to them is undone after it, as each
    test's transaction stands inside that of the module. No test of it may be a transactional one.
    """
    of_module = transaction.atomic()
    # As Django marks its own, so that a durable one may stand in it.
    of_module._from_testcase = True
    with django_db_blocker.unblock():
        of_module.__enter__()

    @contextmanager
    def writing():
        with django_db_blocker.unblock():
            yield
            if connection.vendor == "postgresql":
                # Rows that no other transaction sees are in no statistics, and plans are as bad.
                # Of these tables alone: catalogues are shared with the tests' other processes,
                # which would wait for the end of this transaction, and give up.
                quoted = map(connection.ops.quote_name, connection.introspection.table_names())
                with connection.cursor() as cursor:
                    cursor.execute(f"ANALYZE {', '.join(quoted)}")

    yield writing
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        of_module.__exit__(None, None, None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End what still uses the test database before it goes: a browser's last request may."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
