"""Titles of projects below their headings, which label them or say when, and what is none."""

import re
from collections.abc import Sequence

from resume.document.dates import Period
from resume.document.lines import JAPANESE
from resume.document.schema import Project

from ..text.names import PROJECT_WORDS
from ..text.nesting import trim
from ..text.vocabulary import clean, is_label
from ..text.work_titles import is_made
from .tables import labelled_title, title_in_cell

# The label of a title alone, as the heading over it.
TITLE_LABEL = re.compile(r"(?:案件|プロジェクト|PJ)名称?|project name", re.IGNORECASE)
OTHER_BLOCK = re.compile(r"\s*[|#>`~<]")
# How no line begins that is a title by itself, or goes on with one.
OTHER_LINE = re.compile(rf"{OTHER_BLOCK.pattern}|\s*(?:$|[-*+]\s|\d+[.)]\s|:::)")
# An item with no other beside it: all that follows stands below it.
SOLE_ITEM = re.compile(r"[-*+][ \t]+(?P<text>.+)(?:\n(?:[ \t].*)?)*")


def title_below(lines: Sequence[str]) -> str:
    """Return the title that the text below a heading tells, under a label or in bold, or ""."""
    first = next((line.strip() for line in lines if line.strip()), "")
    in_bold = first if first.startswith("**") and first.endswith("**") else ""
    return title_in_cell(labelled_title(lines)) or title_in_cell(in_bold)


def title_led(lines: Sequence[str]) -> str:
    """Return the title that stands by itself below a heading that only says when, or "".

    It is a line over a list, a table or nothing, or the only item of a list.
    """
    first, following = [*trim(lines), "", ""][:2]
    item = SOLE_ITEM.fullmatch("\n".join(trim(lines)))
    is_alone = OTHER_LINE.match(following) and not OTHER_LINE.match(first)
    text = item["text"] if item else first.strip() if is_alone else ""
    return title_in_cell(text) if not is_label(re.split(r"[:：]", text, maxsplit=1)[0]) else ""


def title_under(label: str, lines: Sequence[str]) -> str:
    """Return the title that is the first line or item under a heading that labels it, or ""."""
    first = next((line for line in lines if line.strip()), "")
    is_value = TITLE_LABEL.fullmatch(clean(label)) and not OTHER_BLOCK.match(first)
    return title_in_cell(first.strip().lstrip("-*+ ")) if is_value else ""


def tells_role(found: Sequence[Project], lines: Sequence[tuple[int, int]], stay: Period) -> bool:
    """True for one English line over all of an employer's text that tells the time of the stay.

    It is as what somebody was there, and no project: "**IT support, part-time** (2008 – 2011)".
    """
    first = found[0] if len(found) == 1 and lines[0][0] == 0 else None
    if not first or not first.start or JAPANESE.search(first.title):
        return False
    is_work = PROJECT_WORDS.search(first.title) or is_made(first.title)
    return (first.start, first.end) == (stay.start_text, stay.end_text) and not is_work
