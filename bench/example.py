"""The example site, served from a copy of the project: for pictures and for Lighthouse."""

import re
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.measure import WrongAnswerError
from bench.start import PARTS, PATIENCE, PROJECT, command


@dataclass(frozen=True)
class Example:
    """Where the example is served, and the password of its `admin`."""

    origin: str
    password: str


@contextmanager
def example():
    """Serve a fresh example on this machine; yield an Example. Nothing of data/ is touched.

    Raises WrongAnswerError when it does not come up.
    """
    with tempfile.TemporaryDirectory(prefix="keireki-example-") as name:
        folder = Path(name)
        for part in PARTS:
            source = PROJECT / part
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, folder / part)
        prepare = command(folder, "demo", "--no-serve")
        said = subprocess.run(**prepare, capture_output=True, check=True, text=True).stdout
        password = re.search(r"Password: (\S+)", said)[1]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        serve = command(folder, "demo", "--port", str(port))
        with subprocess.Popen(**serve, stdout=subprocess.DEVNULL) as process:
            try:
                origin = f"http://127.0.0.1:{port}"
                wait_for(origin)
                yield Example(origin, password)
            finally:
                process.terminate()


def wait_for(origin):
    """Return once the site answers. Raises WrongAnswerError when it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(f"{origin}/healthz") as response:
                response.read()
                return
        except URLError:
            time.sleep(0.1)
    raise WrongAnswerError("the example did not come up")
