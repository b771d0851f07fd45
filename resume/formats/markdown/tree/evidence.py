"""Which headings name employers, which projects, and which neither: told among their siblings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume.document.dates import PartialDate
from resume.document.periods import find_period
from resume.document.spans import lies_inside

from ..text.head_lines import read_head_line
from ..text.headings import read_heading
from ..text.names import CLIENT, ENTITY, FIRM, is_work
from ..text.vocabulary import (
    clean,
    is_document_title,
    is_group,
    is_label,
    is_project_group,
    section_kind,
)
from .alike import groups_in_department, tell_of_projects
from .alone import works_alone
from .known import name_employers
from .nodes import below, groups_folded, is_document, kind_of, titles_project
from .numbered import numbered_stays, stays_with_roles
from .outline import Node, Outline
from .repeated import repeated
from .siblings import Siblings
from .signs import EMPLOYER, MAYBE, NEITHER, NUMBERED, PROJECT, UNDATED, Signs
from .told_stays import ToldStays

# The last word of a title that tells of a piece of work, a remark in brackets apart.
WORK_END = re.compile(
    r"(?:開発|構築|プロジェクト|リニューアル|リプレイス|刷新|移行|改修|保守|運用|改善|対応|導入)(?:\s*[(（][^()（）]*[)）])?$"
)
# "Xの構築": what was done, which no name says.
WORK_DONE = re.compile(
    r"の[^の]*(?:開発|構築|改善|刷新|改修|移行|運用|保守|設計|作成|支援|リファクタリング)$"
)
TAG = re.compile(r"<[^<>]*>")
MANY_LABELS = 3  # below a heading, which make a piece of work of it
INTRODUCTION = 300  # characters, at most, between a heading about work and those of employers


@dataclass(frozen=True)
class Ground:
    """Where a heading stands.

    It is of work under a heading about it, or after one that has nothing below it and so opened
    what follows; it is certain where a sibling bears the sign of one who employs.
    """

    siblings: Siblings
    kind: str
    of_work: bool
    is_opened: bool
    is_certain: bool


class Evidence:
    """The signs of one file's headings, weighed among their siblings."""

    def __init__(self, outline: Outline, signs: Signs) -> None:
        self.outline = outline
        self.signs = signs
        self.told_stays = ToldStays(signs)
        self._raise_earlier(outline.root)
        nodes = list(below(outline.root))
        self.has_work = any(kind_of(node) == "positions" and node.children for node in nodes)
        self.tells_of_work = any(
            kind_of(node) == "positions" and not is_document_title(node.title) for node in nodes
        )
        self.has_employers = any(signs.of(node) == EMPLOYER for node in nodes)
        self.repeated = repeated(nodes, signs)
        parents = [outline.root, *nodes]
        self.in_row = numbered_stays(parents, signs) | stays_with_roles(parents, signs)

    def among_siblings(self, parent: Node, in_work: bool, kind: str) -> Iterator[tuple[str, Node]]:
        """Yield the headings under `parent`, each with what it is: EMPLOYER, PROJECT or NEITHER.

        A heading beside an employer's that belongs to that employer is hung under it.
        """
        siblings, waiting = Siblings(parent, self.signs), list(parent.children)
        opened = ""  # what is held by a heading that has nothing below it
        after_work = False  # after a heading about work over those of employers
        certain = any(self._is_signed(child) for child in waiting)
        again = bool(parent.level) and parent.first in self.repeated
        of_projects = in_work and not certain and (again or tell_of_projects(parent, self.signs))
        in_work = in_work or (kind == "projects" and self._tell_of_employers(parent))
        alone = works_alone(waiting, self.told_stays, in_work)
        while waiting:
            child = waiting.pop(0)
            if (holds := kind_of(child)) is not None:
                opened = holds if self._is_empty(child, holds) else ""
                after_work = holds == "positions" and bool(child.children)
            named = (in_work or kind == "projects") and self.signs.names_project(child)
            if self._groups_projects(child):
                what = NEITHER
            elif named or opened == "projects" or (kind == "projects" and not in_work):
                what = PROJECT if named or titles_project(child, self.outline) else NEITHER
            elif child.first in alone:
                what = PROJECT if alone[child.first] else NEITHER
            elif of_projects:
                signed = self.signs.of(child) in (PROJECT, MAYBE)
                what = PROJECT if signed or self.signs.is_dated(child) else NEITHER
            else:
                # An employer's heading that slipped to the level of the one about work.
                slipped = after_work and bool(read_heading(child.title).period)
                of_work = in_work or bool(opened) or slipped
                ground = Ground(siblings, kind, of_work, bool(opened), certain and not slipped)
                what = self._what(child, ground)
            if what == EMPLOYER and child.first in self.repeated:
                what = NEITHER
            while waiting and (named or what == EMPLOYER) and self._belongs(waiting[0], child):
                child.children.append(waiting.pop(0))
                child.end = child.children[-1].end
            yield what, child

    def _is_signed(self, node: Node) -> bool:
        """True for a heading of an employer by itself, or by those in a row with it."""
        return node.first in self.in_row or self.signs.of(node) == EMPLOYER

    def _groups_projects(self, node: Node) -> bool:
        """True for a heading of no section and no employer over projects, folded or of its time."""
        if kind_of(node) is not None or self.signs.of(node) == EMPLOYER:
            return False
        return groups_folded(node, self.outline) or groups_in_department(node, self.signs)

    def is_of_work(self, root: Node) -> bool:
        """True for a file whose front matter is titled as a section about work is, and none is."""
        return not self.has_work and section_kind(self.outline.front_title) == "positions"

    def _what(self, child: Node, ground: Ground) -> str:
        parent, entry = ground.siblings.parent, read_heading(child.title)
        sign = EMPLOYER if self._is_signed(child) else self.signs.of(child)
        if sign == EMPLOYER:
            if ground.of_work:
                return EMPLOYER
            # Outside of a section about work, only a heading that says when is an employer's.
            is_open = ground.kind == "" and (not self.has_work or not parent.level)
            dated = entry.period if self.has_work else self.signs.period(child)
            return EMPLOYER if is_open and dated and kind_of(parent) is None else NEITHER
        if not ground.of_work:
            return NEITHER
        if sign == MAYBE:
            of_work = kind_of(parent) == "positions" and not is_document(parent)
            of_work = of_work or not parent.level or ground.is_opened or is_group(parent.title)
            return EMPLOYER if ground.is_certain or of_work else NEITHER
        undated = sign == UNDATED and not is_work(entry.name)
        firm = sign == PROJECT and not entry.period and self._is_of_firm(child)
        if ground.is_certain and (undated or firm):
            return EMPLOYER if self._is_dated_alike(child, ground.siblings) else NEITHER
        if sign == PROJECT and entry.period:
            if not ground.is_certain or WORK_DONE.search(entry.name):
                return PROJECT
            if CLIENT.search(child.title):
                return NEITHER
            # "X システム開発 (P)" beside employers, at a time when none of them was it.
            return PROJECT if ground.siblings.hold_projects else EMPLOYER
        return NEITHER

    def _is_of_firm(self, node: Node) -> bool:
        """True for a name as those of firms sound that sound like work, over titles of work."""
        works = (each for each in node.children if self.signs.of(each) == PROJECT)
        return bool(FIRM.fullmatch(read_heading(node.title).name)) and any(works)

    def _is_dated_alike(self, node: Node, siblings: Siblings) -> bool:
        """True for a name over its period, where employers beside it are told in the same way.

        The period lies inside that of none of them: what does was done there.
        """
        own = self.outline.lines[node.own : node.own_end]
        first = read_heading(next(filter(str.strip, own), "").lstrip("-*+ \t"))
        over_stays = first.period and ENTITY.search(first.name)  # those of others: 年表
        if over_stays or not siblings.stays_told_below:
            return False
        when = self.signs.period(node)
        return bool(when) and not any(lies_inside(when, each) for each in siblings.stays_told_below)

    def _tell_of_employers(self, parent: Node) -> bool:
        """True for headings over others, all of which name one who employs, and say when.

        There may be nothing below them where a table tells that one of them employed.
        """
        known = self._are_told(parent) or name_employers(parent, self.signs)
        return known or (
            bool(parent.children)
            and all(
                self.signs.of(node) == EMPLOYER
                and node.children
                and self.signs.period(node)
                and self.signs.name(node) in clean(node.title)
                for node in parent.children
            )
        )

    def _are_told(self, parent: Node) -> bool:
        """True for dated headings of employers, not of clients: a table names one of them so."""
        above = self.signs.parents.get(parent.first)
        employers = [each for each in parent.children if self.signs.of(each) == EMPLOYER]
        if above is None or kind_of(above) != "positions" or employers != parent.children:
            return False
        told = any(self.signs.summaries.period(self.signs.name(each)) for each in employers)
        return told and all(read_heading(each.title).period for each in employers)

    def _is_empty(self, node: Node, holds: str) -> bool:
        """True for a heading about work with at most a short text and no heading below it.

        One about projects has no text at all.
        """
        if node.children or holds not in ("positions", "projects"):
            return False
        text = TAG.sub("", self.outline.slice(node.own, node.own_end)).strip()
        is_short = len(text) < INTRODUCTION and not find_period(text)
        return is_short if holds == "positions" else not text

    def _belongs(self, node: Node, employer: Node) -> bool:
        """True for a heading beside an employer's, or a project's, that tells of it."""
        if self.signs.names_project(employer):
            return self._is_told_of(node)
        if node.level != employer.level or self.signs.of(employer) != EMPLOYER:
            return False
        sign = self.signs.of(node)
        if sign == MAYBE and self.signs.are_open(employer, node):
            return False  # one after the other, by when each was joined
        if sign in (PROJECT, MAYBE) and self.signs.is_inside(node, employer):
            # Roles below it are held at another, beside the first.
            return sign == PROJECT or not any(read_head_line(c.title).roles for c in node.children)
        if self._is_of_duties(node):
            return True
        if sign == EMPLOYER or section_kind(node.title) is not None:
            return False
        if is_label(node.title):
            return True
        return not read_heading(node.title).period and self._goes_on(node, employer)

    def _goes_on(self, node: Node, employer: Node) -> bool:
        """True for work without a period that goes on with what stands below an employer."""
        opened = any(
            is_project_group(child.title) and not child.children for child in employer.children
        )
        numbered = NUMBERED.match(node.title) and not NUMBERED.match(employer.title)
        # A title of work beside an employer whose others stand below it: a level that slipped.
        slipped = WORK_END.search(clean(node.title)) and any(
            WORK_END.search(clean(child.title)) for child in employer.children
        )
        # Work under the heading of an employer that has nothing else below it.
        beside = [node, *employer.children[-1:]]
        under = all(self.signs.of(each) == PROJECT for each in beside)
        under = under and not self.outline.slice(employer.own, employer.own_end)
        # A title of work over labels, where the employer has no heading of its own below it.
        labels = [child for child in node.children if is_label(child.title)]
        own = [child for child in employer.children if child.level > employer.level]
        over = self.signs.of(node) == PROJECT and len(labels) >= MANY_LABELS and not own
        return bool(opened or numbered or slipped or under or over)

    def _is_told_of(self, node: Node) -> bool:
        """True for a heading after that of a project's title which is no other's, nor a section."""
        known = is_label(node.title) or kind_of(node) is None
        other = self.signs.of(node) == EMPLOYER or self.signs.names_project(node)
        return known and not other

    def _is_of_duties(self, node: Node) -> bool:
        """True for 職務内容 over what was done, and not over those who employed."""
        is_duties = section_kind(node.title) == "positions" and is_label(node.title)
        return is_duties and all(self.signs.of(child) != EMPLOYER for child in node.children)

    def _raise_earlier(self, parent: Node) -> None:
        """Hang the last headings under an employer beside it, where each is one from before it.

        Their roles are in the headings, and their periods end where that of the first begins.
        """
        children = []
        for node in parent.children:
            children.append(node)
            self._raise_earlier(node)
            started = self.signs.period(node).start if read_heading(node.title).role else None
            raised = len(node.children)
            while started and raised and self._ends_before(node.children[raised - 1], started):
                raised -= 1
            children += node.children[raised:]
            node.end = node.children[raised].first if node.children[raised:] else node.end
            del node.children[raised:]
        parent.children = children

    def _ends_before(self, node: Node, date: PartialDate) -> bool:
        named = read_heading(node.title).role and self.signs.of(node) in (EMPLOYER, MAYBE)
        end = self.signs.period(node).end if named else None
        return bool(end and not date.is_before(end))
