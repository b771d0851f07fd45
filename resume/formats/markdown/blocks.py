"""Employers that a list item or a paragraph names, where no heading does.

"- X (2020/04〜現在)" over a nested list, "**X（2020/04〜現在）**" over a list of its own, a line
that is not bold where a legal form tells ("株式会社X（2020/04〜現在） 正社員"), a name over a line
that says when, and the containers of VitePress and Zenn, ":::details 2020/04〜現在 X". What stands
below belongs to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume.document.dates import CURRENT
from resume.document.periods import find_period
from resume.document.schema import Employer, Line, Position

from .headings import Entry, read_heading
from .heads import LOOKED_AT, read_head
from .listed_projects import take_projects
from .names import CLIENT, ENTITY, EVENT, PROJECT_WORDS, STAGE
from .nesting import FENCE, begins, nested, trim
from .vocabulary import is_label, section_kind

BULLET = re.compile(r"[-*+][ \t]+(?P<text>\S.*)")
PARAGRAPH = re.compile(
    r"\*\*(?P<text>[^*\n]+(?:\*[^*\n]+\*[^*\n]*)*)\*\*(?P<rest>.*)"
    r"|:::+ ?details[ \t]+(?P<details>\S.*)"
    r"|[ ]{0,3}(?P<plain>(?!\d+[.)])[^-\s*+:#>|`(（][^(（。]{0,80}[(（][^()（）。]{4,60}[)）]"
    r"\s*(?:正社員|契約社員|派遣社員|業務委託|アルバイト|インターン)?)\s*$"
)
ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
# "Engineer @ X": a role and the one who employs.
HELD_AT = re.compile(r"\s(?:at\s|@)")
NAME_LENGTH, LINE_LENGTH = 200, 500


@dataclass(frozen=True)
class Block:
    """A line that begins an entry, what it says, and the line after the last one below it.

    It is signed where a legal form, or a role held at it, tells that the name is an employer's.
    """

    first: int
    end: int
    line: str
    text: str
    entry: Entry
    signed: bool


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
    bullets = _bullets(lines[: _end_of_list(lines)])
    paragraphs = [block for block in _paragraphs(lines) if _is_employer(block)]
    layout = "lines" if paragraphs or not bullets else "bullets"
    blocks = bullets if layout == "bullets" else _closed(paragraphs, len(lines))
    found: list[Position] = []
    for block in blocks:
        below = lines[block.first + 1 : block.end]
        body = nested(below) if layout == "bullets" else "\n".join(trim(below))
        if body is None or not _is_employer(block):
            return None
        found.append(_position(block, body, with_projects=layout == "lines"))
    signed = [block for block in blocks if block.signed]
    keys = {(item.employer.name, item.role, item.start) for item in found}
    if not found or len(signed) * 2 < len(found) or len(keys) < len(found):
        return None
    rows = tuple(Line((item,)) for item in found)
    return Entries(blocks[0].first, blocks[-1].end, layout, rows, tuple(blocks))


def _end_of_list(lines: Sequence[str]) -> int:
    """Return the line at which a paragraph follows the last item of a list."""
    last = max((number for number, line in enumerate(lines) if BULLET.match(line)), default=0)
    for number in range(last + 1, len(lines)):
        if lines[number][:1].strip() and not lines[number - 1].strip():
            return number
    return len(lines)


def _bullets(lines: Sequence[str]) -> list[Block]:
    """Return the items of a list, each up to the next."""
    matches = [(number, BULLET.match(line)) for number, line in enumerate(lines)]
    blocks = [_block(number, match["text"], match["text"]) for number, match in matches if match]
    return _closed(blocks, len(lines))


def _paragraphs(lines: Sequence[str]) -> list[Block]:
    """Return the paragraphs that may begin an entry, each up to the next."""
    blocks: list[Block] = []
    head = 0  # the line at which the head of the entry before ends
    for number, line in enumerate(lines):
        if number < head or len(line) > LINE_LENGTH or not begins(lines, number):
            continue
        match = PARAGRAPH.match(line)
        block = _paragraph(number, match) if match else None
        if (not block or not block.entry.period) and (
            found := read_head(lines[number : number + LOOKED_AT])
        ):
            entry, length = found
            signed = bool(entry.role or ENTITY.search(entry.name))
            block = Block(number, 0, line.strip(), entry.name, entry, signed)
            head = number + length
        if block:
            blocks.append(block)
    return _closed(blocks, len(lines))


def _paragraph(number: int, match: re.Match[str]) -> Block | None:
    if plain := match["plain"]:
        block = _block(number, plain, plain)
        return block if block.signed else None
    text = match["text"] or ATTRIBUTES.sub("", match["details"] or "")
    # "**X**（2020/04〜現在）"
    if match["rest"] and not find_period(text):
        text += match["rest"]
    return _block(number, match[0], text)


def _block(number: int, line: str, text: str) -> Block:
    entry = read_heading(text) if len(text) <= LINE_LENGTH else Entry("")
    signed = bool(ENTITY.search(entry.name) or (entry.role and HELD_AT.search(text)))
    return Block(number, 0, line.rstrip(), text.rstrip(), entry, signed)


def _closed(blocks: Sequence[Block], length: int) -> list[Block]:
    """Return the blocks, each up to the next one of them."""
    ends = [*(block.first for block in blocks[1:]), length]
    return [replace(block, end=end) for block, end in zip(blocks, ends, strict=False)]


def _is_employer(block: Block) -> bool:
    """True for a block that names one who may employ, and says when."""
    text, name = block.text, block.entry.name
    refused = is_label(text) or section_kind(text) is not None or EVENT.search(text)
    longest = max(len(name), len(block.entry.role))
    if not block.entry.period or refused or not name or longest > NAME_LENGTH or "。" in name:
        return False
    if max(len(text), len(block.line)) > LINE_LENGTH or CLIENT.search(name):
        return False
    return block.signed or not (PROJECT_WORDS.search(name) or STAGE.search(name))


def _position(block: Block, body: str, with_projects: bool) -> Position:
    entry = block.entry
    text, projects, _lines = take_projects(body) if with_projects else (body, (), [])
    return Position(
        employer=Employer(name=entry.name),
        role=entry.role if entry.role in block.line else "",
        employment=entry.employment,
        start=str(entry.period.start or ""),
        end=CURRENT if entry.period.current else str(entry.period.end or ""),
        body=text,
        projects=projects,
        written=block.line,
    )
