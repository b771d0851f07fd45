"""Heads that begin with when, and tell below it who employed and as what.

"`2020 – present`" over "__Foo Works__, Bergen" over "_Engineer_", where the role may be the first
of several, or "2020 – present" over its definition ": Engineer - Foo Works".
"""

import re
from collections.abc import Sequence

from resume.document.dates import Period
from resume.document.lines import JAPANESE

from .head_lines import DEFINED, LINE_LENGTH, read_head_line, unbroken
from .headings import Entry, stay_alone
from .heads import LOOKED_AT, OTHER_BLOCK, STRESSED, is_name, is_proper
from .names import CLIENT, DEPARTMENT, ENTITY, PROJECT_WORDS, employment_kind, is_attended
from .vocabulary import clean
from .work_titles import is_made

# A line that is all in italics or in bold.
WHOLE = re.compile(r"(?P<mark>\*{1,2}|_{1,2})(?P<text>[^*_\s][^*_]{1,80})(?P=mark)")


def read_dated_head(lines: Sequence[str]) -> tuple[Entry, int] | None:
    """Return who, as what and when the first lines of a text tell, and how many lines these are.

    None where the first line tells more than when, or those below it no role at a proper name.
    Blank lines may part them.
    """
    period = stay_alone(clean(lines[0]).strip("*_ ")) if len(lines[0]) <= LINE_LENGTH else None
    told = [number for number, line in enumerate(lines[:LOOKED_AT]) if number and line.strip()]
    if not period or not told:
        return None
    who, *below = [lines[number] for number in told[:2]]
    if len(who) > LINE_LENGTH or JAPANESE.search(who) or OTHER_BLOCK.match(who):
        return None
    entry = _defined(who, period) or _over_role(who, below[0] if below else "", period)
    return (entry, told[0] + 1) if entry else None


def _defined(line: str, period: Period) -> Entry | None:
    """Return what the definition of a period tells: one role and one name."""
    told = read_head_line(line) if DEFINED.match(line) else None
    if not told or told.period or len(told.roles) != 1 or len(told.names) != 1:
        return None
    return _entry(told.names[0], told.roles[0], period)


def _over_role(line: str, below: str, period: Period) -> Entry | None:
    """Return what a stressed name tells, with where that is, over a stressed line of a role."""
    stressed = STRESSED.match(unbroken(line))
    role = WHOLE.fullmatch(unbroken(below)) if len(below) <= LINE_LENGTH else None
    where, told = read_head_line(line), read_head_line(role["text"] if role else "")
    if not stressed or where.roles or where.period or told.names or len(told.roles) != 1:
        return None
    return _entry(clean(stressed["name"]), told.roles[0], period)


def _entry(name: str, role: str, period: Period) -> Entry | None:
    refused = any(sign.search(name) for sign in (CLIENT, DEPARTMENT, PROJECT_WORDS))
    refused = refused or is_attended(name, role) or (is_made(name) and not ENTITY.search(name))
    named = is_proper(name) and is_name(name) and not refused
    return Entry(name, role, employment_kind(role), period) if named else None
