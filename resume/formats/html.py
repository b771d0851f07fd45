"""A résumé as HTML: the body of the page that shows all of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from django.utils.safestring import SafeString, mark_safe

from resume.document.badges import BADGES
from resume.document.dates import DateStyle, Period
from resume.document.lines import (
    Segment,
    begins_table,
    business_of,
    compose,
    compose_heading,
    compose_row,
    name_of,
    rows_below,
)
from resume.document.schema import Item, Line, Position, Project, Resume, Section, Skill
from resume.markup import plain_text, render_html

from .markdown.projects.placed import text_below
from .markdown.projects.told import names_itself
from .markdown.text.vocabulary import is_document_title

Link = Callable[[Item], str]
MARKUP = re.compile(r"\*\*|\]\(|<[A-Za-z]")
AUTOLINK = re.compile(r"^<(.*)>$")
STRESS = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*")
OWN_LINK = re.compile(r"\]\(|<[Aa]\s")
NUMBER = re.compile(r"\d{1,9}[.)][ \t]+")
AROUND = " 　-–—|｜:：・/／()（）"  # what parts a name from what the file is


def render(resume: Resume, link: Link, heading_level: int = 2, root: str = "/") -> SafeString:
    """Return the sections of `resume` as HTML, their own headings from `heading_level` down.

    `link` returns the address of an item's page, or "" for one without a page. `root` is the path
    at which the site begins, for the addresses in its texts.
    """
    writer = _Writer(resume.profile.date_style, link, root)
    first, rest = _title_and_rest(resume)
    html = "".join(
        [
            *(writer.untitled(section, heading_level) for section in first),
            *(writer.section(section, heading_level) for section in rest),
        ]
    )
    # Every text went through `escape`, and Markdown through the sanitiser.
    return mark_safe(html)  # noqa: S308


@dataclass(frozen=True)
class Heading:
    """An entry of the table of contents; `level` 1 is a section at the root."""

    level: int
    identifier: str
    text: str


def contents(resume: Resume) -> list[Heading]:
    """Return the headings of the page that `render` gives, in their order."""
    first, rest = _title_and_rest(resume)
    untitled = [heading for each in first for heading in _headings_below(each, 1)]
    return untitled + [heading for section in rest for heading in _section_headings(section, 1)]


def _title_and_rest(resume: Resume) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Return the section whose title says what the page says already, if any, and the others.

    It says that this is a résumé, and perhaps whose.
    """
    first = resume.sections[:1]
    title = plain(first[0].title) if first else ""
    name = resume.profile.name
    rest = title.replace(name, "").strip(AROUND) if name else title
    if is_document_title(rest.removeprefix("の")) or (title and not rest):
        return first, resume.sections[1:]
    return (), resume.sections


def plain(title: str) -> str:
    """Return a title without the markup that its owner wrote in it."""
    number, words = numbered(title)
    return number + plain_text(words) if MARKUP.search(title) else title


def numbered(line: str) -> tuple[str, str]:
    """Return the number that leads a line, and its words, of which alone Markdown is parsed.

    With the number they would be a list.
    """
    first = match.end() if (match := NUMBER.match(line)) else 0
    return line[:first], line[first:]


def anchor(part: Section | Item) -> str:
    """Return the id that a section, position or project has on the page."""
    return f"{type(part).__name__.lower()}-{part.key}"


def _section_headings(section: Section, level: int) -> Iterator[Heading]:
    if section.title:
        yield Heading(level, anchor(section), plain(section.title))
    yield from _headings_below(section, level + 1)


def _headings_below(section: Section, level: int) -> Iterator[Heading]:
    for child in section.children:
        if isinstance(child, Section) and child.style == "heading":
            yield from _section_headings(child, level)
        elif isinstance(child, Line) and section.layout == "headings" and len(child.items) == 1:
            yield from _item_headings(child.items[0], level)


def _item_headings(item: Item, level: int) -> Iterator[Heading]:
    if isinstance(item, Position | Project):
        yield Heading(level, anchor(item), name_of(item))
    if isinstance(item, Position):
        for part in (*item.roles, *item.projects):
            yield from _item_headings(part, level + 1)


class _Writer:
    def __init__(self, style: DateStyle, link: Link, root: str) -> None:
        self.style = style
        self.link = link
        self.root = root
        self.employers: set[str] = set()  # of which is told what they do

    def section(self, section: Section, level: int) -> str:
        """Return the section, and what stands in it, under its heading."""
        title = self.marked(section.title, section.key)
        heading = self.heading(title, anchor(section), level)
        return f"<section>{heading}{self.contents(section, level)}</section>"

    def untitled(self, section: Section, level: int) -> str:
        """Return what stands in a section, as far up as the section itself would stand."""
        identifier = escape(anchor(section))
        return f'<section id="{identifier}">{self.contents(section, level - 1)}</section>'

    def contents(self, section: Section, level: int) -> str:
        # Badges are pictures from elsewhere; their names link to what proves them.
        text = "" if BADGES in section.extras else section.body
        if section.layout == "table":
            lines = (child for child in section.children if isinstance(child, Line))
            rows = (
                row
                for line in lines
                for row in (self.row(line, section.separator), *rows_below(line))
            )
            text = "\n".join([text, *rows])
        html = [self.markdown(text, section.key, level + 1)]
        run: list[Section | Line] = []
        for child in section.children:
            if isinstance(child, Line) and section.layout == "table":
                continue
            is_heading = isinstance(child, Section) and child.style == "heading"
            if not is_heading and (isinstance(child, Section) or section.layout != "headings"):
                run.append(child)
                continue
            html.append(self.run(run, section))
            run.clear()
            if isinstance(child, Section):
                html.append(self.section(child, level + 1))
            else:
                html.append(self.entry(child, section.separator, level + 1))
        return "".join([*html, self.run(run, section)])

    def run(self, children: list[Section | Line], parent: Section) -> str:
        """Return neighbours that stand in one list, or in one paragraph of lines."""
        if not children:
            return ""
        lines = [each for each in children if isinstance(each, Line)]
        if parent.layout == "lines" and any(map(self.below, lines)):
            return "".join(self.line_and_below(each, parent.separator) for each in lines)
        if parent.layout == "lines" and len(lines) == len(children):
            return f"<p>{'<br>'.join(self.line(each, parent.separator) for each in lines)}</p>"
        return self.list(self.list_item(each, parent.separator) for each in children)

    def list_item(self, child: Section | Line, separator: str) -> str:
        if isinstance(child, Line):
            parts = [
                self.list_item(part, separator)
                for item in child.items
                if isinstance(item, Skill)
                for part in item.lines
            ]
            return self.line(child, separator) + self.list(parts) + self.below(child)
        title = self.marked(child.title, child.key)
        label = f'<span id="{escape(anchor(child))}">{title}</span>'
        return label + self.contents(child, 6)

    def list(self, items: Iterable[str]) -> str:
        rows = "".join(f"<li>{item}</li>" for item in items)
        return f"<ul>{rows}</ul>" if rows else ""

    def line_and_below(self, line: Line, separator: str) -> str:
        if names_itself(line):
            return self.below(line)
        if begins_table(line):
            item = line.items[0]
            return self.markdown(f"{line.written}\n{text_below(item)}", item.key, 6)
        return f"<p>{self.line(line, separator)}</p>{self.below(line)}"

    def below(self, line: Line) -> str:
        """Return the text of the entries that a line names, where no heading does."""
        return "".join(self.markdown(text_below(item), item.key, 6) for item in line.items)

    def line(self, line: Line, separator: str, aside: str = "") -> str:
        item = line.items[0]
        if isinstance(item, Position | Project) and MARKUP.search(line.written):
            if OWN_LINK.search(line.written):
                return self.marked(line.written, item.key)
            line = Line((replace(item, written=plain(line.written)), *line.items[1:]))
        return self.segments(compose(line, separator, self.style), aside)

    def row(self, line: Line, separator: str) -> str:
        """Return the Markdown of a row, whose names link to their pages unless it has links."""
        segments = compose_row(line, separator, self.style)
        text = "".join(segment.text for segment in segments)
        if isinstance(line.items[0], Position | Project) or OWN_LINK.search(text):
            return text
        return "".join(map(self.linked, segments))

    def linked(self, segment: Segment) -> str:
        address = self.link(segment.item) if segment.item else ""
        return f"[{segment.text}](<{address}>)" if address else segment.text

    def marked(self, text: str, key: str) -> str:
        """Return a line as its owner wrote it, with a link or emphasis of its own, if any."""
        if not MARKUP.search(text):
            return escape(text)
        number, words = numbered(text)
        html = self.markdown(words, key, 6).strip()
        return escape(number) + html.removeprefix("<p>").removesuffix("</p>")

    def entry(self, line: Line, separator: str, level: int) -> str:
        """Return a line whose item prints as a heading, with what belongs to the item."""
        item = line.items[0]
        if len(line.items) > 1 or not isinstance(item, Position | Project):
            return f"<p>{self.line(line, separator)}</p>"
        title = (
            self.line(line, separator, aside="small")
            if line.written
            else self.segments(compose_heading(item, self.style), aside="small")
        )
        html = [self.heading(title, anchor(item), level)]
        if isinstance(item, Project):
            html.append(self.facts(item))
        if isinstance(item, Position) and item.employer.name not in self.employers:
            self.employers.add(item.employer.name)
            business = escape(business_of(item.employer))
            html += [f"<p>{business}</p>"] if business else []
        html.append(self.markdown(item.body, item.key, level + 1))
        if isinstance(item, Position):
            for part in (*item.roles, *item.projects):
                html.append(self.entry(Line((part,)), separator, level + 1))
        return f"<article>{''.join(html)}</article>"

    def facts(self, project: Project) -> str:
        period = Period.parse(project.start, project.end).format(self.style)
        rows = "".join(
            f"<dt>{escape(fact.label)}</dt><dd>"
            + (self.markdown(fact.value, f"{project.key}-{number}", 6) or escape(period))
            + "</dd>"
            for number, fact in enumerate(project.facts, 1)
        )
        return f"<dl>{rows}</dl>" if rows else ""

    def heading(self, html: str, identifier: str, level: int) -> str:
        level = min(level, 6)
        return f'<h{level} id="{escape(identifier)}">{html}</h{level}>' if html else ""

    def markdown(self, text: str, key: str, level: int) -> str:
        if not text:
            return ""
        level = min(level, 6)
        return render_html(text, heading_level=level, document_id=key, root=self.root)

    def segments(self, segments: Iterable[Segment], aside: str = "") -> str:
        """Return the pieces of a line; what is no name stands in an `aside` element, if any."""
        html = []
        for segment in segments:
            address = self.link(segment.item) if segment.item else ""
            words = AUTOLINK.sub(r"\1", segment.text) if address else segment.text
            text = escape(words)
            text = STRESS.sub(r"<strong>\1</strong>", text) if "**" in text else text
            if address:
                html.append(f'<a href="{escape(address)}">{text}</a>')
            elif aside and not segment.item:
                html.append(f"<{aside}>{text}</{aside}>")
            else:
                html.append(text)
        return "".join(html)
