"""Names of employers on lines of their own, over what says when they employed.

"**X**（120床）" over "- 在籍期間：2020/04〜現在", or "1. **X**　主任" over an indented period.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..text.head_lines import read_head_line
from ..text.headings import Entry, read_heading
from ..text.labels import labelled
from ..text.names import CLIENT, DEPARTMENT, ENTITY, is_work
from ..text.nesting import trim
from ..text.periods import period_below
from ..text.sentences import is_more
from ..text.tenure import read_tenure
from ..text.vocabulary import PERIOD_LABELS, STAY_LABELS, clean

NAME_LENGTH = 60
LOOKED_AT = 8  # lines below a name in which it is said when
# What is said of one who employs, after the name in bold or not: "（120床、急性期）".
REMARK = re.compile(r"\s*[(（][^()（）]{2,}[)）]\s*$")
NUMBERED = re.compile(r"\d{1,2}[.)][ \t]+(?P<text>\S.*)")
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
