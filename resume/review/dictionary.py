"""The words that the review knows: tables of tab-separated values that anyone may add to."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from resume.document.text import fold

FOLDER = Path(__file__).parent / "dictionaries"
SEPARATOR = "|"
COMMON = "~"  # before a spelling that is too common to name the term in a text


@dataclass(frozen=True)
class Certificate:
    """A certificate: its official name, who gives it, for how many years (0: for good)."""

    name: str
    issuer: str
    years: int
    accepted: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A technical term: its name, its kind, and other spellings that are right.

    The kind is "tool", "word", "exam", or the name of the tool that it is a service of.
    A skill called by what is in `covers` means it, but a text that says so may mean something else.
    With `near`, a word that differs from it by one letter is taken for a misspelling.
    """

    name: str
    kind: str
    spellings: tuple[str, ...]
    covers: tuple[str, ...]
    near: bool

    @property
    def is_tool(self) -> bool:
        """True for a tool, and for a service of one."""
        return self.kind not in ("word", "exam")

    @property
    def names(self) -> tuple[str, ...]:
        """What a text calls it by."""
        return (self.name, *self.spellings)


@cache
def certificates() -> tuple[Certificate, ...]:
    """Return the certificates of certificates.tsv."""
    return tuple(
        Certificate(name, issuer, int(years or 0), _parts(accepted), _parts(short))
        for name, issuer, years, accepted, short in _rows("certificates.tsv", 5)
    )


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms of terms.tsv."""
    return tuple(
        Term(
            name,
            kind,
            tuple(each for each in _parts(spellings) if not each.startswith(COMMON)),
            tuple(each[1:] for each in _parts(spellings) if each.startswith(COMMON)),
            near == "near",
        )
        for name, kind, spellings, near in _rows("terms.tsv", 4)
    )


@cache
def misspellings() -> dict[str, str]:
    """Return {a wrong word, folded: the right one} of misspellings.tsv."""
    return {
        fold(wrong): right
        for wrongs, right in _rows("misspellings.tsv", 2)
        for wrong in _parts(wrongs)
    }


@cache
def schools() -> dict[str, str]:
    """Return {a name, folded: the official one} of schools.tsv."""
    return {
        fold(wrong): right for wrongs, right in _rows("schools.tsv", 2) for wrong in _parts(wrongs)
    }


@lru_cache(maxsize=50_000)
def squash(text: str) -> str:
    """Return `text` folded, its letters and digits alone: "Cloud Watch" and "CloudWatch" agree."""
    return re.sub(r"[^\w+#]|_", "", fold(text))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(SEPARATOR))))


def _rows(name: str, columns: int) -> list[list[str]]:
    """Return the rows of a table. Raises ValueError naming the line that has not its columns.

    Empty cells at the end of a row may be left out; a line that begins with # is a comment.
    """
    rows = []
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns or not cells[0]:
            raise ValueError(f"{name}, line {number}: not {columns} columns")
        rows.append(cells + [""] * (columns - len(cells)))
    return rows
