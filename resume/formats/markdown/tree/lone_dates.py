"""Headings in English that tell one date beside those that say from when to when."""

from collections.abc import Iterable, Iterator

from resume.document.dates import Period

from ..text.headings import Entry, read_heading
from ..text.heads import period_of_head
from ..text.lone_dates import lone_stay, stands_apart
from ..text.vocabulary import section_kind
from .outline import Node, Outline

LOOKED_AT = 3  # lines under a heading


def lone_dates(nodes: Iterable[Node], outline: Outline) -> Iterator[tuple[int, Entry]]:
    """Yield the headings in sections about work that tell a stay by one date, with that."""
    for parent in nodes:
        of_work = parent.level and section_kind(parent.title) == "positions"
        told = [(node, _stay(node, outline)) for node in parent.children if of_work]
        found = [(node, stay) for node, stay in told if stay]
        if found:
            others = [_period(node, outline) for node, stay in told if not stay]
            yield from ((node.first, stay) for node, stay in found if stands_apart(stay, others))


def _stay(node: Node, outline: Outline) -> Entry | None:
    return lone_stay(node.title, outline.lines_under(node, most=LOOKED_AT))


def _period(node: Node, outline: Outline) -> Period:
    own = outline.lines_under(node, most=LOOKED_AT)
    return read_heading(node.title).period or period_of_head(own)
