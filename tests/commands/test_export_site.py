"""`manage.py export_site` as an operator runs it: on several processes, stopped, refused."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from .terminal import ROOT, environment, refusal, run, run_on_terminal

# So that no run needs collectstatic.
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.commands.static_settings"}
FIXTURES = [ROOT / "fixtures" / name for name in ("career.json", "sample_post.json")]
PAGES = re.compile(r"(\d+) of (\d+) files are new")


@pytest.fixture(scope="session")
def loaded(migrated, tmp_path_factory):
    """The owner's rows in a database that no test changes."""
    path = tmp_path_factory.mktemp("commands") / "loaded.sqlite3"
    shutil.copy(migrated, path)
    done = run(path, "loaddata", *FIXTURES, "--verbosity", "0")
    assert (done.returncode, done.stderr) == (0, b"")
    return path


@pytest.fixture
def database(loaded, tmp_path):
    path = tmp_path / "own.sqlite3"
    shutil.copy(loaded, path)
    return path


@pytest.fixture(scope="session")
def exported(loaded, tmp_path_factory):
    """The owner's site, written by one process; and what the command said."""
    site = tmp_path_factory.mktemp("exported") / "site"
    return site, export(loaded, site, "--processes", "1")


@pytest.fixture
def site(exported, tmp_path):
    """The owner's site in a folder where nothing else is, as its last export left it."""
    path = tmp_path / "public" / "site"
    shutil.copytree(exported[0], path, symlinks=True)
    return path


def export(database, *arguments):
    return run(database, "export_site", *arguments, **SETTINGS)


def new_and_all(done):
    assert (done.returncode, done.stdout) == (0, b"")
    return tuple(map(int, PAGES.search(done.stderr.decode()).groups()))


def inside(folder):
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_several_processes_write_what_one_writes(database, exported, tmp_path):
    one, several = exported[0], tmp_path / "several"
    written = new_and_all(exported[1])
    assert written[0] == written[1] > 150
    assert new_and_all(export(database, several, "--processes", "3")) == written
    assert inside(several) == inside(one)


def test_in_a_pipe_one_line_is_said_and_none_when_asked(database, exported, tmp_path):
    assert exported[1].stderr.count(b"\n") == 1
    assert export(database, tmp_path / "b", "--verbosity", "0").stderr == b""


def test_a_terminal_shows_how_far_it_is(database, tmp_path):
    code, said = run_on_terminal(database, "export_site", tmp_path / "a", **SETTINGS)
    assert code == 0
    assert re.search(r"Writing pages: \d+ of \d+", said)
    assert "files are new" in said.rpartition("\x1b[K")[2]


def test_a_killed_export_leaves_the_old_site_and_no_process_and_the_next_one_cleans_up(
    database, site
):
    before = inside(site)
    process = subprocess.Popen(
        [
            sys.executable,
            ROOT / "manage.py",
            "export_site",
            site,
            "--base-url",
            "https://a.example",
        ],
        env=environment(database, **SETTINGS),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    following = site.with_name(".site.new")
    while not (following / "index.html").exists():
        assert process.poll() is None
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    # The pipe ends when the last process that holds it has ended.
    process.stderr.read()
    process.stderr.close()
    assert following.exists()
    assert inside(site) == before
    assert new_and_all(export(database, site))[0] == 0
    assert sorted(os.listdir(site.parent)) == [".site.new", "site"]


@pytest.mark.parametrize("number", [signal.SIGINT])
def test_a_stopped_export_cleans_up_itself(database, tmp_path, number):
    site = tmp_path / "public" / "site"
    site.parent.mkdir()
    process = subprocess.Popen(
        [sys.executable, ROOT / "manage.py", "export_site", site],
        env=environment(database, **SETTINGS),
        stderr=subprocess.PIPE,
    )
    while not any(site.with_name(".site.new").glob("*")):
        assert process.poll() is None
        time.sleep(0.001)
    process.send_signal(number)
    _out, said = process.communicate()
    assert (process.returncode, said) == (130, b"Stopped.\n")
    assert os.listdir(site.parent) == []


def test_a_full_disk_is_told_and_the_old_site_stays(database, site):
    before = inside(site)
    arguments = ("export_site", site, "--base-url", "https://a.example")
    said = refusal(run(database, *arguments, **SETTINGS, FILE_BYTES="60000"))
    assert said.startswith(f"{site}: File too large")
    assert said.endswith("The site there is as it was.\n")
    assert inside(site) == before
    assert sorted(os.listdir(site.parent)) == [".site.new", "site"]


def test_what_cannot_be_is_refused_in_words(database, tmp_path):
    assert "no address of a site" in refusal(export(database, tmp_path / "a", "--base-url", "x"))
    assert "There is no such folder." in refusal(export(database, tmp_path / "none" / "a"))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_bytes(b"dear")
    assert "Name another folder" in refusal(export(database, tmp_path / "own"))
    uncollected = run(database, "export_site", tmp_path / "a", **SETTINGS, COLLECTED="no")
    assert "manage.py collectstatic" in refusal(uncollected)


def test_a_dead_link_is_told_with_its_page(database, tmp_path):
    code = "from resume.models import Post; Post.objects.update(body='[a](/nowhere/)')"
    assert run(database, "shell", "--no-imports", "-c", code).returncode == 0
    said = refusal(export(database, tmp_path / "a"))
    assert re.search(r"^/blog/[^:]+: /nowhere/ \(answers 404\)$", said, re.MULTILINE)
    assert not (tmp_path / "a").exists()
