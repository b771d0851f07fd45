"""Employers found in the text of a section, where no heading names them."""

from dataclasses import dataclass, replace

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

    def moved(self, lines: int) -> "Found":
        """Return what was found in a part of a text that begins so many lines below its first."""
        starts = tuple(lines + start for start in self.starts)
        return replace(self, start=lines + self.start, end=lines + self.end, starts=starts)
