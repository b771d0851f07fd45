"""Headings in a numbered row: "①X株式会社", "②Y市役所", "③Z工房"."""

from collections.abc import Iterable

from .headings import read_heading
from .names import ON_BEHALF, is_work
from .outline import Node
from .signs import EMPLOYER, NEITHER, NUMBERED, Signs


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
