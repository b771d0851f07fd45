"""Paragraphs that may begin the entry of an employer.

"**X（2020/04〜現在）**", "2020/04〜現在　株式会社X", "**X** | Engineer" over
"*2020 – 2021*", and the containers of VitePress and Zenn, ":::details 2020/04〜現在 X".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from resume.document.dates import Period
from resume.document.periods import find_period

from ..projects.paragraphs import MARKS
from ..rows.two_rows import read_two_rows
from ..text.bold_heads import read_bold_head
from ..text.dated_heads import read_dated_head
from ..text.head_lines import read_head_line
from ..text.headings import NO_PERIOD, Entry, read_heading, stay_alone
from ..text.heads import LOOKED_AT, is_proper, read_head
from ..text.labels import has_period_label, labelled, name_of_label
from ..text.names import (
    CLIENT,
    DEPARTMENT,
    ENTITY,
    WORKPLACE,
    employment_kind,
    is_held_at_school,
    is_work,
)
from ..text.nesting import begins
from ..text.periods import period_below
from ..text.sentences import SENTENCE, is_sentence
from ..text.table_lines import cells, is_delimiter
from ..text.tenure import JOIN
from ..text.vocabulary import EMPLOYER_LABELS, clean, is_label, is_period_label
from .dated_below import named_over_period, over_role

PARAGRAPH = re.compile(
    r"\*\*(?P<text>[^*\n]+(?:\*[^*\n]+\*[^*\n]*)*)\*\*(?P<rest>.*)"
    r"|:::+ ?details[ \t]+(?P<details>\S.*)"
    r"|\d{1,2}[.)][ \t]+(?P<numbered>\S.*)"
    r"|(?:<details\b[^<>]*>\s*)?<(?P<tag>summary|h[1-6]|u|b|strong)\b[^<>]*>(?P<element>.*)</(?P=tag)>\s*$"
    r"|[ \u3000]{0,3}(?P<plain>(?:[(（]\d{1,2}[)）]|[^-\s*+:#>|`<(（]).*)"
)
STRESSED = re.compile(r"(?:\*\*(?=\d)|\*(?=[^\s*])|_(?=[^\s_]))")
ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
# "Engineer @ X": a role and the one who employs.
HELD_AT = re.compile(r"\s(?:at\s|@)")
# "X（2018年4月入社）", with when that one was left, or that somebody stays.
JOINED = re.compile(rf"(?P<name>[^()（）]+)[(（](?:19|20)\d\d[^()（）]*{JOIN}[^()（）]*[)）]$")
LED = re.compile(r"^[【\[](?P<name>[^【】\[\]]+)[】\]]")
NAME_LENGTH, PLAIN_LENGTH, LINE_LENGTH = 60, 120, 500
# Lines that begin a block of their own below any other: an item with a number, raw HTML.
ALONE = re.compile(r"\d{1,2}[.)][ \t]|<(?:summary|h[1-6])\b", re.IGNORECASE)
# What opens a line as a heading would: "■ X（2020/04〜現在）".
MARKED = re.compile(rf"[{MARKS}【]")
FOLDED = re.compile(r":::|<(?:details|summary)\b", re.IGNORECASE)
HEADING = re.compile(r"#{1,6}[ \t]+")  # that an item of a list may be: "- ### X"


@dataclass(frozen=True)
class Block:
    """A line that begins an entry, what it says, and the line after the last one below it.

    It is signed where a legal form, or a role held at it, tells that the name is an employer's.
    """

    first: int
    line: str
    text: str
    entry: Entry
    signed: bool
    end: int = 0  # not known before the next one is


def paragraphs(lines: Sequence[str]) -> list[Block]:
    """Return the paragraphs that may begin an entry, each up to the next.

    A line right below the head of one begins another, unless it is its date.
    """
    blocks: list[Block] = []
    head = -1  # the line at which the head of the entry before ends
    for number, line in enumerate(lines):
        goes_on = number == head and not stay_alone(clean(line[:LINE_LENGTH]).strip("*_ "))
        is_first = goes_on or ALONE.match(line) or begins(lines, number)
        if number < head or len(line) > LINE_LENGTH or not is_first or not line.strip():
            continue
        found = _paragraph(lines, number)
        if found:
            block, length = found
            blocks.append(block)
            head = number + length
    return closed(blocks, len(lines))


def closed(blocks: Sequence[Block], length: int) -> list[Block]:
    """Return the blocks, each up to the next one of them."""
    ends = [*(block.first for block in blocks[1:]), length]
    return [replace(block, end=end) for block, end in zip(blocks, ends, strict=False)]


def signed_below(block: Block, lines: Sequence[str]) -> Block:
    """Return a block, signed where it is folded away and labels in it speak of one who employs.

    How somebody was employed may be told of a piece of work as well.
    """
    if block.signed or not FOLDED.match(block.line):
        return block
    following = (lines[number] for number in range(block.first + 1, len(lines)))
    below = list(takewhile(lambda line: not FOLDED.match(line), following))
    titles = {clean(line.lstrip("#")) for line in below if HEADING.match(line)}
    labels = titles | {label for label, _value in labelled(below)}
    if is_work(block.entry.name):
        labels -= {"雇用形態"}
    return replace(block, signed=any(map(EMPLOYER_LABELS.fullmatch, labels)))


def _paragraph(lines: Sequence[str], number: int) -> tuple[Block, int] | None:
    """Return what a paragraph begins, and of how many lines its head is."""
    line, first = lines[number], lines[number : number + LOOKED_AT]
    if told := _headed(first) or _labelled(first) or _in_two_rows(first):
        return replace(told[0], first=number), told[1]
    if stressed := _stressed(number, line):
        return stressed, 1
    match = PARAGRAPH.match(line)
    block = _opening(number, match) if match else None
    if match and match["plain"] and not block and (over := over_role(line, lines[number + 1 :])):
        return Block(number, line.rstrip(), line.strip(), over, signed=True), 1
    found = read_bold_head(first) or read_head(first)
    led = None if found else read_dated_head(first)
    if match and block and block.entry.period and not (found and match["text"]):
        following = read_head_line(next(filter(str.strip, first[1:3]), ""))
        held = following.roles and not following.names and not following.period
        held = held and not is_work(block.entry.name)
        return replace(block, signed=block.signed or bool(held and match["text"])), 1
    if led:
        return Block(number, line.strip(), led[0].name, led[0], signed=True), led[1]
    named = named_over_period(line, lines[number + 1 : number + 1 + LOOKED_AT]) if match else None
    if found:
        entry, length = found
        signed = bool(entry.role or _is_signed(entry.name) or named)
        entry = replace(entry, name=named.name) if named else entry
        return Block(number, line.strip(), entry.name, entry, signed), length
    if match and named and not (block and block.entry.period):
        block = block_of(number, line, match["numbered"] or line)
        block = replace(block, entry=named, signed=block.signed or not match["numbered"])
    return (block, 1) if block else None


def _labelled(lines: Sequence[str]) -> tuple[Block, int] | None:
    """Return what begins with the name of one who employs under its label, or in a table's head.

    "会社名：X" over "期間：2020/04〜現在" or below it, such rows, with or without a head over them,
    or "| 2020/04〜現在 | X |" over other rows, or "| 期間 | X |" over rows that say when.
    """
    row = [clean(cell) for cell in cells(lines[0])] if lines[0].startswith("|") else []
    entities = [cell for cell in row if ENTITY.search(cell)]
    dated = [found for cell in row if (found := find_period(cell)) and not cell[found.last :]]
    has_head = _has_head(lines)
    over_periods = has_head and any(map(is_period_label, row))
    if len(entities) == 1 and has_head and (len(dated) == 1 or over_periods):
        name, length = entities[0], 1
        period = dated[0].period if dated else period_below(list(takewhile(str.strip, lines)))
    else:
        headed = has_head and lines[2:] and not dated and not name_of_label(labelled(lines[:1]))
        above = 2 if headed else 0
        name, period, below = _named_and_dated(lines[above:])
        length = above + below
    entry = read_heading(name)
    period = period or (entry.period if ENTITY.search(entry.name) else NO_PERIOD)
    if not name or not period or CLIENT.search(name):
        return None
    told = replace(entry, period=period)
    return Block(0, lines[0].rstrip(), entry.name, told, signed=True), length


def _headed(lines: Sequence[str]) -> tuple[Block, int] | None:
    """Return what a table begins with a cell of its head that tells who and when, or None.

    It is a legal entity, or stands beside labels: "| 2020/04〜現在　X | 環境 | 規模 |".
    """
    row = cells(lines[0]) if _has_head(lines) else []
    told = [(cell, read_heading(cell)) for cell in row if find_period(cell)]
    cell, entry = told[0] if len(told) == 1 else ("", Entry(""))
    is_entity = bool(ENTITY.search(entry.name))
    labels = row[1:] and all(is_label(other) for other in row if other and other != cell)
    is_named = is_entity or (labels and not DEPARTMENT.search(entry.name))
    if not entry.name or not is_named:
        return None
    return Block(0, lines[0].rstrip(), cell, entry, signed=is_entity), 1


def _has_head(lines: Sequence[str]) -> bool:
    """True for lines that begin with the head of a table."""
    return lines[0].startswith("|") and len(lines) > 1 and is_delimiter(lines[1])


def _in_two_rows(lines: Sequence[str]) -> tuple[Block, int] | None:
    """Return what a table of two rows begins, which tell who, when and as what."""
    entry = read_two_rows(lines)
    return (Block(0, lines[0].rstrip(), entry.name, entry, signed=True), 1) if entry else None


def _named_and_dated(lines: Sequence[str]) -> tuple[str, Period, int]:
    """Return the name that the first row tells under its label, its period, and where it ends.

    A row of a table may tell the period before that. What begins another block with the next name
    belongs to that one.
    """
    end = len(lines)
    if lines[0].startswith("|"):
        end = next((n for n, line in enumerate(lines) if not line.strip()), end)
    names = [name_of_label(labelled([line])) for line in lines[:end]]
    first = 0
    if lines[0].startswith("|") and has_period_label(lines[:1]):
        first = next((n for n in range(1, end) if not is_delimiter(lines[n])), 0)
    end = next((n for n in range(first + 1, end) if names[n]), end)
    if end < len(names) and not lines[end - 2].strip() and has_period_label(lines[end - 1 : end]):
        end -= 1
    told = [*lines[:first], *lines[first + 1 : end]]
    return names[first] if names else "", period_below(told), end


def _opening(number: int, match: re.Match[str]) -> Block | None:
    if plain := match["plain"]:
        return _plain(number, plain)
    if match["numbered"] or match["element"]:
        text = HEADING.sub("", match["numbered"] or match["element"], count=1)
        return block_of(number, match[0], clean(text))
    text = match["text"] or ATTRIBUTES.sub("", match["details"] or "")
    # "**X**（2020/04〜現在）"
    if match["rest"] and not find_period(text):
        text += match["rest"].replace("*", "")
    return block_of(number, match[0], text)


def _stressed(number: int, line: str) -> Block | None:
    """Return what begins with a stressed part and tells one name, a role and when.

    "**2020 – 2021** X, *Engineer*", "*Engineer*, **X** (2020 – 2021)".
    """
    if not STRESSED.match(line):
        return None
    told = read_head_line(line)
    if not told.period or len(told.names) != 1 or len(told.roles) != 1 or SENTENCE.search(line):
        return None
    name = told.names[0]
    if "*" in name or not is_proper(name) or DEPARTMENT.search(name):
        return None
    entry = Entry(name, told.roles[0], employment_kind(told.roles[0]), told.period)
    return Block(number, line.rstrip(), line.strip(), entry, signed=True)


def _plain(number: int, line: str) -> Block | None:
    """Return what a line that is not in bold begins: with a period, and a legal form or a mark."""
    if len(line) > PLAIN_LENGTH:
        return None
    text = LED.sub(r"\g<name> ", line.rstrip("\\").strip())
    found, joined = find_period(text), JOINED.match(text)
    rest = f"{text[: found.first]} {text[found.last :]}" if found else joined and joined[1]
    if not rest or is_sentence(rest):
        return None
    block = block_of(number, line, text)
    return block if block.signed or MARKED.match(line) else None


def block_of(number: int, line: str, text: str) -> Block:
    """Return the block that a line begins, by what its text says without what marks the line."""
    entry = read_heading(text) if len(text) <= LINE_LENGTH else Entry("")
    held = entry.role and (is_held(text) or is_held_at_school(entry.role, entry.name))
    signed = bool(_is_signed(entry.name) or held)
    return Block(number, line.rstrip(), text.rstrip(), entry, signed)


def _is_signed(name: str) -> bool:
    return bool(ENTITY.search(name) or WORKPLACE.search(name))


def is_held(text: str) -> bool:
    """True where a line tells a role at one who employs: "Engineer @ X", "X | Engineer"."""
    told = read_head_line(text)
    name = told.names[0] if told.roles and len(told.names) == 1 else ""
    named = name and not DEPARTMENT.search(name) and (not name.isascii() or is_proper(name))
    return bool(HELD_AT.search(text) or named)
