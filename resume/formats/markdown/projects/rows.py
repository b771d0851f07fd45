"""Projects in the rows of a table of employers: "| 期間 | 会社 | 業務内容 |", one a row.

The rows print as they are, as those of the table. What they say besides is told by facts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume.document.periods import find_period
from resume.document.schema import Fact, Line, Position, Project

from ..rows.found import Found
from ..rows.tables import ROW_LENGTH, SPANNED, column_of, columns, heads
from ..text.names import PROJECT_WORDS
from ..text.table_lines import cells, is_delimiter, period_cell
from ..text.vocabulary import clean
from .tables import DUTIES, TITLE, title_in_cell

MAX_ROWS = 100


@dataclass(frozen=True)
class Columns:
    """The head of a table, and which of its columns name who employed, say when, and what."""

    head: Sequence[str]
    employer: int
    period: Sequence[int]
    work: int


def with_projects(found: Found, lines: Sequence[str]) -> Found:
    """Return the employers of a table with the projects that their rows tell.

    A column for titles tells them; one for what was done only where an employer has several rows
    and half of them sound like work.
    """
    told = _columns(found, lines)
    items = [item for line in found.lines for item in line.items if isinstance(item, Position)]
    if told is None or len(items) != len(found.lines):
        return found
    projects = [_projects(item, told) for item in items]
    titles = [project.title for several in projects for project in several]
    if not all(projects) or len(set(titles)) < len(titles):
        return found
    work = [title for title in titles if PROJECT_WORDS.search(title)]
    if not TITLE.fullmatch(told.head[told.work]) and (
        len(titles) == len(items) or len(work) * 2 < len(titles)
    ):
        return found
    pairs = zip(items, projects, strict=True)
    rows = tuple(Line((replace(item, body="", projects=several),)) for item, several in pairs)
    return replace(found, lines=rows)


def _columns(found: Found, lines: Sequence[str]) -> Columns | None:
    ruled = next((n for n in range(found.start - 1, 0, -1) if is_delimiter(lines[n])), 0)
    if found.layout != "table" or not ruled or found.end - ruled > MAX_ROWS:
        return None
    head = heads(lines[ruled - 1])
    told = columns(head, [cells(line) for line in lines[ruled + 1 : found.end]])
    work = column_of(head, TITLE)
    work = column_of(head, DUTIES) if work is None else work
    return Columns(head, *told, work) if told and work is not None and work != told[0] else None


def _projects(item: Position, told: Columns) -> tuple[Project, ...]:
    """Return the projects of an employer's rows; none where one of them tells of something else."""
    rows = [item.written, *(item.body.split("\n") if item.body else [])]
    name = cells(item.written)[told.employer : told.employer + 1]
    projects = []
    for row in rows:
        texts = cells(row)
        if len(texts) != len(told.head) or not row.startswith("|") or len(row) > ROW_LENGTH:
            return ()
        if texts[told.employer] not in ("", SPANNED, *name):
            return ()
        title = title_in_cell(texts[told.work])
        found = find_period(clean(period_cell(texts, told.period)))
        if not title or not found:
            return ()
        others = {told.employer, told.work, *told.period}
        facts = (
            Fact(label=label, value=text)
            for number, (label, text) in enumerate(zip(told.head, texts, strict=True))
            if label and text and number not in others
        )
        project = Project(
            title=title,
            start=found.period.start_text,
            end=found.period.end_text,
            facts=tuple(facts),
            written=row,
        )
        projects.append(project)
    return tuple(projects)
