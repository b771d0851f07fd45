"""Headings that tell again of a stay which another heading tells."""

from collections.abc import Callable, Iterable
from itertools import accumulate

from ..text.headings import read_heading
from .outline import Node
from .signs import EMPLOYER, MAYBE, Signs


def repeated(nodes: Iterable[Node], signs: Signs) -> set[int]:
    """Return the headings that tell again, shorter, of a stay told elsewhere.

    What only the shorter one says of the period holds for the longer one.
    """
    # Blank lines between those that tell something are not told by anybody.
    said = list(accumulate((bool(line.strip()) for line in signs.outline.lines), initial=0))

    def length(node: Node) -> int:
        return said[node.end] - said[node.first]

    longest: dict[tuple[str, str], Node] = {}
    again = set()
    for node in nodes:
        if signs.of(node) not in (EMPLOYER, MAYBE):
            continue
        entry = read_heading(node.title)
        key = ("".join(entry.name.split()), str(entry.period.start or entry.role))
        other = longest.get(key)
        if other is None:
            longest[key] = node
            continue
        starts = {str(signs.period(each).start or "") for each in (other, node)}
        if len(starts - {""}) > 1:
            continue
        shorter = min(other, node, key=length)
        longest[key] = node if shorter is other else other
        if period := signs.period(shorter):
            signs.told_again[longest[key].first] = period
        again.add(shorter.first)
    return again | _undated(longest.values(), signs, length)


def _undated(nodes: Iterable[Node], signs: Signs, length: Callable[[Node], int]) -> set[int]:
    """Return the headings without a period that a longer one with a period tells of again."""
    longest: dict[str, int] = {}
    undated = []
    for node in nodes:
        name = "".join(signs.name(node).split())
        if signs.period(node):
            longest[name] = max(longest.get(name, 0), length(node))
        else:
            undated.append((name, node))
    return {node.first for name, node in undated if length(node) < longest.get(name, 0)}
