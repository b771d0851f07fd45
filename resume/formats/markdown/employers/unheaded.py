"""Employers and projects that no heading names, but a table, a list, or a line of the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from resume.document.lines import name_of
from resume.document.periods import find_period
from resume.document.schema import Line, Section
from resume.document.source import Destination

from ..projects.continued import with_rows_below
from ..projects.rows import with_projects
from ..projects.sections import (
    read_assigned,
    read_listed_work,
    read_projects,
    read_projects_below,
    read_projects_in_tables,
    read_repositories,
)
from ..rows import drawn_tables, tables
from ..rows.events import read_career, tells_career
from ..rows.found import Found
from ..rows.profile_rows import read_profile
from ..text.names import ENTITY, OWN_ACTIVITY, PROJECT_WORDS
from ..text.nesting import titles
from ..text.stay_titles import may_be_work, titles_stays
from ..text.vocabulary import clean, is_group, section_kind, tells_of_schools
from ..tree.evidence import Evidence
from ..tree.nodes import below, groups_folded, kind_of
from ..tree.outline import Node, Outline
from . import blocks
from .groups import Group, read_below_title, read_groups
from .headed import Headed
from .sole import read_sole

MAX_ROWS = 50  # of a table of employers, whom the headings name as well


class Unheaded:
    """Reads the text under the headings of one file for employers whom none of these names."""

    def __init__(self, outline: Outline, evidence: Evidence) -> None:
        self.outline = outline
        self.evidence = evidence
        self.stays: set[tuple[str, str]] = set()
        self.headed = Headed(outline, evidence.signs)

    def preamble(self, root: Node) -> Iterator[Section]:
        """Yield the text over all headings, in which paragraphs may tell of work that none does.

        Without a heading, the front matter may say that all of it is about work.
        """
        told = self.evidence.is_of_work(root) and not root.children
        told = told or bool(self._paragraphs_of_work(self.outline.read(root.own, root.own_end)))
        section = self.section(Node(own=root.own, end=root.own_end), work=True) if told else None
        if section:
            yield section
        elif text := self._text(root.own, root.own_end, ""):
            yield Section(body=text)

    def _paragraphs_of_work(self, lines: Sequence[str]) -> Found | None:
        """Return the paragraphs that tell legal entities and when, in a file without such headings.

        One alone may be about something else.
        """
        evidence = self.evidence
        if evidence.has_work or evidence.has_employers or evidence.tells_of_work:
            return None
        found = blocks.read_employers(lines)
        if not found or found.layout != "lines" or len(found.lines) < 2:
            return None
        told = (
            ENTITY.search(name_of(line.items[0])) and find_period(line.written)
            for line in found.lines
        )
        return found if all(told) else None

    def section(self, node: Node, work: bool) -> Section | None:
        """Return the section whose rows, blocks or events name employers, where no heading does."""
        first, end = self.outline.trim(node.own, node.own_end)
        lines = self.outline.read(first, end)
        found = self._employers(first, end, node) if work or self._may_tell(node) else None
        if not found and not self.evidence.has_employers:
            groups = read_groups(self.outline.lines[first:end], work)
            grouped = [line for each in groups if each.found for line in each.found.lines]
            if groups and not self._told(grouped):
                return self._grouped(node, groups)
            told = tells_career(node.title) or titles_stays(node.title)
            found = read_career(lines) if told else None
            found = found or read_below_title(lines) or self._sole(node, lines)
            found = self.outline.as_written(found, first, end)
        elif not found:
            found = self.outline.as_written(self.headed.joined(node.title, lines), first, end)
        if not found and (not self.evidence.tells_of_work or self.headed.are_sheets):
            found = read_profile(lines) or self._paragraphs_of_work(lines)
            found = self.outline.as_written(found, first, end)
        if not found or self._told(found.lines):
            return None
        found = with_rows_below(with_projects(found, self.outline.lines[first:end]))
        return self._section(node, found, "positions")

    def _sole(self, node: Node, lines: Sequence[str]) -> Found | None:
        """Return the one employer of a section about that, where no other tells of any."""
        sole = read_sole(node.title, lines, self.outline.lines)
        return sole if sole and not self.stays and not self._is_told_at_work else None

    def _may_tell(self, node: Node) -> bool:
        """True for a section of no work which may tell who employed, as no other one does."""
        return may_be_work(node.title) and not (titles_stays(node.title) and self._is_told_at_work)

    @cached_property
    def _is_told_at_work(self) -> bool:
        """True where the text of a section about work names employers."""
        nodes = (each for each in below(self.outline.root) if kind_of(each) == "positions")
        told = (node for node in nodes if not titles_stays(node.title))
        return any(self._employers(node.own, node.own_end, node) for node in told)

    def listed(self, node: Node, holds: str, work: bool) -> Section | None:
        """Return the section of projects, or of work that is told by a list of them, or None."""
        if work and (assigned := self._assigned(node)):
            return self._section(node, assigned, "projects")
        if holds == "projects" or (work and self._folds_work(node)):
            return self._of_projects(node, read_projects)
        labelled = self._labelled_projects(node) if work else None
        if not labelled and OWN_ACTIVITY.fullmatch(clean(node.title)):
            labelled = self._of_projects(node, read_repositories)
        return labelled or (self.told_in_tables(node) if work or kind_of(node) is None else None)

    def _assigned(self, node: Node) -> Found | None:
        """Return the projects that say at whom of those in a table or a list each was done."""
        first, end = self.outline.trim(node.own, node.own_end)
        work_in = self.evidence.signs.summaries.work_in
        return self._unnamed(read_assigned(self.outline.lines[first:end], work_in))

    def _folds_work(self, node: Node) -> bool:
        """True for a heading over folded projects whose titles sound like work, not employers."""
        if not groups_folded(node, self.outline):
            return False
        found = read_projects(self.outline.lines[node.own : node.own_end])
        titles = [name_of(line.items[0]) for line in found.lines] if found else []
        return all(PROJECT_WORDS.search(title) and not ENTITY.search(title) for title in titles)

    def told_in_tables(self, node: Node) -> Section | None:
        """Return the section about work where tables tell projects and who employed is not told."""
        return self._of_projects(node, read_projects_in_tables)

    def _of_projects(
        self, node: Node, read: Callable[[Sequence[str]], Found | None]
    ) -> Section | None:
        """Return the section whose text is `read` as projects, none of which a heading names."""
        first, end = self.outline.trim(node.own, node.own_end)
        found = self._unnamed(read(self.outline.lines[first:end]))
        return self._section(node, found, "projects") if found else None

    def _unnamed(self, found: Found | None) -> Found | None:
        """Return the projects that were found, where no heading names one of them."""
        named = [name_of(line.items[0]) for line in found.lines] if found else []
        titles = [clean(each.title) for each in below(self.outline.root)]
        told = any(name in title for name in named[:MAX_ROWS] for title in titles)
        return None if told or len(named) > MAX_ROWS else found

    def _labelled_projects(self, node: Node) -> Section | None:
        """Return the section about work with a list of projects, which the line above it says.

        Where no employer is known, projects that say when need no such line.
        """
        first, end = self.outline.trim(node.own, node.own_end)
        lines = self.outline.lines[first:end]
        begins = next((n + 1 for n, kind in titles(lines) if kind == "projects"), None)
        if begins is None:
            known = self.evidence.has_employers
            return None if known else self._of_projects(node, read_listed_work)
        others = (
            n for n in range(begins, len(lines)) if lines[n][:1] not in ("", " ", "\t", *"-*+")
        )
        found = read_projects(lines[begins : next(others, len(lines))])
        if found is None or found.layout != "bullets":
            return None
        return self._section(node, found.moved(begins), "projects")

    def _section(self, node: Node, found: Found, holds: str) -> Section:
        """Return the section with what was found in it, and the text before and after that."""
        first, end = self.outline.trim(node.own, node.own_end)
        self._mark(first, found, node.title)
        body = self._text(first, first + found.start, node.title)
        children: tuple[Section | Line, ...] = (
            *found.lines,
            *self._rest(first + found.end, end, node.title, holds),
        )
        return Section(
            title=node.title, holds=holds, body=body, layout=found.layout, children=children
        )

    def _rest(self, first: int, end: int, title: str, holds: str) -> Iterator[Section]:
        """Yield the text after what was found in a section, and projects below employers in it."""
        first, end = self.outline.trim(first, end)
        lines = self.outline.lines[first:end]
        found = self._unnamed(read_projects_below(lines)) if holds == "positions" else None
        if found:
            if text := self._text(first, first + found.start, title):
                yield Section(body=text)
            self._mark(first, found, title)
            yield Section(holds="projects", layout=found.layout, children=found.lines)
            first += found.end
        if text := self._text(first, end, title):
            yield Section(body=text)

    def _grouped(self, node: Node, groups: Sequence[Group]) -> Section:
        """Return the section whose list groups employers, each group a section in it."""
        first, end = self.outline.trim(node.own, node.own_end)
        children = []
        for group in groups:
            line = first + group.first
            self.outline.mark(line, line + 1, Destination.FIELD, group.title)
            if group.found:
                self._mark(line + 1, group.found, group.title)
            children.append(
                Section(
                    title=group.title,
                    style="bullet",
                    holds="positions" if group.found else section_kind(group.title) or "",
                    body=group.text,
                    children=group.found.lines if group.found else (),
                )
            )
        body = self._text(first, first + groups[0].first, node.title)
        rest = self._text(first + groups[-1].end, end, node.title)
        after = (Section(body=rest),) if rest else ()
        return Section(title=node.title, holds="positions", body=body, children=(*children, *after))

    def untold(self, node: Node) -> tuple[Section, ...]:
        """Return the text of a section whose headings name employers, where it names others."""
        first, end = self.outline.trim(node.own, node.own_end)
        found = self._employers(first, end, node)
        if not found or self._told(found.lines):
            return ()
        section = self._section(node, found, "positions")
        rest = (each for each in section.children if isinstance(each, Section))
        return (replace(section, title="", children=found.lines), *rest)

    def _employers(self, first: int, end: int, node: Node) -> Found | None:
        """Return the employers whom the rows of a table name, or blocks where there is none.

        In the text of a block, raw HTML and a table that is drawn are read as they stand.
        """
        lines = self.outline.read(first, end)
        told = tables.read_employers(lines, tells_of_schools(node.title))
        told = told or self._blocks(lines, node)
        found = self.outline.as_written(told, first, end)
        lines = self.outline.lines[first:end]
        is_mixed = (told and told.layout == "lines") or any(drawn_tables.tables(lines))
        if not found and is_mixed:
            found = self._blocks(lines, node)
        headed = self.evidence.has_employers
        if not found or not (headed or self.stays):
            return found
        # The list of a summary tells of stays where headings tell of some of the same.
        is_partly = headed and found.layout == "bullets" and kind_of(node) == "summary"
        return self.headed.others(found, headed, is_partly)

    def _blocks(self, lines: Sequence[str], node: Node) -> Found | None:
        kind = kind_of(node)
        if self.evidence.has_employers and kind not in ("positions", "summary"):
            return None
        if self._assigned(node):
            return None
        found = blocks.read_employers(lines, tells_of_schools(node.title))
        if found and kind == "summary" and self.evidence.has_employers:
            return found if found.layout == "bullets" else None
        # Under the title of no section they may be where somebody trained, or was a member.
        is_known = not node.level or kind is not None or is_group(node.title)
        return found if is_known or not found or not blocks.are_workplaces(found) else None

    def _told(self, lines: Sequence[Line]) -> bool:
        """True where another list told of one of these stays; remembers them where none did."""
        items = [line.items[0] for line in lines]
        keys = {("".join(name_of(i).split()), getattr(i, "start", "")) for i in items}
        if keys & self.stays:
            return True
        self.stays |= keys
        self.headed.tell(lines)
        return False

    def _mark(self, first: int, found: Found, title: str) -> None:
        """Note where the lines of employers went, and those of the text below each."""
        if not found.starts:
            self.outline.mark(first + found.start, first + found.end, Destination.FIELD, title)
            return
        ends = [*found.starts[1:], found.end]
        for start, end, line in zip(found.starts, ends, found.lines, strict=True):
            record, number = name_of(line.items[0]), first + start
            self.outline.mark(number, number + 1, Destination.FIELD, record)
            below = self.outline.trim(number + 1, first + end)
            self.outline.mark(*below, Destination.BODY, record)

    def _text(self, first: int, end: int, record: str) -> str:
        return self.outline.take(first, end, Destination.VERBATIM, record)
