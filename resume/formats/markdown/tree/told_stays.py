"""Headings of work whose text says at which employer it was done: "所属: 甲株式会社".

Who employed is told elsewhere, in a list, a table or by headings; what was done there is a project.
"""

from functools import cached_property

from resume.document.dates import Period
from resume.document.spans import lies_inside

from ..text.headings import read_heading
from ..text.labels import labelled, name_of_label
from ..text.names import ENTITY, ORDINAL
from ..text.vocabulary import clean, is_group, is_label, is_project_group
from .nodes import below, kind_of
from .outline import Node
from .signs import EMPLOYER, Signs
from .stays import LOOKED_AT


class ToldStays:
    """The stays that one file tells of, with which the work of its other headings is compared."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs

    def hold(self, node: Node) -> bool:
        """True for a heading of no employer over the label of one, at a time of a stay there.

        Its title may name a client, where the label names another.
        """
        name = read_heading(self._labelled(node)).name
        title = clean(node.title)
        if not name or name in title or self._is_otherwise(node, title):
            return False
        when = self.signs.period(node, of_project=True)
        return bool(when) and lies_inside(when, self._stay(name))

    def _labelled(self, node: Node) -> str:
        own = self.signs.outline.lines_under(node, most=LOOKED_AT)
        return name_of_label(labelled(own))

    def _is_otherwise(self, node: Node, title: str) -> bool:
        """True for a heading of a section, a part, or of an employer whom no legal form names."""
        words = is_label(title) or is_group(title) or is_project_group(title)
        named = self.signs.of(node) == EMPLOYER and not ENTITY.search(title)
        return bool(words or named or kind_of(node) is not None or ORDINAL.search(title))

    def _stay(self, name: str) -> Period:
        return self.signs.summaries.period(name) or self._headed.get(name, Period())

    @cached_property
    def _headed(self) -> dict[str, Period]:
        """The stays of the employers whom headings name; the first of several with one name."""
        nodes = [n for n in below(self.signs.outline.root) if self.signs.of(n) == EMPLOYER]
        return {self.signs.name(node): self.signs.period(node) for node in reversed(nodes)}
