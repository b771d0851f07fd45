"""A Markdown 職務経歴書 into a document, every line of it accounted for.

What is recognised becomes records; all else stays the Markdown it is, where it stood. A shape that
is not understood is never a guess: wrong is worse than verbatim.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from resume.document.badges import BADGES
from resume.document.contacts import contact_facts
from resume.document.dates import DateStyle
from resume.document.lines import JAPANESE
from resume.document.schema import Item, Line, Position, Profile, Project, Resume, Section
from resume.document.source import Destination, Source, Span

from .blanks import has_printed_blanks
from .centuries import with_centuries, without_centuries
from .employers.unheaded import Unheaded
from .entries import Entries
from .lists import ListReader
from .recognised import recognise
from .text.items import read_badges
from .text.periods import date_style
from .text.person import LOOKED_AT, read_head, read_names
from .text.vocabulary import is_document_title, is_group, section_kind
from .tree.alike import groups_in_department, groups_works
from .tree.evidence import Evidence
from .tree.nodes import (
    below,
    groups_by_time,
    groups_folded,
    is_document,
    is_of_projects,
    is_of_selected,
    kind_of,
    titles,
)
from .tree.outline import Node, Outline
from .tree.signs import EMPLOYER, PROJECT, Signs
from .writer import RULE, render

FRONT_MATTER = "front_matter"
LISTS = ("skills", "publications", "links", "certifications", "awards", "education")
RULED = re.compile(r"-{3,}|\*{3,}|_{3,}")
LATIN = re.compile(r"[A-Za-z]")
ROUNDS = 3  # in how many a file's canonical form must be found


def parse(text: str) -> Source:
    """Return the document that `text` gives, and where each of its lines went.

    Law: the document of the canonical Markdown of a document is that document. Where a file's
    reading and its printing do not settle, the whole of it is one section of text.
    """
    whole = with_centuries(text)
    return _read(text) if whole == text else without_centuries(_read(whole))


def _read(text: str) -> Source:
    reader = _Reader(text)
    resume = reader.resume()
    for _round in range(ROUNDS):
        printed = render(resume)
        # What prints as it was read would only be read the same again.
        again = resume if printed == text else _Reader(printed).resume()
        if again == resume and _round and has_printed_blanks(resume, text):
            break
        if again == resume:
            return _source(resume, reader.ledger())
        resume = again
    outline = Outline(text)
    body = outline.slice(0, len(outline.lines))
    profile = Profile(language=language_of(text))
    resume = Resume(profile=profile, sections=(Section(body=body),) if body else ())
    return _source(resume, outline.ledger())


def _source(resume: Resume, ledger: tuple[Span, ...]) -> Source:
    return Source(resume=resume, format="markdown", ledger=ledger, recognise=recognise)


class _Reader:
    def __init__(self, text: str) -> None:
        self.outline = Outline(text)
        self.name, self.title = self._head()
        self.language = language_of(text)
        usual = DateStyle.ENGLISH if self.language == "en" else DateStyle.SLASH
        self.style = date_style(self._dated_lines(), usual)
        signs = Signs(self.outline)
        self.evidence = Evidence(self.outline, signs)
        self.entries = Entries(self.outline, signs, self.style)
        self.unheaded = Unheaded(self.outline, self.evidence)
        self.lists = ListReader(self.style)

    def _head(self) -> tuple[str, str]:
        """Return who the first line says that the file is about; it is part of no section then."""
        root = self.outline.root
        first = self.outline.trim(root.own, root.own_end)[0]
        name, title = read_head(self.outline.lines[first : min(first + 2, root.own_end)])
        if name:
            root.own = first + 1
            self.outline.mark(first, root.own, Destination.FIELD, name)
        return name, title

    def resume(self) -> Resume:
        """Return the whole document."""
        root = self.outline.root
        extras = {FRONT_MATTER: matter} if (matter := self.outline.front_matter) else {}
        sections = list(self.unheaded.preamble(root))
        for child in self._children(root, in_work=self.evidence.is_of_work(root), kind=""):
            if isinstance(child, Section):
                sections.append(child)
            elif sections and not sections[-1].title and sections[-1].layout == "headings":
                last = sections.pop()
                sections.append(_with_children(last, (*last.children, child)))
            else:
                sections.append(_with_children(Section(holds="positions"), (child,)))
        if sections and titles(self.outline)[:1] == [sections[0].title]:
            sections[0] = _with_head_apart(sections[0])
        lines = self.outline.read(0, self.outline.start + LOOKED_AT)
        name, kana = read_names(lines, titles(self.outline))
        profile = Profile(
            name=self.name or name,
            name_kana=kana,
            title=self.title,
            language=self.language,
            date_style=self.style,
            extras=extras,
        )
        return Resume(profile=profile, sections=tuple(sections))

    def ledger(self) -> tuple[Span, ...]:
        """Return where every line went."""
        return self.outline.ledger()

    def section(self, node: Node, in_work: bool, inherited: str) -> Section:
        """Return the section whose heading is `node`, and all that stands in it."""
        kind = self._kind(node, in_work, inherited)
        work = kind == "positions" or (in_work and (kind is None or is_group(node.title)))
        self.outline.mark(node.first, node.own, Destination.FIELD, node.title)
        holds = inherited if kind is None and inherited in LISTS else kind or ""
        children = self._children(node, work, holds)
        has_entries = any(isinstance(child, Line) for child in children)
        section = Section(title=node.title, holds=holds)
        if has_entries:
            kinds = {type(child.items[0]) for child in children if isinstance(child, Line)}
            holds = "positions" if Position in kinds else "projects"
            others = self._untold(node, work)
            children = (*others, *children)
            body = "" if others else self._text(node.own, node.own_end, node.title)
            section = Section(title=node.title, holds=holds, body=body)
        elif (holds not in LISTS or is_document_title(node.title)) and (
            unheaded := self.unheaded.section(node, work)
        ):
            section = unheaded
        elif holds in LISTS:
            told = self.unheaded.told_in_tables(node) if is_document_title(node.title) else None
            section = told or self._listed(node, holds)
        elif listed := self.unheaded.listed(node, holds, work):
            section = listed
        else:
            body = self._text(node.own, node.own_end, node.title)
            section = Section(title=node.title, holds=holds, body=body)
        section = replace(section, extras={**section.extras, **node.extras})
        return _with_children(section, (*section.children, *children))

    def _kind(self, node: Node, in_work: bool, inherited: str) -> str | None:
        """Return what a section holds by its title, or by the headings below it."""
        kind, signs = kind_of(node), self.evidence.signs
        if is_of_selected(node, self.outline.root):
            return "projects"
        if kind is not None:
            return kind
        if groups_in_department(node, signs) or groups_works(node, signs):
            return "projects"
        if inherited == "projects":
            groups = groups_by_time(node) or groups_folded(node, self.outline)
        else:
            groups = self._stands_alone(node, in_work) and is_of_projects(node)
        return "projects" if groups else None

    def _untold(self, node: Node, work: bool) -> tuple[Section, ...]:
        """Return the text of a section with entries, where it names employers, or is none."""
        if work:
            return self.unheaded.untold(node)
        told = self.unheaded.section(node, work) if is_document_title(node.title) else None
        return (replace(told, title=""),) if told else ()

    def _stands_alone(self, node: Node, in_work: bool) -> bool:
        """True for a heading that is under none about work but the title of the file."""
        parent = self.evidence.signs.parents.get(node.first)
        return not in_work or bool(parent and is_document(parent))

    def _children(self, node: Node, in_work: bool, kind: str) -> tuple[Section | Line, ...]:
        """Return the entries and sections under a heading, in their order."""
        found: list[Section | Line] = []
        for what, child in self.evidence.among_siblings(node, in_work, kind):
            if what == EMPLOYER:
                found.append(Line((self.entries.position(child),)))
            elif what == PROJECT:
                found.append(Line((self.entries.project(child),)))
            else:
                found.append(self.section(child, in_work, kind))
        return tuple(found)

    def _listed(self, node: Node, kind: str) -> Section:
        """Return a section of items where its list fits, of text where it does not."""
        first, last = self.outline.trim(node.own, node.own_end)
        end, parted = self._before_rule(first, last)
        lines = self.outline.lines[first:end]
        start = next(
            (number for number, line in enumerate(lines) if re.match(r"[-*+][ \t]+\S", line)), 0
        )
        listed = self.lists.read(lines[start:], kind, node.title) if lines else None
        if listed is None and (found := self.lists.read_table(lines, kind)):
            start, listed = found
        if listed is None:
            if kind == "skills" and (shown := read_badges("\n".join(lines))):
                text = self._text(first, end, node.title)
                self.outline.mark(end, last, Destination.FIELD, node.title)
                extras = {BADGES: True, **parted}
                return Section(
                    title=node.title, holds=kind, body=text, children=shown, extras=extras
                )
            body = self._text(first, last, node.title)
            return Section(title=node.title, holds=kind, body=body)
        self.outline.mark(first + start, last, Destination.FIELD, node.title)
        return Section(
            title=node.title,
            holds=kind,
            body=self._text(first, first + start, node.title),
            layout=listed.layout,
            separator=listed.separator,
            children=listed.children,
            extras=parted,
        )

    def _before_rule(self, first: int, end: int) -> tuple[int, dict[str, Any]]:
        """Return where a text ends before a rule that parts it from the next, and what keeps it."""
        rule = self.outline.lines[end - 1].strip() if end > first + 2 else ""
        if not RULED.fullmatch(rule) or self.outline.lines[end - 2].strip():
            return end, {}
        return self.outline.trim(first, end - 1)[1], {RULE: rule}

    def _dated_lines(self) -> Iterator[str]:
        for node in below(self.outline.root):
            yield node.title
        for line in self.outline.read(0, 2000):
            if "期間" in line:
                yield line

    def _text(self, first: int, end: int, record: str) -> str:
        return self.outline.take(first, end, Destination.VERBATIM, record)


def language_of(text: str) -> str:
    """Return "en" for a text in Latin letters alone, else "ja"."""
    return "en" if LATIN.search(text) and not JAPANESE.search(text) else "ja"


def _with_head_apart(section: Section) -> Section:
    """Return the section of the file's title with its text in a section without a title.

    Where it tells how to reach somebody, it can so be kept private without all that follows.
    """
    if not contact_facts(section.body):
        return section
    is_of_file = section_kind(section.title) is None or is_document_title(section.title)
    parts = section.layout == "headings" or any(isinstance(c, Section) for c in section.children)
    if not (is_of_file and parts) or section.layout not in ("bullets", "headings"):
        return section
    return replace(section, body="", children=(Section(body=section.body), *section.children))


def _with_children(section: Section, children: tuple[Section | Line, ...]) -> Section:
    """Return the section with its children; entries print as headings."""
    entries = (Position, Project)
    is_entry = any(
        isinstance(child, Line)
        and section.layout not in ("lines", "table")
        and _is(child.items[0], entries)
        for child in children
    )
    layout = "headings" if is_entry and not section.children else section.layout
    return replace(section, layout=layout, children=children)


def _is(item: Item, kinds: tuple[type, ...]) -> bool:
    return isinstance(item, kinds)
