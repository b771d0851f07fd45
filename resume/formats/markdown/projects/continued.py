"""Projects in the rows that go on with that of an employer, and say not when in their first cell.

"| 2017年2月～現在 | 甲株式会社 |" over "| | ○ 在庫管理の刷新（2018年～2020年）：移行 |". The rows
print as they are, among the others below the employer's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume.document.dates import Period
from resume.document.lines import LINE
from resume.document.periods import find_period
from resume.document.schema import Fact, Line, Position, Project

from ..rows.continued import MARKED
from ..rows.found import Found
from ..rows.tables import ROW_LENGTH
from ..text.headings import date_alone
from ..text.table_lines import cells
from ..text.vocabulary import clean
from ..text.works import sound_like_work

# "在庫管理の刷新（2018年～2020年）：移行を担当"
TOLD = re.compile(
    r"[^\w「『（(]*(?P<title>[^:：]+?)(?:[(（](?P<when>[^()（）]{4,30})[)）])?(?:[:：]\s*(?P<rest>.+))?"
)
DONE = "内容"  # the label of what was done


@dataclass(frozen=True)
class Told:
    """The project that a row tells: its title, when it was, and what was done."""

    title: str
    period: Period
    rest: str

    def project(self, row: str, place: int) -> Project:
        """Return the project whose row stands below so many others."""
        facts = (Fact(label=DONE, value=self.rest),) if self.rest else ()
        start, end = self.period.start_text, self.period.end_text
        extras = {LINE: place}
        return Project(
            title=self.title, start=start, end=end, facts=facts, written=row, extras=extras
        )


def with_rows_below(found: Found) -> Found:
    """Return the employers of a table with the projects that the rows below theirs tell.

    Each such row is an item that says when, or what was done after a colon; most sound like work.
    """
    items = [item for line in found.lines for item in line.items if isinstance(item, Position)]
    if found.layout != "table" or len(items) != len(found.lines):
        return found
    told = {id(item): list(map(_told, _rows(item))) for item in items}
    titles = [each.title for several in told.values() for each in several if each]
    if not sound_like_work(titles):
        return found
    return replace(found, lines=tuple(Line((_with_projects(i, told[id(i)]),)) for i in items))


def _rows(item: Position) -> Sequence[str]:
    rows = item.body.split("\n") if item.body else []
    return rows if all(row.startswith("|") and len(row) <= ROW_LENGTH for row in rows) else []


def _with_projects(item: Position, told: Sequence[Told | None]) -> Position:
    kept: list[str] = []
    projects = []
    for row, project in zip(_rows(item), told, strict=True):
        if project:
            projects.append(project.project(row, len(kept)))
        else:
            kept.append(row)
    return replace(item, body="\n".join(kept), projects=tuple(projects)) if projects else item


def _told(row: str) -> Told | None:
    first, *rest = cells(row)
    text = next(filter(None, rest), "")
    match = TOLD.fullmatch(text) if not first and MARKED.match(text) else None
    if not match:
        return None
    found = find_period(match["when"] or "")
    period = found.period if found else date_alone(match["when"] or "")
    title = clean(match["title"])
    fits = title in row and (period or match["rest"])
    return Told(title, period, match["rest"] or "") if fits else None
