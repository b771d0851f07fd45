"""Lists and tables of raw HTML, read as the lines of Markdown that say the same.

Only what reads a text sees them so; the text itself stays as it was written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resume.document.schema import Line, Position

from .found import Found
from .tables import SPANNED

STRUCTURE = re.compile(r"<(?:tr|li|dt)\b", re.IGNORECASE)
# What is no list or table, or one inside another.
LITERAL = re.compile(
    r"<(?:!--|pre|script|style|textarea|template)|\{[{%]|<table\b(?:(?!</table).)*<table\b",
    re.IGNORECASE | re.DOTALL,
)
PIECE = re.compile(
    r"(?P<row><tr\b.*?)(?=<tr\b|</table\b|\Z)"
    r"|<(?P<close>/?)(?P<name>table|thead|tbody|tfoot|colgroup|caption|ul|ol|li|dl|dt|dd|div|p|"
    r"section|article|main|header|footer|body|details|summary|center|h[1-6]|hr)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
CELL = re.compile(
    r"<t(?P<kind>[dh])\b(?P<attributes>[^<>]*)>(?P<text>.*?)(?=<t[dh]\b|</tr\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
OF_TABLE = re.compile(r"</?(?:t[dhr]|thead|tbody|tfoot)\b[^<>]*>", re.IGNORECASE)
OF_BLOCK = re.compile(r"</?(?:li|p|div|d[dt]|[uo]l)\b[^<>]*>|\s*<br\s*/?>\s*", re.IGNORECASE)
SPAN = re.compile(r"(?P<of>row|col)span\s*=\s*[\"']?(?P<number>[2-9]|1\d)\b", re.IGNORECASE)
BREAK = re.compile(r"\s*\n\s*")
WRITTEN_LENGTH = 500


@dataclass(frozen=True)
class Row:
    """A line of Markdown that says what the lines `first` to before `end` of a file do."""

    text: str
    first: int
    end: int
    is_html: bool = False


def has_rows(html: str) -> bool:
    """True for raw HTML with a list or a table in it, and nothing that is taken literally."""
    return bool(STRUCTURE.search(html)) and not LITERAL.search(html)


def read_rows(lines: Sequence[str], first: int) -> Iterator[Row]:
    """Yield a block of raw HTML as lines of Markdown: its rows, items, terms and paragraphs.

    What stands in a cell takes one line, whatever it is there.
    """
    text = "\n".join(lines)
    pieces = list(PIECE.finditer(text))
    starts = [piece.start() for piece in pieces]
    yield from _lines(text[: starts[0]], first)
    line, done, depth = first, 0, 0
    table = _Table()
    for piece, (start, end) in zip(pieces, pairwise([*starts, len(text)]), strict=True):
        line, done = line + text.count("\n", done, start), start
        name, is_open = (piece["name"] or "").lower(), not piece["close"]
        body = text[piece.end() : end]
        if piece["row"]:
            yield from table.rows(piece["row"], line)
            continue
        below = line + piece[0].count("\n")
        if name in ("ul", "ol"):
            depth = max(0, depth + (1 if is_open else -1))
        if name == "table":
            table = _Table()
        if name in ("li", "dt") and is_open and body.strip():
            mark = "  " * (depth - 1) + "- " if name == "li" else "**"
            told = BREAK.sub(" ", body.strip())
            last = below + body.rstrip().count("\n")
            yield Row(f"{mark}{told}{mark if name == 'dt' else ''}", line, last + 1, is_html=True)
            continue
        if not depth and name not in ("dl", "dt", "dd"):
            yield Row("", line, line, is_html=True)
        yield from _lines(body, below)


def _lines(text: str, first: int) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), first):
        if line.strip():
            yield Row(line.strip(), number, number + 1, is_html=True)


class _Table:
    """The rows of one table so far."""

    def __init__(self) -> None:
        self.is_first = True
        self.spans: dict[int, int] = {}  # by column, how many rows more its cell takes

    def rows(self, html: str, line: int) -> Iterator[Row]:
        """Yield a row, and what parts it from the others where it is the head."""
        cells: list[str] = []
        matches = list(CELL.finditer(html))
        for match in matches:
            self._fill(cells)
            told = SPAN.finditer(match["attributes"])
            spans = {each["of"].lower(): int(each["number"]) for each in told}
            self.spans[len(cells)] = spans.get("row", 1) - 1
            cells += [_cell(match["text"]), *[""] * (spans.get("col", 1) - 1)]
        self._fill(cells)
        end = line + html.rstrip().count("\n") + 1
        if not cells:
            return
        yield Row(f"| {' | '.join(cells)} |", line, end, is_html=True)
        if self.is_first and all(match["kind"] in "hH" for match in matches):
            yield Row("|" + "---|" * len(cells), line, line, is_html=True)
        self.is_first = False

    def _fill(self, cells: list[str]) -> None:
        """Add the cells that those of the rows above take in this one."""
        while self.spans.get(len(cells), 0) > 0:
            self.spans[len(cells)] -= 1
            cells.append(SPANNED)


def _cell(html: str) -> str:
    text = OF_BLOCK.sub("<br>", BREAK.sub(" ", OF_TABLE.sub("", html).strip()))
    parts = (part.strip() for part in text.split("<br>"))
    return "<br>".join(filter(None, parts)).replace("|", "&#124;")


def as_written(found: Found, rows: Sequence[Row], lines: Sequence[str]) -> Found | None:
    """Return what was found in these rows of a file as it stands in its lines, counted from 0.

    The rows of a table in HTML are written as they are, each on one line; of one that is drawn, the
    lines after a row's first are its text. None for another layout, or where a row shares its line
    with another one.
    """
    taken = rows[found.start : found.end]
    first, last = taken[0].first, taken[-1].end
    if last - first == len(taken) and not any(row.is_html for row in taken):
        starts = tuple(rows[start].first for start in found.starts)
        return replace(found, start=first, end=last, starts=starts)
    numbers = found.starts or range(found.start, found.end)
    if found.layout != "table" or len(numbers) < len(found.lines):
        return None
    texts = _texts(rows[: found.end], lines, numbers[0])
    if texts is None:
        return None
    told = []
    for line, (number, after) in zip(found.lines, pairwise([*numbers, found.end]), strict=True):
        text, *below = (each for row in range(number, after) for each in texts[row] if each)
        stay = stay_as_written(line, text, below)
        if stay is None:
            return None
        told.append(Line((stay,)))
    firsts = tuple(rows[number].first for number in numbers)
    return Found(firsts[0], last, "table", tuple(told), firsts)


def _texts(rows: Sequence[Row], lines: Sequence[str], first: int) -> dict[int, list[str]] | None:
    """Return how each row from number `first` on is written; None where two share a line."""
    texts: dict[int, list[str]] = {}
    ends = [*(row.first for row in rows[first + 1 :]), rows[-1].end]
    for number, (row, end) in enumerate(zip(rows[first:], ends, strict=True), first):
        if row.end > end:
            return None
        written = lines[row.first : end]
        is_drawn = bool(written) and written[0].startswith("|")
        joined = " ".join(map(str.strip, written)).strip()
        texts[number] = [*map(str.rstrip, written)] if is_drawn else [joined]
    return texts


def stay_as_written(line: Line, written: str, below: Sequence[str]) -> Position | None:
    """Return the stay of a line as a file writes it, None where that names not who employed."""
    item = line.items[0]
    if not isinstance(item, Position) or item.employer.name not in written:
        return None
    if len(written) > WRITTEN_LENGTH:
        return None
    role = item.role if item.role in written else ""
    return replace(item, role=role, written=written, body="\n".join(below))
