"""Rows of a table of employers that leave empty when it was, and go on with the row above.

"| 2017年2月～現在 | 甲株式会社 |" over "| | ○ 在庫管理の刷新（2018年～2020年）：移行を担当 |".
"""

import re
from collections.abc import Sequence

from ..text.labels import labelled
from ..text.names import ENTITY, is_work
from ..text.vocabulary import PERIOD_LABELS, clean, is_label

PERIOD = re.compile(rf"{PERIOD_LABELS.pattern}|年月日?|年", re.IGNORECASE)
# What opens a cell that is an item of a list.
MARKED = re.compile(r"[・･○●◎◇◆□■▪▼▽※＊>〇]|[-*+][ \t]|[【\[][^】\]]{1,30}[】\]]")


def that_go_on(rows: Sequence[Sequence[str]], head: Sequence[str]) -> list[bool]:
    """Return which rows go on with one above: a first column that says when is empty in them.

    They are items, or some of them items, labels with their values or work; none of those that are
    no item names one who employs.
    """
    if not PERIOD.fullmatch(clean(head[0])):
        return [False] * len(rows)
    texts = {n: next(filter(None, row), "") for n, row in enumerate(rows) if not row[0]}
    items = {n for n, text in texts.items() if MARKED.match(text)}
    others = [text for n, text in texts.items() if n not in items]
    told = bool(items) or any(map(_is_told, others))
    plain = told and not any(map(ENTITY.search, others))
    return [n in items or (plain and n in texts) for n in range(len(rows))]


def _is_told(text: str) -> bool:
    """True for a piece of work, or a label with its value: "役職：主任"."""
    return is_work(clean(text)) or any(is_label(label) for label, _ in labelled([f"- {text}"]))
