"""Projects in the text of an employer that only sound like work: titles alone on their lines.

"**検索基盤の刷新**" over a text, a list or a line of tools, several of them in the same form.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from resume.document.dates import Period
from resume.document.schema import Project

from ..text.nesting import begins
from ..text.vocabulary import clean, is_part, section_kind
from ..text.works import REMARK, may_title, sound_like_work
from .paragraphs import LINE_LENGTH, MARKED, MARKS, ended, folded_lines, levels_of
from .told import Told

# A title alone on its line: in bold, perhaps with a remark after it, or marked so.
TITLED = re.compile(
    rf"(?P<stress>\*{{2,3}}|__)(?=\S)(?P<bold>[^*]+?)(?P=stress){REMARK}?\s*(?:<br\s*/?>|\\)?"
    rf"|{MARKED.pattern.replace('title', 'marked')}"
    r"|(?:\d{1,2}\s*[,，、]|[(（]\d{1,2}[)）]|[①-⑳])\s*(?P<numbered>[^\W\d].*)",
    re.IGNORECASE,
)
SIGNS = frozenset(f"*_{MARKS}【")
NUMBER = re.compile(r"[\d(（①-⑳]")
# What it may stand right below: an item of a list, or a line of tools.
BELOW_LIST = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s|\s+\S|`")


def find_titled(lines: Sequence[str], known: Container[str]) -> Iterator[tuple[int, int, Project]]:
    """Yield the projects that lines in bold or after a mark title, where all of these do.

    Most have to sound like work, but for signs by which projects are known to begin. Labels among
    them tell parts of the project that they stand in, and what comes before the first may be a
    role or a period.
    """
    alone: dict[str, list[Told]] = {}
    labels: list[tuple[int, str]] = []
    lone = list(_alone(lines))
    inside = folded_lines(lines) if lone else set()
    for number, title in (each for each in lone if each[0] not in inside):
        told = alone.setdefault(_sign(lines[number]), [])
        if is_part(title) or section_kind(title) is not None:
            labels.append((number, title))
        elif told or may_title(title):
            told.append(Told(number, title, Period()))
    for sign, found in alone.items():
        titles = [told.title for told in found]
        if sound_like_work(titles, known=sign in known) and _have_text(found, lines):
            return ended(_before_labels(found, labels), lines, levels_of(lines, inside))
    return iter(())


def _alone(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that may title the text below them, each by its number, and the titles."""
    for number, line in enumerate(lines):
        signed = (line[:1] in SIGNS or NUMBER.match(line)) and len(line) <= LINE_LENGTH
        match = TITLED.fullmatch(line) if signed else None
        if match and (begins(lines, number) or BELOW_LIST.match(lines[number - 1])):
            told = match.group("bold", "marked", "inside", "numbered")
            yield number, clean(next(filter(None, told)))


def _sign(line: str) -> str:
    """Return what those that are titled alike begin with: all numbers are one sign."""
    return "1" if NUMBER.match(line) else line[0]


def _have_text(found: Sequence[Told], lines: Sequence[str]) -> bool:
    """True where text stands below each of these titles, and each stands in its line."""
    ends = [*(told.first for told in found[1:]), len(lines)]
    return all(
        told.title in lines[told.first] and any(map(str.strip, lines[told.first + 1 : end]))
        for told, end in zip(found, ends, strict=True)
    )


def _before_labels(found: Sequence[Told], labels: Sequence[tuple[int, str]]) -> list[Told]:
    """Return the projects, the last one up to a label that none of the others has."""
    last = found[-1]
    others = {label for number, label in labels if found[0].first < number < last.first}
    ends = (n for n, label in labels if n > last.first and label not in others)
    return [*found[:-1], replace(last, end=next(ends, None))]
