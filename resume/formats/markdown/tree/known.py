"""Headings of a section about projects that name who employed, as a table or list tells.

"| 2018/04 – now | X |" below "Employment history", and "### X" below "Selected projects".
"""

from ..text.headings import read_heading
from ..text.names import ENTITY
from .outline import Node
from .signs import EMPLOYER, NEITHER, UNDATED, Signs


def name_employers(parent: Node, signs: Signs) -> bool:
    """True for headings over projects each of which names one whose time is told elsewhere.

    One in three may be over something else, as "Personal" is; none of a project stands beside them.
    """
    known = [each for each in parent.children if _is_known(each, signs)]
    others = [signs.of(each) for each in parent.children if each not in known]
    return len(known) > 2 * len(others) - 1 and {*others} <= {NEITHER, UNDATED} and bool(known)


def _is_known(node: Node, signs: Signs) -> bool:
    entry = read_heading(node.title)
    if signs.of(node) != EMPLOYER or entry.period or not ENTITY.search(entry.name):
        return False
    return bool(signs.summaries.period(signs.name(node)))
