"""Employers found in the text of a section, where no heading names them."""

from dataclasses import dataclass

from resume.document.schema import Line


@dataclass(frozen=True)
class Found:
    """Where the employers begin and end, the layout that prints them, and one line for each.

    `starts` are the lines at which each begins, where text of its own stands below it.
    """

    start: int
    end: int
    layout: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...] = ()
