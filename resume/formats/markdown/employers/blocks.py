"""Employers that a list item or a paragraph names, where no heading does.

What stands below the line that begins one belongs to it, up to the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resume.document.dates import Period
from resume.document.lines import name_of
from resume.document.schema import Employer, Line, Position
from resume.document.spans import lies_inside

from ..projects.listed import signs_of, take_projects
from ..rows.found import Found
from ..text.counts import is_count
from ..text.gaps import is_gap
from ..text.headings import BRACKETS, DURATION
from ..text.listed_items import BULLET
from ..text.lone_dates import lone_stay, stands_apart
from ..text.names import CLIENT, ENTITY, EVENT, SCHOOL, SELF, STUDIED, WORKPLACE, is_school, is_work
from ..text.nesting import FENCE, nested, trim
from ..text.vocabulary import is_label, section_kind
from . import openings
from .bullets import bullets
from .openings import LINE_LENGTH, MARKED, Block

# An English line that nothing marks, where only what stands below it may sign a name.
PLAIN = re.compile(r"[A-Z][ -~À-ž–—]+$")
# What somebody is a member of.
SOCIETY = re.compile(r"(?:学会|研究会|勉強会|同好会|コミュニティ)$")
# Work with the one it was done at in brackets: "検索の開発 (株式会社X)".
AT = re.compile(r"(?P<work>[^()（）]+?)\s*[(（][^()（）]+[)）]")
NUMBERED = re.compile(r"\d{1,2}[.)][ \t]")
NAME_LENGTH = 200
MAX_STAYS = 50  # with which the heads of tables are compared


def read_employers(lines: Sequence[str], schools: bool = False) -> Found | None:
    """Return the employers that the blocks of `lines` name, or None where one of them does not.

    Every item of the list has to name one and say when; at least a third of the names have to bear
    the sign of one who employs. Of paragraphs, only those count that do. Where `schools` stand
    beside them, none of the blocks may name one.
    """
    if any(FENCE.match(line) for line in lines):
        return None
    listed = bullets(lines[: end_of_list(lines)])
    paragraphs = _paragraphs(lines)
    layout = "lines" if paragraphs or not listed else "bullets"
    blocks = openings.closed(paragraphs, len(lines))
    if layout == "bullets":
        blocks = _without_gaps(_at_work(listed, lines, schools))
    found: list[Position] = []
    for block in blocks:
        below = lines[block.first + 1 : block.end]
        body = _nested(below) if layout == "bullets" else "\n".join(trim(below))
        if body is None or not _is_employer(block):
            return None
        found.append(_position(block, body))
    if not found:
        return None
    if schools and any(is_school(item.employer.name) for item in found):
        return None
    signed = [block for block in blocks if block.signed]
    keys = {(item.employer.name, item.role, item.start) for item in found}
    if len(signed) * 3 < len(found) or len(keys) < len(found):
        return None
    rows = tuple(Line((item,)) for item in _with_projects(found))
    starts = tuple(block.first for block in blocks)
    return Found(blocks[0].first, blocks[-1].end, layout, rows, starts)


def _paragraphs(lines: Sequence[str]) -> list[Block]:
    """Return the paragraphs that begin the entry of an employer, and none within another's time."""
    told = (openings.signed_below(block, lines) for block in openings.paragraphs(lines))
    paragraphs = [block for block in _with_lone_dates(list(told), lines) if _is_employer(block)]
    entities = (each for each in paragraphs if each.signed and ENTITY.search(each.entry.name))
    stays = [block.entry.period for block in entities][:MAX_STAYS]
    outer = [b.entry.period for b in paragraphs if b.signed and not NUMBERED.match(b.line)]
    paragraphs = [
        block
        for block in paragraphs
        if not _is_within(block, stays) and not _is_numbered_within(block, outer[:MAX_STAYS])
    ]
    held = [block.entry.period for block in paragraphs if block.entry.role][:MAX_STAYS]
    paragraphs = [b for b in paragraphs if not (PLAIN.match(b.line) and _is_within(b, held))]
    paragraphs = _without_parts(paragraphs)
    if not any(block.signed for block in paragraphs):
        paragraphs = [block for block in paragraphs if not MARKED.match(block.line)]
    return paragraphs


def _with_lone_dates(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks, those without a period with the one date that is all of a stay."""
    others = [block.entry.period for block in blocks][:MAX_STAYS]
    for block in blocks:
        below = lines[block.first + 1 : block.first + 3]
        stay = None if block.entry.period else lone_stay(block.text, below)
        if stay and stands_apart(stay, others):
            yield replace(block, entry=stay, signed=True)
        else:
            yield block


def _at_work(blocks: list[Block], lines: Sequence[str], schools: bool) -> list[Block]:
    """Return the items of a list without those at its two ends that tell of schools or events."""
    others = [_is_other(block, lines[block.first : block.first + 2], schools) for block in blocks]
    first = next((n for n, other in enumerate(others) if not other), len(blocks))
    last = next((n for n in range(len(blocks), first, -1) if not others[n - 1]), first)
    return blocks[first:last]


def _without_gaps(blocks: Sequence[Block]) -> list[Block]:
    """Return the items of a list without those that tell of a gap, which go on with others."""
    kept = [block for block in blocks if not is_gap(block.entry.name)]
    return openings.closed(kept, blocks[-1].end) if kept else []


def _nested(lines: Sequence[str]) -> str | None:
    """Return the text below an item, up to the items after it that tell of no other stay."""
    first = next((n for n, line in enumerate(lines) if BULLET.match(line)), len(lines))
    own = nested(lines[:first])
    return None if own is None else "\n".join(filter(None, [own, *trim(lines[first:])]))


def _is_other(block: Block, lines: Sequence[str], schools: bool) -> bool:
    """True for an item that tells what was studied, in it or right below, or an event."""
    if EVENT.search(block.entry.name) or is_gap(block.entry.name):
        return True
    texts = (block.entry.name, *lines)
    attended = any(SCHOOL.search(text) and (schools or STUDIED.search(text)) for text in texts)
    return attended and not block.signed and not block.entry.role


def end_of_list(lines: Sequence[str]) -> int:
    """Return the line at which a paragraph follows the last item of a list."""
    last = max((number for number, line in enumerate(lines) if BULLET.match(line)), default=0)
    for number in range(last + 1, len(lines)):
        if lines[number][:1].strip() and not lines[number - 1].strip():
            return number
    return len(lines)


def _is_employer(block: Block) -> bool:
    """True for a block that names one who may employ, and says when."""
    text, name = block.text, block.entry.name
    known = is_label(text) or is_label(name) or section_kind(text) is not None
    when = block.entry.period
    event = text if when.end or when.current else BRACKETS.sub("", text)  # "X 入社（契約社員）"
    happened = EVENT.search(event) and not SELF.search(name)  # who is independent begins by one
    other = DURATION.match(name) or is_gap(name) or is_count(name) or SOCIETY.search(name)
    longest = max(len(name), len(block.entry.role))
    if (
        not block.entry.period
        or known
        or happened
        or other
        or not name
        or longest > NAME_LENGTH
        or "。" in name
    ):
        return False
    if max(len(text), len(block.line)) > LINE_LENGTH or CLIENT.search(name):
        return False
    if (told := AT.fullmatch(name)) and not ENTITY.search(told["work"]) and is_work(told["work"]):
        return False
    studied = SCHOOL.search(name) and STUDIED.search(name) and not block.entry.role
    return block.signed or not (studied or is_work(name))


def _is_within(block: Block, stays: Sequence[Period]) -> bool:
    """True for a block that nothing, or no more than a label, signs, at a time of another stay."""
    name = block.entry.name
    is_signed = block.signed and (ENTITY.search(name) or WORKPLACE.search(name) or block.entry.role)
    return not is_signed and any(lies_inside(block.entry.period, stay) for stay in stays)


def _is_numbered_within(block: Block, stays: Sequence[Period]) -> bool:
    """True for what a number leads and nothing signs, at a time of a stay that has no number."""
    numbered = not block.signed and NUMBERED.match(block.line)
    return bool(numbered) and any(lies_inside(block.entry.period, stay) for stay in stays)


def _without_parts(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without roles held at one that stands over them and tells none itself.

    "**X**, 2018 – 2021" over "**Search**, *Lead*, 2019 – 2020"; who is independent may be
    employed as well.
    """
    kept: list[Block] = []
    for block in blocks:
        outer = kept[-1] if kept and not kept[-1].entry.role else None
        part = block.entry.role and not ENTITY.search(block.entry.name)
        if (
            outer
            and part
            and not SELF.search(outer.entry.name)
            and lies_inside(block.entry.period, outer.entry.period)
        ):
            kept[-1] = replace(outer, signed=True)
        else:
            kept.append(block)
    return kept


def _with_projects(found: Sequence[Position]) -> Iterator[Position]:
    """Yield the positions, those without projects with what begins as projects of others do."""
    known = signs_of([project for item in found for project in item.projects])
    for item in found:
        if item.projects or not known:
            yield item
        else:
            text, projects, _lines = take_projects(item.body, known=known)
            yield replace(item, body=text, projects=projects)


def _position(block: Block, body: str) -> Position:
    entry = block.entry
    text, projects, _lines = take_projects(body)
    return Position(
        employer=Employer(name=entry.name),
        role=entry.role if entry.role in block.line else "",
        employment=entry.employment,
        start=entry.period.start_text,
        end=entry.period.end_text,
        body=text,
        projects=projects,
        written=block.line,
    )


def are_workplaces(found: Found) -> bool:
    """True where no legal form and no role, but how a name ends, tells that somebody employs."""
    items = [line.items[0] for line in found.lines]
    names = [name_of(item) for item in items]
    roles = any(isinstance(item, Position) and item.role for item in items)
    return any(map(WORKPLACE.search, names)) and not (roles or any(map(ENTITY.search, names)))
