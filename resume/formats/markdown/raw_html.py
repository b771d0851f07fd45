"""Raw HTML in a Markdown file, read as the Markdown that says the same.

What the library calls one block of raw HTML may hold the headings of a whole file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPENED = re.compile(r"\s*<h(?P<level>[1-6])(?P<attributes>\s[^<>]*)?>(?P<rest>.*)$", re.IGNORECASE)
CLOSED = re.compile(r"</h[1-6]\s*>", re.IGNORECASE)
LOOKED_AT = 12  # lines in which a heading has to end


@dataclass(frozen=True)
class Heading:
    """The title of a heading, its level, and the lines at which it begins and ends."""

    title: str
    level: int
    first: int
    end: int


def headings(lines: Sequence[str], first: int) -> Iterator[Heading]:
    """Yield the headings in a block of raw HTML that begins at line `first` of a file.

    Each has to take whole lines. It ends at any closing tag of a heading, or with its line where
    that is left out. Its attributes stay, at a span in the title.
    """
    for number, line in enumerate(lines):
        match = OPENED.match(line)
        if not match:
            continue
        found = _inner(match["rest"], lines[number + 1 : number + LOOKED_AT])
        if found is None:
            continue
        title, more = found
        if attributes := (match["attributes"] or "").rstrip():
            title = f"<span{attributes}>{title}</span>"
        start = first + number
        yield Heading(title, int(match["level"]), start, start + 1 + more)


def _inner(rest: str, below: Sequence[str]) -> tuple[str, int] | None:
    """Return the text of a heading, and how many lines below its first one that takes."""
    told: list[str] = []
    for number, line in enumerate([rest, *below]):
        inner, closed, after = _partition(line)
        if closed:
            text = " ".join([*told, inner.strip()]).strip()
            return None if after.strip() or not text else (text, number)
        if number and (not line.strip() or OPENED.match(line)):
            break
        told += [line.strip()] if line.strip() else []
    return (rest.strip(), 0) if rest.strip() else None


def _partition(line: str) -> tuple[str, str, str]:
    match = CLOSED.search(line)
    return (line[: match.start()], match[0], line[match.end() :]) if match else (line, "", "")
