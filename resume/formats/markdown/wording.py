"""How records are worded in Markdown, so that they are read as the same again.

Where the words of all formats would be read as another record, a dash with spaces parts the name
from what belongs to it: "X — Nurse (2018)", "Databases — PostgreSQL, Redis".
"""

from collections.abc import Sequence

from resume.document.dates import DateStyle
from resume.document.lines import Segment, compose_heading
from resume.document.schema import (
    Certification,
    Employer,
    Item,
    Position,
    ProfileLink,
    Project,
    Publication,
)

from .text.headings import read_heading, split_period
from .text.links import LINK, canonical, target, url_of
from .text.names import DASH, parted
from .text.vocabulary import clean

LINKED = (Publication, ProfileLink, Certification)


def join(segments: Sequence[Segment]) -> str:
    """Return a composed line as Markdown: what has an address of its own links to it."""
    return "".join(_linked(segment.text, segment.item) for segment in segments)


def title_of(item: Position | Project, style: DateStyle) -> str:
    """Return the heading of an employer or a project; an employer with an address links to it.

    A role that would be read as a part of the employer's name stands after a dash.
    """
    segments = compose_heading(item, style)
    if not isinstance(item, Position):
        return join(segments)
    title = _titled(item, segments, " ")
    told = not item.role or named(title) == (item.employer.name, item.role)
    return title if told else _titled(item, segments, DASH)


def named(title: str) -> tuple[str, str]:
    """Return the employer and the role that a heading names."""
    entry = read_heading(title)
    if entry.role:
        return entry.name, entry.role
    name, role = parted(split_period(clean(title))[0])
    return (name, role) if entry.name in (name, f"{name}{DASH}{role}") else (entry.name, "")


def employer_in(title: str, name: str) -> Employer:
    """Return the employer of a name, with the address to which the name links in a heading."""
    link = LINK.search(title)
    is_told = link and clean(link["text"]) == name and url_of(link) == canonical(url_of(link))
    return Employer(name=name, url=url_of(link) if link and is_told else "")


def _titled(item: Position, segments: Sequence[Segment], glue: str) -> str:
    employer = item.employer
    name = f"[{employer.name}]({target(employer.url)})" if employer.url else employer.name
    words = glue.join(filter(None, (name, item.role)))
    return "".join(words if segment.item else segment.text for segment in segments)


def _linked(text: str, item: Item | None) -> str:
    url = item.url if isinstance(item, LINKED) else ""
    return f"[{text}]({target(url)})" if url else text
