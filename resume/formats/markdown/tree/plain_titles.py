"""Titles of sections that are lines of their own, in a file without headings.

A 職務経歴書 that comes from a word processor has "**■職務経歴**", "【職務経歴】" or "1. 職務経歴"
where others have headings. They are read as those are, and print as the lines that they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from resume.document.periods import find_dates

from ..text.names import ENTITY, LEGAL_FORM
from ..text.nesting import FENCE, TITLE_LENGTH, begins
from ..text.vocabulary import clean, is_document_title, is_label, section_kind

PLAIN = "plain"  # the key of a section whose title prints without the marks of a heading
LEVEL = 7  # of such a title: below any heading
OTHERWISE = re.compile(r"\s|[#|>+`-]|\*[ \t]")  # how no such line begins
# What opens a title: in bold, after a mark or a number, or in brackets.
NOTATION = re.compile(
    r"(?P<bold>\*\*|__)?\s*(?:\\?(?P<mark>[■□◆◇●○◎▼▽★☆◼▪・【［\[〔＜<《〈「『])"
    r"|(?P<number>[(（]?[0-9０-９]{1,2}\\?[.．、)）]|[①-⑳]))?"
)
# Lines below one that is no part of a paragraph.
LISTED = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S|\||\+[-=]|\s*[-─━―＝=＿]{3}")
WORK = ("positions", "projects")


@dataclass(frozen=True)
class Title:
    """A line that may title a section: where it stands, how it opens, and what it says."""

    line: int
    text: str
    notation: tuple[str, ...]
    kind: str | None
    is_marked: bool

    @property
    def is_sure(self) -> bool:
        """True for a title that never labels a part of an entry."""
        return self.kind is not None and not is_label(self.text)


def plain_titles(lines: Sequence[str], headed: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Return the lines that title sections, or the whole file, each with its level.

    None where there are headings, but for one that `headed` the whole of it.
    """
    if len(headed) > 1 or not all(map(_may_head, headed)):
        return []
    told = list(_lines_alone(lines))
    documents = [title for title in told if is_document_title(title.text)]
    told = [title for title in told if title not in documents]
    sure = [title for title in told if title.is_sure]
    found = list(_of_sections(told, sure))
    if len(sure) < 2 and not any(title.kind in WORK for title in (*documents, *sure)):
        return []
    whole = [(title.line, 1) for title in documents[: not headed]]
    return sorted([*whole, *((title.line, LEVEL) for title in found)])


def is_plain_title(text: str) -> bool:
    """True for a title that a file without headings can tell by a line of its own."""
    return "\n" not in text and any(True for _ in _lines_alone([text]))


def _may_head(title: str) -> bool:
    """True for the only heading of a file that is no section's, and no employer's."""
    known = section_kind(title) is not None and not is_document_title(title)
    return not known and not ENTITY.search(title)


def _lines_alone(lines: Sequence[str]) -> Iterator[Title]:
    """Yield the short lines that stand alone, or open a paragraph with a mark."""
    fenced = False
    for number, line in enumerate(lines):
        if FENCE.match(line):
            fenced = not fenced
        if fenced or not 1 < len(line) <= TITLE_LENGTH or OTHERWISE.match(line):
            continue
        match = NOTATION.match(line)
        after = lines[number + 1] if number + 1 < len(lines) else ""
        is_marked = bool(match and match[0])
        is_alone = not after.strip() or LISTED.match(after) or is_marked
        text = clean(line)
        if is_alone and text and begins(lines, number) and not re.search(r"[。:：]", text):
            groups = match.group("bold", "mark", "number") if match else ()
            notation = tuple("1" if g and g[-1] in ".．、)）" else g or "" for g in groups)
            kind = section_kind(line)
            yield Title(number, text, notation, kind, is_marked=any(notation[1:]))


def _of_sections(told: Sequence[Title], sure: Sequence[Title]) -> Iterator[Title]:
    """Yield the titles of sections among these lines.

    In the part about work, what labels an entry opens as the titles do, at most, by a mark and only
    once; elsewhere any line does that opens as two of those that are known.
    """
    times = Counter(title.text for title in told)
    notations = Counter(title.notation for title in sure)
    work: Title | None = None
    for number, title in enumerate(told):
        alike = title.is_marked and notations[title.notation] > (title.kind is None)
        once = times[title.text] == 1
        if title.kind is None:
            fits = alike and once and not work and _is_bare(title.text)
        elif title.is_sure:
            same = not work or title.notation == work.notation
            fits = title.kind not in WORK or (same and once and not _is_inside(told, number))
        else:
            fits = once and title.kind not in WORK and (alike or not work)
        if fits:
            work = title if title.kind in WORK else None
            yield title


def _is_inside(told: Sequence[Title], number: int) -> bool:
    """True for the title of projects at one who employs, where another one follows it."""
    following = takewhile(lambda n: not told[n].is_sure, range(number + 1, len(told)))
    is_of_projects = told[number].kind == "projects"
    return is_of_projects and any(LEGAL_FORM.search(told[n].text) for n in following)


def _is_bare(text: str) -> bool:
    """True for words that name nobody, say not when, and label no part of an entry."""
    return not (ENTITY.search(text) or any(find_dates(text)) or is_label(text))
