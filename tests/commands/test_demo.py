"""`manage.py demo`, run for real in a copy of the project."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent.parent
PARTS = ["manage.py", "portfolio", "resume", "templates", "static", "fixtures", "locale"]
OURS = re.compile("SECRET_KEY|DATABASE_URL|SITE_ORIGIN|ALLOWED_HOSTS|MEDIA_ROOT|ASYNC_UNSAFE")


@pytest.fixture
def checkout(tmp_path):
    """Return a copy of the project that was never started."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part)
        elif source.exists():
            shutil.copy(source, tmp_path / part)
    return tmp_path


def environment():
    """Return the environment of somebody who has set nothing of ours."""
    kept = {name: value for name, value in os.environ.items() if not OURS.search(name)}
    return kept | {"DJANGO_SETTINGS_MODULE": "portfolio.settings", "PYTHONDONTWRITEBYTECODE": "1"}


def demo(checkout, *options):
    return manage(checkout, "demo", *options)


def manage(checkout, *arguments):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=checkout,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def rows(checkout):
    """Return every row of every table but the log of migrations' times."""
    database = sqlite3.connect(checkout / "data" / "keireki.sqlite3")
    try:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        tables = [name for (name,) in database.execute(query)]
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608
    finally:
        database.close()


def test_a_second_start_keeps_everything(checkout):
    first = demo(checkout, "--no-serve")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines()[:3] == [
        "Preparing the database",
        "Loading the example résumé",
        "Collecting the static files",
    ]
    assert re.search(r"User: admin   Password: \S{15,} ", first.stdout)
    secret = (checkout / ".env").read_text()
    assert re.fullmatch(r"SECRET_KEY=\S{50,}\n", secret)
    assert (checkout / ".env").stat().st_mode & 0o777 == 0o600
    assert (checkout / "data").stat().st_mode & 0o777 == 0o700
    before = rows(checkout)
    assert [row[4] for row in before["auth_user"]] == ["admin"]

    # An example that is not read cannot change what its owner has made of it.
    (checkout / "fixtures" / "career.json").write_text("not even JSON", encoding="utf-8")
    second = demo(checkout, "--no-serve")
    assert second.stdout == (
        f"A new password for admin: {sys.executable} manage.py changepassword admin\n"
    )
    assert (checkout / ".env").read_text() == secret
    assert rows(checkout) == before


def test_a_resume_that_was_imported_is_served_without_the_example(checkout):
    (checkout / ".env").write_text(f"SECRET_KEY={'secret' * 10}\n", encoding="utf-8")
    (checkout / "data").mkdir()
    (checkout / "own.md").write_text("# 職務経歴\n\n## 概要\n\n私の要約\n", encoding="utf-8")
    assert manage(checkout, "migrate", "--verbosity=0").returncode == 0
    assert manage(checkout, "import_resume", "own.md").returncode == 0
    before = rows(checkout)["resume_section"]
    done = demo(checkout, "--no-serve")
    assert "example" not in done.stdout
    assert re.search(r"User: admin   Password: \S{15,} ", done.stdout)
    assert rows(checkout)["resume_section"] == before
    assert len(before) == 2


def test_a_broken_fixture_loads_nothing_and_is_named(checkout):
    fixture = checkout / "fixtures" / "career.json"
    records = json.loads(fixture.read_text(encoding="utf-8"))
    records[-1]["model"] = "resume.nothing"
    fixture.write_text(json.dumps(records), encoding="utf-8")
    done = demo(checkout, "--no-serve")
    assert done.returncode == 1
    assert "career.json" in done.stderr
    assert "Traceback" not in done.stderr
    facts = {name: found for name, found in rows(checkout).items() if name.startswith("resume_")}
    assert {name for name, found in facts.items() if found} <= {"resume_generation"}


def test_a_missing_fixture_is_named(checkout):
    (checkout / "fixtures" / "career.json").unlink()
    done = demo(checkout, "--no-serve")
    assert done.returncode == 1
    assert "career.json" in done.stderr


def test_a_port_that_is_taken_is_said_before_anything_is_made(checkout):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = demo(checkout, "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert not (checkout / "data" / "keireki.sqlite3").exists()


def test_another_machine_cannot_be_served(checkout):
    done = demo(checkout, "--host", "192.0.2.1")
    assert done.returncode == 1
    assert "README.md" in done.stderr


def test_the_site_is_served_and_stops_on_an_interrupt(checkout):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(port)],
        cwd=checkout,
        env=environment(),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert wait_for(f"http://127.0.0.1:{port}/healthz", server) == b"ok\n"
        for path in ("/", "/en/", "/resume/", "/admin/login/"):
            with urlopen(f"http://127.0.0.1:{port}{path}") as page:
                body = page.read().decode()
        style = re.search(r'href="(/static/admin/css/base\.\w+\.css)"', body)[1]
        with urlopen(f"http://127.0.0.1:{port}{style}") as sheet:
            assert sheet.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        # As a terminal does: to the server and its workers alike.
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(timeout=20) == 0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def wait_for(url, server):
    """Return what the URL answers, once it does; fail when the server ends first."""
    for _ in range(600):
        assert server.poll() is None
        try:
            with urlopen(url) as answer:  # noqa: S310
                return answer.read()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} did not answer within a minute")
