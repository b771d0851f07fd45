"""A Markdown file as lines under a tree of headings.

What is a heading and what only looks like one (inside a fence, a list, raw HTML) is decided by the
block parser of the library; inline markup is not parsed here, which would cost most of the time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from resume.document.source import Destination, Span

from ..rows import drawn_tables, html_rows
from ..rows.found import Found
from ..text.labels import unquoted
from ..text.vocabulary import is_document_title, section_kind
from . import raw_html
from .plain_titles import PLAIN, plain_titles

TITLE_LENGTH = 200  # of a section's title; a longer heading stays text
BLOCKS = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
# Marks without the space that CommonMark wants after them: "##職務経歴", "##**Work**".
SPACELESS = re.compile(
    r"(?m)^(?P<marks>#{1,6})(?P<title>[^\W_][^\n]*|[【■●◆\[][^\n]+|\*\*[^*\s][^*\n]*\*\*[ \t]*)$"
)
TAGS = ("projects", "publications", "links")  # what sections hold whose titles are hashtags as well
CLOSE = "close"  # the key of what is headed without a space after the marks of the heading
LEVEL = "heading_level"  # the key of how many marks a heading has that skips a level
INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
RULE = re.compile(r" {0,3}(?:-[ -]{2,}|\*[ *]{2,}|_[ _]{2,})")
LED = re.compile(rf"(?:{RULE.pattern})|\{{:[^{{}}]*\}}[ \t]*")
FRONT_TITLE = re.compile(r"title(?::|[ \t]*=)[ \t]*([\"']?)(?P<title>[^\"'#]{1,100})\1[ \t]*$")
# YAML, or TOML between plus signs.
FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n(?:[^\n]*\n)*?\+\+\+[ \t]*(?:\n|\Z)"
)


class _State(StateBlock):
    """The state of the block parser, which keeps the tokens that make an outline alone.

    These are headings and raw HTML that stand in no other block. A long file has ten times as many
    others, and each collection of garbage would visit them all.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text, BLOCKS, {}, [])
        self.unkept = Token("", "", 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Return a new token, or, for what is not kept, one that is thrown away with the next."""
        after = self.tokens[-1].type if self.tokens else ""
        kept = ("heading_open", "html_block") if not self.level else ("inline",)
        if ttype in kept and (ttype != "inline" or after == "heading_open"):
            return super().push(ttype, tag, nesting)
        self.level += nesting
        return self.unkept


@dataclass
class Node:
    """A heading with the lines under it; the root has neither title nor level.

    Lines are counted from 0; `first` is the heading's, `own` the first line after it, and `end`
    the line after the last one that belongs to it, its children's included. It is close where no
    space parts its marks from the title, and keeps a level that skips one below that of its parent;
    it is plain where it is a line without marks.
    """

    title: str = ""
    level: int = 0
    first: int = 0
    own: int = 0
    end: int = 0
    is_close: bool = False
    keeps_level: bool = False
    is_plain: bool = False
    children: list["Node"] = field(default_factory=list)

    @property
    def own_end(self) -> int:
        """The line after the last one that stands under no child."""
        return self.children[0].first if self.children else self.end

    @property
    def extras(self) -> dict[str, int]:
        """What a record keeps of how its heading is marked."""
        marks = {CLOSE: self.is_close, PLAIN: self.is_plain}
        told: dict[str, int] = {key: True for key, value in marks.items() if value}
        return {**told, **({LEVEL: self.level} if self.keeps_level else {})}


class Outline:
    """The lines of a file, the tree of its headings, and where each line went."""

    def __init__(self, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = text.split("\n")
        if self.lines[-1] == "":
            self.lines.pop()
        self.destinations: list[tuple[Destination, str] | None] = [None] * len(self.lines)
        self.start = self._front_matter(text)
        self.html: list[range] = []  # the lines of blocks of raw HTML that say more than a text
        self.root = Node(first=self.start, own=self.start, end=len(self.lines))
        self._grow([*(headings := list(self._headings())), *self._plain(headings)])

    def slice(self, first: int, end: int) -> str:
        """Return lines `first` to before `end` as they stand, without blank ones around."""
        return self._text(*self.trim(first, end))

    def read(self, first: int, end: int, most: int | None = None) -> Sequence[str]:
        """Return at `most` so many lines as one who reads them sees them.

        Lists and tables of raw HTML, and tables that are drawn, are those of Markdown.
        """
        if not self.rows:
            return self.lines[first : end if most is None else min(end, first + most)]
        return [row.text for row in self._rows(first, end)[:most]]

    def lines_under(
        self, node: Node, end: int | None = None, most: int | None = None
    ) -> Sequence[str]:
        """Return the lines under a heading, up to line `end`, without the marks that lead them.

        These are a rule, the heading's attributes ("{: #id .class}"), or those of a quotation.
        """
        last = node.own_end if end is None else min(end, node.own_end)
        first = self.trim(node.own, last)[0]
        led = first < last and LED.fullmatch(self.lines[first])
        return unquoted(self.read(first + 1 if led else node.own, last, most))

    def as_written(self, found: Found | None, first: int, end: int) -> Found | None:
        """Return what was found in the lines that `read` gives as it stands in the file."""
        if not self.rows or found is None:
            return found
        rows = self._rows(first, end)
        moved = [replace(row, first=row.first - first, end=row.end - first) for row in rows]
        lines = self.lines[first:end]
        told = html_rows.as_written(found, moved, lines)
        return told or drawn_tables.as_written(found, moved, lines)

    def trim(self, first: int, end: int) -> tuple[int, int]:
        """Return the range without the blank lines at its two ends."""
        while first < end and not self.lines[first].strip():
            first += 1
        while end > first and not self.lines[end - 1].strip():
            end -= 1
        return first, end

    def mark(self, first: int, end: int, destination: Destination, record: str) -> None:
        """Note where lines `first` to before `end` went; what was noted before stays."""
        noted = (destination, record)  # one for all of them: a long file has many lines
        for line in range(first, end):
            self.destinations[line] = self.destinations[line] or noted

    def take(self, first: int, end: int, destination: Destination, record: str) -> str:
        """Return the lines without blank ones around, and note where they went."""
        first, end = self.trim(first, end)
        self.mark(first, end, destination, record)
        return self._text(first, end)

    def ledger(self) -> tuple[Span, ...]:
        """Return one destination for every line: disjoint spans that cover the file."""
        blank, text = (Destination.BLANK, ""), (Destination.VERBATIM, "")
        went = (
            noted or (text if line.strip() else blank)
            for noted, line in zip(self.destinations, self.lines, strict=True)
        )
        spans: list[Span] = []
        first = 1
        for (destination, record), same in groupby(went):
            last = first + sum(1 for _ in same) - 1
            spans.append(Span(first, last, destination, record))
            first = last + 1
        return tuple(spans)

    @cached_property
    def rows(self) -> list[html_rows.Row]:
        """All lines as one who reads them sees them, where these are others than the file's."""
        found: list[html_rows.Row] = []
        done = 0
        blocks = [*self.html, *drawn_tables.tables(self.lines)]
        for block in sorted(blocks, key=lambda block: block.start):
            rows = drawn_tables.read_block(self.lines[block.start : block.stop], block.start)
            if rows and block.start >= done:
                found += map(self._row, range(done, block.start))
                found += rows
                done = block.stop
        return [*found, *map(self._row, range(done, len(self.lines)))] if found else []

    @cached_property
    def _firsts(self) -> list[int]:
        return [row.first for row in self.rows]

    def _row(self, number: int) -> html_rows.Row:
        return html_rows.Row(self.lines[number], number, number + 1)

    def _rows(self, first: int, end: int) -> list[html_rows.Row]:
        return self.rows[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]

    def _text(self, first: int, end: int) -> str:
        """Return lines as they stand; raw HTML moves to the left where it would turn into code."""
        lines = self.lines[first:end]
        margin = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
        if INDENTED.match(lines[0] if lines else "") and any(first in each for each in self.html):
            lines = [line[:margin].lstrip() + line[margin:] for line in lines]
        return "\n".join(lines)

    @property
    def front_matter(self) -> str:
        """The block of YAML or TOML at the head of the file as written, or ""."""
        return "\n".join(self.lines[: self.start]).strip()

    @property
    def front_title(self) -> str:
        """What the front matter says that the file is titled, or ""."""
        matches = map(FRONT_TITLE.match, self.lines[: self.start])
        return next((match["title"] for match in matches if match), "")

    def _front_matter(self, text: str) -> int:
        match = FRONT_MATTER.match(text)
        end = text[: match.end()].rstrip("\n").count("\n") + 1 if match else 0
        mark = "=" if text.startswith("+") else ":"
        if not any(mark in line for line in self.lines[1:end]):
            return 0
        self.mark(0, end, Destination.FRONT_MATTER, "")
        return end

    def _headings(self) -> Iterator[Node]:
        """Yield the headings of Markdown and those of raw HTML, in their order."""
        tokens = _tokens("\n".join(self.lines[self.start :]))
        found: dict[int, Node] = {}
        for index, token in enumerate(tokens):
            first, end = (each + self.start for each in token.map or (0, 0))
            if token.type == "heading_open":
                title = tokens[index + 1].content
                close = bool(title) and self.lines[first].startswith(token.markup + title[0])
                found[first] = Node(title, int(token.tag[1]), first, end, is_close=close)
            elif token.type == "html_block":
                self.html.append(range(first, end))
                nodes = (Node(*each) for each in raw_html.headings(self.lines[first:end], first))
                found.update({node.first: node for node in nodes})
        folded = raw_html.folded(tokens, {n: found[n].title for n in found}, self.start)
        for line, node in found.items():
            title = node.title
            if title and "\n" not in title and len(title) <= TITLE_LENGTH and line not in folded:
                yield node

    def _plain(self, headings: Sequence[Node]) -> Iterator[Node]:
        """Yield the lines that title sections, below the only heading of a file or without one."""
        start = headings[-1].end if headings else self.start
        raw = {number for block in self.html for number in block}
        lines = ["" if n in raw else self.lines[n] for n in range(start, len(self.lines))]
        for line, level in plain_titles(lines, [node.title for node in headings]):
            first = start + line
            yield Node(lines[line].strip(), level, first, first + 1, is_plain=True)

    def _grow(self, headings: Iterable[Node]) -> None:
        """Hang each heading under the last one before it that has a lower level."""
        path = [self.root]
        for node in headings:
            while path[-1].level >= node.level:
                path.pop().end = node.first
            node.keeps_level = not node.is_plain and node.level > path[-1].level + 1
            path[-1].children.append(node)
            path.append(node)
        for node in path:
            node.end = len(self.lines)


def _tokens(text: str) -> list[Token]:
    """Return the headings of a text, each with its title after it, and its raw HTML."""
    state = _State(SPACELESS.sub(_spaced, text))
    BLOCKS.block.tokenize(state, state.line, state.lineMax)
    return state.tokens


def _spaced(match: re.Match[str]) -> str:
    return f"{match['marks']} {match['title']}" if is_close(match[0]) else match[0]


def is_close(line: str) -> bool:
    """True for a heading that has no space after its marks, where these begin no hashtag.

    One mark by itself opens only what the sections of a résumé are titled: "#職務経歴", never "#1".
    """
    match = SPACELESS.fullmatch(line)
    if not match or len(match["marks"]) > 1:
        return bool(match)
    kind = section_kind(match["title"])
    return is_document_title(match["title"]) or (kind is not None and kind not in TAGS)
