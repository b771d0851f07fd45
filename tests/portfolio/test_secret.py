"""The secret of a new installation."""

import re

import pytest

from portfolio.secret import write_secret


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    return tmp_path / ".env"


def test_a_new_file_holds_a_long_secret_and_is_its_owners_alone(path):
    assert write_secret(path) is True
    assert re.fullmatch(r"SECRET_KEY=\S{50,}\n", path.read_text())
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("end", ["", "\n", "\nSECRET_KEY="])
def test_what_a_file_holds_already_is_kept(path, end):
    path.write_text(f"TIME_ZONE=UTC{end}")
    assert write_secret(path) is True
    assert re.fullmatch(r"TIME_ZONE=UTC\nSECRET_KEY=\S{50,}\n?", path.read_text())


def test_a_secret_that_is_there_is_kept(path):
    write_secret(path)
    before = path.read_text()
    assert write_secret(path) is False
    assert path.read_text() == before


def test_a_secret_in_the_environment_needs_no_file(path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "set by the host")
    assert write_secret(path) is False
    assert not path.exists()
