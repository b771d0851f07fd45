"""The employer whom a table of personal data names: "| 勤務先 | 甲株式会社 |"."""

from collections.abc import Sequence
from dataclasses import replace

from resume.document.periods import find_period
from resume.document.schema import Line

from ..text.headings import read_heading
from ..text.table_lines import cells, first_table
from ..text.vocabulary import EMPLOYER_NAME_LABELS, STAY_LABELS, clean
from .found import Found
from .tables import ROW_LENGTH, StayRow, position


def read_profile(lines: Sequence[str]) -> Found | None:
    """Return the employer whom a row of personal data names, beside, over or under when that is."""
    table = first_table(lines)
    told = [(n, cells(lines[n])) for n in table if len(lines[n]) <= ROW_LENGTH]
    rows = [(n, clean(row[0]), row[1]) for n, row in told if len(row) > 1]
    named = [(n, value) for n, label, value in rows if EMPLOYER_NAME_LABELS.fullmatch(label)]
    dated = [value for _n, label, value in rows if STAY_LABELS.fullmatch(label)]
    if len(named) != 1 or len(dated) > 1:
        return None
    n, name = named[0]
    entry = read_heading(name)
    found = find_period(clean(dated[0])) if dated else None
    period = found.period if found else entry.period
    if not period:
        return None
    row = StayRow(lines[n], entry.name, "", period, has_range=True, of_school=False)
    below = [replace(row, line=line, name="") for line in lines[n + 1 : table.stop]]
    stay = position(row, row.period, below)
    return Found(n, table.stop, "table", (Line((stay,)),), (n,)) if stay else None
