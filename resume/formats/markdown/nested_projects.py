"""Projects in a list that stands below the item of an employer: it is indented, and prints so."""

from dataclasses import replace

from resume.document.schema import Project

from .listed_projects import INDENT, LINE, MARGIN, take_projects


def take_nested(text: str) -> tuple[str, tuple[Project, ...]]:
    """Return the text below an item of a list without the lists of projects in it, and these."""
    lines = text.split("\n")
    margin = min((len(each) - len(each.lstrip(" ")) for each in lines if each.strip()), default=0)
    if not 0 < margin <= INDENT or "\t" in text:
        return text, ()
    body, projects, _lines = take_projects("\n".join(each[margin:] for each in lines))
    if not projects or any(each.extras.keys() != {LINE} for each in projects):
        return text, ()
    pad = " " * margin
    moved = (
        replace(each, body=_moved(each.body, pad), extras={**each.extras, MARGIN: margin})
        for each in projects
    )
    return _moved(body, pad), tuple(moved)


def _moved(text: str, pad: str) -> str:
    return "\n".join(pad + line if line.strip() else "" for line in text.split("\n"))
