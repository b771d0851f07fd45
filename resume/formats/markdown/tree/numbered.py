"""Headings in a row that tell employers in one way.

Numbered, "①X株式会社", "②Y市役所", or each with a role: "Engineer, X", "Developer, Library System".
"""

from collections.abc import Iterable

from ..text.headings import read_heading
from ..text.heads import is_proper
from ..text.names import CLIENT, ON_BEHALF, is_work
from .outline import Node
from .signs import EMPLOYER, MAYBE, NEITHER, NUMBERED, PROJECT, Signs


def numbered_stays(parents: Iterable[Node], signs: Signs) -> set[int]:
    """Return the headings that are numbered in one row with those of employers.

    At least two of a row, and a third, bear the sign of one who employs, and each says when. What
    names a piece of work, or nothing one may work for, is none.
    """
    stays: set[int] = set()
    for parent in parents:
        row = [node for node in parent.children if NUMBERED.match(node.title)]
        row = [node for node in row if signs.of(node) != NEITHER or ON_BEHALF.search(node.title)]
        employers = sum(signs.of(node) == EMPLOYER for node in row)
        if employers > 1 and employers * 3 >= len(row) and all(map(signs.period, row)):
            stays |= {node.first for node in row if not is_work(read_heading(node.title).name)}
    return stays


def stays_with_roles(parents: Iterable[Node], signs: Signs) -> set[int]:
    """Return the headings that sound like work and tell a role and when, as those beside them do.

    At least half of those with a role name one who may employ. Each is a proper name.
    """
    stays: set[int] = set()
    for parent in parents:
        entries = [(node, read_heading(node.title)) for node in parent.children]
        row = [(node, entry) for node, entry in entries if entry.role and entry.name.isascii()]
        works = [(node, entry) for node, entry in row if signs.of(node) == PROJECT]
        known = [node for node, _entry in row if signs.of(node) in (EMPLOYER, MAYBE)]
        if works and known and len(known) >= len(works):
            stays |= {
                node.first
                for node, entry in works
                if is_proper(entry.name) and not CLIENT.search(entry.name) and signs.period(node)
            }
    return stays
