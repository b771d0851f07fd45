"""Commands run as an operator runs them: in a process of their own, in a pipe or on a terminal."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CAREER = ROOT / "fixtures" / "career.md"
OURS = ("NO_COLOR", "DJANGO_COLORS", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "PYTHONIOENCODING")


def environment(database, **variables):
    """Return an English operator's environment, with `variables` in it."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    ours = {
        "DJANGO_SETTINGS_MODULE": "portfolio.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "LANG": "en_US.UTF-8",
        "TERM": "xterm",
        "PYTHONUTF8": "1",
    }
    return kept | ours | variables


def run(database, *arguments, stdin=b"", **variables):
    """Return the finished process: `returncode`, and `stdout` and `stderr` as bytes."""
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", *arguments],
        input=stdin,
        env=environment(database, **variables),
        capture_output=True,
        check=False,
    )


def refusal(process):
    """Return what a refused command said; assert that it said it as a refusal is said."""
    assert (process.returncode, process.stdout) == (1, b"")
    return process.stderr.decode()


def run_on_terminal(database, *arguments, **variables):
    """Return (exit code, all that the command wrote) on a pseudo-terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, ROOT / "manage.py", *arguments],
        env=environment(database, **variables),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        close_fds=True,
    )
    os.close(slave)
    chunks = []
    while select.select([master], [], [], 60)[0]:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # the other side is closed: the program ended
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(master)
    return process.wait(), b"".join(chunks).decode().replace("\r\n", "\n")
