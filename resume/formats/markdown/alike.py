"""Headings of projects that only those beside them show to be such."""

from .labels import labelled
from .nodes import kind_of
from .outline import Node
from .signs import EMPLOYER, MAYBE, PROJECT, Signs
from .vocabulary import is_period_label

MAX_GROUPS = 30  # and headings in each, that are compared with each other
LOOKED_AT = 12  # lines below a heading in which the label of a period is looked for


def tell_of_projects(parent: Node, signs: Signs) -> bool:
    """True for headings below one none of which is an employer's, at least half dated projects.

    Or they are as those below another heading beside that one, and each has a label for when:
    "### 計測分野" over "#### X" over "- 期間：2020/04〜2021/03".
    """
    if _are_projects(parent, signs):
        return True
    above = signs.parents.get(parent.first)
    if above is None or kind_of(parent) is not None or not _are_dated(parent, signs):
        return False
    first = above.children[:MAX_GROUPS]
    groups = [node for node in first if node.children and kind_of(node) is None]
    if any(signs.of(node) in (EMPLOYER, MAYBE) for node in groups):
        return False
    return any(_are_dated(node, signs) and _are_projects(node, signs) for node in groups)


def _are_projects(parent: Node, signs: Signs) -> bool:
    told = [(signs.of(node), node) for node in parent.children]
    entries = [node for sign, node in told if sign in (PROJECT, MAYBE)]
    dated = [node for sign, node in told if sign == PROJECT and signs.is_dated(node)]
    employing = any(sign == EMPLOYER for sign, _node in told)
    return bool(dated) and len(dated) * 2 >= len(entries) and not employing


def _are_dated(node: Node, signs: Signs) -> bool:
    """True for a heading over others with a label for when below each of them."""
    children = node.children if len(node.children) <= MAX_GROUPS else []
    texts = (signs.outline.below(child, most=LOOKED_AT) for child in children)
    dated = [any(is_period_label(label) for label, _value in labelled(text)) for text in texts]
    return bool(dated) and all(dated)
