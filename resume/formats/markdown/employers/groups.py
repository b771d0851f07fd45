"""Items and lines that title what is below: "- 職歴" over who employed, "- 学歴" over schools."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..rows.events import read_career, tells_career
from ..rows.found import Found
from ..rows.tables import read_employers as read_table
from ..text.listed_items import items
from ..text.nesting import moved_left, titles, trim
from ..text.vocabulary import is_group, section_kind
from .blocks import end_of_list, read_employers


@dataclass(frozen=True)
class Group:
    """An item of a list over those of employers, or over other text: 正社員, 学歴 …

    The lines below it are from `first + 1` to before `end`; `text` is what they say, moved to the
    left.
    """

    first: int
    end: int
    title: str
    text: str
    found: Found | None


def read_groups(lines: Sequence[str], work: bool) -> Sequence[Group]:
    """Return the items of a list that group those below them, each up to the next, or none.

    At least one of them groups employers, and nothing else; beside such, those count whose titles
    say what a section holds. Outside of a section about `work`, the title has to tell a career.
    """
    tops = items(lines)
    ends = [*(n for n, _title in tops[1:]), end_of_list(lines)]
    found = [
        _group(first, end, title, moved_left(lines[first + 1 : end]), work)
        for (first, title), end in zip(tops, ends, strict=False)
    ]
    first = next((n for n, group in enumerate(found) if group and group.found), len(found))
    while first and found[first - 1]:
        first -= 1
    end = next((n for n in range(first, len(found)) if not found[n]), len(found))
    return [group for group in found[first:end] if group]


def _group(first: int, end: int, title: str, below: Sequence[str], work: bool) -> Group | None:
    """Return the group that an item opens, or None where its title and the text say otherwise."""
    kind = section_kind(title)
    of_work = kind == "positions" or is_group(title)
    is_contents = any("](#" in line for line in below)  # links to the headings of the file
    if not below or is_contents or (kind is None and not of_work):
        return None
    told = of_work and (work or tells_career(title))
    found = (read_employers(below) or read_career(below)) if told else None
    if of_work and found is None:
        return None
    if found and (found.layout != "bullets" or "".join(below[found.end :]).strip()):
        return None
    text = "\n".join(trim(below[: found.start] if found else below))
    return Group(first, end, title, text, found)


def read_below_title(lines: Sequence[str]) -> Found | None:
    """Return the employers in the first part of a text that a line titles as a career: 職歴."""
    told = [*titles(lines), (len(lines), "")]
    for (title, kind), (end, _kind) in pairwise(told):
        if kind == "positions" and tells_career(lines[title]):
            part = lines[title + 1 : end]
            found = read_table(part) or read_employers(part)
            if found := found or read_career(part):
                return found.moved(title + 1)
    return None
