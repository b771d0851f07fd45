"""A process that imports the owner's file when it is told to: what test_kill.py kills.

It is started warm: Django is set up and the file is read before it says "ready". For each line that
comes in, a child imports the file and says when it begins and when it has ended; the child is what
is killed, so that no kill is spent on the start of Python.
"""

import os
import sys

import django

django.setup()

from django.db import connection  # noqa: E402

from resume import formats  # noqa: E402
from resume.store import import_source  # noqa: E402


def writes(done, total):
    """Say that rows were written: the transaction is open now."""
    os.write(1, b"writes\n")


def main(path):
    """Answer each line with what a child says that imports the file, and with "gone"."""
    with open(path, "rb") as file:
        data = file.read()
    source = formats.parse(data)
    import_source(source, data, "career.md", dry_run=True)
    connection.close()
    os.write(1, b"ready\n")
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                connection.ensure_connection()
                os.write(1, f"begins {os.getpid()}\n".encode())
                import_source(source, data, "career.md", publish=True, progress=writes)
                os.write(1, b"ended\n")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main(sys.argv[1])
