"""How records are worded in Markdown, so that they are read as the same again.

Where the words of all formats would be read as another record, a dash with spaces parts the name
from what belongs to it: "X — Nurse (2018)", "Databases — PostgreSQL, Redis".
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from resume.document.dates import DateStyle
from resume.document.lines import (
    DASH,
    JAPANESE,
    Segment,
    compose,
    compose_heading,
    written_out,
)
from resume.document.schema import (
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

from .text.credentials import read_education
from .text.headings import read_heading, split_period
from .text.items import PARTS, Reader, read_skills
from .text.links import LINK, canonical, target, url_of
from .text.misfit import Misfit
from .text.names import REMARK, employment_kind, parted
from .text.vocabulary import clean

# How somebody was employed, in a heading in Japanese (True) or in Latin letters.
EMPLOYED = {
    "full_time": {True: "正社員", False: "full-time"},
    "contract": {True: "契約社員", False: "contract"},
    "dispatch": {True: "派遣社員"},
    "part_time": {True: "パート・アルバイト", False: "part-time"},
    "internship": {True: "インターン", False: "internship"},
    "freelance": {True: "業務委託", False: "freelance"},
    "executive": {True: "役員"},
}
LINKED = (Publication, ProfileLink, Certification)


def join(segments: Sequence[Segment]) -> str:
    """Return a composed line as Markdown: what has an address of its own links to it."""
    return "".join([_linked(text, item) if item else text for text, item in segments])


def line_of(line: Line, separator: str, style: DateStyle) -> str:
    """Return a line of items, where a dash parts a school that its name alone does not tell."""
    text = join(compose(line, separator, style))
    item = line.items[0]
    if not isinstance(item, Education) or item.written or not (item.area or item.outcome):
        return text
    if _is_read(read_education, text, item):
        return text
    dashed = text.replace(f"{item.institution} ", f"{item.institution}{DASH}", 1)
    return dashed if _is_read(read_education, dashed, item) else text


def parted_line(line: Line, style: DateStyle) -> str:
    """Return the line of a skill and its parts after a dash; "" where it is not read so."""
    skill = line.items[0]
    if (
        not isinstance(skill, Skill)
        or len(line.items) > 1
        or len(skill.lines) != 1
        or skill.written
    ):
        return ""
    name = join(compose(line, "", style))
    for separator in PARTS if style is DateStyle.ENGLISH else reversed(PARTS):
        text = f"{name}{DASH}{join(compose(skill.lines[0], separator, style))}"
        if _is_read(read_skills, text, skill):
            return text
    return ""


def _is_read(read: Reader, text: str, item: Item) -> bool:
    """True where a line gives this item alone, but for what no line tells."""
    try:
        told = read(text, "\0", "")
    except Misfit:
        return False
    return [_told(each) for each in told] == [_told(item)]


def _told(item: Item) -> Item:
    """Return an item with no more than its line tells."""
    bare = replace(item, key="", status="", extras={})
    if not isinstance(bare, Skill):
        return bare
    parts = (Line(tuple(map(_told, line.items))) for line in bare.lines)
    return replace(bare, level="", aliases=(), lines=tuple(parts))


def title_of(item: Position | Project, style: DateStyle) -> str:
    """Return the heading of an employer or a project; an employer with an address links to it.

    A role that would be read as a part of the employer's name stands after a dash.
    """
    segments = compose_heading(item, style)
    if not isinstance(item, Position):
        return join(segments)
    title = _titled(item, segments, " ")
    if item.role and named(title) != (item.employer.name, item.role):
        title = _titled(item, segments, DASH)
    word = EMPLOYED.get(item.employment, {}).get(bool(JAPANESE.search(title)), "")
    if not word or read_heading(title).employment == item.employment:
        return title
    glue = DASH if DASH in title else " "
    employed = _titled(item, segments, glue, f" ({word})")
    return employed if named(employed) == named(title) else title


@lru_cache(8192)
def named(title: str) -> tuple[str, str]:
    """Return the employer and the role that a heading names."""
    entry = read_heading(title)
    if entry.role:
        return entry.name, entry.role
    text = split_period(clean(title))[0]
    remark = REMARK.search(text)
    if remark and employment_kind(remark["kind"]):
        text = text[: remark.start()]
    name, role = parted(text)
    return (name, role) if entry.name in (name, f"{name}{DASH}{role}") else (entry.name, "")


def employer_in(title: str, name: str) -> Employer:
    """Return the employer of a name, with the address to which the name links in a heading."""
    link = LINK.search(title)
    is_told = link and clean(link["text"]) == name and url_of(link) == canonical(url_of(link))
    return Employer(name=name, url=url_of(link) if link and is_told else "")


def _titled(item: Position, segments: Sequence[Segment], glue: str, after: str = "") -> str:
    employer = item.employer
    name = f"[{employer.name}]({target(employer.url)})" if employer.url else employer.name
    words = glue.join(filter(None, (name, item.role))) + after
    return "".join(words if segment.item else segment.text for segment in segments)


def _linked(text: str, item: Item | None) -> str:
    url = item.url if isinstance(item, LINKED) else ""
    return f"[{text}]({target(url)})" if url and text not in written_out(url) else text
