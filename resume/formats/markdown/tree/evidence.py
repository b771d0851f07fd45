"""Which headings name employers, which projects, and which neither: told among their siblings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from resume.document.dates import PartialDate, Period
from resume.document.periods import find_period, lies_inside, share_time

from ..text.head_lines import read_head_line
from ..text.headings import read_heading
from ..text.names import CLIENT, ENTITY, is_work
from ..text.vocabulary import (
    clean,
    is_document_title,
    is_group,
    is_label,
    is_project_group,
    section_kind,
)
from .alike import tell_of_projects
from .alone import works_alone
from .nodes import below, groups_folded, is_document, kind_of, titles_project
from .numbered import numbered_stays, stays_with_roles
from .outline import Node, Outline
from .repeated import repeated
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
MAX_EMPLOYERS = 50  # beside a heading that is compared with them
INTRODUCTION = 300  # characters, at most, between a heading about work and those of employers


@dataclass(frozen=True)
class Ground:
    """Where a heading stands.

    It is of work under a heading about it, or after one that has nothing below it and so opened
    what follows; it is certain where a sibling bears the sign of one who employs.
    """

    parent: Node
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
        # By their parent: when employers were, and whether projects stand beside them.
        self.beside: dict[tuple[int, int], list[Period]] = {}
        self.holding: dict[tuple[int, int], bool] = {}
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
        waiting = list(parent.children)
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
                ground = Ground(parent, kind, of_work, bool(opened), certain and not slipped)
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
        """True for a heading of no section and no employer over folded projects."""
        untold = kind_of(node) is None and self.signs.of(node) != EMPLOYER
        return untold and groups_folded(node, self.outline)

    def is_of_work(self, root: Node) -> bool:
        """True for a file whose front matter is titled as a section about work is, and none is."""
        return not self.has_work and section_kind(self.outline.front_title) == "positions"

    def _what(self, child: Node, ground: Ground) -> str:
        parent = ground.parent
        sign = EMPLOYER if self._is_signed(child) else self.signs.of(child)
        if sign == EMPLOYER:
            if ground.of_work:
                return EMPLOYER
            # Outside of a section about work, only a heading that says when is an employer's.
            is_open = ground.kind == "" and (not self.has_work or not parent.level)
            dated = read_heading(child.title).period if self.has_work else self.signs.period(child)
            return EMPLOYER if is_open and dated and kind_of(parent) is None else NEITHER
        if not ground.of_work:
            return NEITHER
        if sign == MAYBE:
            of_work = kind_of(parent) == "positions" and not is_document(parent)
            of_work = of_work or not parent.level or ground.is_opened or is_group(parent.title)
            return EMPLOYER if ground.is_certain or of_work else NEITHER
        if sign == UNDATED and ground.is_certain and not is_work(read_heading(child.title).name):
            return EMPLOYER if self._is_dated_alike(child, parent) else NEITHER
        if sign == PROJECT and read_heading(child.title).period:
            if not ground.is_certain or WORK_DONE.search(read_heading(child.title).name):
                return PROJECT
            # "X システム開発 (P)" beside employers, at a time when none of them was it.
            beside = PROJECT if self._holds_projects(parent) else EMPLOYER
            return NEITHER if CLIENT.search(child.title) else beside
        return NEITHER

    def _holds_projects(self, parent: Node) -> bool:
        """True where a heading that sounds like a project was during the stay of one beside it."""
        key = parent.level, parent.first
        if key not in self.holding:
            signs = [(self.signs.of(each), each) for each in parent.children]
            stays = [self.signs.period(each) for sign, each in signs if sign == EMPLOYER]
            dated = [read_heading(each.title).period for sign, each in signs if sign == PROJECT]
            pairs = product(filter(None, dated), stays[:MAX_EMPLOYERS])
            self.holding[key] = any(share_time(*pair) for pair in pairs)
        return self.holding[key]

    def _is_dated_alike(self, node: Node, parent: Node) -> bool:
        """True for a name over its period, where employers beside it are told in the same way.

        The period lies inside that of none of them: what does was done there.
        """
        if (parent.first, parent.level) not in self.beside:
            employers = [each for each in parent.children if self.signs.of(each) == EMPLOYER]
            undated = [each for each in employers if not read_heading(each.title).period]
            alike = len(employers) <= MAX_EMPLOYERS and any(map(self.signs.period, undated))
            told = [self.signs.period(each) for each in employers] if alike else []
            self.beside[parent.first, parent.level] = told
        told = self.beside[parent.first, parent.level]
        first = next(
            (line for line in self.outline.lines[node.own : node.own_end] if line.strip()), ""
        )
        entry = read_heading(first.lstrip("-*+ \t"))
        if entry.period and ENTITY.search(entry.name):
            return False  # over a list of others' stays: 年表
        when = self.signs.period(node) if told else None
        return bool(when) and not any(lies_inside(when, each) for each in told if when)

    def _tell_of_employers(self, parent: Node) -> bool:
        """True for headings over others, all of which name one who employs, and say when.

        There may be nothing below them where a table tells that one of them employed.
        """
        nodes = parent.children
        return self._are_told(parent) or (
            bool(nodes)
            and all(
                self.signs.of(node) == EMPLOYER
                and node.children
                and self.signs.period(node)
                and self.signs.name(node) in clean(node.title)
                for node in nodes
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
        text = TAG.sub("", self.outline.slice(node.own, node.own_end)).strip()
        if node.children or holds not in ("positions", "projects"):
            return False
        return (
            not text if holds == "projects" else len(text) < INTRODUCTION and not find_period(text)
        )

    def _belongs(self, node: Node, employer: Node) -> bool:
        """True for a heading beside an employer's, or a project's, that tells of it."""
        if self.signs.names_project(employer):
            return self._is_told_of(node)
        if node.level != employer.level or self.signs.of(employer) != EMPLOYER:
            return False
        sign = self.signs.of(node)
        if sign == MAYBE and self.signs.are_open(employer, node):
            # One after the other, by when each was joined.
            return False
        if sign in (PROJECT, MAYBE) and self.signs.is_inside(node, employer):
            # Roles below it are held at another, beside the first.
            return sign == PROJECT or not any(read_head_line(c.title).roles for c in node.children)
        if self._is_of_duties(node):
            return True
        if sign == EMPLOYER or section_kind(node.title) is not None:
            return False
        opened = any(
            is_project_group(child.title) and not child.children for child in employer.children
        )
        numbered = NUMBERED.match(node.title) and not NUMBERED.match(employer.title)
        # A title of work beside an employer whose others stand below it: a level that slipped.
        slipped = WORK_END.search(clean(node.title)) and any(
            WORK_END.search(clean(child.title)) for child in employer.children
        )
        # Work under the heading of an employer that has nothing else below it.
        under = sign == PROJECT and not self.outline.slice(employer.own, employer.own_end)
        under = under and all(map(self._is_work, employer.children[-1:]))
        more = (opened or numbered or slipped or under) and not read_heading(node.title).period
        return is_label(node.title) or bool(more)

    def _is_told_of(self, node: Node) -> bool:
        """True for a heading after that of a project's title which is no other's, nor a section."""
        known = is_label(node.title) or kind_of(node) is None
        other = self.signs.of(node) == EMPLOYER or self.signs.names_project(node)
        return known and not other

    def _is_work(self, node: Node) -> bool:
        return self.signs.of(node) == PROJECT

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
