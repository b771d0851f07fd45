"""Raw HTML in a Markdown file, read as the Markdown that says the same.

What the library calls one block of raw HTML may hold the headings of a whole file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from ..text.names import ENTITY

OPENED = re.compile(r"\s*<h(?P<level>[1-6])(?P<attributes>\s[^<>]*)?>(?P<rest>.*)$", re.IGNORECASE)
CLOSED = re.compile(r"</h[1-6]\s*>", re.IGNORECASE)
DETAILS = re.compile(r"<(/?)details\b", re.IGNORECASE)
LOOKED_AT = 12  # lines in which a heading has to end


def headings(lines: Sequence[str], first: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield the headings in a block of raw HTML that begins at line `first` of a file.

    Of each, the title, the level, its line and the first one after it. It has to take whole lines.
    It ends at any closing tag of a heading, or with its line where that is left out. Its attributes
    stay, at a span in the title.
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
        yield title, int(match["level"]), start, start + 1 + more


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


def folded(tokens: Sequence[Token], titles: Mapping[int, str], start: int) -> set[int]:
    """Return the lines inside closed <details>: what they fold away is one piece of text.

    Around headings of employers they group these, which are headings as any. The tokens count
    their lines from `start`.
    """
    inside: set[int] = set()
    opened: list[int] = []
    for token in tokens:
        if token.type != "html_block" or not token.map:
            continue
        for match in DETAILS.finditer(token.content):
            if not match[1]:
                opened.append(token.map[0] + start)
            elif opened:
                lines = range(opened.pop(), token.map[1] + start)
                first = next((titles[n] for n in lines if n in titles), "")
                if not opened and not ENTITY.search(first):
                    inside.update(lines)
    return inside
