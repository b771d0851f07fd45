"""Who employed, and when, as a heading or what stands below it says."""

from collections.abc import Sequence

from resume.document.dates import Period
from resume.document.spans import lies_inside, span

from ..text.bold_heads import employer_in_head, stay_of_roles
from ..text.head_lines import PERIOD_LEAD
from ..text.headings import read_heading, split_period
from ..text.heads import (
    employer_below,
    employer_in,
    entity_in_bold,
    is_role,
    period_leading,
    period_of_head,
    role_held,
)
from ..text.labels import labelled, name_of_label
from ..text.listed_heads import read_listed_head
from ..text.names import ORDINAL
from ..text.periods import in_column, period_alone, period_below, stay
from ..text.places import PLACED
from ..text.posts import is_post
from ..text.tenure import goes_on, is_of_now, read_tenure, told_of_now
from ..text.vocabulary import PERIOD_LABELS, clean, is_label
from .lone_dates import lone_dates
from .nodes import below, is_period, period_heading, periods_above
from .outline import Node, Outline
from .short_names import short_names
from .summaries import Summaries

MAX_ROLES = 20  # beside a department, in which one is looked for
LOOKED_AT = 12  # lines under a heading in which the labels of an employer are looked for


class Stays:
    """What the headings of one file tell, each by itself: who employed, when, and as what."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.in_text: dict[tuple[int, int, int | None], Period] = {}
        self.summaries = Summaries(outline.read(0, len(outline.lines)))
        nodes = [outline.root, *below(outline.root)]
        self.above = {
            first: period for node in nodes for first, period in periods_above(node, outline.lines)
        }
        self.lone = dict(lone_dates(nodes, outline))
        # Of headings, by what tells the same stay again.
        self.told_again = short_names(nodes, self.summaries)
        self.now = told_of_now(outline.lines)
        self.parents = {child.first: node for node in nodes for child in node.children}

    def period(self, node: Node, end: int | None = None, of_project: bool = False) -> Period:
        """Return the period of a heading, or of the text under it (up to line `end`)."""
        period = self._period(node, end, of_project)
        if of_project or not period.start or period.end or period.current:
            return period
        name = self.name(node)
        if (listed := self.summaries.stay(name, period.start)) and listed != period:
            return listed
        # The heading after it may tell the end: "2018年3月 X 退社".
        text = self.outline.read(node.own, node.end + 1)
        told = read_tenure(text, period.start, name)
        title, own = clean(node.title), self.outline.read(node.own, node.end)
        stays = is_of_now(name, self.now) or goes_on(title, own, period.start)
        is_now = stays and not told.end
        return Period(period.start, current=True) if is_now else told

    def _period(self, node: Node, end: int | None, of_project: bool) -> Period:
        """Return the first period that is told of a heading, from the closest place on."""
        title = node.title
        if node.first in self.lone:
            return self.lone[node.first].period
        period = split_period(clean(title))[1] if of_project else read_heading(title).period
        if period := period or self.above.get(node.first, Period()):
            return period
        own = self.outline.lines_under(node, end)
        below = self._in_text(node, end, own)
        if below and not of_project and below == in_column(own):
            # The table may be one of projects, which took less time.
            below = self.summaries.period(self.name(node)) or below
        return (
            below
            or self._labelled_below(node, of_project)
            or self._of_heading_below(node)
            or (Period() if of_project else self._of_stay(node, own))
            or self._of_roles(node)
            or self.told_again.get(node.first, Period())
            or self._of_parent(node)
            or self.summaries.period(self.name(node))
        )

    def _in_text(self, node: Node, end: int | None, own: Sequence[str]) -> Period:
        """Return the period that the text under a heading tells; it is asked from several sides."""
        key = (node.level, node.first, end)
        if key not in self.in_text:
            self.in_text[key] = period_below(own)
        return self.in_text[key]

    def _labelled_below(self, node: Node, of_project: bool) -> Period:
        """Return the period that a heading below tells after a label, or as the label of a text.

        That of a project may be told under a label of anything.
        """
        for child in node.children:
            title = clean(child.title)
            if PERIOD_LEAD.match(title) and (period := stay(title)):
                return period
            if PERIOD_LABELS.fullmatch(title) or (of_project and is_label(child.title)):
                part = self.outline.lines_under(child)
                if period := period_below(part) or period_of_head(part) or period_leading(part):
                    return period
        return Period()

    def _of_heading_below(self, node: Node) -> Period:
        told = self.told_below(node)
        return (stay(clean(told.title)) or self.period_told(told)) if told else Period()

    def _of_stay(self, node: Node, own: Sequence[str]) -> Period:
        """Return the period of an employer by a table, or by the lines that lead its own text."""
        return (
            self.summaries.period(self.name(node))
            or stay_of_roles(own)
            or period_of_head(own, names=bool(employer_below(node.title, own)))
            or read_listed_head(node.title, own).period
        )

    def _of_roles(self, node: Node) -> Period:
        roles = self.roles(node)
        return span([self.period_told(role) for role in roles]) if roles else Period()

    def _of_parent(self, node: Node) -> Period:
        """Return the period that the heading over this one is, where this is its first."""
        parent = self.parents.get(node.first)
        leads = parent and parent.level and is_period(parent) and parent.children[0] is node
        return stay(clean(parent.title)) if parent and leads else Period()

    def name(self, node: Node) -> str:
        """Return the employer that a heading names.

        One that tells a role has it below in bold, one that says when, below a label.
        """
        if node.first in self.lone:
            return self.lone[node.first].name
        own = self.outline.lines_under(node, most=LOOKED_AT)
        if is_period(node):
            return self._labelled_name(node, own) or entity_in_bold(own) or employer_in_head(own)
        if ORDINAL.fullmatch(read_heading(node.title).name) and (
            labelled_name := self._labelled_name(node, own)
        ):
            return labelled_name
        if named := self.named_heading(node):
            return read_heading(named.title).name
        told = employer_below(node.title, own) or read_listed_head(node.title, own).name
        told = told or self.summaries.name_in(node.title)
        return told or read_heading(node.title).name

    def named_heading(self, node: Node) -> Node | None:
        """Return the one heading below that of a role which names who employed, and says when."""
        if not is_role(clean(node.title)):
            return None
        dated = [child for child in node.children if self.period_told(child)]
        if len(dated) != 1 or dated[0] is not node.children[0]:
            return None
        entry = read_heading(node.title)
        if entry.role and f"{entry.name} {entry.role}" not in clean(node.title):
            return None  # who employed stands beside the role, parted from it
        text = self.outline.slice(node.own, node.own_end)
        return dated[0] if employer_in(dated[0].title) and not text else None

    def _labelled_name(self, node: Node, own: Sequence[str]) -> str:
        """Return the name that stands under a label, in the text or as a heading, or ""."""
        headings = (
            (clean(child.title), self.outline.slice(child.own, child.own_end).partition("\n")[0])
            for child in node.children
        )
        return name_of_label([*labelled(own), *headings])

    def told_below(self, node: Node) -> Node | None:
        """Return the heading below that of an employer which says when, and may say who."""
        return period_heading(node) or self.named_heading(node)

    def period_told(self, node: Node) -> Period:
        """Return the period in a heading, or the one that is the line or the heading below it."""
        period = split_period(clean(node.title))[1] or period_alone(self.outline.lines_under(node))
        alone = None if period else period_heading(node)
        return stay(clean(alone.title)) if alone else period

    def roles(self, node: Node) -> list[Node]:
        """Return the headings under another where each of them names a role, and when."""
        told = [child for child in node.children if self.is_role(child) and self.period_told(child)]
        return told if len(told) == len(node.children) else []

    def is_role(self, node: Node) -> bool:
        """True for a heading under an employer's of a role held there, and when, unless alone.

        Beside such a one, a department and when is where another was held.
        """
        parent = self.parents.get(node.first, self.outline.root)
        held = self._role_held(node, parent)
        if not held and is_post(node.title) and self.period_told(node):
            others = parent.children[:MAX_ROLES]
            held = next(filter(None, (self._role_held(each, parent) for each in others)), "")
        alone = parent.children == [node] and held.isascii()
        return bool(held and (alone or self.period_told(node)))

    def _role_held(self, node: Node, parent: Node) -> str:
        return role_held(clean(node.title), bool(PLACED.fullmatch(clean(parent.title))))

    def is_inside(self, node: Node, outer: Node) -> bool:
        """True when the period of a heading lies inside that of another."""
        return lies_inside(split_period(clean(node.title))[1], self.period(outer))

    def are_open(self, *nodes: Node) -> bool:
        """True for headings none of which says when it ended, or that it goes on: "2008/4 - "."""
        periods = [split_period(clean(node.title))[1] for node in nodes]
        return all(each.start and not each.end and not each.current for each in periods)
