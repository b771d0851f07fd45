"""Projects in the text of a section about projects, where no heading names them.

They are the items of its only list, "- X" or "1. X" over a nested list, or its paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume.document.schema import Line, Project

from .found import Found
from .listed_projects import read_list
from .nesting import FENCE
from .paragraph_projects import find_projects

NUMBER = re.compile(r"\d{1,2}[.)][ \t]+(?=\S)")
MARGIN = 3  # of what stands below an item with a number


def read_projects(lines: Sequence[str]) -> Found | None:
    """Return the projects of a section about them, or None where its text is something else."""
    if any(map(FENCE.match, lines)):
        return None
    if found := list(find_projects(lines, grouped=True)):
        starts = tuple(first for first, _end, _project in found)
        projects = [replace(project, extras={}) for _first, _end, project in found]
        return _found(starts, found[-1][1], "lines", projects)
    numbers = [match[0] if (match := NUMBER.match(line)) else "" for line in lines]
    if not any(numbers):
        listed = read_list(lines)
        return listed and _found(*listed[:2], "bullets", listed[2])
    plain = [
        f"- {line[len(number) :]}" if number else line
        for number, line in zip(numbers, lines, strict=True)
    ]
    listed = read_list(plain)
    if listed is None or any(not numbers[start] for start in listed[0]):
        return None
    numbered = [
        _numbered(project, lines[start])
        for start, project in zip(listed[0], listed[2], strict=True)
    ]
    return _found(*listed[:2], "lines", numbered)


def _found(
    starts: tuple[int, ...], end: int, layout: str, projects: Sequence[Project]
) -> Found | None:
    rows = tuple(Line((project,)) for project in projects)
    told_once = len({project.title for project in projects}) == len(projects)
    return Found(starts[0], end, layout, rows, starts) if told_once else None


def _numbered(project: Project, line: str) -> Project:
    """Return a project as its line with a number writes it, the text below it far enough in."""
    below = project.body.split("\n")
    least = min(len(each) - len(each.lstrip(" ")) for each in below if each.strip())
    more = " " * max(0, MARGIN - least)
    body = "\n".join(f"{more}{each}" if each.strip() else "" for each in below)
    return replace(project, body=body, written=line.strip())
