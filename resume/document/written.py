"""A line as its owner wrote it, kept true when the fields that it tells change."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from .dates import CURRENT, DateStyle, PartialDate, Period
from .periods import find_dates, find_period

DATES = ("start", "end", "date")
ASIDE = ("level",)  # what only a row of a table tells; another line stays as it is
# What tells a style, in the order in which it is looked for: a year of an era ends in 年 too.
STYLE_MARKS = (
    (re.compile(r"令和|平成|昭和|大正|明治|[RHSTM]\d"), DateStyle.ERA),
    (re.compile("年"), DateStyle.KANJI),
    (re.compile("[A-Za-z]"), DateStyle.ENGLISH),
    (re.compile(r"\."), DateStyle.DOT),
    (re.compile("-"), DateStyle.ISO),
)

# What parts the skills of a line, wherever it stands in no brackets.
SEPARATOR = re.compile(r"[/・、,／]")
IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
CLAIM = re.compile(r"\s*[(（](?P<claim>[^()（）]*)[)）]")
# Where a word in Latin letters, in katakana or in kanji goes on.
WORDS = ("[A-Za-z0-9+#]", "[ァ-ヺー]", "[々㐀-鿿]")


class Told(NamedTuple):
    """What a line of skills tells of one of them."""

    lead: str
    name: str
    claim: str


def tells(written: str, skills: Sequence[Told]) -> bool:
    """True where a line as written tells of these skills, in their order, and of no other one.

    The owner's own words may stand beside a name, but what separators part from every name is a
    skill that the line has lost. Of several skills, what stands in brackets after a name is its
    claim.
    """
    line = _told_cells(written, skills) if "|" in written else written
    line = line.removeprefix(skills[0].lead)
    # Parted at both ends too, so that between any two names all but the edges is another skill.
    between = _between(f"/{line}/", [skill.name for skill in skills])
    if not between:
        return False
    claims = [skill.claim for skill in skills]
    if len(skills) == 1:
        between[1] = between[1].replace(claims[0], "", 1)
    elif not _claims_hold(between[1:], claims):
        return False
    parts = (SEPARATOR.split(IN_BRACKETS.sub("", text))[1:-1] for text in between)
    return not any(re.search(r"\w", part) for found in parts for part in found)


def names_in_order(written: str, names: Sequence[str]) -> bool:
    """True where a line as written holds the names, one after the other."""
    return bool(_between(written, names))


def _between(line: str, names: Sequence[str]) -> list[str]:
    """Return the texts before the first name, between names, after the last; [] without one."""
    texts, here = [], 0
    for name in names:
        match = _whole(name).search(line, here)
        if not match:
            return []
        texts.append(line[here : match.start()])
        here = match.end()
    return [*texts, line[here:]]


def find_name(text: str, name: str) -> re.Match[str] | None:
    """Return where a text has a name that is no part of a longer one, or None."""
    return _whole(name).search(text)


def _told_cells(row: str, skills: Sequence[Told]) -> str:
    """Return what the cells of a row say that name the skills, and then those that claim them."""
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    named = [cell for cell in cells if any(find_name(cell, skill.name) for skill in skills)]
    claims = {skill.claim for skill in skills}
    return " ".join([*named, *(cell for cell in cells if cell in claims and cell not in named)])


@lru_cache(4096)  # a page asks for the same names each time it is made
def _whole(name: str) -> re.Pattern[str]:
    """Return what finds a name where it is no part of a longer one."""
    before, after = (
        next((word for word in WORDS if re.match(word, edge)), "") for edge in (name[:1], name[-1:])
    )
    start, end = f"(?<!{before})" if before else "", f"(?!{after})" if after else ""
    return re.compile(start + re.escape(name) + end)


def _claims_hold(texts: Sequence[str], claims: Sequence[str]) -> bool:
    """True where the text after each name tells its claim, or leaves it to the next name's."""
    for number, (text, claim) in enumerate(zip(texts, claims, strict=True)):
        if match := CLAIM.match(text):
            if match["claim"] != claim:
                return False
        elif claim not in text and claim not in claims[number + 1 : number + 2]:
            return False
    return True


def follow(written: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return a line as written with every field that changed in it as it is now.

    `before` and `after` hold the fields that the line may tell, dates as they are stored; what only
    one of them holds, the line does not. A new date is written in the notation of the old one, to
    the precision of its own. Returns "" where the line does not tell the old text once, or no date
    is given: then its fields are to compose it.
    """
    before = {name: text for name, text in before.items() if name in after}
    after = {name: after[name] for name in before}
    changed = [name for name, text in after.items() if before[name] != text]
    changed = [n for n in changed if n not in ASIDE or (before[n] and before[n] in written)]
    if any(name in DATES for name in changed):
        try:
            written = _with_dates(written, before, after)
        except ValueError:
            return ""
    for name in changed:
        if name not in DATES:
            told = before[name] and after[name] and written.count(before[name]) == 1
            written = written.replace(before[name], after[name]) if told else ""
    return written


def _with_dates(written: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return the line with its dates as they are now, each at its place or the whole period."""
    line = written
    for name in DATES:
        if before.get(name) == after.get(name):
            continue
        places = [found for found in find_dates(line) if str(found.date) == before[name]]
        if len(places) != 1 or after[name] in ("", CURRENT):
            return _with_period(written, before, after)
        (found,) = places
        new = PartialDate.parse(after[name]).format(_style(line[found.first : found.last]))
        line = line[: found.first] + new + line[found.last :]
    return line


def _with_period(written: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    found = find_period(written)
    was, now = (
        Period.parse(each.get("start", ""), each.get("end", "")) for each in (before, after)
    )
    date = next(find_dates(written[found.first :]), None) if found else None
    if not found or not date or found.period != was or not now:
        return ""
    style = _style(written[found.first :][date.first : date.last])
    return written[: found.first] + now.format(style) + written[found.last :]


def _style(date: str) -> DateStyle:
    """Return the style in which a date is written."""
    return next((style for mark, style in STYLE_MARKS if mark.search(date)), DateStyle.SLASH)
