"""The folder of a static site: written beside, swapped in whole; what is the same stays."""

import ctypes
import fcntl
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .codings import brotli_of, gzip_of

# Says that the folder is one of ours, to be replaced whole.
MARKER = ".keireki"
# What its pages were made from, for the next run.
STATES = ".keireki-pages"
MARKER_TEXT = b"Written by manage.py export_site, and replaced whole by its next run.\n"
CODINGS = {".br": brotli_of, ".gz": gzip_of}
Identity = tuple[int, int]
AT_FDCWD = -100
RENAME_EXCHANGE = 2


class NotOursError(Exception):
    """The folder holds files that no export wrote."""


class BusyError(Exception):
    """Another export is at work beside the folder."""


class Folder:
    """A site as it stands, and the next one beside it. Used by several processes at once.

    The folders of the site before stay beside for the next run, without a file in them: to make
    and remove a folder for each page would cost more than all else where few pages have changed.
    """

    def __init__(self, path: str | Path) -> None:
        """`path` may be there or not; its parent must be."""
        self.path = Path(path).resolve()
        self.next = self.path.with_name(f".{self.path.name}.new")
        self.last = self.path.with_name(f".{self.path.name}.old")

    def write(self, path: str, body: bytes, is_text: bool) -> bool:
        """Put the file of a decoded URL path into the next site; return whether it is a new one.

        A text comes with its compressed forms. Files that would be the same are those of the
        present site, time and all. Raises OSError.
        """
        name = file_name(path)
        if is_same(os.path.join(self.path, name), body):
            self._keep(name, body, is_text)
            return False
        target = self._place(name)
        for ending, form in forms(is_text):
            Path(target + ending).write_bytes(form(body))
        return True

    def keep(self, path: str, body: bytes) -> None:
        """Put the present site's page of a decoded URL path, which holds `body`, into the next one.

        Raises OSError.
        """
        self._keep(file_name(path), body, is_text=True)

    def _keep(self, name: str, body: bytes, is_text: bool) -> None:
        present, target = os.path.join(self.path, name), self._place(name)
        for ending, form in forms(is_text):
            try:
                keep(present + ending, target + ending)
            except FileNotFoundError:
                Path(target + ending).write_bytes(form(body))

    def _place(self, name: str) -> str:
        """Return the path of a file in the next site, whose folder is made where it is missing."""
        target = os.path.join(self.next, name)
        folder = os.path.dirname(target)
        if not os.path.isdir(folder):
            os.makedirs(folder, exist_ok=True)
        # A folder of the site before, where a file stands now.
        elif os.path.isdir(target) and not remove_empty(target):
            os.rmdir(target)
        return target

    def read(self, path: str) -> bytes:
        """Return the bytes that the next site has for a decoded URL path."""
        return (self.next / file_name(path)).read_bytes()

    def read_present(self, path: str) -> bytes | None:
        """Return the bytes that the present site has for a decoded URL path, or None."""
        return bytes_of(os.path.join(self.path, file_name(path)))

    def read_states(self) -> dict[str, str]:
        """Return what `write_states` wrote with the present site; {} where nothing can be read."""
        try:
            found = json.loads((self.path / STATES).read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def write_states(self, states: dict[str, str]) -> None:
        """Put {path: state} into the next site, if there are any."""
        if states:
            body = json.dumps(states, ensure_ascii=False, sort_keys=True).encode()
            keep_or_write(self.path / STATES, self.next / STATES, body)

    @contextmanager
    def renewed(self) -> Iterator[None]:
        """Make the next site in the block, and put it in the present one's place at its end.

        Whatever goes wrong, the present one stays and the next one is removed; what a killed run
        left behind is removed first. Raises NotOursError, BusyError and OSError.
        """
        with alone_in(self.path.parent):
            self._clean_up()
            if self.path.exists() and not is_ours(self.path):
                raise NotOursError
            self.next.mkdir(exist_ok=True)
            try:
                keep_or_write(self.path / MARKER, self.next / MARKER, MARKER_TEXT)
                yield
                remove_empty(self.next)
                if not have_same_files(self.path, self.next):
                    self._swap()
            finally:
                # There is a whole site either way. What cannot go now, the next run names.
                with suppress(OSError):
                    self._clean_up()

    def _clean_up(self) -> None:
        # A run that ended between two renames left the present site under another name.
        if self.last.exists() and not self.path.exists():
            self.last.rename(self.path)
        if self.last.exists() and not self.next.exists():
            self.last.rename(self.next)
        remove(self.last)
        if self.next.is_symlink() or self.next.is_file():
            self.next.unlink()
        elif self.next.exists():
            empty(self.next, self.path)

    def _swap(self) -> None:
        """Put the next site in place, in one step where the system can do that."""
        if not self.path.exists():
            self.next.rename(self.path)
        elif not exchange(self.path, self.next):
            self.path.rename(self.last)
            try:
                self.next.rename(self.path)
            except OSError:
                self.last.rename(self.path)
                raise


def file_name(path: str) -> str:
    """Return the name of the file for a decoded URL path below the root, without a slash before it.

    Raises OSError for a path that no file can have.
    """
    name = f"{path}index.html" if path.endswith("/") or not path else path
    steps = name.split("/")
    if "\0" in name or not all(step.strip(".") for step in steps):
        raise OSError(f"no file can be called {name}")
    return name


def forms(is_text: bool) -> list[tuple[str, Callable[[bytes], bytes]]]:
    """Return [(ending of the file's name, function of the bytes)] of a file and its other forms."""
    return [("", bytes), *(CODINGS.items() if is_text else ())]


def is_same(file: str | Path, body: bytes) -> bool:
    """Return whether the file is there and holds these bytes."""
    try:
        return os.stat(file).st_size == len(body) and bytes_of(file) == body
    except OSError:
        return False


def bytes_of(file: str | Path) -> bytes | None:
    """Return the bytes of a file, or None where they cannot be read."""
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except OSError:
        return None


def keep(present: str | Path, target: str | Path) -> None:
    """Have `target` be the same file as `present`. Raises OSError, as where there is none."""
    try:
        os.link(present, target)
    except FileNotFoundError:
        raise
    except OSError:  # A file system without hard links.
        shutil.copy2(present, target)


def keep_or_write(present: Path, target: Path, body: bytes) -> None:
    """Have `target` hold the bytes: as the same file where `present` holds them."""
    if is_same(present, body):
        keep(present, target)
    else:
        target.write_bytes(body)


def is_ours(folder: Path) -> bool:
    """Return whether a folder may be replaced: it is empty, or an export wrote it."""
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))


def have_same_files(present: Path, following: Path) -> bool:
    """Return whether two sites have the same files: the following one is then not needed."""
    number = 0
    for name, identity in identities(following):
        number += 1
        try:
            if identity_of(os.stat(os.path.join(present, name))) != identity:
                return False
        except OSError:
            return False
    return number == sum(1 for _file in identities(present))


def identities(folder: str | Path) -> Iterator[tuple[str, Identity]]:
    """Yield (name, identity) of each file in a folder, and then of those in the folders below."""
    below = []
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            below.append(entry.name)
        else:
            yield entry.name, identity_of(entry.stat())
    for name in below:
        for file, identity in identities(os.path.join(folder, name)):
            yield os.path.join(name, file), identity


def identity_of(status: os.stat_result) -> Identity:
    """Return what tells a file from one that was written anew, of its os.stat_result."""
    return status.st_mtime_ns, status.st_size


def remove_empty(folder: str | Path) -> bool:
    """Remove the folders below one in which there is no file; return whether it has any entry."""
    entries = list(os.scandir(folder))
    kept = len(entries)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not remove_empty(entry.path):
            os.rmdir(entry.path)
            kept -= 1
    return kept > 0


def empty(folder: str | Path, like: str | Path) -> None:
    """Remove every file below a folder, and of its folders all that `like` does not have."""
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            empty(entry.path, os.path.join(like, entry.name))
        else:
            os.unlink(entry.path)
    if not os.path.isdir(like):
        os.rmdir(folder)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; return whether that could be done (renameat2, Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    done: int = rename(AT_FDCWD, bytes(one), AT_FDCWD, bytes(other), RENAME_EXCHANGE)
    return done == 0


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder against another export, as long as this process lives. Raises BusyError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield
    finally:
        os.close(descriptor)


def remove(folder: Path) -> None:
    """Remove a folder with everything in it, if it is there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
