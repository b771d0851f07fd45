"""Heads of entries that take several lines: a name, a role and a period, each on its own.

"**Engineer**" over "**X Inc. - Boston, MA**" over "*May 2021 - Present*", or a name over a period;
or a heading that tells the role, with the name in bold below it. Blank lines may part them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from resume.document.dates import Period
from resume.document.periods import find_period
from resume.document.spans import span

from .head_lines import LINE_LENGTH, HeadLine, read_head_line, unbroken
from .headings import WORD, Entry, read_heading, split_period, stay_alone
from .names import (
    CLIENT,
    DEPARTMENT,
    ENTITY,
    LEGAL_FORM,
    PROJECT_WORDS,
    PROPER,
    ROLE_END,
    ROLE_WORD,
    SCHOOL,
    WORKPLACE,
    employment_kind,
    is_attended,
)
from .places import without_place
from .vocabulary import clean, is_label, section_kind

# What somebody was, in bold, over a period in italics or in brackets: "**Y** _(2020 - 2021)_".
TITLED = re.compile(r"\*\*[^*:：]{2,80}\*\*\s*(?:[*_]\(?|\()[^()*_]{4,40}(?:\)?[*_]|\))$")
LABEL = re.compile(r"[:：]")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
# A name in italics or in bold, with where that is after it.
STRESSED = re.compile(
    r"(?P<mark>\*\*|__|[*_])(?P<name>[^*_\s][^*_]{1,79})(?P=mark)(?:\s*[,、;|｜·(（–—-]|\s+[A-Z]|$)"
)
# A part, and in italics after it who that belongs to: "Applied Physics, *Foo University*".
LAST_STRESSED = re.compile(
    r"(?P<part>[^*_,]{2,60}),\s+(?P<mark>[*_])(?P<name>[^*_,]{2,60})(?P=mark)"
)
ELEMENT = re.compile(r"</?(?:u|b|i|em|strong)>\s*", re.IGNORECASE)  # that stresses
BOLD = re.compile(r"(?:[-*+]\s+)?\*\*(?P<name>[^*]{2,80})\*\*(?P<rest>[^。*]{0,60})$")
# What makes a sentence of a line.
TOLD = re.compile(r"[をはがに、。]|(?:開発|担当|従事|参画|支援|入社|退社)(?=$|\s|[(（])")
INSIDE = re.compile(rf"\s[(（][^()（）]*(?:{LEGAL_FORM.pattern})[^()（）]*[)）]$", re.IGNORECASE)
FORMERLY = re.compile(r"(?<!\s)\s*[(（](?:旧|現|元|当時)[^()（）]*[)）]")
OTHER_BLOCK = re.compile(
    r"\s*(?:[-*+>|#]\s|\d+[.)]\s|[|#~]|```|---|===|\*\*\*(?=[\s*]|$)|:::"
    r"|</?(?:details|table|[uo]l|li|img|h\d)\b|<!--)|\s{4}(?!\s*<)",
    re.IGNORECASE,
)
# A role in bold, or as an item of a list.
HELD, BOLD_ITEM = re.compile(r"\*\*|[-*+][ \t]"), re.compile(r"[-*+][ \t]+\*\*")
DASH = re.compile(r"\s+[-–—]\s+")
LOOKED_AT = 8  # lines, blank ones too, in which a head has to end


def read_head(lines: Sequence[str]) -> tuple[Entry, int] | None:
    """Return who, as what and when the first lines of a text tell, and how many lines these are.

    None where they do not: the second or third of them has to say when and nothing else. A school
    is named only with a role.
    """
    rows = list(_texts(lines))
    parts = [read_head_line(lines[number]) for number, _text in rows]
    if parts and parts[0].period:
        return _name_below(lines, rows, parts)
    number = next((n for n, part in enumerate(parts) if n and _is_dated(part)), 0)
    if not number:
        return None
    unlabelled = (role for each in parts for role in each.roles if not LABEL.search(role))
    role = next(unlabelled, "")
    name = next((_name(rows[n][1], parts[n]) for n in range(number) if parts[n].names), "")
    if not name or (number > 1 and not role):
        return None
    attended = SCHOOL.search(name) and not role
    told_in_words = name.isascii() and not is_proper(name.partition("|")[0])
    if attended or told_in_words or is_role(name) or not is_name(name):
        return None
    return Entry(name, role, employment_kind(role), parts[number].period), rows[number][0] + 1


def _name_below(
    lines: Sequence[str], rows: Sequence[tuple[int, str]], parts: Sequence[HeadLine]
) -> tuple[Entry, int] | None:
    """Return the entry whose first line tells a role and when, and whose second one stresses who.

    "**Engineer** - July 2018 to Present" over "*X*, Boston, MA"; or when alone, and below it who
    and as what.
    """
    if len(rows) < 2 or parts[0].names or parts[1].period or (parts[0].roles and parts[1].roles):
        return None
    role = next((role for each in parts[:2] for role in each.roles), "")
    line = ELEMENT.sub("*", unbroken(lines[rows[1][0]]))
    stressed = STRESSED.match(line)
    name = clean(stressed["name"]) if stressed else ""
    if not role and not ENTITY.search(line):
        return None
    if stressed and parts[1].roles:
        name = _placed(parts[1])
    if not stressed and parts[0].roles and (last := LAST_STRESSED.fullmatch(line)):
        name = last["name"] if is_proper(last["part"]) else ""
    if not name and ENTITY.search(line) and len(parts[1].names) == 1:
        name = parts[1].names[0]
    refused = is_attended(name, role) or CLIENT.search(line) or PROJECT_WORDS.search(name)
    if refused or not is_proper(name) or not is_name(name):
        return None
    return Entry(name, role, employment_kind(role), parts[0].period), rows[1][0] + 1


def employer_below(title: str, lines: Sequence[str]) -> str:
    """Return the employer whom the first line under a heading that tells a role names, or "".

    It stands beside a period, or in bold: over one, or with the sign of one who employs. Under one
    that tells of work, it is a legal entity beside nothing but when: "X株式会社（2020〜2021年）".
    """
    first, second = [*islice(filter(str.strip, lines), 2), "", ""][:2]
    role, period = split_period(clean(title))
    if len(first) > LINE_LENGTH or OTHER_BLOCK.match(first):
        return ""
    if not is_role(role) and not _is_role_about_work(role):
        # Two such lines are a list of stays.
        several = len(second) <= LINE_LENGTH and _named_with_period(unbroken(second))
        if ENTITY.search(role) or several:
            return ""
        line = unbroken(first)
        return _stressed_alone(line, role) if period else _named_with_period(line)
    told = read_head_line(first)
    match = BOLD.match(unbroken(first))
    over_period = bool(stay_alone(clean(unbroken(second)).strip("*_ ")))
    stressed = STRESSED.match(unbroken(first)) if period and not told.roles else None
    if match and not find_period(match["name"]):
        name = without_place(clean(match["name"]))
    elif read_heading(title).role:
        return ""  # the heading names who employed
    elif stressed and told.names:
        name = told.names[0]
    elif told.period or (over_period and not told.roles):
        name = _placed(told)
    else:
        return ""
    if (period or over_period) and not is_proper(name):
        return ""
    dated = period or told.period or over_period or period_of_head(lines)
    known = ENTITY.search(name) or (dated and not PROJECT_WORDS.search(name))
    return name if known and is_name(name) and not is_attended(name, role) else ""


def _is_role_about_work(text: str) -> bool:
    """True for a role with the work or the team that it was about: "Engineer, Search platform"."""
    held, _comma, about = text.partition(", ")
    return is_role(held) and bool(PROJECT_WORDS.search(about) or DEPARTMENT.search(about))


def _placed(told: HeadLine) -> str:
    """Return the name that a line tells, perhaps with a short proper one after it: of where."""
    name, *others = told.names or ("",)
    where = len(others) < 2 and all(is_proper(each) and len(each) <= 30 for each in told.names)
    return name if not others or where else ""


def employer_in(title: str) -> str:
    """Return who may employ of a heading below that of a role: a proper name, or one with when."""
    entry = read_heading(title)
    refused = PROJECT_WORDS.search(entry.name) or CLIENT.search(entry.name) or is_label(entry.name)
    named = WORD.search(entry.name) and (entry.period or is_proper(entry.name))
    return entry.name if named and not refused and not is_role(entry.name) else ""


def _named_with_period(line: str) -> str:
    """Return the legal entity that a line tells with when, and nothing else, or ""."""
    entry = read_heading(line.strip("*_"))
    named = entry.period and LEGAL_FORM.search(entry.name) and is_name(entry.name)
    refused = (
        CLIENT.search(line) or TOLD.search(FORMERLY.sub("", line)) or INSIDE.search(entry.name)
    )
    return entry.name if named and not refused else ""


def _stressed_alone(line: str, title: str) -> str:
    """Return the legal entity that a line stresses, and tells nothing else, below a title, or "".

    The title says when, and is none of a piece of work.
    """
    match = STRESSED.fullmatch(line)
    name = clean(match["name"]) if match and not PROJECT_WORDS.search(title) else ""
    named = LEGAL_FORM.search(name) and WORD.search(title) and is_name(FORMERLY.sub("", name))
    return name if named and not CLIENT.search(name) else ""


def entity_in_bold(lines: Sequence[str]) -> str:
    """Return the first line or item of a text where it names a legal entity in bold, or ""."""
    first = next(filter(str.strip, lines), "")
    match = BOLD.match(unbroken(first)) if len(first) <= LINE_LENGTH else None
    name = clean(match["name"]) if match else ""
    fits = is_name(FORMERLY.sub("", name)) and not CLIENT.search(name)
    is_known = ENTITY.search(name) or WORKPLACE.search(name)
    return name if is_known and fits else ""


def period_of_head(lines: Sequence[str], names: int = 0) -> Period:
    """Return the period of the first of three lines that says when, or an empty one.

    Beside it the line may tell a role and a place, and at most that many names.
    """
    for number, _text in _texts(lines):
        told = read_head_line(lines[number])
        line = LINK.sub(r"\1", unbroken(lines[number]))
        titled = TITLED.match(line) and not ENTITY.search(line)
        # What stands beside a role and no legal entity is where: "Engineer | Oslo | 2020 – 2021".
        placed = told.roles and not ENTITY.search(line) and all(map(is_proper, told.names))
        if told.period and (titled or len(told.names) <= max(names, bool(placed))):
            return told.period
    return Period()


def stay_in_roles(lines: Sequence[str]) -> Period:
    """Return the period of several roles, each a line with when it was held, or none.

    They are in bold, or the items of a list; one in bold may be the only item.
    """
    short = [line for line in lines if HELD.match(line) and len(line) <= LINE_LENGTH]
    told = [(line, each) for line in short if (each := read_head_line(line)).period]
    held = [each.period for _line, each in told if each.roles and not each.names]
    alone = len(told) == 1 and BOLD_ITEM.match(told[0][0]) and told[0][0] == short[0]
    return span(held) if len(held) == len(told) and (held[1:] or alone) else Period()


def period_leading(lines: Sequence[str]) -> Period:
    """Return the period with which the first line of a text begins, or an empty one."""
    first = next((text for _number, text in _texts(lines)), "")
    found = find_period(first)
    return found.period if found and not found.first else Period()


def _texts(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the first lines that say something, without markup, up to another kind of block."""
    left = 3
    for number, line in enumerate(lines[:LOOKED_AT]):
        if not left or len(line) > LINE_LENGTH or OTHER_BLOCK.match(line):
            break
        if text := clean(unbroken(line)).strip("*_ "):
            yield number, text
            left -= 1


def _is_dated(told: HeadLine) -> bool:
    """True for a line that says when, and besides as what, or after a bar where."""
    return bool(told.period) and (not told.names or (told.is_led and len(told.names) == 1))


def _name(text: str, told: HeadLine) -> str:
    """Return the name that a line tells: all of it where it tells no role."""
    return told.names[0] if told.roles or len(told.names) == 1 else without_place(text)


@lru_cache(4096)
def role_held(title: str, placed: bool) -> str:
    """Return the role that a heading under an employer's names, without when it was, or "".

    What the role was about may stand after a comma; after a dash, under a name and its place.
    """
    name = split_period(title)[0]
    if placed and not ENTITY.search(name):
        name = DASH.split(name)[0]
    told = read_head_line(title)
    if len(told.roles) == 1 and not told.names:
        name = told.roles[0]
    elif not ROLE_END.search(name):
        name = name.split(", ", 1)[0]
    about = " ".join(word for word in name.split() if not ROLE_WORD.fullmatch(word.strip(",")))
    return name if ROLE_END.search(name) and not PROJECT_WORDS.search(about) else ""


def is_proper(text: str) -> bool:
    """True for a name by the way it is written: each of its words capital, and no sentence."""
    words = text.split()
    capital = all(PROPER.search(word) for word in words)
    return bool(ENTITY.search(text)) or (capital and len(words) <= 6)


@lru_cache(4096)
def is_role(text: str) -> bool:
    """True for a short text that names a role and no legal entity."""
    return bool(ROLE_END.search(text)) and not ENTITY.search(text) and len(text) <= LINE_LENGTH


def is_name(text: str) -> bool:
    """True for a short text that is no label, title of a section or sentence."""
    known = is_label(text) or section_kind(text) is not None
    return 1 < len(text) <= 80 and not known and not re.search(r"[。:：]", text)
