"""A migrated, empty SQLite database for commands that run in a process of their own."""

import shutil

import pytest

from .terminal import run


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    path = tmp_path_factory.mktemp("commands") / "migrated.sqlite3"
    done = run(path, "migrate", "--verbosity", "0")
    assert (done.returncode, done.stderr) == (0, b"")
    return path


@pytest.fixture
def database(migrated, tmp_path):
    path = tmp_path / "own.sqlite3"
    shutil.copy(migrated, path)
    return path
