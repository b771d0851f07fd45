"""When the database cannot be used: how to tell, and what to do about it."""

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError

# PostgreSQL's codes for a table and a column that do not exist; SQLite reports both as operational.
UNMIGRATED = ("42P01", "42703")


def is_unmigrated(error):
    """Return whether this error of the database says that a table or a column is missing."""
    if isinstance(error, ProgrammingError):
        return getattr(error.__cause__, "sqlstate", None) in UNMIGRATED
    missing = ("no such table", "no such column", "has no column named")
    return isinstance(error, OperationalError) and any(words in str(error) for words in missing)


def is_unavailable(error):
    """Return whether the database is unreachable, unmigrated, busy, full or damaged."""
    return (
        isinstance(error, (OperationalError, InterfaceError))
        or type(error) is DatabaseError
        or is_unmigrated(error)
    )


def explain(error):
    """Return a sentence for the operator: what is wrong with the database and what to do.

    It names the file or the server, never the password.
    """
    config = settings.DATABASES["default"]
    if is_unmigrated(error):
        return f"The database has not been migrated ({error}). Run: python manage.py migrate"
    if "database is locked" in str(error):
        return (
            f"The database file {config['NAME']} is busy: another program is writing to it. "
            "Nothing was changed. Try again when it is done."
        )
    if config["ENGINE"].endswith("sqlite3"):
        return (
            f"The database file {config['NAME']} cannot be used ({error}). Check that its folder "
            "exists, that this user may write there, and that the disk is not full."
        )
    return (
        f"The database at {config['HOST']}:{config['PORT'] or 5432} cannot be used ({error}). "
        "Check that the server runs and what DATABASE_URL says."
    )
