"""What a parser gives back: the résumé, where each line of the file went, and what to tell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .schema import Resume


def gettext_noop(message: str) -> str:
    """Mark a message for translation by the caller; the parsers need no Django for it."""
    return message


class Destination(StrEnum):
    """Where a source line went."""

    FIELD = "field"
    BODY = "body"
    VERBATIM = "verbatim"
    FRONT_MATTER = "front matter"
    BLANK = "blank"


@dataclass(frozen=True)
class Span:
    """Source lines `first` to `last` (counted from 1, both included) and where they went.

    `record` names the record or section that took them, for a reader of the report.
    """

    first: int
    last: int
    destination: Destination
    record: str = ""


@dataclass(frozen=True)
class Note:
    """Something about the file that its owner should know; nothing was refused.

    `message` is a translation key to be filled with `params`. `place` is a line ("12") or a path
    in the data ("work[0].startDate"), or "" for the whole file.
    """

    message: str
    params: dict[str, Any] = field(default_factory=dict)
    place: str = ""

    def __str__(self) -> str:
        text = self.message % self.params
        return f"{self.place}: {text}" if self.place else text


class SourceError(ValueError):
    """A file that is refused as a whole: `message`, `params` and `place` as those of a Note."""

    def __init__(self, message: str, params: dict[str, Any] | None = None, place: str = "") -> None:
        self.message = message
        self.params = params or {}
        self.place = place
        super().__init__(str(Note(message, self.params, place)))


Recognise = Callable[[Resume, Resume], Resume]


def as_read(resume: Resume, known: Resume) -> Resume:
    """Return `resume`: a format that says all of a document needs nothing that is known."""
    return resume


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file as it was read.

    `ledger` is complete and disjoint for a format of lines (Markdown), and empty for data.
    `recognise` gives the résumé as a document that is known tells it, where the format says the
    same of both.
    """

    resume: Resume
    format: str
    ledger: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    recognise: Recognise = as_read
