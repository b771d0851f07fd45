"""What a heading looks like by itself and by what stands below it: an employer, a project …"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from resume.document.lines import JAPANESE
from resume.document.periods import find_dates, find_period

from ..projects.headed import title_below, title_under
from ..projects.tables import begins_with_work
from ..rows.tables import NAME_COLUMN, PLACE_COLUMN, read_employers
from ..text.bold_heads import is_thing, stay_of_roles
from ..text.gaps import is_gap
from ..text.head_lines import read_head_line, was_attended
from ..text.headings import Entry, read_heading
from ..text.heads import employer_below, is_proper, period_of_head
from ..text.labels import labelled
from ..text.listed_heads import read_listed_head
from ..text.names import (
    ENTITY,
    ESSAY,
    LEGAL_FORM,
    ONLY_ROLE,
    ORDINAL,
    PROJECT_WORDS,
    STAGE,
    employment_kind,
    is_client,
    is_school,
    is_work,
)
from ..text.periods import stay_of_items
from ..text.places import ELSEWHERE, tells_only_how
from ..text.table_lines import is_delimiter, table_heads
from ..text.vocabulary import (
    EMPLOYER_LABELS,
    STAY_LABELS,
    clean,
    is_group,
    is_label,
    is_side_work,
    tells_of_schools,
)
from .nodes import is_group_of_employers, is_otherwise, is_period, kind_of, period_heading
from .outline import Node, Outline
from .stays import LOOKED_AT, Stays

NUMBERED = re.compile(r"\W*[0-9０-９]{1,2}[.．)）】](?!\d\d)|[①-⑳]")
# What was done at one who employs, after the name: "株式会社Xでの進め方".
THERE = re.compile(r"(?:での|における)(?!$)")
MAX_TIMES = 50  # with whose names one of them is compared
EMPLOYER, PROJECT, MAYBE, UNDATED, NEITHER = "employer", "project", "maybe", "undated", ""


class Signs(Stays):
    """What the headings of one file look like, each by itself."""

    def __init__(self, outline: Outline) -> None:
        super().__init__(outline)
        self.known: dict[int, str] = {}

    def of(self, node: Node) -> str:
        """Return what a heading by itself looks like.

        EMPLOYER needs a sign that only employers have; MAYBE is a name with a period, UNDATED is
        one for which at most a label below tells it.
        """
        if node.first not in self.known:
            self.known[node.first] = self._signs(node)
        return self.known[node.first]

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

    def is_dated(self, node: Node) -> bool:
        """True for a heading of no section and no label that says when, or has text that does."""
        if kind_of(node) is not None or is_label(node.title):
            return False
        if any(find_dates(clean(node.title))):
            return True
        own = self.outline.lines_under(node)
        return bool(self.period(node, of_project=True)) and not read_employers(own)

    def _signs(self, node: Node) -> str:
        text = clean(node.title)
        entry = read_heading(node.title)
        if is_period(node):
            return EMPLOYER if self.name(node) else NEITHER
        if is_group(text) and employment_kind(text):
            return MAYBE if self._tells_stay(node) else NEITHER
        if tells_only_how(entry.name) and not ENTITY.search(entry.name):
            titled = title_below(self.outline.lines[node.own : node.own_end])
            if titled or not is_group(entry.name):
                return PROJECT if titled and entry.period else NEITHER
        if is_otherwise(text, entry.name) or ELSEWHERE.fullmatch(entry.name):
            return NEITHER
        if is_side_work(entry.name) or (ORDINAL.fullmatch(text) and not ENTITY.search(text)):
            return EMPLOYER if self.name(node) != entry.name else NEITHER
        if self.summaries.work_in(text):
            return PROJECT
        if is_client(entry.name):
            return PROJECT if entry.period or PROJECT_WORDS.search(entry.name) else NEITHER
        if ENTITY.search(entry.name):
            if not entry.period and THERE.search(entry.name):
                return NEITHER
            return NEITHER if is_group_of_employers(node) and not self.period(node) else EMPLOYER
        return self._sign_of_name(node, entry)

    def _sign_of_name(self, node: Node, entry: Entry) -> str:
        """Return what a heading looks like whose name bears no sign of one who employs."""
        own = self.outline.lines_under(node, most=LOOKED_AT)
        if is_gap(entry.name):
            return NEITHER
        if self._tells_of_schools(node) and is_school(entry.name) and not entry.role:
            return NEITHER
        if self.summaries.work_in(next(filter(str.strip, own), "")):
            return NEITHER
        listed = read_listed_head(node.title, own)
        told = self.summaries.period(entry.name) or employer_below(node.title, own)
        told = told or (listed.name if listed.name != entry.name else "")
        again = node.first in self.told_again or self.summaries.name_in(node.title)
        named = again or self.named_heading(node)
        beside = self._is_at_time_beside_others(node, entry.name)
        if told or named or beside or self._is_labelled(node, own):
            return EMPLOYER
        if PROJECT_WORDS.search(entry.name) or begins_with_work(node.title):
            return PROJECT
        several = read_head_line(node.title)
        only_roles = len(several.roles) > 1 and not several.names
        told_of = any(sign.search(entry.name) for sign in (STAGE, ESSAY))
        otherwise = told_of or was_attended(entry.name, own)
        if only_roles or (otherwise and not entry.role) or ONLY_ROLE.fullmatch(entry.name):
            return NEITHER
        dated = (
            (entry.period or listed.period)
            or node.first in self.above
            or node.first in self.lone
            or (period_of_head(own) or period_heading(node))
            or (stay_of_items(own, held=False) or stay_of_roles(own))
            or (self.roles(node) or (entry.role and self.period(node)))
        )
        return MAYBE if dated else UNDATED

    def _is_at_time_beside_others(self, node: Node, name: str) -> bool:
        """True for an English name alone below when, beside a legal entity that stands so.

        "### 2017 – 2020" over "#### Foo", beside "### 2015 – 2017" over "#### Bar Ltd.".
        """
        parent = self.parents.get(node.first)
        above = self.parents.get(parent.first) if parent and parent.level else None
        if not parent or not above or not is_period(parent) or parent.children != [node]:
            return False
        named = is_proper(name) and not JAPANESE.search(name)
        refused = not named or is_work(name) or is_thing(name) or is_school(name)
        times = [each for each in above.children[:MAX_TIMES] if is_period(each)]
        names = [read_heading(each.children[0].title).name for each in times if each.children]
        return not refused and any(ENTITY.search(each) and not is_work(each) for each in names)

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
