"""Headings of projects wherever they stand: outside of a section about work as well."""

import re
from collections.abc import Sequence

from ..text.labels import labelled
from ..text.listed_items import BULLET
from ..text.names import FIRM, PROJECT_WORDS
from ..text.vocabulary import clean, is_label, is_period_label
from .outline import Node
from .signs import EMPLOYER, PROJECT, Signs
from .told_stays import ToldStays

# "職歴: 甲の開発": a section of its own for each piece of work.
TITLED = re.compile(r"(?:職歴|職務経歴|業務経歴|経歴)\s*[0-9０-９]*\s*[:：]")
# "副業: 甲の開発": how it was done, before what.
BESIDES = re.compile(r"^(?:副業|複業|受託|個人開発)\s*[:：]")
MANY_LABELS = 3  # below a heading, which make it a piece of work outside of a section of it


def works_alone(nodes: Sequence[Node], stays: ToldStays, in_work: bool) -> dict[int, bool]:
    """Return which of these headings tell a piece of work, by their lines: True for projects.

    Outside of a section about work, labels in headings below one tell of it, as do those in a list
    below a title that sounds like work; after such a one, a title with nothing below is another.
    What was done during a stay told elsewhere, with a label for whom, is one anywhere.
    """
    found: dict[int, bool] = {}
    signs = stays.signs
    for node in nodes:
        title = clean(node.title)
        # What sounds like work is looked for first: the signs of a heading cost more.
        is_work = not in_work and bool(PROJECT_WORDS.search(title))
        told = (
            TITLED.match(title)
            or _is_besides(title)
            or (not in_work and _is_over_labels(node, signs, is_work))
        )
        if told and signs.of(node) != EMPLOYER:
            found[node.first] = signs.is_dated(node)
        elif stays.hold(node) or (is_work and any(found.values()) and _is_bare(node, signs)):
            found[node.first] = True
    return found


def _is_besides(title: str) -> bool:
    """True for a title of work, and of no firm that sounds like it, after how it was done."""
    bare = BESIDES.sub("", title, count=1).strip()
    return bare != title and bool(PROJECT_WORDS.search(bare)) and not FIRM.fullmatch(bare)


def _is_over_labels(node: Node, signs: Signs, is_work: bool) -> bool:
    told = [child.title for child in node.children]
    if is_work and signs.of(node) == PROJECT:
        own = (line for line in signs.outline.lines_under(node) if BULLET.match(line))
        told += [label for label, _value in labelled(list(own))]
    labels = [clean(label) for label in filter(is_label, told)]
    return len(labels) >= MANY_LABELS and any(map(is_period_label, labels))


def _is_bare(node: Node, signs: Signs) -> bool:
    return signs.of(node) == PROJECT and not signs.outline.slice(node.own, node.end)
