"""The neutral résumé: what every format is read into and written from.

A document knows no database. Each item carries the key that its link is made from; the order of
sections, lines and items is the order of the tuples that hold them. Dates are ISO text cut at
their precision, as in `resume.document.dates`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .dates import DateStyle


@dataclass(frozen=True, kw_only=True)
class Item:
    """A record that prints as a line, as a part of one, or as a heading.

    `status` is "draft", "published" or "" (not said); only the owner's own document says it.
    `extras` holds what a file said about the item and the model has no field for, as JSON values.
    """

    key: str = ""
    lead: str = ""
    written: str = ""
    status: str = ""
    extras: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ProfileLink(Item):
    """An account, a site or a contact fact."""

    label: str
    kind: str = "account"
    url: str = ""
    value: str = ""
    audience: str = "owner"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A labelled line about a project; an empty value stands for the project's period."""

    label: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Project(Item):
    """Work told in Markdown, with the keys of its skills and publications."""

    title: str
    alias: str = ""
    start: str = ""
    end: str = ""
    body: str = ""
    facts: tuple[Fact, ...] = ()
    facts_layout: str = "bullets"
    featured: bool = False
    skills: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Employer:
    """An organisation. Outside of the owner's own document `name` is the public name."""

    key: str = ""
    name: str
    alias: str = ""
    aliases: tuple[str, ...] = ()
    url: str = ""
    business: str = ""
    size: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Position(Item):
    """A role at an employer, or a stint with several roles, and the projects done there."""

    employer: Employer
    role: str = ""
    employment: str = ""
    start: str = ""
    end: str = ""
    duration: str = ""
    body: str = ""
    roles: tuple["Position", ...] = ()
    projects: tuple[Project, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Skill(Item):
    """A skill with its claim as written, and the skills that are part of it."""

    name: str
    claim: str = ""
    context: str = ""
    level: str = ""
    aliases: tuple[str, ...] = ()
    lines: tuple["Line", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Publication(Item):
    """A public work, with the keys of the skills it shows."""

    title: str
    kind: str = "article"
    url: str = ""
    venue: str = ""
    authors: str = ""
    doi: str = ""
    date: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Education(Item):
    """A stay at a school."""

    institution: str
    area: str = ""
    outcome: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, kw_only=True)
class Certification(Item):
    """A qualification or a test score."""

    name: str
    note: str = ""
    issuer: str = ""
    date: str = ""
    expires: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Award(Item):
    """A prize or a rank."""

    name: str
    note: str = ""
    awarder: str = ""
    date: str = ""


@dataclass(frozen=True)
class Line:
    """The items that print on one line."""

    items: tuple[Item, ...]

    @property
    def written(self) -> str:
        """The line as its owner wrote it, or "" where its items compose it."""
        for item in self.items:
            if item.written:
                return item.written
        return ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading or group label with its text, lines and sections, in their order."""

    key: str = ""
    status: str = ""
    title: str = ""
    style: str = "heading"
    layout: str = "bullets"
    separator: str = "/"
    holds: str = ""
    body: str = ""
    extras: dict[str, Any] = field(default_factory=dict)
    children: tuple["Section | Line", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Who the résumé is about; every field may be empty.

    Where the file does not tell its language, `language` and `date_style` are guesses: good for a
    new résumé, but no reason to change one that is there.
    """

    name: str = ""
    name_kana: str = ""
    title: str = ""
    language: str = "ja"
    date_style: DateStyle = DateStyle.SLASH
    is_language_told: bool = True
    extras: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Resume:
    """A whole résumé. `unlisted` items are facts that no section lists."""

    profile: Profile = field(default_factory=Profile)
    sections: tuple[Section, ...] = ()
    unlisted: tuple[Item, ...] = ()

    @property
    def heading(self) -> str:
        """What the résumé is called where a name is wanted: name, title, or its first heading."""
        first = self.sections[0].title if self.sections else ""
        return self.profile.name or self.profile.title or first

    @property
    def summary(self) -> str:
        """The Markdown of the section that holds the summary, or ""."""
        return next((each.body for each in self.all_sections() if each.holds == "summary"), "")

    def all_sections(self) -> Iterator[Section]:
        """Yield every section, each before those that stand in it."""
        waiting = list(reversed(self.sections))
        while waiting:
            section = waiting.pop()
            yield section
            waiting += [each for each in reversed(section.children) if isinstance(each, Section)]

    def items(self) -> Iterator[Item]:
        """Yield every item, parts of others included, section by section."""
        for section in self.all_sections():
            for child in section.children:
                if isinstance(child, Line):
                    for item in child.items:
                        yield from _with_parts(item)
        for item in self.unlisted:
            yield from _with_parts(item)


def _with_parts(item: Item) -> Iterator[Item]:
    yield item
    if isinstance(item, Position):
        for part in (*item.roles, *item.projects):
            yield from _with_parts(part)
    elif isinstance(item, Skill):
        for line in item.lines:
            for part in line.items:
                yield from _with_parts(part)
