"""Several web processes on one database, as in production: real servers, real connections."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.factories import make_post

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc to find workers")

PATIENCE = 60  # seconds, for a machine that is busy with other tests


class Server:
    """One web process with two workers, as the README starts it."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = (folder / f"{self.port}.log").open("w+b")
        options = "--interface wsgi --workers 2 --blocking-threads 2 --respawn-failed-workers"
        options += f" --workers-kill-timeout 2 --log-level error --port {self.port}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "granian", *options.split(), "portfolio.wsgi:application"],
            cwd=settings.BASE_DIR,
            env={**os.environ, **environment(self.port)},
            stdout=self.log,
            stderr=self.log,
        )

    def workers(self):
        """Return the process ids of the workers."""
        threads = Path(f"/proc/{self.process.pid}/task")
        return {pid for each in threads.glob("*/children") for pid in each.read_text().split()}

    def get(self, path):
        """Return (status, body) over a new connection, None when it is refused or cut."""
        client = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            client.request("GET", path)
            response = client.getresponse()
            return response.status, response.read().decode()
        except OSError:
            return None
        finally:
            client.close()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self.log.close()


def environment(port):
    """Return the variables of a server on the test's own database."""
    config = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{config['NAME']}"
    else:
        user = f"{config['USER']}:{config['PASSWORD']}"
        url = f"postgres://{user}@{config['HOST']}:{config['PORT']}/{config['NAME']}"
    return {
        "DATABASE_URL": url,
        "SITE_ORIGIN": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "tests.portfolio.server_settings",
    }


def until(condition, *arguments):
    """Wait until the condition holds, and fail when it does not in PATIENCE."""
    end = time.monotonic() + PATIENCE
    while not condition(*arguments):
        assert time.monotonic() < end, f"never: {condition.__name__}"
        time.sleep(0.02)


@pytest.fixture
def servers(transactional_db, tmp_path):
    started = [Server(tmp_path), Server(tmp_path)]
    try:
        for server in started:
            until(is_up, server)
        yield started
    finally:
        for server in started:
            server.stop()


def is_up(server):
    return server.get("/healthz") == (200, "ok\n") and len(server.workers()) == 2


def shows(server, text):
    """Return whether the page shows the text, however many workers there are to ask."""
    answers = [server.get("/blog/a/") for _ in range(10)]
    return all(answer and answer[0] == 200 and text in answer[1] for answer in answers)


def test_an_edit_is_public_on_every_process_and_any_worker_may_be_killed(servers):
    post = make_post(slug="a", title="前の題")
    for server in servers:
        until(shows, server, "前の題")
    post.title = "後の題"
    post.save()
    for server in servers:
        until(shows, server, "後の題")
    for server in servers:
        killed = min(server.workers())
        os.kill(int(killed), signal.SIGKILL)
        until(has_replaced, server, killed)
        until(shows, server, "後の題")


def has_replaced(server, killed):
    return len(server.workers()) == 2 and killed not in server.workers()
