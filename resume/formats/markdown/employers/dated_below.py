"""Names of employers on lines of their own, over what says when they employed, or as what.

"**X**（120床）" over "- 在籍期間：2020/04〜現在", "1. **X**　主任" over an indented period, or
"Foo, Oslo (2019 – 2021)" over "*Engineer*".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from resume.document.lines import JAPANESE

from ..text.head_lines import LINE_LENGTH, read_head_line
from ..text.headings import Entry, read_heading
from ..text.heads import is_proper
from ..text.labels import labelled
from ..text.names import CLIENT, DEPARTMENT, ENTITY, is_work
from ..text.nesting import trim
from ..text.periods import period_below
from ..text.sentences import is_more
from ..text.tenure import read_tenure
from ..text.vocabulary import PERIOD_LABELS, STAY_LABELS, clean
from ..text.work_titles import is_made

NAME_LENGTH = 60
LOOKED_AT = 8  # lines below a name in which it is said when
# What is said of one who employs, after the name in bold or not: "（120床、急性期）".
REMARK = re.compile(r"\s*[(（][^()（）]{2,}[)）]\s*$")
NUMBERED = re.compile(r"\d{1,2}[.)][ \t]+(?P<text>\S.*)")
# A line that is all in italics or in bold.
STRESSED = re.compile(r"(?P<mark>\*{1,2}|_{1,2})(?P<text>[^*_\s][^*_]{1,60})(?P=mark)\\?")
INDENTED = re.compile(r"(?: {2,4}|\t)(?![-*+\s])(?P<text>\S.*)")


def named_over_period(line: str, below: Sequence[str]) -> Entry | None:
    """Return who employed, by a line that is a name, and when, by what stands below it.

    A label says when; where the name has no legal form, it is one of a stay (在籍期間).
    """
    if entry := _numbered(line, below):
        return entry
    text = clean(REMARK.sub("", line))
    if not text or len(text) > NAME_LENGTH or is_more(text) or CLIENT.search(text):
        return None
    rows = list(takewhile(str.strip, trim(below[:LOOKED_AT])))
    is_entity = bool(ENTITY.search(text))
    if not is_entity and (DEPARTMENT.search(text) or is_work(text)):
        return None
    words = PERIOD_LABELS if is_entity else STAY_LABELS
    is_dated = any(words.fullmatch(label) for label, _value in labelled(rows))
    told = is_entity and not is_dated
    period = period_below(rows) if is_dated else read_tenure(rows) if told else None
    return replace(read_heading(text), period=period) if period else None


def _numbered(line: str, below: Sequence[str]) -> Entry | None:
    """Return who employed and when of an item with a number whose next line only says when."""
    match = NUMBERED.fullmatch(line.rstrip())
    following = INDENTED.fullmatch(next(filter(str.strip, below[:2]), ""))
    if not match or not following:
        return None
    told = read_head_line(following["text"])
    entry = read_heading(match["text"])
    fits = (
        told.period and not told.names and not entry.period and 1 < len(entry.name) <= NAME_LENGTH
    )
    if not fits or CLIENT.search(entry.name):
        return None
    role = entry.role or next(iter(told.roles), "")
    return replace(entry, role=role, period=told.period)


def over_role(line: str, below: Sequence[str]) -> Entry | None:
    """Return who employed and when by an English line in no bold, over a stressed role."""
    match = STRESSED.fullmatch(next(filter(str.strip, below[:2]), "").strip())
    entry = read_heading(line) if match and len(line) <= LINE_LENGTH else Entry("")
    told = read_head_line(match["text"]) if match and entry.period else None
    if not told or told.names or told.period or len(told.roles) != 1 or JAPANESE.search(line):
        return None
    refused = CLIENT.search(line) or DEPARTMENT.search(entry.name) or is_work(entry.name)
    refused = refused or is_made(entry.name)
    return entry if is_proper(entry.name) and not entry.role and not refused else None
