"""Employers whom headings name, and which of those in a table or a list are others."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from resume.document.dates import Period
from resume.document.schema import Line, Position

from ..projects.sections import read_projects_in_tables
from ..rows.events import read_career, tells_career
from ..rows.found import Found
from ..text.names import ENTITY, LEGAL_FORM, SELF
from ..text.vocabulary import clean, is_document_title
from ..tree.nodes import below, kind_of
from ..tree.outline import Node, Outline
from ..tree.signs import EMPLOYER, MAYBE, Signs

MAX_ROWS = 50  # of a table or a list that is compared with the headings
MARKS = re.compile(r"[\W_]")


class Headed:
    """The stays that the headings of one file tell of."""

    def __init__(self, outline: Outline, signs: Signs) -> None:
        self.outline = outline
        self.signs = signs

    @cached_property
    def stays(self) -> list[tuple[str, str, Period]]:
        """The bare names, with and without departments, and periods of employers' headings.

        Those of tables and lists come after them, once these are read.
        """
        nodes = (n for n in below(self.outline.root) if self.signs.of(n) in (EMPLOYER, MAYBE))
        told = [(node, self.signs.period(node)) for node in nodes]
        kept = [
            (self.signs.name(node), when) for node, when in told if when or self._is_of_work(node)
        ]
        return [(*_bare_names(name), when) for name, when in kept]

    @cached_property
    def are_sheets(self) -> bool:
        """True where each section about work is a sheet of projects, and no heading employs."""
        nodes = list(below(self.outline.root))
        works = [n for n in nodes if kind_of(n) == "positions" and not is_document_title(n.title)]
        texts = (self.outline.slice(node.own, node.own_end).split("\n") for node in works)
        employs = any(self.signs.of(node) == EMPLOYER for node in nodes)
        return not employs and all(map(read_projects_in_tables, texts))

    def _is_of_work(self, node: Node) -> bool:
        """True for a heading under one about work."""
        above = self.signs.parents.get(node.first)
        if above is None or not above.level:
            return False
        return kind_of(above) == "positions" or self._is_of_work(above)

    def tell(self, lines: Sequence[Line]) -> None:
        """Remember the stays that a table or a list tells of."""
        for item in (each for line in lines for each in line.items):
            if isinstance(item, Position):
                when = Period.parse(item.start, item.end)
                self.stays.append((*_bare_names(item.employer.name), when))

    def others(self, found: Found, of_headings: bool, is_partly: bool = False) -> Found | None:
        """Return the stays of a table or list that nothing before it tells of, or None.

        Beside headings, names without the sign of one who employs count in a table where most have
        it. The rows of other stays go on with the row before them; in a list, all have to stand
        together. Where a text tells of stays but partly, some of them have to be told before.
        """
        items = [item for line in found.lines for item in line.items if isinstance(item, Position)]
        if len(items) > MAX_ROWS or len(items) < len(found.lines):
            return None
        signed = [bool(ENTITY.search(item.employer.name) or item.role) for item in items]
        is_table = found.layout == "table"
        known = is_table and sum(signed) * 2 >= len(items)
        known = known or not of_headings
        kept = [
            n
            for n, item in enumerate(items)
            if (signed[n] or known) and not self._tell_of(item, of_headings or is_table)
        ]
        if not kept or len(kept) == len(items):
            return found if kept and not is_partly else None
        starts = found.starts or tuple(range(found.start, found.start + len(items)))
        first, end = kept[0], kept[-1] + 1
        if is_table:
            if not all(item.written.startswith(("|", "<t")) for item in items):
                return None
            lines, begun = _with_rows_between(items, kept), tuple(starts[n] for n in kept)
            return replace(found, start=starts[first], lines=lines, starts=begun)
        if kept != list(range(first, end)):
            return None
        lines, begun, after = found.lines[first:end], starts[first:end], [*starts, found.end][end]
        return replace(found, start=starts[first], end=after, lines=lines, starts=begun)

    def joined(self, title: str, lines: Sequence[str]) -> Found | None:
        """Return the stay that the events of a career tell by oneself, where no heading does.

        "2020年1月 個人事業主として独立", at no time when the stay of a heading began; one at
        another may be that of a heading in other words.
        """
        career = read_career(lines) if tells_career(title) else None
        found = self.others(career, of_headings=True, is_partly=True) if career else None
        told = [item for line in found.lines for item in line.items] if found else []
        if any(SELF.search(name) for name, _short, _when in self.stays):
            return None
        starts = {str(when.start or "") for _name, _short, when in self.stays}
        alone = all(
            isinstance(item, Position)
            and SELF.search(item.employer.name)
            and not {item.start, ""} & starts
            for item in told
        )
        return found if alone else None

    def _tell_of(self, item: Position, by_time: bool) -> bool:
        """True where a heading tells of the same stay: by its name and when, or `by_time` alone.

        One of the names, without its department, is told in the other.
        """
        name, short = _bare_names(item.employer.name)
        period = Period.parse(item.start, item.end)
        for other, shorter, told in self.stays:
            is_same = (shorter and shorter in name) or (short and short in other)
            if (is_same and _overlap(period, told)) or (by_time and period and period == told):
                return True
        return False


def _with_rows_between(items: Sequence[Position], kept: Sequence[int]) -> tuple[Line, ...]:
    """Return the rows of a table that are `kept`, each with those up to the next as its text."""
    lines = []
    for n, following in zip(kept, [*kept[1:], len(items)], strict=True):
        others = ((item.written, item.body) for item in items[n + 1 : following])
        body = "\n".join(filter(None, [items[n].body, *chain.from_iterable(others)]))
        lines.append(Line((replace(items[n], body=body),)))
    return tuple(lines)


def _bare_names(name: str) -> tuple[str, str]:
    """Return a name as it is compared, with and without a department."""
    return _bare(name), _bare(_short(name))


def _short(name: str) -> str:
    """Return a name up to its legal form, or up to the word after one that stands alone."""
    words = clean(name).split()
    entity = next((n for n, word in enumerate(words) if ENTITY.search(word)), len(words))
    alone = entity < len(words) and LEGAL_FORM.fullmatch(words[entity])
    return " ".join(words[: entity + (2 if alone else 1)])


def _bare(name: str) -> str:
    """Return a name without its legal form and marks."""
    plain = unicodedata.normalize("NFKC", clean(name))
    return MARKS.sub("", LEGAL_FORM.sub("", plain)).casefold()


def _overlap(one: Period, other: Period) -> bool:
    """True for periods that share a time, or one of which is not told."""
    if not (one.start and other.start):
        return True
    ends = ((one.end, other.start), (other.end, one.start))
    return not any(end and end.is_before(start) for end, start in ends)
