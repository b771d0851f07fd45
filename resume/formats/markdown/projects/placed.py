"""Projects that print in the text of an employer, at the line where they stood in it."""

from collections.abc import Sequence

from resume.document.lines import LINE
from resume.document.schema import Item, Position, Project

from .told import PARAGRAPH, ROW, TABLE, TOLD, table_parts, told_how

NUMBERED = "numbered"  # that under which one says that a number leads its item
INDENT = "indent"  # that under which one says how far in its list stands


def text_below(item: Item) -> str:
    """Return the text of an entry that a line names, with its projects where they stood in it."""
    if isinstance(item, Position):
        return text_with_projects(item)
    return item.body if isinstance(item, Project) else ""


def text_with_projects(position: Position) -> str:
    """Return the text of a position with the lists of projects where they stood in it."""
    lines = position.body.split("\n") if position.body else []
    listed: dict[int, list[Project]] = {}
    for project in position.projects:
        if LINE in project.extras:
            listed.setdefault(_number(project, LINE), []).append(project)
    printed: list[str] = []
    done = 0
    for place in sorted(listed):
        printed += lines[done:place] + [""] * (place - max(done, len(lines)))
        printed += _printed(listed[place])
        inside = _number(listed[place][0], INDENT)
        printed += [""] if any(lines[place : place + 1]) and not inside else []
        done = place
    return "\n".join([*printed, *lines[done:]]).rstrip("\n")


def _printed(projects: Sequence[Project]) -> list[str]:
    """Return the lines of projects that stand at one place; the rows of a table share its head."""
    printed: list[str] = []
    head: Sequence[str] = ()
    for project in projects:
        title, body = project.written or project.title, project.body.split("\n")
        told = told_how(project)
        parts = table_parts(body)
        if told == ROW and head and head == parts[0]:
            printed[-1 - len(parts[2]) :] = [*parts[1], *parts[2], ""]
        elif told:
            printed += [*body, ""]
        elif PARAGRAPH in project.extras or TOLD in project.extras:
            printed += [title, "", *body, ""]
        else:
            margin = " " * _number(project, INDENT)
            line = title if NUMBERED in project.extras else f"- {title}"
            item = [line, *(body if project.body else [])]
            printed += [f"{margin}{line}" if line else "" for line in item]
        head = parts[0] if told in (TABLE, ROW) else ()
    return printed


def _number(project: Project, key: str) -> int:
    """Return the number that a project keeps under a key, or 0."""
    kept = project.extras.get(key)
    return kept if isinstance(kept, int) and 0 <= kept < 10_000 else 0
