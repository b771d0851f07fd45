"""What a file prints as another document does, told as that document tells it.

Markdown says less than a document: "Acme Group Lead" names an employer and a role and not where one
ends, and "- Frontend" over a list is a skill with parts or a label. So an export that is read again
is compared with what it was printed from: what prints the same is the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resume.document.dates import DateStyle
from resume.document.schema import Line, Position, Project, Resume, Section, Skill

from .writer import Writer

Child = Section | Line


def recognise(resume: Resume, known: Resume) -> Resume:
    """Return `resume` with the parts of `known` that print as its own do, where they stand.

    A part that prints otherwise but begins with the same heading or line keeps what the file has
    below it, and is else told as in `known`.
    """
    pair = _Pair(resume.profile.date_style, known.profile.date_style)
    root, other = Section(children=resume.sections), Section(children=known.sections)
    sections = pair.children(root, other)
    return replace(resume, sections=tuple(each for each in sections if isinstance(each, Section)))


@dataclass(frozen=True)
class _Pair:
    """How the dates of a file are written, and those of the document that is known."""

    style: DateStyle
    known_style: DateStyle

    def children(self, parent: Section, known: Section) -> tuple[Child, ...]:
        """Return the children of `parent`, as `known` has them where they print the same."""
        texts = [_printed(child, parent, self.style) for child in parent.children]
        others = [(_printed(child, known, self.known_style), child) for child in known.children]
        same = _paired(texts, others)
        taken = {id(child) for child in same.values()}
        left = [(_first(text), child) for text, child in others if id(child) not in taken]
        begun = _paired(["" if n in same else _first(text) for n, text in enumerate(texts)], left)
        return tuple(
            same.get(number) or self.merged(child, begun.get(number))
            for number, child in enumerate(parent.children)
        )

    def merged(self, child: Child, known: Child | None) -> Child:
        """Return a child that begins as the `known` one does, with what stands below it."""
        if isinstance(child, Section) and isinstance(known, Section):
            holds = known.holds or child.holds
            return replace(child, holds=holds, children=self.children(child, known))
        item = known.items[0] if isinstance(known, Line) and len(known.items) == 1 else None
        if isinstance(child, Section) and isinstance(item, Skill):
            return self.skill(child, item)
        if not (isinstance(child, Line) and len(child.items) == 1):
            return child
        own = child.items[0]
        if isinstance(own, Position) and isinstance(item, Position):
            return Line((self.position(own, item),))
        if isinstance(own, Project) and isinstance(item, Project):
            return Line((_project(own, item),))
        return child

    def skill(self, child: Section, known: Skill) -> Child:
        """Return the label of a list as the skill whose parts are listed."""
        children = self.children(child, Section(separator=child.separator, children=known.lines))
        lines = tuple(each for each in children if isinstance(each, Line))
        return child if child.body or lines != children else Line((replace(known, lines=lines),))

    def position(self, own: Position, known: Position) -> Position:
        """Return the stay of a heading; its text, roles and projects are those of the file."""
        parts = self.children(_entries(own), _entries(known))
        items = [each.items[0] for each in parts if isinstance(each, Line)]
        business = own.employer.business or known.employer.business
        return replace(
            known,
            employer=replace(known.employer, business=business),
            body=own.body,
            roles=tuple(each for each in items if isinstance(each, Position)),
            projects=tuple(each for each in items if isinstance(each, Project)),
        )


def _project(own: Project, known: Project) -> Project:
    return replace(known, body=own.body, facts=own.facts, facts_layout=own.facts_layout)


def _entries(position: Position) -> Section:
    parts = (*position.roles, *position.projects)
    return Section(layout="headings", children=tuple(Line((part,)) for part in parts))


def _printed(child: Child, parent: Section, style: DateStyle) -> str:
    alone = replace(parent, title="", body="", children=(child,))
    return "\n\n".join(Writer(style).section(alone, 1))


def _first(text: str) -> str:
    return text.partition("\n")[0].rstrip()


def _paired(texts: Sequence[str], others: Iterable[tuple[str, Child]]) -> dict[int, Child]:
    """Return {place of a text: what has the same one}, in order, each once."""
    waiting: dict[str, list[Child]] = {}
    for text, child in others:
        waiting.setdefault(text, []).append(child)
    return {
        number: waiting[text].pop(0)
        for number, text in enumerate(texts)
        if text and waiting.get(text)
    }
