"""How the items of a line become its text: the one rule for every format that prints lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from .dates import DateStyle, PartialDate, Period
from .periods import find_dates
from .schema import (
    Award,
    Certification,
    Education,
    Employer,
    Item,
    Line,
    Position,
    ProfileLink,
    Project,
    Publication,
    Skill,
)
from .written import Told, find_name, names_in_order, tells

# The key under which a project says below how many lines of its position's text its own stands.
LINE = "line"
DASH = " — "  # parts a name from what belongs to it
JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")


class Segment(NamedTuple):
    """A piece of a line. With an item, it is the text that a link to the item stands on."""

    text: str
    item: Item | None = None


def compose(line: Line, separator: str, style: DateStyle) -> tuple[Segment, ...]:
    """Return the pieces whose texts, joined, are the line.

    A line as written wins over its composition while it tells of its items. Between items stands
    `separator`; skills with the same claim that stand side by side print it once, after the last of
    them, where the separator joins them into one (`shares_claim`).
    """
    if line.written and tells_its_items(line):
        return _split_at_names(line)
    if is_row(line.written):
        return _with_cell(line, separator, style)
    return _compose_items(line.items, separator, style)


def is_row(written: str) -> bool:
    """True for a line that is written as a row of a table."""
    return written.startswith("|")


def _compose_items(items: Sequence[Item], separator: str, style: DateStyle) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    shared = shares_claim(separator)
    for (claim, _alone), group in groupby(
        items, lambda item: (getattr(item, "claim", ""), "" if shared else id(item))
    ):
        for item in group:
            if segments:
                segments.append(Segment(separator))
            segments += compose_item(item, style)
        if claim:
            segments.append(Segment(f"{_bracket(style)}{claim})"))
    return tuple(segments)


def shares_claim(separator: str) -> bool:
    """True for a separator of names that one claim holds for: "React/Vue(1 年)".

    After a comma, it is that of the last alone: "Go, Rust(学習中)".
    """
    return separator.strip() in ("/", "／", "・")


def tells_its_items(line: Line) -> bool:
    """True while a line as written tells of its items in their order.

    Of skills it tells all their words, and of no other skill.
    """
    skills = [item for item in line.items if isinstance(item, Skill)]
    if len(skills) == len(line.items):
        return tells(line.written, [Told(each.lead, each.name, each.claim) for each in skills])
    return len(line.items) == 1 or names_in_order(line.written, list(map(name_of, line.items)))


def compose_item(item: Item, style: DateStyle, bracket: str = "") -> list[Segment]:
    """Return the pieces of one item: lead, name, and what follows the name in brackets.

    A bracket has a space before it in English, and in a heading.
    """
    bracket = bracket or _bracket(style)
    before = f"{item.lead} " if item.lead else ""
    if isinstance(item, Skill):  # the most of a file's items, and the shortest
        name = Segment(item.name, item)
        return [Segment(before), name] if before else [name]
    after = "".join(f"{bracket}{text})" for text in _remarks(item, style) if text)
    if isinstance(item, Education):
        period = Period.parse(item.start, item.end).format(style)
        after = " ".join(filter(None, (item.area, item.outcome)))
        if style is DateStyle.ENGLISH:
            after = (f"{DASH}{after}" if after else "") + (f" ({period})" if period else "")
        else:
            before += f"{period} " if period else ""
            after = f" {after}" if after else ""
    if isinstance(item, ProfileLink) and item.value:
        after = f": {item.value}"
    if isinstance(item, Publication) and item.authors:
        after = f"{DASH}{item.authors}{after}"
    if isinstance(item, Certification | Award) and item.note and _given(item, style):
        after += f": {item.note}"
    name = Segment(name_of(item), item)
    pieces = (Segment(before) if before else None, name, Segment(after) if after else None)
    return [piece for piece in pieces if piece and piece.text]


def compose_heading(item: Position | Project, style: DateStyle) -> list[Segment]:
    """Return the pieces of an item that prints as a heading: "employer role (period)"."""
    return compose_item(item, style, bracket=" (")


def business_of(employer: Employer) -> str:
    """Return the line that tells what an employer does, or "": it follows the first heading."""
    if not employer.business:
        return ""
    word = "事業内容" if JAPANESE.search(employer.name + employer.business) else "Business"
    return f"{word}: {employer.business}"


def name_of(item: Item) -> str:
    """Return the text that names an item."""
    match item:
        case ProfileLink():
            return item.label
        case Position():
            return " ".join(filter(None, [item.employer.name, item.role]))
        case Project() | Publication():
            return item.title
        case Skill() | Certification() | Award():
            return item.name
        case Education():
            return item.institution
    raise TypeError(f"not an item of a résumé: {item!r}")


def compose_row(line: Line, separator: str, style: DateStyle) -> tuple[Segment, ...]:
    """Return the pieces of a line that prints as a row of a table.

    One that names employers or projects stays as it was written.
    """
    if line.written and not isinstance(line.items[0], Skill):
        return _split_at_names(line)
    if line.written:
        return compose(line, separator, style)
    return (Segment("| "), *_compose_items(line.items, separator, style), Segment(" |"))


def written_out(url: str) -> tuple[str, ...]:
    """Return how an address may stand in a line: that of a site often without the last slash."""
    site = url.removesuffix("/")
    return f"<{url}>", f"<{site}>", url, site


def begins_table(line: Line) -> bool:
    """True for a line that is the first row of a table, with the others as its position's text."""
    return line.written.startswith("|") and bool(rows_below(line))


def rows_below(line: Line) -> list[str]:
    """Return the rows of its table that belong to what a line names.

    They are a position's text, or written of its projects, the first of which may be in the line.
    One of these stands below as many rows of the text as it says, else below all of them.
    """
    rows: list[str] = []
    for item in (each for each in line.items if isinstance(each, Position)):
        body = item.body.split("\n") if item.body.startswith(("|", "+", "<t")) else []
        done = 0
        for project in item.projects:
            if not project.written.startswith("|") or project.written == line.written:
                continue
            kept = project.extras.get(LINE)
            place = kept if isinstance(kept, int) and done <= kept <= len(body) else len(body)
            rows += [*body[done:place], project.written]
            done = place
        rows += body[done:]
    return rows


def _remarks(item: Item, style: DateStyle) -> Sequence[str]:
    match item:
        case Position():
            return (item.duration or _period(item, style),)
        case Project():
            in_facts = any(not fact.value for fact in item.facts)
            return () if in_facts else (_period(item, style),)
        case Publication():
            doi = f"doi:{item.doi}" if item.doi else ""
            told = any(str(found.date) == item.date for found in find_dates(item.title))
            date = "" if told else _date(item.date, style)
            return (", ".join(filter(None, (item.venue, date, doi))),)
        case Certification() | Award():
            given = _given(item, style)
            return (given,) if given else (item.note, _date(item.date, style))
    return ()


def _given(item: Certification | Award, style: DateStyle) -> str:
    """Return who gave it and when, or "" where it is not known who."""
    giver = item.issuer if isinstance(item, Certification) else item.awarder
    if not giver or item.date:
        return f"{giver}, {_date(item.date, style)}" if giver else ""
    issued = isinstance(item, Certification)
    if JAPANESE.search(item.name + giver):
        return f"{'発行' if issued else '授与'}: {giver}"
    return f"{'issued' if issued else 'awarded'} by {giver}"


def _date(text: str, style: DateStyle) -> str:
    return PartialDate.parse(text).format(style) if text else ""


def _bracket(style: DateStyle) -> str:
    return " (" if style is DateStyle.ENGLISH else "("


def _period(item: Position | Project, style: DateStyle) -> str:
    return Period.parse(item.start, item.end).format(style)


def _with_cell(line: Line, separator: str, style: DateStyle) -> tuple[Segment, ...]:
    """Return a row that no longer tells its items, with the cell that names them as they are now.

    What another cell tells of them is not told twice.
    """
    names = list(map(name_of, line.items))
    cells = line.written.strip().removesuffix("|").split("|")
    named = (n for n, cell in enumerate(cells) if any(find_name(cell, name) for name in names))
    place = next(named, 1)
    after = cells[place + 1 :]
    told = {cell.strip() for cell in after}
    items = [
        replace(item, claim="") if isinstance(item, Skill) and item.claim in told else item
        for item in line.items
    ]
    return (
        Segment("|".join([*cells[:place], " "])),
        *_compose_items(items, separator, style),
        Segment("|".join([" ", *after, ""])),
    )


def _split_at_names(line: Line) -> tuple[Segment, ...]:
    segments = []
    rest = line.written
    for item in line.items:
        found = next(
            filter(None, (find_name(rest, n) for n in _names_in_line(item, line) if n)), None
        )
        if found:
            segments += [Segment(rest[: found.start()]), Segment(found[0], item)]
            rest = rest[found.end() :]
    segments.append(Segment(rest))
    return tuple(segment for segment in segments if segment.text)


def _names_in_line(item: Item, line: Line) -> Iterator[str]:
    """Yield the texts that may name an item in its line; last, all of a position's or project's.

    An address that is written out names what it leads to.
    """
    if isinstance(item, ProfileLink) and item.url:
        yield from written_out(item.url)
    yield name_of(item)
    if isinstance(item, Position):
        yield item.employer.name
    if isinstance(item, Position | Project) and len(line.items) == 1:
        yield line.written
