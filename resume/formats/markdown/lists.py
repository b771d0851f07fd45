"""Lists under a heading as lines of items, where every line of them fits.

Whatever is read here is printed again and compared with the source: what would come back in other
words is a Misfit, and stays Markdown text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from resume.document.dates import DateStyle
from resume.document.lines import name_of
from resume.document.schema import Education, Item, Line, ProfileLink, Publication, Section, Skill

from . import writer
from .rows.item_tables import rows_of_items
from .text.items import DOTS, READERS, separator_of
from .text.links import LINK
from .text.misfit import Misfit
from .text.vocabulary import section_kind
from .wording import line_of, parted_line

BULLET = re.compile(r"^(?P<indent>[ \t]*)[-*+][ \t]+(?P<text>\S.*)$")
MARK = re.compile(r"^[-*+][ \t]+")
BREAK = re.compile(r"(?:(?<! )[ ]{2,}|\\|<br\s*/?>)$", re.IGNORECASE)
LINE_LENGTH = 200
# What a group of items holds by a word of its label.
GROUP_KINDS = (
    (re.compile(r"受賞|表彰|award", re.IGNORECASE), "awards"),
    (re.compile(r"インターン|intern", re.IGNORECASE), "positions"),
    (re.compile(r"資格|免許|検定|certif", re.IGNORECASE), "certifications"),
    (re.compile(r"github|gitlab|アカウント|sns|account", re.IGNORECASE), "links"),
    (
        re.compile(
            r"ブログ|記事|論文|登壇|発表|スライド|書籍|執筆|blog|article|paper|talk|slide",
            re.IGNORECASE,
        ),
        "publications",
    ),
)


@dataclass
class Bullet:
    """An item of a Markdown list: its text, the lines after hard breaks, and the items below."""

    text: str
    breaks: list[str] = field(default_factory=list)
    children: list["Bullet"] = field(default_factory=list)


@dataclass(frozen=True)
class Listed:
    """What a list became: the children, layout and separator of the section it stands in."""

    children: tuple[Section | Line, ...]
    layout: str
    separator: str


class ListReader:
    """Reads the lists of one file; remembers the addresses that are taken by a record already."""

    def __init__(self, style: DateStyle) -> None:
        self.style = style
        self.addresses: set[str] = set()

    def read(self, lines: Sequence[str], kind: str, title: str) -> Listed | None:
        """Return the lines of a section that holds `kind` as items, or None where one misfits."""
        bullets = read_bullets(lines)
        taken = set(self.addresses)
        try:
            if bullets:
                separator = separator_of(_leaves(bullets), kind)
                children = self._group(bullets, kind, title, separator)
                listed = Listed(children, "bullets", separator)
            else:
                texts = [BREAK.sub("", line).strip() for line in lines if line.strip()]
                if not texts or any(re.match(r"\s|[|>#+`<-]|\*(?!\*)", line) for line in lines):
                    return None
                separator = separator_of(texts, kind)
                found = [self._line(text, kind, title, separator) for text in texts]
                listed = Listed(_once(tuple(found)), "lines", separator)
        except Misfit:
            self.addresses = taken
            return None
        if _has_parts(listed.children) and not _prints_back(listed, lines, self.style):
            self.addresses = taken
            return None
        return listed

    def read_table(self, lines: Sequence[str], kind: str) -> tuple[int, Listed] | None:
        """Return the first row of the table that ends a text, and its rows as items, or None."""
        try:
            first, rows, separator = rows_of_items(lines, kind)
            listed = Listed(_once(rows), "table", separator)
        except Misfit:
            return None
        return (first, listed) if _prints_back(listed, lines[first:], self.style) else None

    def _group(
        self, bullets: Sequence[Bullet], kind: str, label: str, separator: str
    ) -> tuple[Section | Line, ...]:
        return _once(tuple(self._child(bullet, kind, label, separator) for bullet in bullets))

    def _child(self, bullet: Bullet, kind: str, label: str, separator: str) -> Section | Line:
        if not bullet.breaks and not bullet.children:
            return self._line(bullet.text, kind, label, separator)
        if bullet.breaks and bullet.children:
            raise Misfit
        if kind == "skills" and bullet.children and re.search(r"[)）]$", bullet.text):
            return self._skill_with_parts(bullet, label, separator)
        if len(bullet.text) > LINE_LENGTH or re.search(r"[\[\]`*<>]|。", bullet.text):
            raise Misfit
        holds = group_kind(bullet.text, kind)
        texts = bullet.breaks or _leaves(bullet.children)
        own = separator_of(texts, holds)
        children: tuple[Section | Line, ...]
        if bullet.breaks:
            children = _once(
                tuple(self._line(text, holds, bullet.text, own) for text in bullet.breaks)
            )
        else:
            children = self._group(bullet.children, holds, bullet.text, own)
        return Section(
            title=bullet.text,
            style="break" if bullet.breaks else "bullet",
            layout="lines" if bullet.breaks else "bullets",
            separator=own,
            holds=holds,
            children=children,
        )

    def _skill_with_parts(self, bullet: Bullet, label: str, separator: str) -> Line:
        line = self._line(bullet.text, "skills", label, separator)
        parts = [self._child(child, "skills", label, separator) for child in bullet.children]
        skill = line.items[-1]
        if not isinstance(skill, Skill) or not all(isinstance(part, Line) for part in parts):
            raise Misfit
        parts_only = tuple(part for part in parts if isinstance(part, Line))
        return Line((*line.items[:-1], replace(skill, lines=_once(parts_only))))

    def _line(self, text: str, kind: str, label: str, separator: str) -> Line:
        """Return one line of items; as written where its items compose another one."""
        reader = READERS.get(kind)
        if reader is None or len(text) > 500:
            raise Misfit
        items: list[Item] = reader(bare := text.lstrip(DOTS), separator, label)
        if items[0].lead and bare != text:
            items[0] = replace(items[0], lead=text.removesuffix(bare) + items[0].lead)
        for item in items:
            address = item.url if isinstance(item, Publication | ProfileLink) else ""
            if address in self.addresses or len(name_of(item)) > LINE_LENGTH:
                raise Misfit
            self.addresses |= {address} - {""}
        line = Line(tuple(items))
        composed = line_of(line, separator, self.style)
        if text == composed or text == parted_line(line, self.style):
            return line
        if any(isinstance(item, Skill) and item.lines for item in items):
            raise Misfit
        plain = LINK.sub(lambda match: match["text"], text)
        line = Line((replace(items[0], written=plain), *items[1:]))
        if line_of(line, separator, self.style) != text:
            raise Misfit
        return line


def read_bullets(lines: Sequence[str]) -> list[Bullet] | None:
    """Return the items of a bullet list, or None for lines that are something else as well."""
    root = Bullet("")
    path = [(-1, root)]
    for line in lines:
        if not line.strip():
            continue
        match = BULLET.match(line)
        if match:
            indent = len(match["indent"].expandtabs(4))
            while path[-1][0] >= indent:
                path.pop()
            if (len(path) == 1 and indent) or len(path) > 6:
                return None
            bullet = Bullet(match["text"])
            path[-1][1].children.append(bullet)
            path.append((indent, bullet))
            continue
        last = path[-1][1]
        previous = last.breaks[-1] if last.breaks else last.text
        if not line.startswith(" ") or last.children or not BREAK.search(previous):
            return None
        last.breaks.append(line.strip("\t ") + ("  " if BREAK.search(line) else ""))
    _strip_breaks(root)
    return root.children or None


def _strip_breaks(bullet: Bullet) -> None:
    waiting = [bullet]
    while waiting:
        each = waiting.pop()
        each.text = BREAK.sub("", each.text).rstrip()
        each.breaks = [BREAK.sub("", line).rstrip() for line in each.breaks]
        waiting += each.children


Child = TypeVar("Child", bound=Section | Line)


def _once(children: tuple[Child, ...]) -> tuple[Child, ...]:
    """Return the children, none of whose records says the same as another one."""
    names = [
        (type(item).__name__, *_identity(item))
        for child in children
        if isinstance(child, Line)
        for item in child.items
    ]
    titles = [child.title for child in children if isinstance(child, Section)]
    if len(set(names)) < len(names) or len(set(titles)) < len(titles):
        raise Misfit
    return children


def _identity(item: Item) -> tuple[str, ...]:
    """Return what tells a record of its kind apart: there may be several stays at a school."""
    if isinstance(item, Education):
        return (item.institution, item.area, item.start, item.end)
    return (name_of(item),)


def _leaves(bullets: Sequence[Bullet]) -> list[str]:
    return [bullet.text for bullet in bullets if not bullet.children and not bullet.breaks]


def _has_parts(children: Sequence[Section | Line]) -> bool:
    """True where a skill has parts: a list prints these by what stands beside the skill.

    Every other line was composed by itself already, and was what the file has.
    """
    return any(
        _has_parts(child.children)
        if isinstance(child, Section)
        else any(isinstance(item, Skill) and item.lines for item in child.items)
        for child in children
    )


def _prints_back(listed: Listed, lines: Sequence[str], style: DateStyle) -> bool:
    section = Section(layout=listed.layout, separator=listed.separator, children=listed.children)
    printed = "\n\n".join(writer.Writer(style).section(section, 1)).split("\n")
    return _bare(printed) == _bare(lines)


def _bare(lines: Sequence[str]) -> list[str]:
    """Return the texts of lines without indentation, bullets and hard breaks."""
    texts = []
    for line in lines:
        text = line.strip()
        text = BREAK.sub("", text).rstrip() if text.endswith(("\\", ">")) else text
        texts.append(MARK.sub("", text) if text.startswith(("-", "*", "+")) else text)
    return [text for text in texts if text]


def group_kind(label: str, otherwise: str) -> str:
    """Return what a group of list items with this label holds."""
    found = (kind for pattern, kind in GROUP_KINDS if pattern.search(label))
    return section_kind(label) or next(found, otherwise)
