"""Items of a list that may begin the entry of an employer: "- X (2020/04〜現在)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from resume.document.dates import Period
from resume.document.periods import find_dates
from resume.document.spans import lies_inside, span

from ..text.bold_heads import is_thing, read_bold_head
from ..text.head_lines import HeadLine, read_head_line
from ..text.headings import NO_PERIOD, Entry, read_heading, split_period
from ..text.heads import is_proper, is_role, read_head
from ..text.listed_items import items
from ..text.names import DEPARTMENT, ENTITY, is_work
from ..text.nesting import moved_left
from ..text.periods import period_below
from ..text.roles import EDGE
from ..text.sentences import is_more, is_sentence
from ..text.tenure import HOW, JOIN
from ..text.vocabulary import clean
from .openings import HEADING, Block, block_of, closed, is_held

NESTED = re.compile(r"\s+[-*+][ \t]+(?P<text>\S.*)")
DASH = re.compile(r"\s*[-–—―−]")
BOLD = re.compile(r"\*\*[^*]+\*\*")
# A sentence that tells who was joined: "株式会社Xに新卒入社。"
ENTERED = re.compile(
    rf"(?P<name>[^、。]{{2,60}}?)(?:に|へ)\s*(?:{HOW.pattern})?{JOIN}(?:し(?:た|ました))?。"
)
# A lone date at the end, in brackets or after a comma or a bar.
ENDED = re.compile(
    r"(?P<rest>\D+?)\s*(?:[(,|–—-])\s*(?:(?:spring|summer|fall|autumn|winter|[A-Z][a-z]{2,8})\.? )?"
    r"(?:19|20)\d\d\)?$"
)
ROLE_WORDS = 4  # of a role, at most: more are a sentence
INDENT = re.compile(r"^(?: {1,4}|\t)")


def bullets(lines: Sequence[str]) -> list[Block]:
    """Return the items of a list, each up to the next.

    Where some of them say from when to when, a lone date that leads another is all of its stay.
    """
    blocks = [
        block_of(number, text, HEADING.sub("", text, count=1)) for number, text in items(lines)
    ]
    if several := _of_several_items(blocks):
        return closed(several, len(lines))
    dated = any(block.entry.period for block in blocks)
    return [
        _completed(block, lines[block.first + 1 : block.end], dated)
        for block in closed(blocks, len(lines))
    ]


def _completed(block: Block, below: Sequence[str], dated: bool) -> Block:
    """Return an item with what the lines below it tell of who employed and when."""
    known = block.entry.period and block.signed
    if not known and (head := _head([block.text, *moved_left(below)], block.entry)):
        return replace(block, entry=head, signed=True)
    if block.entry.period:
        signed = block.signed or _is_over_role(block, below) or _is_over_work(block, below)
        return replace(block, signed=signed) if block.entry.name else _with_name_below(block, below)
    period = period_below([INDENT.sub("", line) for line in below])
    if not period and ENTITY.search(block.entry.name):
        period = _periods_of_departments(below)
    if not period and (held := _held_below(below)):
        period, block = held.period, replace(block, signed=True)
    if not period and dated:
        return _with_lone_date(block)
    return replace(block, entry=replace(block.entry, period=period))


def _head(lines: Sequence[str], entry: Entry) -> Entry | None:
    """Return what the first lines of an item tell; below a role and when they name who employed."""
    below_role = entry.period and is_role(entry.name)
    found = read_bold_head(lines) or (read_head(lines) if below_role else None)
    return found[0] if found else None


def _of_several_items(blocks: Sequence[Block]) -> list[Block]:
    """Return the entries of a list where each takes several items, none of them inside another.

    "- 2020/04〜2021/03" over "- 株式会社X" over "- 職種: 営業", or who over when; and so all.
    """
    dated = [block for block in blocks if block.entry.period]
    is_led = bool(dated) and dated[0] is blocks[0]
    found = []
    for first, second in pairwise(blocks):
        when, who = (first, second) if is_led else (second, first)
        named = ENTITY.search(who.entry.name) and not is_more(who.text)
        if when.entry.period and not when.entry.name and named and not who.entry.period:
            entry = replace(who.entry, period=when.entry.period)
            found.append(replace(first, entry=entry, signed=True))
    whole = found and found[0].first == blocks[0].first and len(found) == len(dated)
    return found if whole else []


def _nested(below: Sequence[str]) -> Iterator[str]:
    """Yield the texts of the items below another."""
    return (match["text"] for match in map(NESTED.match, below) if match)


def _held_below(below: Sequence[str]) -> HeadLine | None:
    """Return what the first items below a name tell of a role and of when, each or both in one."""
    told = list(map(read_head_line, _nested(below[:2])))
    one = next((each for each in told[:1] if each.roles and each.period), None)
    if not one and len(told) > 1 and told[0].roles and not told[0].names:
        one = told[1]
    return one if one and one.period and not one.names else None


def _is_over_role(block: Block, below: Sequence[str]) -> bool:
    """True for an English item that a proper name is all of, over one that begins with a role.

    "- Foo — Oslo (2019 – 2021)" over "  - Engineer, then lead. Billing."
    """
    name = block.entry.name
    told = re.split(r"[.,;:](?:\s|$)", next(_nested(below), ""), maxsplit=1)[0]
    refused = block.entry.role or is_work(name) or is_thing(name) or DEPARTMENT.search(name)
    held = is_role(told) and told.isascii() and len(told.split()) <= ROLE_WORDS
    return held and is_proper(name) and not refused


def _is_over_work(block: Block, below: Sequence[str]) -> bool:
    """True for a name in bold over pieces of work in bold, each of them done in its time.

    "- **X** (2017/4〜2020/3)" over "  - **検索の刷新** 2017/6〜2018/12".
    """
    name = block.entry.name
    if not BOLD.match(block.text) or is_work(name) or DEPARTMENT.search(name):
        return False
    told = [split_period(clean(text)) for text in _nested(below) if BOLD.match(text)]
    work = [period for title, period in told if title and period]
    return bool(work) and all(lies_inside(period, block.entry.period) for period in work)


def _periods_of_departments(below: Sequence[str]) -> Period:
    """Return the time from the first to the last period of the items below that tell only that.

    A department may stand beside it: "- X事業部 2019/05 - 2020/06".
    """
    told = [split_period(clean(text)) for text in _nested(below)]
    dated = [period for name, period in told if period and (not name or DEPARTMENT.search(name))]
    return span(dated) if dated else NO_PERIOD


def _with_name_below(block: Block, below: Sequence[str]) -> Block:
    """Return an item that only says when, with the legal entity in the first item below it."""
    first = next(_nested(below), "")
    joined = ENTERED.match(first)
    text = joined["name"] if joined else first.rstrip(" .。")
    entry = block_of(0, first, text).entry
    if not ENTITY.search(entry.name) or entry.period or is_sentence(entry.name):
        return block
    return replace(block, entry=replace(entry, period=block.entry.period), signed=True)


def _with_lone_date(block: Block) -> Block:
    """Return a block whose text a date leads ("2024: X"), as a stay in that month or year.

    A dash after it leaves the end open: "2024.4 — X". Or it ends one: "X, Intern (Summer 2015)".
    """
    text = clean(block.text)
    found = next(find_dates(text), None)
    if found and found.first and (ended := ENDED.match(text)) and is_held(ended["rest"]):
        entry = replace(read_heading(ended["rest"]), period=Period(found.date, found.date))
        return replace(block, entry=entry, signed=True)
    rest = text[found.last :].strip(EDGE) if found else ""
    if not found or found.first or not rest or any(find_dates(rest)):
        return block
    is_open = DASH.match(text, found.last)
    entry = replace(read_heading(rest), period=Period(found.date, None if is_open else found.date))
    return replace(block, entry=entry, signed=bool(ENTITY.search(entry.name)) or is_held(rest))
