"""What a heading looks like by itself and by what stands below it: its name, period and signs."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from resume.document.dates import Period
from resume.document.periods import find_dates, find_period, lies_inside, span

from ..projects.tables import begins_with_work
from ..projects.told import title_under
from ..rows.tables import NAME_COLUMN, PLACE_COLUMN, read_employers
from ..text.bold_heads import employer_in_head, stay_of_roles
from ..text.gaps import is_gap
from ..text.head_lines import PERIOD_LEAD, read_head_line, was_attended
from ..text.headings import read_heading, split_period
from ..text.heads import (
    employer_below,
    employer_in,
    entity_in_bold,
    is_role,
    name_of_label,
    period_leading,
    period_of_head,
    role_held,
)
from ..text.labels import (
    is_delimiter,
    labelled,
    period_alone,
    period_below,
    stay,
    stay_of_items,
    table_heads,
)
from ..text.names import (
    ENTITY,
    ESSAY,
    LEGAL_FORM,
    ONLY_ROLE,
    PROJECT_WORDS,
    STAGE,
    employment_kind,
    is_client,
    is_school,
)
from ..text.places import ELSEWHERE, PLACED
from ..text.tenure import is_of_now, read_tenure, told_of_now
from ..text.vocabulary import (
    EMPLOYER_LABELS,
    PERIOD_LABELS,
    STAY_LABELS,
    clean,
    is_group,
    is_label,
    is_side_work,
    tells_of_schools,
)
from .nodes import (
    below,
    is_group_of_employers,
    is_otherwise,
    is_period,
    kind_of,
    period_heading,
    periods_above,
)
from .outline import Node, Outline
from .summaries import Summaries

NUMBERED = re.compile(r"\W*[0-9０-９]{1,2}[.．)）】](?!\d\d)|[①-⑳]")
# Which of the employers a heading is about, and no name: "1社目", "会社2".
ORDINAL = re.compile(
    r"[0-9０-９一二三四五六七八九十]{1,2}社目|(?:会社|企業|勤務先|(?:職務)?経歴|職歴)\s*[(（]?[0-9０-９①-⑳]{1,2}[)）]?"
)
EMPLOYER, PROJECT, MAYBE, UNDATED, NEITHER = "employer", "project", "maybe", "undated", ""
LOOKED_AT = 12  # lines under a heading in which the labels of an employer are looked for


class Signs:
    """The headings of one file, each by itself."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.known: dict[int, str] = {}
        self.told: dict[int, Period] = {}  # of headings, by what is told again of the same stay
        self.summaries = Summaries(outline.read(0, len(outline.lines)))
        nodes = [outline.root, *below(outline.root)]
        self.above = {
            first: period
            for node in nodes
            for first, period in periods_above(node.children, outline.lines)
        }
        self.now = told_of_now(outline.lines)
        self.parents = {child.first: node for node in nodes for child in node.children}

    def of(self, node: Node) -> str:
        """Return what a heading by itself looks like.

        EMPLOYER needs a sign that only employers have; MAYBE is a name with a period, UNDATED is
        one for which at most a label below tells it.
        """
        if node.first not in self.known:
            self.known[node.first] = self._signs(node)
        return self.known[node.first]

    def period(self, node: Node, end: int | None = None, of_project: bool = False) -> Period:
        """Return the period of a heading, or of the text under it (up to line `end`)."""
        period = self._period(node, end, of_project)
        if of_project or not period.start or period.end or period.current:
            return period
        # The heading after it may tell the end: "2018年3月 X 退社".
        name, text = self.name(node), self.outline.read(node.own, node.end + 1)
        told = read_tenure(text, period.start, name)
        is_now = not told.end and is_of_now(name, self.now)
        return Period(period.start, current=True) if is_now else told

    def _period(self, node: Node, end: int | None, of_project: bool) -> Period:
        title = clean(node.title)
        period = split_period(title)[1] if of_project else read_heading(node.title).period
        period = period or self.above.get(node.first, Period())
        last = node.own_end if end is None else min(end, node.own_end)
        own = self.outline.below(node, last)
        period = period or period_below(own)
        for child in node.children:
            is_labelled = PERIOD_LABELS.fullmatch(clean(child.title))
            if not period and PERIOD_LEAD.match(clean(child.title)):
                period = stay(clean(child.title))
            if not period and (is_labelled or (of_project and is_label(child.title))):
                part = self.outline.below(child)
                period = period_below(part) or period_of_head(part)
                period = period or period_leading(part)
        if not period and (told := self.told_below(node)):
            period = stay(clean(told.title)) or self.period_told(told)
        if not period and not of_project:
            period = self.summaries.period(self.name(node)) or stay_of_roles(own)
            period = period or period_of_head(own, names=bool(employer_below(node.title, own)))
        if not period and (roles := self.roles(node)):
            period = span([self.period_told(role) for role in roles])
        period = period or self.told.get(node.first, period) or self._of_parent(node)
        return period or self.summaries.period(self.name(node))

    def _of_parent(self, node: Node) -> Period:
        """Return the period that the heading over this one is, where this is its first."""
        parent = self.parents.get(node.first)
        leads = parent and parent.level and is_period(parent) and parent.children[0] is node
        return stay(clean(parent.title)) if parent and leads else Period()

    def name(self, node: Node) -> str:
        """Return the employer that a heading names.

        One that tells a role has it below in bold, one that says when, below a label.
        """
        own = self.outline.below(node, most=LOOKED_AT)
        if is_period(node):
            return self._labelled_name(node, own) or entity_in_bold(own) or employer_in_head(own)
        if ORDINAL.fullmatch(read_heading(node.title).name) and (
            labelled_name := self._labelled_name(node, own)
        ):
            return labelled_name
        if named := self.named_heading(node):
            return read_heading(named.title).name
        told = employer_below(node.title, own) or self.summaries.name_in(node.title)
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
        period = split_period(clean(node.title))[1] or period_alone(self.outline.below(node))
        alone = None if period else period_heading(node)
        return stay(clean(alone.title)) if alone else period

    def roles(self, node: Node) -> list[Node]:
        """Return the headings under another where each of them names a role, and when."""
        told = [child for child in node.children if self.is_role(child) and self.period_told(child)]
        return told if len(told) == len(node.children) else []

    def is_role(self, node: Node) -> bool:
        """True for a heading under an employer's of a role held there, and when, unless alone."""
        parent = self.parents.get(node.first, self.outline.root)
        held = role_held(clean(node.title), bool(PLACED.fullmatch(clean(parent.title))))
        alone = parent.children == [node] and held.isascii()
        return bool(held and (alone or self.period_told(node)))

    def is_project(self, node: Node) -> bool:
        """True for a heading that says when, or sounds like a project."""
        return self.of(node) == PROJECT or (self.of(node) == MAYBE and bool(self.period(node)))

    def names_project(self, node: Node) -> bool:
        """True for a heading over the title of a project: 案件名."""
        return bool(title_under(node.title, self.outline.lines[node.own : node.own_end]))

    def is_signed_project(self, node: Node) -> bool:
        """True for a heading that is numbered, dated or sounds like a project."""
        numbered = NUMBERED.match(node.title) or self.of(node) == PROJECT
        return bool(numbered or self.period(node, of_project=True))

    def is_inside(self, node: Node, outer: Node) -> bool:
        """True when the period of a heading lies inside that of another."""
        return lies_inside(split_period(clean(node.title))[1], self.period(outer))

    def are_open(self, *nodes: Node) -> bool:
        """True for headings none of which says when it ended, or that it goes on: "2008/4 - "."""
        periods = [split_period(clean(node.title))[1] for node in nodes]
        return all(each.start and not each.end and not each.current for each in periods)

    def is_dated(self, node: Node) -> bool:
        """True for a heading of no section and no label that says when, or has text that does."""
        if kind_of(node) is not None or is_label(node.title):
            return False
        if any(find_dates(clean(node.title))):
            return True
        own = self.outline.below(node)
        return bool(self.period(node, of_project=True)) and not read_employers(own)

    def _signs(self, node: Node) -> str:
        text = clean(node.title)
        entry = read_heading(node.title)
        if is_period(node):
            return EMPLOYER if self.name(node) else NEITHER
        if is_group(text) and employment_kind(text):
            return MAYBE if self._tells_stay(node) else NEITHER
        if is_otherwise(text, entry.name) or ELSEWHERE.fullmatch(entry.name):
            return NEITHER
        if is_side_work(entry.name) or (ORDINAL.fullmatch(text) and not ENTITY.search(text)):
            return EMPLOYER if self.name(node) != entry.name else NEITHER
        if self.summaries.work_in(text):
            return PROJECT
        if is_client(entry.name):
            return PROJECT if entry.period or PROJECT_WORDS.search(entry.name) else NEITHER
        if ENTITY.search(entry.name):
            return NEITHER if is_group_of_employers(node) and not self.period(node) else EMPLOYER
        own = self.outline.below(node, most=LOOKED_AT)
        if self._tells_of_schools(node) and is_school(entry.name) and not entry.role:
            return NEITHER
        if self.summaries.work_in(first := next(filter(str.strip, own), "")):
            return NEITHER
        told = self.summaries.period(entry.name) or employer_below(node.title, own)
        named = self.summaries.name_in(node.title) or self.named_heading(node)
        if told or named or self._is_labelled(node, own):
            return EMPLOYER
        if PROJECT_WORDS.search(entry.name) or begins_with_work(node.title):
            return PROJECT
        several = read_head_line(node.title)
        if len(several.roles) > 1 and not several.names:
            return NEITHER
        told_of = STAGE.search(entry.name) or ESSAY.search(entry.name)
        idle = not entry.role and (told_of or was_attended(entry.name, first))
        if idle or is_gap(entry.name) or ONLY_ROLE.fullmatch(entry.name):
            return NEITHER
        dated = bool(entry.period or period_of_head(own) or period_heading(node))
        dated = dated or bool(stay_of_items(own, held=False) or stay_of_roles(own))
        dated = dated or node.first in self.above
        dated = dated or bool(self.roles(node) or (entry.role and self.period(node)))
        return MAYBE if dated else UNDATED

    def _tells_stay(self, node: Node) -> bool:
        """True for a kind of employment (業務委託) over when that was, and over nobody's name."""
        own = self.outline.read(node.own, node.own_end)
        told = [line for line in own if find_period(line) or LEGAL_FORM.search(line)]
        is_one = len(told) == 1 and not LEGAL_FORM.search(told[0]) and not node.children
        return is_one and bool(period_of_head([line.lstrip("-*+ ") for line in own]))

    def _tells_of_schools(self, node: Node) -> bool:
        """True where the heading over this one is about schools as well: 学歴・職歴."""
        parent = self.parents.get(node.first)
        return bool(parent and parent.level and tells_of_schools(parent.title))

    def _is_labelled(self, node: Node, own: Sequence[str]) -> bool:
        """True where a label below a heading speaks of one who employs, or of a stay there."""
        rows = [line for line, rule in zip_longest(own, own[1:]) if not is_delimiter(rule or "")]
        labels = [*(label for label, _value in labelled(rows)), *(c.title for c in node.children)]
        heads = list(table_heads(own))
        named = any(NAME_COLUMN.fullmatch(head) or PLACE_COLUMN.fullmatch(head) for head in heads)
        of_stay = not named and any(map(STAY_LABELS.fullmatch, heads))
        return of_stay or any(EMPLOYER_LABELS.fullmatch(clean(label)) for label in labels)
