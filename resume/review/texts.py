"""The texts of the records, line by line, as rules read them: without code, addresses, markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from resume.models import (
    Award,
    Certification,
    Education,
    Employer,
    Position,
    Post,
    ProfileLink,
    Project,
    Publication,
    Section,
    Skill,
)
from resume.models.base import Named

# The fields that hold the owner's own words. What others named is not the owner's to spell: the
# titles of publications, the names of employers.
MARKDOWN = {
    Section: ("body",),
    Employer: ("body",),
    Position: ("body",),
    Project: ("body",),
    Post: ("body",),
}
LINES = {
    Section: ("title",),
    ProfileLink: ("label", "lead"),
    Employer: ("business", "size"),
    Position: ("role", "duration", "lead"),
    Project: ("title", "lead"),
    Skill: ("name", "claim", "level", "lead"),
    Publication: ("lead",),
    Education: ("institution", "area", "outcome"),
    Certification: ("name", "note", "issuer"),
    Award: ("name", "note", "awarder"),
    Post: ("title",),
}

ITEM = re.compile(r"^(?P<indent>[ \t　]*)(?:[-*+・]|\d{1,9}[.)])[ \t]+(?P<words>.*)$")
FENCE = re.compile(r"^\s*(```|~~~)")
CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
ADDRESS = re.compile(
    r"<?(?:https?://|mailto:|www\.)[^\s<>「」、。）]+>?|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"
)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.{0,1000}?-->")
MARKED = re.compile(r"[`\[<@]|\*\*|__|://|www\.|mailto:")
REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s.*$")


@dataclass(frozen=True)
class Text:
    """A text of a record, and the field or label that it stands under.

    What several rules read of it is made once.
    """

    record: Named
    field: str
    text: str
    is_markdown: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """Its lines as prose: no block of code, and no code, address, tag or emphasis in a line."""
        return [prose(line) for line in lines(self)]

    @cached_property
    def items(self) -> "list[Item]":
        """The items of its lists."""
        return items(self)


@dataclass(frozen=True)
class Item:
    """An item of a list: how deep it stands, its words, and which list of the text it is in."""

    depth: int
    words: str
    group: int


def texts(record: Named) -> Iterator[Text]:
    """Yield the owner's own words in a record, without empty ones."""
    kind = type(record)
    for name in LINES.get(kind, ()):
        if text := getattr(record, name):
            yield Text(record, name, text)
    for name in MARKDOWN.get(kind, ()):
        if text := getattr(record, name):
            yield Text(record, name, text, is_markdown=True)
    if isinstance(record, Project):
        for fact in record.facts.all():
            yield Text(record, fact.label, fact.label)
            if fact.value:
                yield Text(record, fact.label, fact.value, is_markdown=True)


def lines(text: Text) -> Iterator[str]:
    """Yield the lines of a text that are prose: none of a block of code."""
    if not text.is_markdown:
        yield text.text
        return
    fence = ""
    for line in text.text.splitlines():
        mark = FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence and not REFERENCE.match(line):
            yield line


def prose(line: str) -> str:
    """Return a line without code, addresses, tags and the marks of emphasis."""
    if not MARKED.search(line):
        return line
    line = CODE.sub(" ", line)
    line = LINK.sub(r"\1", IMAGE.sub(r"\1", line))
    return TAG.sub(" ", ADDRESS.sub(" ", line)).replace("**", "").replace("__", "")


def items(text: Text) -> list[Item]:
    """Return the items of the lists in a text, each with the lines that continue it.

    A line right below an item continues it even where it is not indented (CommonMark 5.2).
    """
    found: list[Item] = []
    group, is_open, follows = 0, False, False
    for line in lines(text):
        if match := ITEM.match(line):
            group += not is_open
            is_open = True
            depth = len(match["indent"].expandtabs(4))
            found.append(Item(depth, prose(match["words"]).strip(), group))
        elif is_open and line.strip() and (follows or line[0].isspace()) and line[0] not in "#|>":
            last = found.pop()
            found.append(Item(last.depth, f"{last.words}\n{prose(line).strip()}", group))
        elif line.strip():
            is_open = False
        follows = bool(line.strip())
    return found
