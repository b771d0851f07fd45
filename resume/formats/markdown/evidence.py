"""Which headings name employers, which projects, and which neither: told by their signs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from resume.document.dates import PartialDate, Period
from resume.document.periods import find_dates, find_period

from .headings import read_heading, split_period
from .heads import employer_below, name_of_label, period_leading, period_of_head
from .labels import is_delimiter, labelled, period_alone, period_below, table_heads
from .names import CLIENT, COURSE, ENTITY, EVENT, GAP, ONLY_ROLE, PROJECT_WORDS, STAGE
from .nodes import (
    WORD,
    below,
    is_document,
    is_group_of_employers,
    is_period,
    kind_of,
    period_heading,
)
from .outline import Node, Outline
from .summaries import Summaries
from .tables import NAME_COLUMN, PLACE_COLUMN
from .vocabulary import (
    EMPLOYER_LABELS,
    PERIOD_LABELS,
    STAY_LABELS,
    clean,
    is_group,
    is_label,
    is_project_group,
    is_side_work,
    section_kind,
)

NUMBERED = re.compile(r"\W*[0-9０-９]{1,2}[.．)）】]|[①-⑳]")
# "職歴: 甲の開発": a section of its own for each piece of work.
TITLED = re.compile(r"(?:職歴|職務経歴|業務経歴|経歴)\s*[0-9０-９]*\s*[:：]")
TAG = re.compile(r"<[^<>]*>")
EMPLOYER, PROJECT, MAYBE, NEITHER = "employer", "project", "maybe", ""
LOOKED_AT = 12  # lines under a heading in which the labels of an employer are looked for
INTRODUCTION = 300  # characters, at most, between a heading about work and those of employers


class Evidence:
    """The signs of one file's headings: by themselves, and among their siblings."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.known: dict[int, str] = {}
        self.told: dict[int, Period] = {}  # of headings, by what is told again of the same stay
        self.summaries = Summaries(outline.lines)
        self._raise_earlier(outline.root)
        nodes = list(below(outline.root))
        self.has_work = any(kind_of(node) == "positions" and node.children for node in nodes)
        self.has_employers = any(self.of(node) == EMPLOYER for node in nodes)
        self.repeated = self._repeated(nodes)

    def of(self, node: Node) -> str:
        """Return what a heading by itself looks like.

        EMPLOYER needs a sign that only employers have; MAYBE is a name with a period.
        """
        if node.first not in self.known:
            self.known[node.first] = self._signs(node)
        return self.known[node.first]

    def among_siblings(self, parent: Node, in_work: bool, kind: str) -> Iterator[tuple[str, Node]]:
        """Yield the headings under `parent`, each with what it is: EMPLOYER, PROJECT or NEITHER.

        A heading beside an employer's that belongs to that employer is hung under it.
        """
        waiting = list(parent.children)
        opened = ""  # what is held by a heading that has nothing below it
        certain = any(self.of(child) == EMPLOYER for child in waiting)
        of_projects = in_work and not certain and self._tell_of_projects(waiting)
        while waiting:
            child = waiting.pop(0)
            if (holds := kind_of(child)) is not None:
                opened = holds if self._is_empty(child, holds) else ""
            if opened == "projects" or (kind == "projects" and not in_work):
                what = PROJECT if holds is None else NEITHER
            elif TITLED.match(clean(child.title)) and self.of(child) != EMPLOYER:
                what = PROJECT if self._is_dated(child) else NEITHER
            elif of_projects:
                signed = self.of(child) in (PROJECT, MAYBE)
                what = PROJECT if signed or self._is_dated(child) else NEITHER
            else:
                what = self._what(child, parent, in_work or bool(opened), kind, certain)
            if what == EMPLOYER and child.first in self.repeated:
                what = NEITHER
            while what == EMPLOYER and waiting and self._belongs(waiting[0], child):
                child.children.append(waiting.pop(0))
                child.end = child.children[-1].end
            yield what, child

    def period(self, node: Node, end: int | None = None, of_project: bool = False) -> Period:
        """Return the period of a heading, or of the text under it (up to line `end`)."""
        period = split_period(clean(node.title))[1]
        last = node.own_end if end is None else min(end, node.own_end)
        period = period or period_below(self.outline.lines[node.own : last])
        for child in node.children:
            is_labelled = PERIOD_LABELS.fullmatch(clean(child.title))
            if not period and (is_labelled or (of_project and is_label(child.title))):
                own = self.outline.lines[child.own : child.own_end]
                period = period_below(own) or period_of_head(own) or period_leading(own)
        if not period and (told := period_heading(node)):
            period = split_period(clean(told.title))[1]
        if not period and employer_below(node.title, self.outline.lines[node.own : last]):
            period = period_of_head(self.outline.lines[node.own : last])
        period = period or self.told.get(node.first, period)
        return period or self.summaries.period(self.name(node))

    def name(self, node: Node) -> str:
        """Return the employer that a heading names.

        One that tells a role has it below in bold, one that says when, below a label.
        """
        own = self.outline.lines[node.own : min(node.own_end, node.own + LOOKED_AT)]
        if is_period(node):
            return self._labelled_name(node, own)
        return employer_below(node.title, own) or read_heading(node.title).name

    def _labelled_name(self, node: Node, own: Sequence[str]) -> str:
        """Return the name that stands under a label, in the text or as a heading, or ""."""
        headings = (
            (clean(child.title), self.outline.slice(child.own, child.own_end).partition("\n")[0])
            for child in node.children
        )
        return name_of_label([*labelled(own), *headings])

    def is_project(self, node: Node) -> bool:
        """True for a heading that says when, or sounds like a project."""
        return self.of(node) == PROJECT or (self.of(node) == MAYBE and bool(self.period(node)))

    def is_signed_project(self, node: Node) -> bool:
        """True for a heading that is numbered, dated or sounds like a project."""
        numbered = NUMBERED.match(node.title) or self.of(node) == PROJECT
        return bool(numbered or self.period(node, of_project=True))

    def is_inside(self, node: Node, outer: Node) -> bool:
        """True when the period of a heading lies inside that of another."""
        inner = split_period(clean(node.title))[1]
        period = self.period(outer)
        if not inner.start or not period.start or inner.start.is_before(period.start):
            return False
        if period.end is None:
            return True
        return not period.end.is_before(inner.end or inner.start)

    def _signs(self, node: Node) -> str:
        text = clean(node.title)
        entry = read_heading(node.title)
        if is_period(node):
            return EMPLOYER if self.name(node) else NEITHER
        words = section_kind(text) is not None or is_label(text) or is_group(text)
        if words or is_project_group(text) or EVENT.search(text) or not WORD.search(entry.name):
            return NEITHER
        if is_side_work(entry.name):
            return NEITHER
        if CLIENT.search(entry.name):
            return PROJECT if entry.period or PROJECT_WORDS.search(entry.name) else NEITHER
        if ENTITY.search(entry.name):
            return NEITHER if is_group_of_employers(node) and not self.period(node) else EMPLOYER
        own = self.outline.lines[node.own : min(node.own_end, node.own + LOOKED_AT)]
        told = self.summaries.period(entry.name) or employer_below(node.title, own)
        if told or self._is_labelled(node, own):
            return EMPLOYER
        if PROJECT_WORDS.search(entry.name):
            return PROJECT
        attended = COURSE.search(entry.name) and not entry.role
        idle = (STAGE.search(entry.name) and not entry.role) or GAP.match(entry.name)
        if idle or ONLY_ROLE.fullmatch(entry.name) or attended:
            return NEITHER
        dated = bool(entry.period or period_alone(own) or period_heading(node))
        dated = dated or bool(entry.role and self.period(node))
        return MAYBE if dated else NEITHER

    def _what(self, child: Node, parent: Node, in_work: bool, kind: str, certain: bool) -> str:
        sign = self.of(child)
        if sign == EMPLOYER:
            if in_work:
                return EMPLOYER
            # Outside of a section about work, only a heading that says when is an employer's.
            open_ground = kind == "" and (not self.has_work or not parent.level)
            dated = bool(read_heading(child.title).period if self.has_work else self.period(child))
            return EMPLOYER if open_ground and dated and kind_of(parent) is None else NEITHER
        if not in_work:
            return NEITHER
        if sign == MAYBE:
            of_work = kind_of(parent) == "positions" and not is_document(parent)
            of_work = of_work or not parent.level  # after a heading about work
            return EMPLOYER if certain or of_work or is_group(parent.title) else NEITHER
        if sign == PROJECT and read_heading(child.title).period:
            if not certain:
                return PROJECT
            # "X システム開発 (P)" beside employers, at a time when none of them was it.
            employers = [each for each in parent.children if self.of(each) == EMPLOYER]
            told = any(self.is_inside(child, each) for each in employers)
            return NEITHER if told or CLIENT.search(child.title) else EMPLOYER
        return NEITHER

    def _tell_of_projects(self, nodes: Sequence[Node]) -> bool:
        """True for siblings none of which is an employer, at least half of them dated projects."""
        entries = [node for node in nodes if self.of(node) in (PROJECT, MAYBE)]
        projects = [node for node in entries if self.of(node) == PROJECT]
        dated = [node for node in projects if self._is_dated(node)]
        return bool(dated) and len(dated) * 2 >= len(entries)

    def _is_dated(self, node: Node) -> bool:
        """True for a heading of no section and no label that says when, or has text that does."""
        if kind_of(node) is not None or is_label(node.title):
            return False
        return bool(self.period(node, of_project=True) or any(find_dates(clean(node.title))))

    def _is_empty(self, node: Node, holds: str) -> bool:
        """True for a heading about work with at most a short text and no heading below it.

        One about projects has no text at all.
        """
        text = TAG.sub("", self.outline.slice(node.own, node.own_end)).strip()
        if node.children or holds not in ("positions", "projects"):
            return False
        return (
            not text if holds == "projects" else len(text) < INTRODUCTION and not find_period(text)
        )

    def _belongs(self, node: Node, employer: Node) -> bool:
        """True for a heading beside an employer's that tells of what was done there."""
        if node.level != employer.level or self.of(employer) != EMPLOYER:
            return False
        sign = self.of(node)
        if sign in (PROJECT, MAYBE) and self.is_inside(node, employer):
            return True
        if sign == EMPLOYER or section_kind(node.title) is not None:
            return False
        opened = any(
            is_project_group(child.title) and not child.children for child in employer.children
        )
        numbered = NUMBERED.match(node.title) and not NUMBERED.match(employer.title)
        more = (opened or numbered) and not read_heading(node.title).period
        return is_label(node.title) or bool(more)

    def _raise_earlier(self, parent: Node) -> None:
        """Hang the last headings under an employer beside it, where each is one from before it.

        Their roles are in the headings, and their periods end where that of the first begins.
        """
        children = []
        for node in parent.children:
            children.append(node)
            self._raise_earlier(node)
            started = self.period(node).start if read_heading(node.title).role else None
            raised = len(node.children)
            while started and raised and self._ends_before(node.children[raised - 1], started):
                raised -= 1
            children += node.children[raised:]
            node.end = node.children[raised].first if node.children[raised:] else node.end
            del node.children[raised:]
        parent.children = children

    def _ends_before(self, node: Node, date: PartialDate) -> bool:
        named = read_heading(node.title).role and self.of(node) in (EMPLOYER, MAYBE)
        end = self.period(node).end if named else None
        return bool(end and not date.is_before(end))

    def _is_labelled(self, node: Node, own: Sequence[str]) -> bool:
        """True where a label below a heading speaks of one who employs, or of a stay there."""
        rows = [line for line, rule in zip_longest(own, own[1:]) if not is_delimiter(rule or "")]
        labels = [*(label for label, _value in labelled(rows)), *(c.title for c in node.children)]
        heads = list(table_heads(own))
        named = any(NAME_COLUMN.fullmatch(head) or PLACE_COLUMN.fullmatch(head) for head in heads)
        return any(EMPLOYER_LABELS.fullmatch(clean(label)) for label in labels) or (
            not named and any(map(STAY_LABELS.fullmatch, heads))
        )

    def _repeated(self, nodes: Iterable[Node]) -> set[int]:
        """Return the headings that tell again, shorter, of a stay told elsewhere.

        What only the shorter one says of the period holds for the longer one.
        """
        longest: dict[tuple[str, str], Node] = {}
        repeated = set()
        for node in nodes:
            if self.of(node) not in (EMPLOYER, MAYBE):
                continue
            entry = read_heading(node.title)
            key = ("".join(entry.name.split()), str(entry.period.start or entry.role))
            other = longest.get(key)
            if other is None:
                longest[key] = node
                continue
            shorter = min(other, node, key=lambda each: each.end - each.first)
            longest[key] = node if shorter is other else other
            if period := self.period(shorter):
                self.told[longest[key].first] = period
            repeated.add(shorter.first)
        return repeated
