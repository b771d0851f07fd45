"""Servers for the time of a measurement: what they answer, and the CPU time they take."""

import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

from bench.measure import WrongAnswerError

PROJECT = Path(__file__).parent.parent
PATIENCE = 60  # seconds
TICKS = os.sysconf("SC_CLK_TCK")

NGINX = """
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log stderr crit;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  types {{ text/html html; }}
  charset utf-8; gzip_static on; gzip_vary on;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}/site; index index.html; }}
}}
"""


def free_port():
    """Return a port of 127.0.0.1 that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running server on 127.0.0.1; use it with `with`."""

    def __init__(self, command, port, **environment):
        self.port = port
        self.process = subprocess.Popen(
            command,
            cwd=PROJECT,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.ask("/robots.txt")
            except OSError:
                time.sleep(0.05)
            else:
                return self
        self.__exit__()
        raise WrongAnswerError(f"{self.process.args[0]} did not come up")

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(PATIENCE)

    def ask(self, path, **headers):
        """Return (status, headers by lower-case name, body) of a GET."""
        client = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            client.request("GET", path, headers=headers)
            response = client.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return response.status, found, response.read()
        finally:
            client.close()

    def workers(self):
        """Return the process ids of the server's children."""
        threads = Path(f"/proc/{self.process.pid}/task")
        return {int(pid) for each in threads.glob("*/children") for pid in each.read_text().split()}

    def cpu_seconds(self):
        """Return the CPU time that the server's processes have taken so far."""
        spent = 0
        for pid in (self.process.pid, *self.workers()):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            spent += int(fields[11]) + int(fields[12])
        return spent / TICKS

    def memory_mb(self):
        """Return the resident memory of each worker."""
        statuses = (Path(f"/proc/{pid}/status").read_text() for pid in self.workers())
        return [int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024 for text in statuses]


def granian(application, database_url, workers=2, **environment):
    """Return a Server of a WSGI application, as the README starts it."""
    port = free_port()
    options = f"--interface wsgi --workers {workers} --blocking-threads 2 --log-level error"
    options += f" --respawn-failed-workers --workers-kill-timeout 2 --port {port} {application}"
    return Server(
        [sys.executable, "-m", "granian", *options.split()],
        port,
        DJANGO_SETTINGS_MODULE="bench.server",
        DATABASE_URL=database_url,
        SITE_ORIGIN=f"http://127.0.0.1:{port}",
        **environment,
    )


def nginx(folder, files):
    """Return a Server of nginx for {path inside the site: bytes}."""
    for name, data in {"robots.txt": b"", **files}.items():
        file = folder / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    # Started by root it would change to a user that cannot read the folder.
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    return Server(["nginx", "-p", str(folder), "-c", str(config), *user], port)
