"""The folder of a static site: whole at any moment, and what did not change is left alone."""

import errno
import fcntl
import gzip
import os
import shutil
from pathlib import Path

import brotli
import pytest

from resume.output import folder as module
from resume.output.folder import MARKER, BusyError, Folder, NotOursError, file_name

OLD = {"": b"<p>old", "same/": b"<p>same", "gone/": b"<p>gone", "media/a.webp": b"picture"}
NEW = {"": b"<p>new", "same/": b"<p>same", "media/a.webp": b"picture", "more/": b"<p>more"}


def write(folder, pages):
    with folder.renewed():
        return {
            path: folder.write(path, body, not path.startswith("media/"))
            for path, body in pages.items()
        }


def files(path):
    return {str(file.relative_to(path)): file for file in path.rglob("*") if file.is_file()}


def contents(path):
    return {name: file.read_bytes() for name, file in files(path).items()}


def identity(file):
    return file.stat().st_ino, file.stat().st_mtime_ns


def beside(site):
    """Return what an export left beside the site, but for folders of it without any file."""
    spare = set(site.next.rglob("*"))
    assert {each for each in spare if not each.is_dir()} == set()
    assert all((site.path / each.relative_to(site.next)).is_dir() for each in spare)
    return sorted({*os.listdir(site.path.parent)} - {site.path.name, site.next.name})


@pytest.fixture
def site(tmp_path):
    folder = Folder(tmp_path / "site")
    write(folder, OLD)
    return folder


def test_a_text_stands_beside_its_compressed_forms_and_a_picture_alone(site):
    found = contents(site.path)
    assert set(found) == {
        MARKER,
        "media/a.webp",
        *(
            f"{page}index.html{end}"
            for page in ("", "same/", "gone/")
            for end in ("", ".gz", ".br")
        ),
    }
    for name in ("index.html", "same/index.html"):
        assert gzip.decompress(found[f"{name}.gz"]) == found[name]
        assert brotli.decompress(found[f"{name}.br"]) == found[name]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_only_what_changed_is_written(site, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(module, "exchange", lambda one, other: False)
    before = {name: identity(file) for name, file in files(site.path).items()}
    new = write(site, NEW)
    assert new == {"": True, "same/": False, "media/a.webp": False, "more/": True}
    after = files(site.path)
    same = {MARKER, "media/a.webp", *(f"same/index.html{end}" for end in ("", ".gz", ".br"))}
    assert {name for name, file in after.items() if before.get(name) == identity(file)} == same
    assert "gone/index.html" not in after
    assert beside(site) == []


def test_nothing_new_leaves_the_very_folder(site):
    before = identity(site.path)
    assert not any(write(site, OLD).values())
    assert identity(site.path) == before


def test_a_page_that_went_is_a_change(site):
    write(site, {"": OLD[""]})
    assert set(files(site.path)) == {MARKER, "index.html", "index.html.gz", "index.html.br"}


def test_compressed_forms_that_are_missing_are_made_anew(site):
    (site.path / "index.html.br").unlink()
    write(site, OLD)
    assert brotli.decompress((site.path / "index.html.br").read_bytes()) == OLD[""]


def test_a_file_system_without_hard_links_will_do(site, monkeypatch):
    def refuse(*arguments):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    before = {name: file.stat().st_mtime_ns for name, file in files(site.path).items()}
    write(site, NEW)
    after = {name: file.stat().st_mtime_ns for name, file in files(site.path).items()}
    assert after["same/index.html"] == before["same/index.html"]
    assert contents(site.path)["index.html"] == NEW[""]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_whatever_ends_an_export_leaves_the_old_site_whole(site, monkeypatch, error):
    before = contents(site.path)
    writing = Path.write_bytes

    def fail(path, data):
        if path.parent.name == "more":
            raise error
        return writing(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(type(error)):
        write(site, NEW)
    assert contents(site.path) == before
    assert beside(site) == []


def test_what_a_killed_export_left_is_cleaned_up(site):
    (site.next / "half").mkdir(parents=True)
    (site.next / "half" / "index.html").write_bytes(b"ha")
    write(site, OLD)
    assert beside(site) == []


def test_an_export_killed_between_its_renames_costs_no_site(site):
    site.path.rename(site.last)
    site.next.mkdir()
    assert write(site, OLD) == dict.fromkeys(OLD, False)
    assert beside(site) == []


def test_a_folder_that_no_export_wrote_is_left_alone(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_bytes(b"dear")
    with pytest.raises(NotOursError):
        write(Folder(tmp_path / "own"), NEW)
    assert contents(tmp_path) == {"own/letter.txt": b"dear"}


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "own").mkdir()
    write(Folder(tmp_path / "own"), NEW)
    assert contents(tmp_path / "own")["index.html"] == NEW[""]


def test_two_exports_do_not_meet(site):
    descriptor = os.open(site.path.parent, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        with pytest.raises(BusyError):
            write(site, NEW)
    finally:
        os.close(descriptor)
    assert contents(site.path)["index.html"] == OLD[""]
    write(site, NEW)


@pytest.mark.parametrize("path", ["../x", "a/../x", "a//b", "./x", "a\0b", "..", "a/.../b"])
def test_no_path_leads_out_of_the_folder(path):
    with pytest.raises(OSError, match="no file"):
        file_name(path)


def test_a_page_that_went_leaves_no_empty_folder(site):
    write(site, NEW)
    assert not (site.path / "gone").exists()
    write(site, OLD)
    assert not (site.path / "more").exists()
    assert contents(site.path)["gone/index.html"] == OLD["gone/"]
    assert beside(site) == []


def test_a_file_can_take_the_place_of_a_folder(site):
    write(site, NEW)
    write(site, {"media": b"a file"})
    assert contents(site.path)["media"] == b"a file"


def test_a_present_page_is_kept_with_its_compressed_forms(site):
    before = {name: identity(file) for name, file in files(site.path).items()}
    with site.renewed():
        site.keep("same/", OLD["same/"])
    after = {name: identity(file) for name, file in files(site.path).items()}
    assert after == {
        name: before[name]
        for name in (MARKER, *(f"same/index.html{end}" for end in ("", ".gz", ".br")))
    }


@pytest.mark.parametrize("kind", ["a file in it", "a link in it", "a link", "a file"])
def test_what_lies_where_the_next_site_is_made_is_not_published(site, tmp_path, kind):
    write(site, NEW)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "a file in it":
        (site.next / "secret.txt").write_bytes(b"secret")
    elif kind == "a link in it":
        (site.next / "same").rmdir()
        (site.next / "same").symlink_to(elsewhere)
    else:
        shutil.rmtree(site.next)
        site.next.symlink_to(elsewhere) if kind == "a link" else site.next.write_bytes(b"secret")
    write(site, OLD)
    assert {page for page in contents(site.path) if not page.endswith((".gz", ".br"))} == {
        MARKER,
        "index.html",
        "same/index.html",
        "gone/index.html",
        "media/a.webp",
    }
    assert not (site.path / "same").is_symlink()
    assert list(elsewhere.iterdir()) == []


def test_a_site_that_is_in_place_is_no_failure_where_the_last_one_cannot_go(site, monkeypatch):
    write(site, NEW)
    empty = module.empty

    def refuse(folder, like):
        if os.path.exists(os.path.join(folder, "gone")):
            raise PermissionError(errno.EACCES, "Permission denied")
        return empty(folder, like)

    write(site, OLD)
    monkeypatch.setattr(module, "empty", refuse)
    write(site, NEW)
    assert contents(site.path)["index.html"] == NEW[""]
    with pytest.raises(PermissionError):
        write(site, OLD)
    assert contents(site.path)["index.html"] == NEW[""]
