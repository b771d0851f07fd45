"""Headings that name employers without their legal forms, which a table or a list tells elsewhere.

"## 甲" and "## 乙" where a table of events has "甲株式会社 入社" and "株式会社乙 入社".
"""

from collections.abc import Iterable

from resume.document.dates import Period

from .nodes import kind_of
from .outline import Node
from .summaries import Summaries


def short_names(parents: Iterable[Node], summaries: Summaries) -> dict[int, Period]:
    """Return the stays that such headings tell of, by their lines.

    One has others below it, or stands beside another one: a product may be named as its company.
    """
    found: dict[int, Period] = {}
    for parent in parents:
        if kind_of(parent) not in (None, "positions"):
            continue
        told = [(node, summaries.period_of_short(node.title)) for node in parent.children]
        known = [(node, period) for node, period in told if period and kind_of(node) is None]
        found |= {node.first: period for node, period in known if node.children or known[1:]}
    return found
