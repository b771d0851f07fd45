"""Projects that a label or a column of a table names, in the text of an employer or a section.

"| プロジェクト名 | X |" over "| 期間 | 2020/04〜2021/03 |", "- 案件名：X" over "- 期間：…", or the
rows of a table with a column for their titles. Such a text tells all of its project, its title as
well, and prints by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from resume.document.dates import Period
from resume.document.periods import find_period
from resume.document.schema import Line, Project

from ..rows import drawn_tables
from ..rows.html_rows import has_rows
from ..rows.html_rows import read_rows as html_rows
from ..text.headings import BRACKETS as REMARKS
from ..text.headings import stay_alone
from ..text.labels import has_period_label, labelled
from ..text.names import ENTITY, PROJECT_WORDS
from ..text.nesting import trim
from ..text.table_lines import cells, is_delimiter
from ..text.vocabulary import EMPLOYER_LABELS, clean, is_label, is_period_label
from .tables import TITLE, labelled_title, read_rows, title_in_cell

PARAGRAPH = "paragraph"  # the key under which a project says that a paragraph begins it
TOLD = "told"  # the key under which a project says that its text names it
# Its values: all of the text, the first row of a table with its head, or one of the rows below.
BLOCK, TABLE, ROW = "block", "table", "row"
BRACKETS = re.compile(r"[【\[](?P<label>[^【】\[\]]{2,12})[】\]]\s*$")
HTML_TABLE = re.compile(r"<table\b", re.IGNORECASE)
ROW_LENGTH, HTML_LINES = 5000, 1000  # of a row, and of a table in HTML
ITEM_LENGTH = 60  # of an item that only says when


@dataclass(frozen=True)
class Told:
    """A project that is told from line `first` to before `end`, or as far as its block goes.

    The `key` says how: a paragraph begins it, or its text names it (in a row of a table, whose
    `head` and `tail` are the lines before and after all rows).
    """

    first: int
    title: str
    period: Period
    key: str = PARAGRAPH
    end: int | None = None
    head: Sequence[str] = ()
    tail: Sequence[str] = ()

    def project(self, lines: Sequence[str]) -> Project:
        """Return the project that these lines tell."""
        is_begun = self.key == PARAGRAPH
        told = trim(lines[is_begun:])
        head = () if list(lines[: len(self.head)]) == list(self.head) else self.head
        tail = () if list(told[len(told) - len(self.tail) :]) == list(self.tail) else self.tail
        return Project(
            title=self.title,
            start=self.period.start_text,
            end=self.period.end_text,
            body="\n".join([*head, *told, *tail]),
            written=lines[0].strip() if is_begun else "",
            extras={PARAGRAPH: True} if is_begun else {TOLD: self.key},
        )


def names_itself(line: Line) -> bool:
    """True for the line of a project whose text names it, and so is all that prints of it."""
    return any(isinstance(item, Project) and bool(told_how(item)) for item in line.items)


def told_how(project: Project) -> object:
    """Return how the text of a project names it; None where it says another title."""
    told = project.extras.get(TOLD)
    return told if told and _says(project.body.split("\n"), project.title) else None


def _says(lines: Sequence[str], title: str) -> bool:
    """True for a text with this title in it, which may go over the end of a line or of a cell's."""
    drawn = drawn_tables.read_table(lines, 0, None) if drawn_tables.is_border(lines[0]) else []
    texts = ("\n".join(lines), " ".join(map(str.strip, lines)), *(row.text for row in drawn))
    return any(title in text for text in texts)


def with_rows(block: str, line: Line) -> str:
    """Return a block that ends with a table with the rows that tell a project below the others.

    Return "" where the project is told otherwise, or has another head.
    """
    texts = (i.body for i in line.items if isinstance(i, Project) and i.extras.get(TOLD) == ROW)
    head, rows, tail = table_parts(next(texts, "").split("\n"))
    same = rows and block.startswith("\n".join([*head, ""]))
    return "\n".join([block.removesuffix("\n".join(["", *tail])), *rows, *tail]) if same else ""


def table_parts(lines: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Return the head of a table, its rows, and what closes it in HTML."""
    if not HTML_TABLE.match(lines[0]):
        length = drawn_tables.head_length(lines)
        return lines[:length], lines[length:], ()
    whole = len(lines)
    ends = [n + 1 for n, line in enumerate(lines) if line.rstrip().endswith("</tr>")] or [whole]
    below = range(ends[0], whole)  # those under the row that heads them
    first = next((n for n in below if lines[n].lstrip().startswith("<tr")), whole)
    return lines[:first], lines[first : ends[-1]], lines[ends[-1] :]


def labelled_period(told: Iterable[tuple[str, str]]) -> Period:
    """Return the first period that is the value of a label for one, or an empty one."""
    found = (find_period(value) for label, value in told if is_period_label(label))
    return next((each.period for each in found if each), Period())


def period_listed(lines: Sequence[str]) -> Period:
    """Return the period that is all of an item in these lines, remarks in brackets apart."""
    listed = (line.strip()[2:] for line in lines if re.match(r"\s*[-*+]\s", line))
    told = (stay_alone(REMARKS.sub("", text)) for text in listed if len(text) <= ITEM_LENGTH)
    return next(filter(None, told), Period())


def leads_labels(line: str, following: Sequence[str]) -> bool:
    """True for a line that begins with when, then tells work, over a label of a part of it."""
    found = find_period(line)
    label = next((label for label, _value in labelled(following[:1])), "")
    is_of_work = is_label(label) and not EMPLOYER_LABELS.fullmatch(label)
    return bool(found and not found.first and is_of_work and PROJECT_WORDS.search(line))


def told_at(lines: Sequence[str], number: int) -> list[Told]:
    """Return the projects that are told from a line on which a block begins."""
    if lines[number][:1] in ("+", "|") and drawn_tables.is_drawn(lines, number):
        return list(_in_drawn(lines, number))
    if lines[number].startswith("|"):
        rows = list(takewhile(lambda line: "|" in line, islice(lines, number, None)))
        return list(_in_columns(rows, number)) or _in_block(rows, number) or _in_head(rows, number)
    if HTML_TABLE.match(lines[number]):
        return list(_in_html(lines, number))
    bracket = BRACKETS.match(lines[number])
    if bracket and TITLE.fullmatch(bracket["label"]):
        return _in_block(lines[number : number + 12], number)
    return []


def told_in_item(lines: Sequence[str], number: int) -> list[Told]:
    """Return the project of a list that a labelled item begins, up to the next such item."""
    before = lines[number - 1] if number else ""
    if not _names(lines[number]) or (before[:1].strip() and has_period_label([before])):
        return []
    below = range(number + 1, len(lines))
    ends = (n for n in below if lines[n].startswith("#") or _names(lines[n]))
    return _in_block(lines[number : next(ends, len(lines))], number)


def _names(line: str) -> str:
    """Return the title that an item of a list tells under a label for it, or ""."""
    if not re.match(r"[-*+]\s", line) or len(line) > ROW_LENGTH:
        return ""
    return title_in_cell(labelled_title([line]))


def _in_block(rows: Sequence[str], number: int) -> list[Told]:
    """Return the project that one of the first labels of a block names."""
    labels = [row for row in rows if not is_delimiter(row) and len(cells(row)) < 3]
    title = title_in_cell(labelled_title(labels))
    if not title or not any(title in row for row in rows):
        return []
    period = labelled_period((label, clean(value)) for label, value in labelled(labels))
    return [Told(number, title, period, BLOCK)]


def _in_head(rows: Sequence[str], number: int) -> list[Told]:
    """Return the project that the head of a table of labels names: "| X | |", "| 2020〜 | X |"."""
    head, body = cells(rows[0]), [cells(row) for row in rows[2:]]
    if len(head) < 2 or len(body) < 2 or not is_delimiter(rows[1]):
        return []
    if any(len(row) != 2 for row in body):
        return []
    first, second = head[:2]
    told = {clean(label): value for label, value in body}
    title = title_in_cell(second or first)
    dated = (value for label, value in told.items() if is_period_label(label))
    found = find_period(clean(first if second else next(dated, "")))
    if not title or ENTITY.search(title) or not found or not all(map(is_label, told)):
        return []
    return [Told(number, title, found.period, BLOCK)]


def _in_columns(rows: Sequence[str], number: int) -> Iterator[Told]:
    """Yield the projects of the rows of a table, where each row names one or goes on with one."""
    if len(rows) < 3 or not is_delimiter(rows[1]) or any(len(row) > ROW_LENGTH for row in rows):
        return
    told = read_rows(cells(rows[0]), [cells(row) for row in rows[2:]])
    for n, row in enumerate(told):
        first = number + (row.first + 2 if n else 0)  # the head goes with the first of them
        key = ROW if n else TABLE
        yield Told(first, row.title, row.period, key, number + row.end + 2, rows[:2])


def _in_drawn(lines: Sequence[str], number: int) -> Iterator[Told]:
    """Yield the projects of the rows of a table that is drawn, with the lines that each takes."""
    table = lines[number : drawn_tables.table_end(lines, number)]
    head = table[: drawn_tables.head_length(table)]
    rows = drawn_tables.read_table(table, number, None)
    rows = rows[not rows or not rows[0].text :]
    for told in _in_columns([row.text for row in rows], 0):
        first = rows[told.first].first if told.first else number
        yield replace(told, first=first, end=rows[(told.end or 0) - 1].end, head=head)


def _closes_table(line: str) -> bool:
    return line.rstrip().endswith("</table>")


def _in_html(lines: Sequence[str], number: int) -> Iterator[Told]:
    """Yield the projects of a table in HTML, each row of which takes lines of its own."""
    most = range(number, min(len(lines), number + HTML_LINES))
    end = 1 + next((n for n in most if not lines[n].strip() or _closes_table(lines[n])), number)
    html = lines[number:end]
    if not _closes_table(html[-1]) or not has_rows("\n".join(html)):
        return
    rows = [row for row in html_rows(html, number) if row.end > row.first and row.text[0] == "|"]
    texts = [row.text for row in rows]
    if len(rows) < 2 or any(len(text) > ROW_LENGTH for text in texts):
        return
    told = read_rows(cells(texts[0]), [cells(text) for text in texts[1:]])
    if not told:
        named = _in_block(texts, number)
        yield from (each for each in named if _says(html, each.title))
        return
    head, body, tail = table_parts(html)
    starts = [rows[each.first + 1].first for each in told]
    ends = [*starts[1:], end]
    spans = list(zip(told, starts, ends, strict=True))
    fits = all(
        lines[first].lstrip().startswith("<tr") and _says(lines[first:last], row.title)
        for row, first, last in spans
    )
    if not fits or len(head) + len(body) + len(tail) < len(html):
        return
    for n, (row, first, last) in enumerate(spans):
        start = first if n else number
        yield Told(start, row.title, row.period, ROW if n else TABLE, last, head, tail)
