"""Heads of English entries that begin in bold and tell role, who employed and when in any order.

"**Engineer**, Foo Works, Oslo" over "*April 2021 – present*", "**Foo Works**, Engineer" over
"Oslo, April 2021 to present", "**Engineer, Foo Works, Oslo** (2020 – 2021)", or all of it in one
line that bars part: "Engineer | Foo Works | Oslo | 2020 – 2021". Labels may tell it as well, or
what somebody was, and when, a dash before who employed and what that is.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from resume.document.dates import Period
from resume.document.lines import JAPANESE
from resume.document.periods import find_period
from resume.document.spans import span

from .head_lines import LINE_LENGTH, HeadLine, read_head_line, unbroken
from .headings import Entry, stay_alone
from .heads import (
    LOOKED_AT,
    OTHER_BLOCK,
    is_name,
    is_proper,
    is_role,
    stay_in_roles,
)
from .labels import labelled, name_of_label
from .names import CLIENT, DEPARTMENT, ENTITY, PROJECT_WORDS, employment_kind, is_attended
from .periods import period_below
from .places import TOWN
from .vocabulary import clean, is_label, section_kind
from .work_titles import MADE

# A line, or an item of a list, that may end with what the department was to somebody.
ITEM = re.compile(
    r"(?:[-*+]\s+)?(?P<text>[^\s#|>].*?)(?:\s*(?:に|へ)?(?:配属|所属|入社|勤務|在籍))?\s*$"
)
BOLD = re.compile(r"(?:\*{2,3}|__)(?P<text>[^*_\s][^*_]*)")
NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\*\*)")
BARS = re.compile(r"\s[|·•]\s")
# Brackets around several parts: "X (Engineer, 2020 – 2021)".
SEVERAL = re.compile(r"\s*\((?P<parts>[^()]*,[^()]*)\)")
# What is told after a period and what closes it.
SENTENCE = re.compile(r"(?P<closed>[)*_]{0,4})[.:;]\s+\S")
# A part of a university, beside its name.
UNIVERSITY = re.compile(r"\b(?:University|Universit[äéà]t?|College|Polytechnic)\b")
PART = re.compile(
    r"^(?:(?:the )?(?:department|faculty|division|school|office|centre|center) (?:of|for)\b)",
    re.IGNORECASE,
)
# How the names of companies end as well as those of things that were made.
COMPANY = re.compile(
    r"\b(?:Services?|Systems?|Games?|Stores?|Shops?|Studios?|Applications?|Apps|Engines?)$"
)
# "**Engineer** *(2020 – 2021)* — Foo Works, a maker of boats, Oslo."
BEFORE_DASH = re.compile(
    r"\*\*(?P<role>[^*]{2,60})\*\*\s*[*_]{0,2}\((?P<when>[^()]{4,40})\)[*_]{0,2}\s*[–—]\s+"
    r"(?P<name>[^,;:|()*]{2,60}?)(?:,\s.*|\.)?$"
)
DEED = re.compile(r"\w+ed\b|(?:led|built|wrote|made|ran|grew|cut|set|took)\b", re.IGNORECASE)
DASHED_LENGTH = 300
MOST_LINES, MOST_NAMES, MOST_LABELS = 3, 4, 8


def read_bold_head(lines: Sequence[str]) -> tuple[Entry, int] | None:
    """Return who, as what and when the first lines of a text tell, and how many lines these are.

    None where one of the three is missing, or a part is neither of them nor a proper name.
    """
    if lines and (dashed := _before_dash(lines[0])):
        return dashed, 1
    lines = [_before_sentence(NUMBER.sub("", line)) for line in lines[:1]] + [*lines[1:]]
    if not lines or len(lines[0]) > LINE_LENGTH or JAPANESE.search(lines[0]):
        return None
    bold = BOLD.match(lines[0])
    if OTHER_BLOCK.match(lines[0]) or (not bold and len(BARS.findall(lines[0])) < 2):
        return None
    if bold and stay_alone(clean(lines[0])):
        return _below_period(lines)
    told: list[HeadLine] = []
    for number, line in enumerate(lines[:LOOKED_AT]):
        if len(line) > LINE_LENGTH or (told and OTHER_BLOCK.match(line)):
            break
        told += [_parts(line)] if line.strip() else []
        if told[-1].period:
            return _entry(told, told[-1].period, number + 1, bool(TOWN.search(lines[0])))
        # A line that only tells where that is takes none of their places.
        said = [each for each in told if each.names or each.roles]
        if len(said) == (MOST_LINES if bold else 1):
            break
    return _labelled(lines) if bold else None


def _before_dash(line: str) -> Entry | None:
    """Return what a line tells of a role and when before a dash, and a name of several words."""
    match = BEFORE_DASH.match(line) if len(line) <= DASHED_LENGTH else None
    period = stay_alone(match["when"]) if match else Period()
    role, name = (match["role"], match["name"].strip()) if match and period else ("", "")
    held, kind = role.partition(", ")[0], employment_kind(role)
    several = " " in name or "." in name
    if not is_role(held) or not several or DEED.match(name) or not _is_name(name):
        return None
    refused = is_attended(name, held) or (is_thing(name) and not ENTITY.search(name))
    return None if refused else Entry(name, role, kind, period)


def _before_sentence(line: str) -> str:
    """Return a line without what was done, after the period: "**X**, Lead (2020 – 2021). A B"."""
    found = find_period(line[: 2 * LINE_LENGTH]) if line.startswith("**") else None
    sentence = SENTENCE.match(line, found.last) if found and found.first else None
    return line[: sentence.end("closed")] if sentence else line


def _below_period(lines: Sequence[str]) -> tuple[Entry, int] | None:
    """Return what the two lines below a period tell: "Foo Works, Oslo" over "Engineer"."""
    said = [number for number, line in enumerate(lines[:LOOKED_AT]) if line.strip()][1:MOST_LINES]
    if len(said) < 2 or any(OTHER_BLOCK.match(lines[number]) for number in said):
        return None
    told = [_parts(lines[number]) for number in said]
    whole = all(bool(each.names) != bool(each.roles) and not each.period for each in told)
    return _entry(told, stay_alone(clean(lines[0])), said[-1] + 1) if whole else None


def _parts(line: str) -> HeadLine:
    if len(line) > LINE_LENGTH:
        return HeadLine()
    return read_head_line(SEVERAL.sub(r", \g<parts>", line))


def employer_in_head(lines: Sequence[str]) -> str:
    """Return who employed, where the first one or two lines tell that and a role, or "".

    They stand below what says when: "**Engineer**, Foo Works, Oslo". A line may tell a legal entity
    up to its department as well.
    """
    if entity := _entity_in_line(lines):
        return entity
    told: list[HeadLine] = []
    for line in [line for line in lines[:LOOKED_AT] if line.strip()][:2]:
        if OTHER_BLOCK.match(line) or not (told or BOLD.match(line)) or JAPANESE.search(line):
            break
        told.append(_parts(line))
        if told[-1].roles and any(each.names for each in told):
            found = _entry(told, told[-1].period, len(told))
            return found[0].name if found else ""
    return ""


def _entity_in_line(lines: Sequence[str]) -> str:
    """Return the legal entity that the first line of a text tells up to its department, or "".

    "- X株式会社 開発部 配属"
    """
    first = next((line for line in lines if line.strip()), "")
    match = ITEM.match(first) if len(first) <= LINE_LENGTH else None
    words = clean(match["text"]).split() if match else []
    end = next((n for n, word in enumerate(words) if DEPARTMENT.search(word)), len(words))
    name = " ".join(words[:end])
    refused = CLIENT.search(first) or PROJECT_WORDS.search(name) or not is_name(name)
    return name if ENTITY.search(name) and not refused else ""


def stay_of_roles(lines: Sequence[str]) -> Period:
    """Return the period of several roles, each beside or in bold over when it was held, or none.

    "**Engineer**" over "April 2022 - Present (2 years 8 months)"
    """
    if period := stay_in_roles(lines):
        return period
    told = [
        stay_alone(clean(following).strip("*_ "))
        for line, following in pairwise(lines)
        if line.startswith("**") and len(line) <= LINE_LENGTH and is_role(clean(line))
    ]
    return span(told) if len(told) > 1 and all(told) else Period()


def _entry(
    told: Sequence[HeadLine], period: Period, length: int, placed: bool = False
) -> tuple[Entry, int] | None:
    """Return who, as what and when the lines tell; no thing that was made is placed in a town."""
    roles = [role for each in told for role in each.roles]
    names = [name for each in told for name in each.names]
    if not roles or len(names) > MOST_NAMES or not all(map(_is_name, names)):
        return None
    schools = [name for name in names if UNIVERSITY.search(name)]
    entities = [name for name in names if ENTITY.search(name)]
    whole = [name for name in names if not (PART.match(name) or DEPARTMENT.search(name))]
    name = next(iter([*entities, *schools, *whole]), "")
    if not name or (is_thing(name) and not (ENTITY.search(name) or placed)):
        return None
    return Entry(name, roles[0], employment_kind(roles[0]), period), length


def _is_name(text: str) -> bool:
    known = is_label(text) or section_kind(text) is not None
    return is_proper(text) and not known and not CLIENT.search(text)


def is_thing(name: str) -> bool:
    """True for the name of a thing that was made, as no company is called."""
    made = MADE.search(name) and not COMPANY.search(name)
    return bool(made or PROJECT_WORDS.search(name))


def _labelled(lines: Sequence[str]) -> tuple[Entry, int] | None:
    """Return what labels right below a role in bold tell: "**Employer:** X" and when."""
    role = clean(unbroken(lines[0]))
    below = lines[1 : MOST_LABELS + 1]
    end = next((n for n, line in enumerate(below) if not line.strip()), len(below))
    rows = below[:end]
    name = name_of_label(labelled(rows))
    period = period_below(rows) if name else Period()
    if not is_role(role) or not period or not is_proper(name) or CLIENT.search(name):
        return None
    return Entry(name, role, employment_kind(role), period), 1
