"""Tables and lists that tell of employers whose headings stand elsewhere in the file."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice

from resume.document.dates import PartialDate, Period
from resume.document.periods import find_dates, find_period
from resume.document.schema import Position
from resume.document.spans import span

from ..rows.events import read_career
from ..rows.tables import SLASHED, columns
from ..text.head_lines import unbroken
from ..text.headings import BRACKETS, read_heading
from ..text.names import CLIENT, ENTITY, LEGAL_FORM, is_work
from ..text.sentences import COMPANY
from ..text.table_lines import cells, is_delimiter, period_cell
from ..text.tenure import JOIN, LEAVE
from ..text.vocabulary import clean, is_label, section_kind

PARTED = re.compile(r"\s+[-–—―|｜／/@]\s+")
# An item, or a line that a date, bold or a legal entity begins: "2022/02〜現在　X", "**X**（…）".
ITEM = re.compile(
    r"(?:(?:[-*+]|\d{1,2}[.)])[ \t]+|(?=[0-9０-９]{2}|\*\*|\S{0,20}(?:株式|有限|合同)会社))"
    r"(?P<text>\S.{0,200})"
)
JOINED, EVENT = re.compile(JOIN), re.compile(f"{JOIN}|{LEAVE}")
# Work with who employed and when in brackets after it, and what parts these two.
ASSIGNED = re.compile(r"(?P<title>[^\n]{1,100}?)\s*[(（](?P<told>[^()（）]{6,100})[)）][\s*:：]*")
MARKS = re.compile(r"^\s*(?:[-*+][ \t]+|#{1,6}[ \t]+)?")
AROUND = " \t　、,，・/／|｜:："
BREAK = re.compile(r"(?<=\w)\W")


class Summaries:
    """What the tables and lists of one file say of employers and their periods."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.periods: dict[str, list[Period]] = {}
        last = 0  # the line after the last table that was read
        for number, line in enumerate(lines):
            if number > last and line.lstrip()[:1] in ("|", ":", "-") and is_delimiter(line):
                last = next(
                    (n for n in range(number, len(lines)) if not lines[n].strip()), len(lines)
                )
                for key, period in _rows(lines[number - 1], lines[number + 1 : last]):
                    for name in _beginnings(key):
                        self.periods.setdefault(name, []).append(period)
        for name, period in (*_items(lines), *_events(lines)):
            self.periods.setdefault(name, []).append(period)

    def period(self, name: str) -> Period:
        """Return the time that the rows or items of an employer give, from first to last."""
        return span(self.stays(name))

    def stay(self, name: str, start: PartialDate) -> Period:
        """Return the only stay from a date on that they give of an employer."""
        found = {each for each in self.stays(name) if each.start == start}
        return found.pop() if len(found) == 1 else Period()

    def stays(self, name: str) -> Sequence[Period]:
        """Return the times that the rows or items of an employer give."""
        if not self.periods:
            return []
        # The name by itself, or that of a legal entity before its department, or before a town.
        entities = (each for each in _beginnings(_key(name)) if ENTITY.search(each))
        placed = [_key(name).partition(", ")[0]] if name.isascii() else []
        known = (self.periods.get(each) for each in (_key(name), *entities, *placed))
        return next(filter(None, known), [])

    @cached_property
    def without_forms(self) -> dict[str, Period]:
        """The stays at legal entities by their names without legal forms, as headings have them."""
        legal = ((name, found) for name, found in self.periods.items() if LEGAL_FORM.search(name))
        told = ((_key(LEGAL_FORM.sub("", name)), span(found)) for name, found in legal)
        return {name: period for name, period in told if len(name) > 1}

    def period_of_short(self, title: str) -> Period:
        """Return the stay at a legal entity whom a title names without its form: 甲, 甲（前職）."""
        name = BRACKETS.sub("", read_heading(title).name) if self.periods else ""
        return self.without_forms.get(_key(name), Period())

    def work_in(self, line: str) -> tuple[str, Period] | None:
        """Return the title and the period of work that was done with one whom the rows name.

        Both stand in brackets after it: "検索の刷新（X、2020年4月〜2021年3月）".
        """
        match = ASSIGNED.fullmatch(MARKS.sub("", line)) if self.periods else None
        found = find_period(match["told"]) if match else None
        if not match or not found:
            return None
        told = f"{match['told'][: found.first]} {match['told'][found.last :]}".strip(AROUND)
        title = clean(match["title"])
        refused = section_kind(title) is not None or is_label(title) or ENTITY.search(title)
        known = title and not refused and _bare(told) in self.names
        return (title, found.period) if known else None

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the rows without legal forms."""
        return frozenset(filter(None, map(_bare, self.periods)))

    def name_in(self, title: str) -> str:
        """Return the last part of a heading where the rows name it: "検索の開発 ― X", or ""."""
        *others, last = PARTED.split(clean(title)) if self.periods else [""]
        return last.strip() if others and _key(last) in self.periods else ""


def _rows(head: str, lines: Sequence[str]) -> list[tuple[str, Period]]:
    """Return the names and periods of a table of employers, with this head over these lines."""
    rows = [cells(line) for line in lines]
    found = columns(cells(head), rows)
    if found is None:
        return []
    name, periods = found
    told = []
    for row in rows:
        if len(row) > max(name, *periods):
            period = _period(period_cell(row, periods))
            key = _key(read_heading(row[name]).name)
            told += [(key, period)] if key and period else []
    return told


def _items(lines: Sequence[str]) -> Iterator[tuple[str, Period]]:
    """Yield the names and periods of the items of lists that one who employs is all of."""
    for match in filter(None, map(ITEM.fullmatch, lines)):
        if not ENTITY.search(match["text"]):
            continue
        entry = read_heading(unbroken(match["text"]))
        name = BRACKETS.sub(_form, entry.name)
        works = is_work(name) and not COMPANY.fullmatch(name)
        refused = CLIENT.search(name) or works or "。" in name
        if entry.period and ENTITY.search(name) and not (refused or EVENT.search(match[0])):
            yield _key(name), entry.period


def _events(lines: Sequence[str]) -> Iterator[tuple[str, Period]]:
    """Yield the names and periods of those whom events tell to have been joined and left."""
    for is_heading, part in groupby(lines, lambda line: line.startswith("#")):
        text = () if is_heading else list(part)
        if any(map(JOINED.search, text)) and (found := read_career(text)):
            for item in (line.items[0] for line in found.lines):
                if isinstance(item, Position):
                    yield _key(item.employer.name), Period.parse(item.start, item.end)


def _form(bracket: re.Match[str]) -> str:
    """Return what brackets hold that are a legal form, "(株)", or ""."""
    return bracket[0] if LEGAL_FORM.search(bracket[0]) else ""


def _period(text: str) -> Period:
    text = clean(text.replace("<br>", " "))
    if found := find_period(text) or find_period(SLASHED.sub("〜", text)):
        return found.period
    date = next((each.date for each in find_dates(text)), None)
    return Period(date, date) if date else Period()


def _bare(name: str) -> str:
    """Return a name without its legal form and white space, "" for one of a single letter."""
    bare = "".join(LEGAL_FORM.sub("", clean(name)).casefold().split())
    return bare if len(bare) > 1 else ""


def _key(name: str) -> str:
    return " ".join(clean(name).casefold().split())


def _beginnings(key: str) -> Iterator[str]:
    """Yield a name, and what it begins with: it may have a department or another name after it."""
    yield key
    for end in islice((match.start() for match in BREAK.finditer(key)), 4):
        yield key[:end].rstrip()
