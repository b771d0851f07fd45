"""A table of two rows as the head of an entry, which sets its right side to the right.

"| **X** | 2020 – 2021 |" over "| *Engineer* | Boston, MA |", the first of them as its head or not.
"""

from collections.abc import Sequence
from itertools import takewhile

from ..text.head_lines import read_head_line
from ..text.headings import Entry
from ..text.heads import is_proper
from ..text.names import CLIENT, employment_kind
from ..text.table_lines import cells, is_delimiter


def read_two_rows(lines: Sequence[str]) -> Entry | None:
    """Return who employed, as what and when, where the first lines are such a table."""
    if not lines[0].startswith("|") or not is_delimiter(next(iter(lines[1:2]), "")):
        return None
    rows = [cells(line) for line in (lines[0], *takewhile(lambda line: "|" in line, lines[2:]))]
    told = [read_head_line(" | ".join(filter(None, row))) for row in rows if any(row)]
    periods = [each.period for each in told if each.period]
    roles = [role for each in told for role in each.roles]
    names = told[0].names if len(told) == 2 else ()
    if len(periods) != 1 or len(roles) != 1 or len(names) != 1:
        return None
    if not is_proper(names[0]) or CLIENT.search(names[0]):
        return None
    return Entry(names[0], roles[0], employment_kind(roles[0]), periods[0])
