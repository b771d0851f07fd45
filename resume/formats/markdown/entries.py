"""Headings that name employers and projects as records, with what stands under them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import zip_longest
from typing import TypeVar

from resume.document.dates import DateStyle
from resume.document.schema import Employer, Position, Project
from resume.document.source import Destination
from resume.document.spans import lies_inside
from resume.document.text import fold

from .projects.headed import tells_role, title_below, title_led, title_under
from .projects.listed import signs_of, take_projects
from .projects.tables import TITLE
from .text.headings import BRACKETS, date_alone, read_heading, split_period, stay_alone
from .text.labels import read_facts
from .text.listed_items import items
from .text.names import ENTITY, ORDINAL
from .text.nesting import first_block
from .text.places import tells_only_how
from .text.posts import is_post
from .text.vocabulary import (
    PART,
    clean,
    is_label,
    is_part,
    is_project_group,
    section_kind,
    tells_value,
)
from .text.works import is_of_office
from .tree.nodes import below, groups_folded, is_period, with_beside
from .tree.outline import Node, Outline
from .tree.signs import PROJECT, Signs
from .wording import employer_in, named, title_of
from .writer import DEPTH

# What may begin a project in the text of an employer.
BEGUN = re.compile(r"\*\*|^ {0,3}[-*+][ \t]", re.MULTILINE)

# What an employer does, as the writer prints it.
BUSINESS = re.compile(r"(?:事業内容|Business): (?P<business>\S(?:.{0,198}\S)?)")
Entry = TypeVar("Entry", Position, Project)


class Entries:
    """Reads headings of one file as positions and projects, in the style of its dates."""

    def __init__(self, outline: Outline, signs: Signs, style: DateStyle) -> None:
        self.outline = outline
        self.signs = signs
        self.style = style
        # By the lines of headings under a group's, or beside the employer's: how much deeper.
        self.depths: dict[int, int] = {}
        self.times = Counter(_bare(node.title) for node in below(outline.root))

    def position(self, node: Node, employer: Employer | None = None) -> Position:
        """Return the position (or, with `employer`, the role) whose heading is `node`."""
        name, role = self._names(node, bool(employer))
        starts = self.project_nodes(node)
        roles = [each for each in starts if self.signs.is_role(each)]
        if roles != starts or employer:
            roles = []
        first = starts[0].first if starts else node.end
        period = self.signs.period(node, first)
        node, business = self._without_business(node, first)
        own_employer = employer or replace(employer_in(node.title, name), business=business)
        own_name = str(own_employer.name)  # never what stands in bold below a role held there
        text, listed, lines = self._take_projects(self.outline.slice(node.own, first), own_name)
        if not read_heading(node.title).period and tells_role(listed, lines, period):
            text, listed, lines = self.outline.slice(node.own, first), (), []
        self._mark_listed(node, lines)
        position = Position(
            employer=own_employer,
            role=role if role and role in node.title and len(role) <= 200 else "",
            employment=read_heading(node.title).employment,
            start=period.start_text,
            end=period.end_text,
            body=text,
            projects=listed,
            extras=node.extras,
        )
        self.outline.mark(node.first, node.own, Destination.FIELD, node.title)
        self._text(node.own, first, own_name)
        ends = [*(each.first for each in starts[1:]), node.end]
        if roles:
            spans = zip(roles, ends, strict=True)
            whole = [with_beside(role, end, node.children) for role, end in spans]
            parts = tuple(self.position(each, own_employer) for each in whole)
            position = replace(position, roles=parts)
        else:
            projects = (self.project(*pair) for pair in zip(starts, ends, strict=False))
            position = replace(position, projects=(*listed, *projects))
        return self._as_written(position, node.title)

    def _names(self, node: Node, is_role: bool) -> tuple[str, str]:
        """Return the employer and the role that a heading names; it may be that of a role alone."""
        entry = read_heading(node.title)
        name, role = self.signs.name(node), entry.role
        if not role and (told := named(node.title))[1] and name in (told[0], entry.name):
            name, role = told
        if is_role or (name not in entry.name and not is_period(node)):
            held = split_period(clean(node.title))[0] if is_role and role else entry.name
            role = "" if ORDINAL.fullmatch(entry.name) else clean(held)
        return name, role

    def _without_business(self, node: Node, end: int) -> tuple[Node, str]:
        """Return a heading without the paragraph that tells what the employer does, and that."""
        first = self.outline.trim(node.own, min(end, node.own_end))[0]
        lines = self.outline.lines[first : min(first + 2, end)]
        told = BUSINESS.fullmatch(lines[0]) if lines else None
        if not told or (len(lines) > 1 and lines[1].strip()):
            return node, ""
        return replace(node, own=first + 1), told["business"]

    def _take_projects(
        self, text: str, name: str
    ) -> tuple[str, tuple[Project, ...], list[tuple[int, int]]]:
        """Return the text of an employer, its projects and their lines: known signs count."""
        taken = take_projects(text, name)
        if taken[1] or not BEGUN.search(text) or not self._known:
            return taken
        return take_projects(text, name, self._known)

    @cached_property
    def _known(self) -> frozenset[str]:
        """The signs by which projects in the texts of employers begin: "**" and what is listed."""
        texts = (
            self.outline.slice(node.own, node.own_end)
            for node in below(self.outline.root)
            if read_heading(node.title).period or ENTITY.search(node.title)
        )
        told = (each for text in texts if BEGUN.search(text) for each in take_projects(text)[1])
        return signs_of(told)

    def project(self, node: Node, end: int | None = None) -> Project:
        """Return the project whose heading is `node`, with all the text up to line `end`."""
        end = node.end if end is None else end
        title = clean(node.title)
        name, period = split_period(title)
        if name[:1].isdigit() and (alone := stay_alone(title) or date_alone(title)):
            name, period = "", alone
        first, last = self.outline.trim(node.own, end)
        lines = self.outline.lines[first:last]
        period = period or self.signs.period(node, end, of_project=True)
        facts, layout = read_facts(lines, period, self.style)
        length = len(first_block(lines)) if facts else 0
        self.outline.mark(node.first, node.own, Destination.FIELD, node.title)
        self.outline.mark(first, first + length, Destination.FIELD, node.title)
        project = Project(
            title=self._title(node, name, lines),
            start=period.start_text,
            end=period.end_text,
            facts=tuple(facts),
            facts_layout=layout,
            body=self._text(first + length, last, node.title),
            extras={
                **({DEPTH: self.depths[node.first]} if node.first in self.depths else {}),
                **node.extras,
            },
        )
        return self._as_written(project, node.title)

    def _title(self, node: Node, name: str, lines: Sequence[str]) -> str:
        """Return the title of a project, which stands below a heading that only labels it."""
        labels = not name or is_label(name) or TITLE.fullmatch(name)
        is_unnamed = labels or tells_only_how(read_heading(node.title).name)
        below = title_below(lines) if is_unnamed else ""
        below = below or ("" if name else title_led(lines))
        return title_under(node.title, lines) or below or name or clean(node.title)

    def _mark_listed(self, node: Node, lines: Iterable[tuple[int, int]]) -> None:
        """Note that these lines of an employer's text, blank ones before it apart, are projects."""
        start = self.outline.trim(node.own, node.end)[0]
        for first, end in lines:
            self.outline.mark(start + first, start + end, Destination.FIELD, node.title)

    def project_nodes(self, node: Node) -> list[Node]:
        """Return the headings under an employer that begin its projects, in their order.

        What labels a part of the entry (業務内容, 使用技術) begins none: it stays in the text of
        what it stands in. Projects may stand under such a label (主な実績), dated or with the
        signs of one, or under a heading for them (プロジェクト).
        """
        named = [each for each in node.children if self.signs.names_project(each)]
        if named and named[0] is node.children[0]:
            return named
        found: list[Node] = []
        dated = None if read_heading(node.title).period else self.signs.told_below(node)
        for child in node.children:
            if not found and self._is_post(child):
                continue
            if is_project_group(_bare(child.title)):
                found += self._deeper([e for e in child.children if not is_label(e.title)])
            elif not found and groups_folded(child, self.outline):
                continue  # they are in the employer's text
            elif self._is_part_of_entry(child, node.children) or child is dated:
                found += self._deeper(self._under_label(child))
            elif not self.signs.is_role(child) and self._is_group(child):
                found += self._deeper(child.children)
            else:
                found += [child, *self._deeper(self._slipped(child))]
                # Headings in its text would be beside it, were it printed one level down.
                if child.level == node.level:
                    self.depths[child.first] = -1
        return found

    def _is_post(self, node: Node) -> bool:
        """True for a heading of a post that tells no time of a role, over nothing but labels."""
        alone = all(is_part(each.title) for each in node.children)
        return alone and is_post(node.title) and not self.signs.is_role(node)

    def _is_part_of_entry(self, node: Node, siblings: Sequence[Node]) -> bool:
        """True for a heading that labels a part of what it stands in, and so names no project.

        Such is a label, the title of a section, or what stands among labels in several entries.
        """
        if is_label(node.title) or tells_value(node.title):
            return True
        title = _bare(node.title)
        if split_period(clean(node.title))[1] or self.signs.of(node) == PROJECT:
            if not is_of_office(title) or any(map(self.signs.is_dated, siblings)):
                return bool(PART.search(title))
            return all(is_of_office(_bare(e.title)) for e in siblings if not is_part(e.title))
        if is_part(title) or section_kind(title) not in (None, "projects"):
            return True
        if self.times[title] < 2:
            return False
        labels = sum(is_label(each.title) for each in siblings)
        return labels * 2 >= len(siblings)

    def _deeper(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """Return headings of projects that print below, or beside, what stays in the text."""
        for node in nodes:
            self.depths[node.first] = 1
            node.keeps_level = True
        return nodes

    def _under_label(self, node: Node) -> list[Node]:
        """Return the projects under a label: all of its headings where most sound like one."""
        each = [child for child in node.children if not is_label(child.title)]
        projects = [child for child in each if self.signs.is_project(child)]
        return each if len(projects) * 2 > len(each) else projects

    def _slipped(self, node: Node) -> list[Node]:
        """Return the headings of projects that slipped to the labels of the one before.

        Each says when, and labels that stood before it come again: beside it, or below it where
        its time is no part of that project's.
        """
        labels: set[str] = set()
        found: list[Node] = []
        for child, following in zip_longest(node.children, node.children[1:]):
            if is_label(child.title):
                labels.add(clean(child.title))
            elif self.signs.is_project(child) and self.signs.is_dated(child):
                beside = following and clean(following.title) in labels
                told = {clean(each.title) for each in child.children} & labels
                if beside or (told and not self._is_part(child, node)):
                    found.append(child)
        return found

    def _is_part(self, node: Node, outer: Node) -> bool:
        """True for the heading of a project whose time lies inside that of another."""
        inner, whole = (self.signs.period(each, of_project=True) for each in (node, outer))
        return lies_inside(inner, whole)

    def _is_group(self, node: Node) -> bool:
        """True for a heading over those of projects: "SRE / インフラ".

        It has no text of its own, or one that lists all of them, and says not when.
        """
        titles = [each.title for each in node.children]
        own = self.outline.lines[node.own : node.own_end]
        if any(line.strip() and not line.startswith(":::") for line in own):
            told = {_bare(title) for _first, title in items(own)}
            listed = len(titles) > 1 and told.issuperset(map(_bare, titles))
            return listed and not self.signs.is_dated(node)
        signed = [each for each in node.children if self.signs.is_signed_project(each)]
        return bool(titles) and not any(map(is_label, titles)) and len(signed) * 2 >= len(titles)

    def _text(self, first: int, end: int, record: str) -> str:
        return self.outline.take(first, end, Destination.BODY, record)

    def _as_written(self, item: Entry, title: str) -> Entry:
        """Return the item with its heading as written where its parts compose another one."""
        return item if title_of(item, self.style) == title else replace(item, written=title)


def _bare(title: str) -> str:
    """Return a title without its period and remarks in brackets, to compare it."""
    return fold(split_period(BRACKETS.sub("", clean(title)))[0])
