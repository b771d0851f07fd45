"""A résumé as a Markdown 職務経歴書, in its owner's headings, groups, order and words."""

from dataclasses import replace

from resume.document.badges import BADGES, badges_tell
from resume.document.dates import DateStyle, Period
from resume.document.lines import LINE, begins_table, business_of, compose_row, rows_below
from resume.document.schema import (
    Employer,
    Item,
    Line,
    Position,
    Profile,
    Project,
    Resume,
    Section,
    Skill,
)

from .projects.placed import text_below, text_with_projects
from .projects.told import names_itself, with_rows
from .rows.drawn_tables import ABOVE
from .text.person import LOOKED_AT, head_line, read_names
from .text.vocabulary import is_document_title
from .tree.nodes import titles
from .tree.outline import CLOSE, LEVEL, Outline, is_close
from .tree.plain_titles import PLAIN, is_plain_title
from .wording import join, line_of, parted_line, title_of

HARD_BREAK = "  \n"
# The key of a project whose heading stands under that of a group in the text (1), or beside that
# of its employer (-1).
DEPTH = "depth"
RULE = "rule"  # the key of a line that parts a list of items from the section after it
INDENT = "  "


def render(resume: Resume) -> str:
    """Return the canonical Markdown of `resume`: LF line ends, one at the end of the file."""
    writer = Writer(resume.profile.date_style, all(map(_is_plain, resume.sections)))
    front_matter = resume.profile.extras.get("front_matter")
    matter = [str(front_matter)] if front_matter else []
    blocks = [block for section in resume.sections for block in writer.section(section, 1)]
    head = _head(resume.profile, blocks)
    return "\n\n".join([*matter, *head, *blocks]) + "\n" if [*matter, *head, *blocks] else ""


def _head(profile: Profile, blocks: list[str]) -> list[str]:
    """Return the line that says who the résumé is about, where its text does not."""
    if not profile.name:
        return []
    outline = Outline("\n\n".join(blocks))
    if read_names(outline.read(0, LOOKED_AT), titles(outline))[0] == profile.name:
        return []
    return [line] if (line := head_line(profile.name, profile.title)) else []


class Writer:
    """Prints a document in blocks: the parts of a file that blank lines separate."""

    def __init__(self, style: DateStyle, is_plain: bool = False) -> None:
        self.style = style
        self.is_plain = is_plain  # where no title needs the marks of a heading
        self.employers: set[str] = set()  # of which is told what they do
        self.levels: list[int] = []  # of the last heading printed, and of those over it

    def section(self, section: Section, level: int) -> list[str]:
        blocks = [self.heading(section, section.title, level)] if section.title else []
        below = level + bool(section.title)
        section = _as_shown(section)
        body, rows = section.body, self.rows(section)
        if body or rows:
            # The head of a table is the end of its section's text: no blank line between.
            blocks.append("\n".join([*([body] if body else []), *rows]))
        run: list[str] = []
        is_parted = _has_parted(section)
        rule = [str(section.extras[RULE])] if RULE in section.extras else []
        for child in section.children:
            if isinstance(child, Section) and child.style == "heading":
                blocks += [*self.close(run, section), *rule, *self.section(child, below)]
                rule = []
            elif isinstance(child, Line) and section.layout == "headings":
                blocks += self.close(run, section) + self.entry(child, section, below)
            elif isinstance(child, Line) and section.layout == "table":
                continue
            elif isinstance(child, Line) and section.layout == "lines" and names_itself(child):
                blocks += self.close(run, section)
                text = self.below(child)
                if blocks and (whole := with_rows(blocks[-1], child)):
                    blocks[-1] = whole
                else:
                    blocks.append(text)
            elif isinstance(child, Line) and section.layout == "lines":
                above = child.items[0].extras.get(ABOVE)
                line = self.line(child, section.separator)
                run.append(f"{above}\n{line}" if above and begins_table(child) else line)
                text = self.below(child)
                if text and begins_table(child):
                    run[-1] += f"\n{text}"
                if text:
                    blocks += self.close(run, section)
                    blocks += [] if begins_table(child) else [text]
            else:
                run.append("\n".join(self.list_item(child, section, is_parted)))
        return [*blocks, *self.close(run, section), *rule]

    def rows(self, section: Section) -> list[str]:
        """Return the lines of a section that prints as a table, one a row."""
        if section.layout != "table":
            return []
        printed = []
        for line in section.children:
            if isinstance(line, Line):
                printed.append(join(compose_row(line, section.separator, self.style)))
                printed += rows_below(line)
        return printed

    def close(self, run: list[str], section: Section) -> list[str]:
        """Return the lines gathered so far as one block, and begin anew."""
        joined = (HARD_BREAK if section.layout == "lines" else "\n").join(run)
        run.clear()
        return [joined] if joined else []

    def heading(self, part: Section | Item, text: str, level: int) -> str:
        if self.is_plain and PLAIN in part.extras:
            return text
        marks = "#" * self.marks(part, level)
        close = CLOSE in part.extras and is_close(marks + text)
        return f"{marks}{text}" if close else f"{marks} {text}"

    def marks(self, part: Section | Item, level: int) -> int:
        """Return how many marks a heading gets.

        It keeps its own as far as it stays below those over it, and beside those before it where
        no heading in the text between may be over it.
        """
        kept = part.extras.get(LEVEL)
        above, beside = self.levels[: level - 1], self.levels[level - 1 : level]
        if part.extras.get(DEPTH) == 1:
            beside = []
        least = level - len(above) + max(above, default=0)
        marks = min(max(least, kept if isinstance(kept, int) else 0), *beside, 6)
        self.levels = [*above, *[least - 1] * (level - 1 - len(above)), marks]
        return marks

    def list_item(self, child: Section | Line, parent: Section, is_parted: bool) -> list[str]:
        if isinstance(child, Line):
            parted = parted_line(child, self.style) if is_parted else ""
            nested = [] if parted else self.parts(child, parent.separator)
            below = self.below(child)
            return [
                f"- {parted or self.line(child, parent.separator)}",
                *indent(nested),
                *(below.split("\n") if below else []),
            ]
        deeper = _has_parted(child)
        nested = [line for each in child.children for line in self.nested(each, child, deeper)]
        body = child.body.split("\n") if child.body else []
        if child.style == "break":
            return [f"- {child.title}{HARD_BREAK[:2]}", *indent([*body, *nested])]
        return [f"- {child.title}", *indent([*body, *nested])]

    def nested(self, child: Section | Line, parent: Section, is_parted: bool) -> list[str]:
        if isinstance(child, Line) and parent.layout == "lines":
            last = child is parent.children[-1]
            return [self.line(child, parent.separator) + ("" if last else HARD_BREAK[:2])]
        return self.list_item(child, parent, is_parted)

    def parts(self, line: Line, separator: str) -> list[str]:
        """Return the list of what is part of the line's skills."""
        skills = [item for item in line.items if isinstance(item, Skill) and item.lines]
        wholes = [Section(separator=separator, children=skill.lines) for skill in skills]
        return [
            text
            for whole in wholes
            for deeper in [_has_parted(whole)]
            for part in whole.children
            for text in self.list_item(part, whole, deeper)
        ]

    def below(self, line: Line) -> str:
        """Return the text of the entry that the line names; in a list, it is indented."""
        return "\n".join(filter(None, map(text_below, line.items)))

    def line(self, line: Line, separator: str) -> str:
        return line_of(line, separator, self.style)

    def entry(self, line: Line, section: Section, level: int) -> list[str]:
        """Return the blocks of a line whose item prints as a heading."""
        item = line.items[0]
        if line.written and isinstance(item, Position | Project):
            title = line.written
        elif len(line.items) == 1 and isinstance(item, Position | Project):
            title = title_of(item, self.style)
        else:
            return [self.line(line, section.separator)]
        blocks = [self.heading(item, title, level)]
        if isinstance(item, Project):
            return blocks + self.project(item)
        blocks += filter(None, (self.business(item.employer), text_with_projects(item)))
        for part in (*item.roles, *(each for each in item.projects if LINE not in each.extras)):
            depth = part.extras.get(DEPTH)
            deeper = depth if depth in (1, -1) else 0
            blocks += self.entry(Line((part,)), section, level + 1 + deeper)
        return blocks

    def business(self, employer: Employer) -> str:
        """Return what an employer does where that is not told yet, or ""."""
        is_told = employer.name in self.employers
        self.employers.add(employer.name)
        return "" if is_told else business_of(employer)

    def project(self, project: Project) -> list[str]:
        blocks = [self.facts(project)] if project.facts else []
        return blocks + ([project.body] if project.body else [])

    def facts(self, project: Project) -> str:
        period = Period.parse(project.start, project.end).format(self.style)
        rows = [replace(fact, value=fact.value or period) for fact in project.facts]
        match project.facts_layout:
            case "table":
                cells = "".join(f"| {row.label} | {row.value} |\n" for row in rows)
                return f"|  |  |\n|---|---|\n{cells}".rstrip("\n")
            case "bold":
                return HARD_BREAK.join(f"**{row.label}** {row.value}" for row in rows)
            case "brackets":
                return HARD_BREAK.join(f"【{row.label}】{row.value}" for row in rows)
            case "plain":
                return HARD_BREAK.join(f"{row.label}:{row.value}" for row in rows)
        return "\n".join(f"- {row.label}: {row.value}" for row in rows)


def _has_parted(section: Section) -> bool:
    """True for a list of skills in which the parts of some would be taken for those of a label.

    Under a skill with a claim they stand in a list of their own.
    """
    lines = [child for child in section.children if isinstance(child, Line)]
    skills = [line.items[-1] for line in lines]
    return any(isinstance(each, Skill) and each.lines and not each.claim for each in skills)


def _as_shown(section: Section) -> Section:
    """Return a section with badges for its skills, or a list where they tell others."""
    if BADGES not in section.extras:
        return section
    if not badges_tell(section):
        return replace(section, body="")
    return replace(section, children=tuple(c for c in section.children if isinstance(c, Section)))


def _is_plain(section: Section) -> bool:
    """True for a section in which lines by themselves are all titles but that of the file.

    Beside a heading for another one they would be text.
    """
    headed = section.title and section.style == "heading"
    plain = PLAIN in section.extras and is_plain_title(section.title)
    entries = section.layout == "headings" and any(isinstance(c, Line) for c in section.children)
    if entries or (headed and not plain and not is_document_title(section.title)):
        return False
    return all(_is_plain(child) for child in section.children if isinstance(child, Section))


def indent(lines: list[str]) -> list[str]:
    return [INDENT + line if line else "" for line in lines]
