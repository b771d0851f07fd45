"""How long a second start of the demo takes, against `manage.py check`: wall time."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.measure import Row, WrongAnswerError, summary

PROJECT = Path(__file__).parent.parent
PARTS = ("manage.py", "portfolio", "resume", "templates", "static", "fixtures")
ROUNDS = 5
PATIENCE = 60  # seconds
ROW = Row("second start of the demo, until it serves", "", "`manage.py check`", "")


def measure_start(folder):
    """Return the Result of the start of a copy of the project in `folder`.

    Raises WrongAnswerError when a command fails or the site does not come up.
    """
    for name in PARTS:
        source = PROJECT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    run(folder, "demo", "--no-serve")
    rounds = []
    for number in range(ROUNDS):
        sides = [(seconds_to_serve, 0), (run_check, 1)]
        found = [0.0, 0.0]
        for side, place in sides if number % 2 else reversed(sides):
            found[place] = side(folder)
        rounds.append(tuple(found))
    return summary(ROW, rounds)


def command(folder, *arguments):
    """Return the keyword arguments of a process that runs a command of the copy."""
    settings = ("SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    environment = {name: text for name, text in os.environ.items() if name not in settings}
    return {"args": [sys.executable, "manage.py", *arguments], "cwd": folder, "env": environment}


def run(folder, *arguments):
    """Return the seconds a command takes. Raises WrongAnswerError when it fails."""
    started = time.perf_counter()
    result = subprocess.run(**command(folder, *arguments), capture_output=True, check=False)
    if result.returncode:
        raise WrongAnswerError(result.stderr.decode())
    return time.perf_counter() - started


def run_check(folder):
    """Return the seconds that `manage.py check` takes."""
    return run(folder, "check")


def seconds_to_serve(folder):
    """Return the seconds from the start of the demo to its first answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    demo = command(folder, "demo", "--port", str(port))
    with subprocess.Popen(**demo, stdout=subprocess.DEVNULL) as process:
        try:
            while time.perf_counter() - started < PATIENCE:
                try:
                    with urlopen(f"http://127.0.0.1:{port}/healthz") as response:
                        response.read()
                        return time.perf_counter() - started
                except URLError:
                    time.sleep(0.01)
        finally:
            process.terminate()
    raise WrongAnswerError("the demo did not come up")
