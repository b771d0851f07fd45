"""Employers that a list item or a paragraph names, where no heading does.

"- X (2020/04〜現在)" over a nested list, "**X（2020/04〜現在）**" over a list of its own, a line
that is not bold where a legal form tells ("株式会社X（2020/04〜現在） 正社員"), and the containers
of VitePress and Zenn, ":::details 2020/04〜現在 X". What stands below belongs to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume.document.dates import CURRENT
from resume.document.schema import Employer, Line, Position

from .headings import read_heading
from .names import CLIENT, ENTITY, EVENT, PROJECT_WORDS, STAGE
from .vocabulary import is_label, section_kind

BULLET = re.compile(r"[-*+][ \t]+(?P<text>\S.*)")
PARAGRAPH = re.compile(
    r"\*\*(?P<text>[^*\n]+(?:\*[^*\n]+\*[^*\n]*)*)\*\*.*|:::+ ?details[ \t]+(?P<details>\S.*)"
    r"|[ ]{0,3}(?P<plain>(?!\d+[.)])[^-\s*+:#>|`(（][^(（。]{0,80}[(（][^()（）。]{4,60}[)）]"
    r"\s*(?:正社員|契約社員|派遣社員|業務委託|アルバイト|インターン)?)\s*$"
)
ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
# "Engineer @ X": a role and the one who employs.
HELD_AT = re.compile(r"\s(?:at\s|@)")
FENCE = re.compile(r"\s*(?:```|~~~)")
INDENT = 2  # of what stands below a list item
NAME_LENGTH, LINE_LENGTH = 200, 500


@dataclass(frozen=True)
class Block:
    """A line that begins an entry, what it says, and the line after the last one below it."""

    first: int
    end: int
    line: str
    text: str


@dataclass(frozen=True)
class Entries:
    """Employers as lines of a section: where they begin and end, and the layout to print them."""

    start: int
    end: int
    layout: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]


def read_employers(lines: Sequence[str]) -> Entries | None:
    """Return the employers that the blocks of `lines` name, or None where one of them does not.

    Every item of the list has to name one and say when; at least half of the names have to bear
    the sign of one who employs. Of paragraphs, only those count that do.
    """
    if any(FENCE.match(line) for line in lines):
        return None
    bullets = _blocks(lines[: _end_of_list(lines)], BULLET)
    paragraphs = [block for block in _blocks(lines, PARAGRAPH) if _position(block.text, "", "")]
    if bullets and not any(_position(block.text, "", "") for block in paragraphs):
        layout, blocks = "bullets", bullets
    else:
        layout, blocks = "lines", _closed(paragraphs, len(lines))
    found: list[Position] = []
    for block in blocks:
        below = lines[block.first + 1 : block.end]
        body = nested(below) if layout == "bullets" else "\n".join(_trim(below))
        position = None if body is None else _position(block.text, block.line, body)
        if position is None:
            return None
        found.append(position)
    signed = [block for block in blocks if _is_signed(block.text)]
    keys = {(item.employer.name, item.role, item.start) for item in found}
    if not found or len(signed) * 2 < len(found) or len(keys) < len(found):
        return None
    rows = tuple(Line((item,)) for item in found)
    return Entries(blocks[0].first, blocks[-1].end, layout, rows, tuple(blocks))


def nested(lines: Sequence[str]) -> str | None:
    """Return the text below a list item, or None where a line of it is not below it.

    Its indentation stays where it is small; text that it would turn into code moves to the left.
    """
    kept = [line.expandtabs(4) if line.startswith((" ", "\t")) else line for line in _trim(lines)]
    margins = [len(line) - len(line.lstrip(" ")) for line in kept if line.strip()]
    margin = min(margins, default=INDENT)
    if margin < INDENT:
        return None
    if margin < 4:
        return "\n".join(_trim(lines))
    return "\n".join(" " * INDENT + line[margin:] if line.strip() else "" for line in kept)


def _end_of_list(lines: Sequence[str]) -> int:
    """Return the line at which a paragraph follows the last item of a list."""
    last = max((number for number, line in enumerate(lines) if BULLET.match(line)), default=0)
    for number in range(last + 1, len(lines)):
        if lines[number][:1].strip() and not lines[number - 1].strip():
            return number
    return len(lines)


def _blocks(lines: Sequence[str], opening: re.Pattern[str]) -> list[Block]:
    """Return the blocks that begin with a line like `opening`, each up to the next."""
    numbered = (
        (number, opening.match(line))
        for number, line in enumerate(lines)
        if len(line) <= LINE_LENGTH or opening is BULLET
    )
    matches = [
        (number, match)
        for number, match in numbered
        if match and (opening is BULLET or _begins(lines, number))
    ]
    ends = [*(number for number, _ in matches[1:]), len(lines)]
    blocks = []
    for (number, match), end in zip(matches, ends, strict=False):
        groups = match.groupdict()
        plain = groups.get("plain") or ""
        text = groups["text"] or plain or ATTRIBUTES.sub("", groups.get("details") or "")
        line = groups["text"] if opening is BULLET else plain or match[0]
        if not plain or _is_signed(plain):
            blocks.append(Block(number, end, line.rstrip(), text.rstrip()))
    return blocks


def _begins(lines: Sequence[str], number: int) -> bool:
    """True for a line that begins a paragraph; below raw HTML or text it goes on with that."""
    before = lines[number - 1].strip() if number else ""
    return not before or before.startswith(":::") or set(before) <= {"-", "*", "_"}


def _closed(blocks: Sequence[Block], length: int) -> list[Block]:
    """Return the blocks, each up to the next one of them."""
    ends = [*(block.first for block in blocks[1:]), length]
    return [replace(block, end=end) for block, end in zip(blocks, ends, strict=False)]


def _position(text: str, line: str, body: str) -> Position | None:
    if max(len(text), len(line)) > LINE_LENGTH:
        return None
    entry = read_heading(text)
    name, period = entry.name, entry.period
    refused = is_label(text) or section_kind(text) is not None or EVENT.search(text)
    unnamed = not name or len(name) > NAME_LENGTH or len(entry.role) > NAME_LENGTH or "。" in name
    if not period or refused or unnamed or CLIENT.search(name):
        return None
    if not _is_signed(text) and (PROJECT_WORDS.search(name) or STAGE.search(name)):
        return None
    return Position(
        employer=Employer(name=name),
        role=entry.role if entry.role in line else "",
        employment=entry.employment,
        start=str(period.start or ""),
        end=CURRENT if period.current else str(period.end or ""),
        body=body,
        written=line,
    )


def _is_signed(text: str) -> bool:
    """True where a legal form, or a role held "at" it, tells that a name is an employer's."""
    entry = read_heading(text)
    return bool(ENTITY.search(entry.name) or (entry.role and HELD_AT.search(text)))


def _trim(lines: Sequence[str]) -> Sequence[str]:
    first, end = 0, len(lines)
    while first < end and not lines[first].strip():
        first += 1
    while end > first and not lines[end - 1].strip():
        end -= 1
    return lines[first:end]
